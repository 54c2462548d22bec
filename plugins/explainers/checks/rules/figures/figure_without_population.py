"""A figure does not say what it counts.

One number for different things is the commonest mistake in retelling. `of` distinguishes this count from every other.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved {q1} people out of the valley.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: people moved out of the valley
        relation: more-than
        value: 10000
        unit: person
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: more than 10,000 people had been moved

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved {q1} people out of the valley.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        relation: more-than
        value: 10000
        unit: person
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: more than 10,000 people had been moved
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import Claim
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every figure of every claim."""
    for claim in context.graph.of(Claim):
        for name, quantity in claim.quantities.items():
            loc = ("quantities", name)
            if quantity.of is None and not context.written(claim, (*loc, "of")):
                message = f"the figure `{name}` does not say what it counts"
                yield Fault(claim, loc, message, "add `of:`, such as: people moved out of the valley", key=True)
