"""A telling answers or replaces itself.

`answers` names the tellings that somebody denies, declines to comment on, doubts or contests, and `replaces` those that
end with this one. Both are other tellings.

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
        by: [tom-berg]
        act: decline
        answers: [a1]
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
      - id: a2
        by: [tom-berg]
        act: decline
        answers: [a2]
        cites:
          - source: water-report
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import voices
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every entry of `answers` and `replaces` that leads back to its own attribution."""
    for claim, loc, attribution in voices(context.graph):
        for field in ("answers", "replaces"):
            for index, named in enumerate(getattr(attribution, field)):
                found = context.graph.basis(named, claim)
                if found and found[0].id == claim.id and found[1].id == attribution.id:
                    yield Fault(claim, (*loc, field, index), f"`{field}` names the attribution it is written in")
