"""Words are quoted from a source that no one here has read.

A `cited-only` source is known from others. Quote its words from the page that quotes them.

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
        cites:
          - source: evening-radio

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
        cites:
          - source: evening-radio
            exact: had been moved out of the valley
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import all_parts, by_name
from explainers.checks.rule import Fault
from explainers.kinds.shared_parts import Citation
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every citation with quoted words."""
    sources = by_name(context.graph, Source)
    for cited in all_parts(context.graph, Citation):
        source = sources.get(cited.part.source)
        if source and source.seen == "cited-only" and cited.part.exact:
            message = f"words are quoted from `{source.id}`, which we have not read"
            help = "cite the source in which you read the words, or leave `exact` out"
            yield Fault(cited.record, (*cited.loc, "exact"), message, help)
