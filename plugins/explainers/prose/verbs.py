"""Neutral words for what a speaker did: one set for every act and stance, never the verb that was printed.

After the guidance on reporting verbs in the style books of news agencies and of Wikipedia ("Words to watch"):
*said* does not take sides; *revealed* or *claimed* does.
"""

from __future__ import annotations

from dataclasses import dataclass

from explainers.kinds.claim.model import Act, Certainty, Stance


@dataclass(frozen=True, slots=True)
class Wording:
    """The words before a proposition: one that follows at once, one after a colon, and one that was just printed."""

    that: str
    this: str
    it: str


@dataclass(frozen=True, slots=True)
class Verb:
    """What a speaker did: as such, with how certain they were (at `{}`), and of what somebody else just said.

    Behind `figure` stands the figure: gave the figure as 50,000, predicted a figure of 50,000.
    """

    plain: Wording
    sure: Wording
    same: str = ""
    figure: str = ""


def _saying(how: str = "") -> Verb:
    """To say, in some way: in confirmation."""
    said = f"said {how}".rstrip()
    return Verb(
        Wording(f"{said} that", said, f"said so {how}".rstrip()),
        Wording(
            f"{said}{' that' if how else ''} it is {{}} that", f"{said} that this is {{}}", f"{said} that it is {{}}"
        ),
        f"said the same {how}".rstrip(),
        f"gave the figure, {how}, as" if how else "gave the figure as",
    )


def _judging(past: str, figure: str) -> Verb:
    """A verb that takes something to be certain."""
    sure = Wording(f"{past} it to be {{}} that", f"{past} this to be {{}}", f"{past} it to be {{}}")
    return Verb(Wording(f"{past} that", f"{past} this", f"{past} it"), sure, f"{past} the same", f"{past} {figure}")


def _uttering(past: str, noun: str) -> Verb:
    """A verb that takes nothing but what is said: who predicts says in a prediction that it is certain."""
    plain = Wording(f"{past} that", f"{past} this", f"{past} it")
    return Verb(plain, _saying(f"in a {noun}").sure, f"{past} the same", f"{past} a figure of")


def _opposing(past: str, call: str, joiner: str = "that") -> Verb:
    return Verb(
        Wording(f"{past} {joiner}", f"{past} this", f"{past} it"),
        Wording(f"called it {{}} {call} {joiner}", f"called this {{}} {call}", f"called it {{}} {call}"),
    )


_SAYS = _saying()
_AFFIRMS: dict[Act, Verb] = {
    "say": _SAYS,
    "estimate": _judging("estimated", "the figure as"),
    "allege": _judging("alleged", "a figure of"),
    "report": _judging("reported", "the figure as"),
    # Written `stance: affirms`: it makes what it passes on its own.
    "relay": _saying(),
    "rule": _judging("found", "the figure as"),
    "confirm": _saying("in confirmation"),
    "predict": _uttering("predicted", "prediction"),
    "promise": _uttering("promised", "promise"),
    "suggest": _uttering("suggested", "suggestion"),
    "order": _saying("in an order"),
}
_NEITHER = "neither confirmed nor denied"
# To neither confirm nor deny is to say nothing, so there is nothing of which to be certain.
_DECLINES = Wording(f"{_NEITHER} that", f"{_NEITHER} this", f"{_NEITHER} it")
_OTHER: dict[Stance, Verb] = {
    "denies": _opposing("denied", "untrue"),
    "doubts": _opposing("doubted", "doubtful"),
    "declines": Verb(_DECLINES, _DECLINES),
    "none": Verb(
        Wording("passed on a statement that", "passed this on", "passed it on"),
        Wording("passed on a statement that it is {} that", "passed this on as {}", "passed it on as {}"),
        "passed on the same",
        "passed on the figure as",
    ),
    "retracts": Verb(
        Wording("withdrew the statement that", "withdrew this statement", "withdrew the statement"),
        Wording(
            "withdrew the statement that it is {} that",
            "withdrew this statement, put as {}",
            "withdrew the statement, put as {}",
        ),
    ),
}
_QUESTIONS = _opposing("questioned", "doubtful", "whether")
_ASKS = Wording("asked whether", "asked about this", "asked about it")
_CONTESTS = Wording("contested the statement that", "contested this", "contested it")
_WITHOUT_POSITION: dict[Act, Verb] = {"question": Verb(_ASKS, _ASKS), "contest": Verb(_CONTESTS, _CONTESTS)}
_ADVERBS: dict[Certainty, str] = {"certain": "certainly", "probable": "probably", "possible": "possibly"}
STANCES: dict[Stance, str] = {
    "affirms": "Say so",
    "denies": "Deny it",
    "doubts": "Doubt it",
    "declines": "Decline to say",
    "retracts": "Took it back",
    "none": "Take no position",
    "no-position-found": "No position found",
}
# One speaker's stance, as a table prints it.
STANCE_OF_ONE: dict[Stance, str] = {
    "affirms": "says so",
    "denies": "denies it",
    "doubts": "doubts it",
    "declines": "declines to say",
    "retracts": "took it back",
    "none": "takes no position",
    "no-position-found": "no position found",
}
ACTS: dict[Act, str] = {
    "say": "a statement",
    "estimate": "an estimate",
    "allege": "an allegation",
    "report": "a report",
    "relay": "passed on from others",
    "confirm": "a confirmation",
    "predict": "a prediction",
    "promise": "a promise",
    "suggest": "a suggestion",
    "order": "an order",
    "rule": "a ruling",
    "deny": "a denial",
    "question": "a question",
    "contest": "an objection",
    "decline": "declined to comment",
    "no-answer": "did not answer",
    "not-reached": "could not be reached",
    "neither": "neither confirmed nor denied",
    "no-comment": "no comment",
}


def verb(stance: Stance, act: Act) -> Verb:
    """The neutral verb for a stance taken by an act. Where no position was found there is none."""
    if stance == "affirms":
        return _AFFIRMS.get(act, _SAYS)
    if stance == "none":
        return _WITHOUT_POSITION.get(act, _OTHER[stance])
    return _QUESTIONS if (stance, act) == ("doubts", "question") else _OTHER[stance]


def worded(stance: Stance, act: Act, certainty: Certainty) -> Wording:
    """The words before a proposition, with the speaker's own certainty in them."""
    found = verb(stance, act)
    if certainty == "unstated":
        return found.plain
    how = _ADVERBS[certainty] if stance in {"denies", "doubts"} else certainty
    return Wording(*(words.format(how) for words in (found.sure.that, found.sure.this, found.sure.it)))
