"""A statement qualifies a figure that has its qualifier already.

`{q1}` prints the number with its qualifier: “more than 10,000”. The same word before it would be printed twice.

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
    statement: Northland has moved more than {q1} people out of the valley.
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
"""

import re
from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import Claim
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
_QUALIFIED = re.compile(
    r"\b(about|around|approximately|roughly|some|nearly|almost|more than|over|at least|fewer than|less than|under"
    r"|at most|up to|between|exactly)\s+(?=\{\w+\})",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Fault]:
    """Every statement."""
    for claim in context.graph.of(Claim):
        for match in _QUALIFIED.finditer(claim.statement) if "{" in claim.statement else ():
            help = "delete it here, and give it as the figure's `relation`"
            message = f"`{match[1]}` precedes a figure that prints its own qualifier"
            yield Fault(claim, ("statement",), message, help, words=match[1])
