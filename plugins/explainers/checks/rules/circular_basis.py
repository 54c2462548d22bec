"""Statements rest on one another in a circle.

`based_on` leads from a telling back to its origin. In a circle there is no origin, so nothing can be
counted.

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
        based_on: [own-estimate]
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
        act: estimate
        based_on: [a1]
        cites:
          - source: water-report
"""

from collections.abc import Iterator

from explainers.checks.circles import circles, told
from explainers.checks.context import Context
from explainers.checks.parts import voices
from explainers.checks.rule import Fault
from explainers.graph.origins import bases
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every circle of `based_on`, told where it closes."""
    refs = {ref.key: ref for ref in context.graph.attributions()}
    places = {f"{voice.claim.id}#{voice.attribution.id}": voice for voice in voices(context.graph)}
    rests_on = {key: [base.key for base in bases(ref, context.graph)] for key, ref in refs.items()}
    for circle in circles(rests_on):
        closing = places[circle[-1]]
        index = _index(closing.attribution.based_on, circle[0], closing.claim.id)
        message = f"what it is based on leads back to itself: {told(circle)}"
        yield Fault(closing.claim, (*closing.loc, "based_on", index), message)


def _index(based_on: tuple[str, ...], key: str, claim: str) -> int:
    """Where in the list the attribution of that key stands."""
    return next(index for index, base in enumerate(based_on) if base == key or f"{claim}#{base}" == key)
