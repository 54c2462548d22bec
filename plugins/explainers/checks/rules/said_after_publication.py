"""Words are said to be uttered after the page that reports them came out.

One of the dates is wrong. Dates that are marked as uncertain are left alone.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        said:
          edtf: 2024-04-01
          basis: stated
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        said:
          edtf: 2024-04-05
          basis: stated
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from collections.abc import Iterator
from datetime import date

from explainers.checks.context import Context
from explainers.checks.dates import certain
from explainers.checks.parts import voices
from explainers.checks.rule import Fault
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Attribution
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every dated attribution against the sources that it cites."""
    for voice in voices(context.graph):
        said = certain(voice.attribution.said)
        published = _last_published(voice.attribution, context.graph)
        if said and published and said.first and said.first > published:
            message = f"said after its source was published, on {published.isoformat()}"
            yield Fault(voice.claim, (*voice.loc, "said", "edtf"), message)


def _last_published(attribution: Attribution, graph: Graph) -> date | None:
    """The last day on which any of its sources came out, if that is certain of all."""
    sources = [graph.get(citation.source, Source) for citation in attribution.cites]
    extents = [certain(source.published) if source else None for source in sources]
    days = [extent.last for extent in extents if extent and extent.last]
    return max(days) if days and len(days) == len(sources) else None
