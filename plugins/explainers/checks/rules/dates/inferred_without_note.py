"""An inferred date does not say what it was inferred from.

Readers see that the date is ours. The note lets them judge it.

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
          basis: inferred
          note: The newspaper of Tuesday says on Monday.
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
          edtf: 2024-04-01
          basis: inferred
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import all_parts
from explainers.checks.rule import Fault
from explainers.model.base import Date
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every inferred date."""
    for placed in all_parts(context.graph, Date):
        if placed.part.basis == "inferred" and not context.written(placed.record, (*placed.loc, "note")):
            message = "an inferred date without a note"
            yield Fault(
                placed.record,
                (*placed.loc, "basis"),
                message,
                "add `note:`, which says from what it is inferred",
            )
