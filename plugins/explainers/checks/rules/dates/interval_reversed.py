"""A stretch of time ends before it begins.

In `2024-04-01/2024-04-03` the first date is the earlier one.

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
          edtf: 2024-04-01/2024-04-02
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
          edtf: 2024-04-02/2024-04-01
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
        if placed.part.extent.reversed:
            yield Fault(placed.record, (*placed.loc, "edtf"), "this ends before it begins", "swap the two dates")
