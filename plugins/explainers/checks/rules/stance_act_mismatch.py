"""The act does not fit the stance.

A denial denies, a refusal to comment declines, and neither is the other. What an actor did with words has
to fit the position that it is said to take.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [tom-berg]
        stance: denies
        act: deny
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
from explainers.checks.parts import voices
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity
from explainers.text.suggest import one_of

SEVERITY = Severity.ERROR


_SAYING = ("say", "estimate", "allege", "report", "relay", "suggest", "predict")
_SILENT = ("decline", "no-answer", "not-reached", "neither", "no-comment")
_FITTING: dict[str, tuple[str, ...]] = {
    "affirms": (*_SAYING, "confirm", "promise", "order", "rule"),
    "denies": ("deny", "rule"),
    "doubts": ("question", *_SAYING),
    "declines": _SILENT,
    "none": ("relay", "question", "contest"),
    "no-position-found": ("no-comment",),
    "retracts": ("say", "report", "relay"),
}


def check(context: Context) -> Iterator[Fault]:
    """Every attribution's pair of stance and act."""
    for voice in voices(context.graph):
        stance, act = voice.attribution.stance, voice.attribution.act
        if act not in _FITTING[stance]:
            other = next((s for s, acts in _FITTING.items() if act == acts[0] and s != "affirms"), "")
            help = f"with `stance: {stance}` write {_acts(stance)}" + (f", or `stance: {other}`" if other else "")
            yield Fault(voice.claim, (*voice.loc, "act"), f"`act: {act}` does not fit `stance: {stance}`", help)


def _acts(stance: str) -> str:
    return one_of(f"act: {act}" for act in _FITTING[stance])
