"""The quoted words are not in the source.

They are looked up in the snapshot, with `prefix` before and `suffix` after them. The shapes of quotation marks and
dashes and the number of spaces make no difference; capitals do.

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
        cites:
          - source: daily-post-flood
            exact: were moved out of the valley
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.quotes import quotations_in_sources
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every quotation from a source whose text is at hand."""
    for quotation in quotations_in_sources(context):
        if quotation.places:
            continue
        loc = (*quotation.loc, "exact")
        if quotation.found_alone:
            message = "the source has these words, but not between this `prefix` and `suffix`"
            yield Fault(quotation.record, loc, message)
        else:
            yield Fault(quotation.record, loc, "the source does not have these words", quotation.help)
