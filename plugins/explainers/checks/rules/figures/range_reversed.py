"""A range ends below where it begins.

`min` is the lower end and `max` the upper one.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved {q1} people out of the valley.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: people moved out of the valley
        relation: between
        min: 9000
        max: 11000
        unit: person
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
    statement: Northland has moved {q1} people out of the valley.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: people moved out of the valley
        relation: between
        min: 11000
        max: 9000
        unit: person
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import quantities
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every range, in claims and in tellings."""
    for placed in quantities(context.graph):
        low, high = placed.part.min, placed.part.max
        if low is not None and high is not None and low > high:
            yield Fault(placed.record, (*placed.loc, "max"), f"`max` is less than `min`: {high:,} and {low:,}")
