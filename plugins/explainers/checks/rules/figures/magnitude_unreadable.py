"""An order of magnitude is not a power of ten.

With `order-of-magnitude`, 10000 is printed as “tens of thousands of”. No other number has such words.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has filled {q1} sandbags.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: sandbags filled
        relation: order-of-magnitude
        value: 10000
        unit: sandbag
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: Tens of thousands of sandbags

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has filled {q1} sandbags.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: sandbags filled
        relation: order-of-magnitude
        value: 20000
        unit: sandbag
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: Tens of thousands of sandbags
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import quantities
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity
from explainers.text.numbers import magnitude

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every figure with the relation `order-of-magnitude`."""
    for placed in quantities(context.graph):
        value = placed.part.value
        if placed.part.relation == "order-of-magnitude" and value is not None and magnitude(value) is None:
            message = f"{value:,} has no words of magnitude, such as tens of thousands"
            yield Fault(placed.record, (*placed.loc, "value"), message, "write 10, 100, 1000, 10000 and so on")
