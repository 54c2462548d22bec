"""Several speakers share an attribution that does not say how they spoke.

A page often runs together what each said alone. With `joint: as-printed`, or without `joint`, it is not known whether
each of them spoke, and their origins are counted as *at most*. `together` is one origin; with `separate`, each of
them said it.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind, water-board]
        joint: as-printed
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
        by: [mara-lind, water-board]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import voices
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.INFO


def check(context: Context) -> Iterator[Fault]:
    """Every attribution by two or more."""
    for voice in voices(context.graph):
        if len(voice.attribution.by) > 1 and not context.written(voice.claim, (*voice.loc, "joint")):
            help = (
                "add `joint: as-printed` if the page runs them together, `joint: separate` if each said it, "
                "or `joint: together` if they spoke with one voice"
            )
            yield Fault(voice.claim, (*voice.loc, "by"), "several speakers, and no `joint`", help)
