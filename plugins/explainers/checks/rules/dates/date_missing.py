"""A stated or inferred date is missing.

Only a date whose basis is `unknown` can do without `edtf`.

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
          basis: unknown
          note: The page gives no day.
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
          basis: stated
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

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every date of every record."""
    for placed in all_parts(context.graph, Date):
        date = placed.part
        if date.basis != "unknown" and not date.edtf and not context.written(placed.record, (*placed.loc, "edtf")):
            message = f"the date is {date.basis}, and no `edtf` gives it"
            help = "add `edtf:`, such as 2024-11-11, or write `basis: unknown`"
            yield Fault(placed.record, (*placed.loc, "basis"), message, help)
