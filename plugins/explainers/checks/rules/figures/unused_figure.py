"""A figure of a claim is not in its statement.

Readers would find it in tables and charts without the sentence that it belongs to.

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
    statement: Northland has moved people out of the valley.
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

_FIGURE = re.compile(r"\{([A-Za-z]\w*)\}")
SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every figure of every claim; but where the statement asks for one in vain, a name was misspelt."""
    for claim in context.graph.of(Claim):
        asked_for = set(_FIGURE.findall(claim.statement))
        if asked_for <= claim.quantities.keys():
            for name in sorted(claim.quantities.keys() - asked_for):
                message = f"the statement does not use the figure `{name}`"
                help = f"write `{{{name}}}` in the statement, or delete the figure"
                yield Fault(claim, ("quantities", name), message, help, key=True)
