"""Two attributions of a claim have the same id.

Other records refer to an attribution by its id. Ids are given once, in order, and never reused.

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
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
      - id: a1
        by: [water-board]
        act: estimate
        cites:
          - source: water-report
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import Claim
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every attribution's id, within its claim."""
    for claim in context.graph.of(Claim):
        seen: set[str] = set()
        for index, attribution in enumerate(claim.attributions):
            if attribution.id in seen:
                message = f"another attribution is called `{attribution.id}`"
                yield Fault(claim, ("attributions", index, "id"), message, f"the next free id is `{_free(claim)}`")
            seen.add(attribution.id)


def _free(claim: Claim) -> str:
    return f"a{max(int(a.id[1:]) for a in claim.attributions) + 1}"
