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

from collections.abc import Iterator, Mapping
from datetime import date

from explainers.checks.context import Context
from explainers.checks.dates import certain
from explainers.checks.parts import by_name, voices
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import Attribution
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every dated attribution against the sources that it cites."""
    published_on = {id: _last(source) for id, source in by_name(context.graph, Source).items()}
    for voice in voices(context.graph):
        said = certain(voice.attribution.said)
        published = said and _last_published(voice.attribution, published_on)
        if said and published and said.first and said.first > published:
            message = f"said after its source was published, on {published.isoformat()}"
            yield Fault(voice.claim, (*voice.loc, "said", "edtf"), message)


def _last(source: Source) -> date | None:
    """The last day on which it can have come out, if that is certain."""
    extent = certain(source.published)
    return extent.last if extent else None


def _last_published(attribution: Attribution, published_on: Mapping[str, date | None]) -> date | None:
    """The last day on which any of its sources came out, if that is certain of all."""
    days = [published_on.get(citation.source) for citation in attribution.cites]
    return max((day for day in days if day), default=None) if all(days) else None
