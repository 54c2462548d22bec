"""An attribution names one speaker twice.

One of the two was probably another speaker; otherwise delete it. It would be counted as a second voice.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind, water-board]
        joint: separate
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
        by: [mara-lind, mara-lind]
        joint: separate
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

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every list of speakers."""
    for voice in voices(context.graph):
        by = voice.attribution.by
        for index, actor in enumerate(by):
            if actor in by[:index]:
                yield Fault(voice.claim, (*voice.loc, "by", index), f"`{actor}` is named twice")
