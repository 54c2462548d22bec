"""An attribution by one speaker says how several spoke.

`joint` says whether a page runs several speakers together, they spoke together, or each said it. With one speaker,
either another one is missing or `joint` has to go.

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

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        joint: as-printed
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import voices_with
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every attribution with `joint`."""
    for voice in voices_with(context.graph, "joint"):
        if len(voice.attribution.by) == 1:
            yield Fault(voice.claim, (*voice.loc, "joint"), "`joint` with one speaker")
