"""A speaker who says that something is so rests on one who does not say so.

`based_on` leads to whoever said it before, or passed it on. A speaker who denies, doubts, asks, contests or gives no
answer is no basis for one who says so, and is left out when origins are counted.

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
        based_on: [a2]
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
      - id: a2
        by: [water-board]
        act: estimate
        cites:
          - source: water-report

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
        based_on: [a2]
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
      - id: a2
        by: [water-board]
        stance: denies
        act: deny
        cites:
          - source: water-report
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import resting
from explainers.checks.rule import Fault
from explainers.graph.graph import AttributionRef
from explainers.graph.ways import tells
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every basis of one who affirms, where the basis does not."""
    for (claim, loc, attribution), index, other, basis in resting(context.graph):
        if tells(AttributionRef(claim, attribution)) and not tells(AttributionRef(other, basis)):
            words = attribution.based_on[index]
            message = f"`{words}` does not say so (`stance: {basis.stance}`), and does not support it"
            yield Fault(claim, (*loc, "based_on", index), message)
