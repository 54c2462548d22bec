"""Words are dated after the page that reports them.

One of the dates is wrong. Dates that are marked as uncertain are not compared.

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

from explainers.checks.comparable_dates import certain
from explainers.checks.context import Context
from explainers.checks.record_parts import by_name, voices
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import Attribution
from explainers.kinds.source.model import Source
from explainers.model.base import Date
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every dated attribution against the sources that it cites."""
    published = {id: source.published for id, source in by_name(context.graph, Source).items()}
    for voice in voices(context.graph):
        said = certain(voice.attribution.said)
        last = said and _last_published(voice.attribution, published)
        if said and last and last.extent.before(said):
            message = f"said after its source was published: {last.spoken}"
            yield Fault(voice.claim, (*voice.loc, "said", "edtf"), message)


def _last_published(attribution: Attribution, published: Mapping[str, Date]) -> Date | None:
    """When the last of its sources came out, if that is certain of all."""
    dates = [published.get(citation.source) for citation in attribution.cites]
    known = [date for date in dates if date and certain(date) and date.extent.end]
    return max(known, key=lambda date: date.sort_key, default=None) if len(known) == len(dates) else None
