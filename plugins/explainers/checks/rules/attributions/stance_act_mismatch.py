"""The act does not fit the stance.

The position follows from the act: to deny is a denial; to decline to comment takes none; to pass on, ask or
contest takes no position. Write a stance only where the position is another, and one that fits: `act: question` with
`stance: doubts` is a doubt.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [tom-berg]
        stance: doubts
        act: question
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
        by: [tom-berg]
        stance: denies
        act: no-comment
        cites:
          - source: water-report
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import voices
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import STANCES_OF_ACTS
from explainers.text.diagnostic import Severity
from explainers.text.suggest import one_of

SEVERITY = Severity.ERROR


_SAYING = ("say", "estimate", "allege", "report", "relay", "suggest", "predict")
_SILENT = ("decline", "no-answer", "not-reached", "neither", "no-comment")
_FITTING: dict[str, tuple[str, ...]] = {
    "affirms": (*_SAYING, "confirm", "promise", "order", "rule"),
    "denies": ("deny", "say", "rule"),
    "doubts": ("question", "contest", *_SAYING),
    "declines": _SILENT,
    "no-position-found": ("no-comment",),
    "retracts": ("say", "report", "relay"),
}


def check(context: Context) -> Iterator[Fault]:
    """Every stance that is written next to an act."""
    for voice in voices(context.graph):
        stance, act = voice.attribution.written_stance, voice.attribution.written_act
        if stance and act and act not in _FITTING[stance]:
            own = STANCES_OF_ACTS.get(act, "affirms")
            help = f"with `stance: {stance}` write {_acts(stance)}"
            if own in _FITTING:
                help = f"delete the line `stance:` if it is `{own}`, as the act has it, or {help}"
            yield Fault(voice.claim, (*voice.loc, "act"), f"`act: {act}` does not fit `stance: {stance}`", help)


def _acts(stance: str) -> str:
    return one_of(f"act: {act}" for act in _FITTING[stance])
