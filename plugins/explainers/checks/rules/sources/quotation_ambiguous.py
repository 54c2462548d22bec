"""The quoted words are in the source more than once.

A citation leads to one passage. Add the words right before it as `prefix`, or those right after it as `suffix`.

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
            exact: we could not wait
            prefix: "again:"

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
            exact: could not wait
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
        if len(quotation.places) > 1:
            message = f"the source has these words {len(quotation.places)} times"
            help = "add the words before them as `prefix`, or those after them as `suffix`"
            yield Fault(quotation.record, (*quotation.loc, "exact"), message, help)
