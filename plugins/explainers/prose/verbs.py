"""Neutral words for what a speaker did: one set for every act and stance, never the verb that was printed.

After the guidance on reporting verbs in the style books of news agencies and of Wikipedia ("Words to watch"):
*said* does not take sides; *revealed* or *claimed* does.
"""

from __future__ import annotations

from dataclasses import dataclass

from explainers.kinds.claim.model import Act, Certainty, Stance


@dataclass(frozen=True, slots=True)
class Verb:
    """What a speaker did: before a that-clause, before a colon, and where the statement was just printed."""

    that: str
    colon: str
    same: str


def _verb(past: str, *, joiner: str = " that", same: str = "") -> Verb:
    return Verb(past + joiner, past, same or f"{past} the same")


_AFFIRMS: dict[Act, Verb] = {
    "say": _verb("said"),
    "estimate": _verb("estimated"),
    "allege": _verb("alleged"),
    "report": _verb("reported"),
    "relay": Verb("passed on the statement that", "passed this on", "passed on the same"),
    "confirm": Verb("said in confirmation that", "said in confirmation", "said the same in confirmation"),
    "predict": _verb("predicted"),
    "promise": _verb("promised"),
    "suggest": _verb("suggested"),
    "order": Verb("said in an order that", "said in an order", "said the same in an order"),
    "question": Verb("said in a question that", "said in a question", "said the same in a question"),
    "deny": _verb("said"),
    "no-comment": _verb("said"),
}
_OTHER: dict[Stance, Verb] = {
    "denies": Verb("denied that", "denied this", "denied it"),
    "doubts": Verb("doubted that", "doubted this", "doubted it"),
    "declines": Verb(
        "neither confirmed nor denied that",
        "neither confirmed nor denied this",
        "neither confirmed nor denied it",
    ),
    "retracts": Verb("withdrew the statement that", "withdrew this", "withdrew it"),
    "no-position-found": Verb("", "", ""),
}
_CERTAINTY: dict[Certainty, str] = {
    "certain": "with certainty",
    "probable": "as probable",
    "possible": "as possible",
    "unstated": "",
}
STANCES: dict[Stance, str] = {
    "affirms": "Say so",
    "denies": "Deny it",
    "doubts": "Doubt it",
    "declines": "Decline to say",
    "retracts": "Took it back",
    "no-position-found": "No position found",
}
# One speaker's stance, as a table prints it.
STANCE_OF_ONE: dict[Stance, str] = {
    "affirms": "says so",
    "denies": "denies it",
    "doubts": "doubts it",
    "declines": "declines to say",
    "retracts": "took it back",
    "no-position-found": "no position found",
}
ACTS: dict[Act, str] = {
    "say": "a statement",
    "estimate": "an estimate",
    "allege": "an allegation",
    "report": "a report",
    "relay": "passed on from others",
    "confirm": "a confirmation",
    "deny": "a denial",
    "no-comment": "no comment",
    "predict": "a prediction",
    "promise": "a promise",
    "question": "a question",
    "suggest": "a suggestion",
    "order": "an order",
}


def verb(stance: Stance, act: Act) -> Verb:
    """The neutral verb for a stance taken by an act."""
    if stance == "affirms":
        return _AFFIRMS[act]
    if stance == "doubts" and act == "question":
        return Verb("questioned whether", "questioned this", "questioned it")
    return _OTHER[stance]


def certainty(value: Certainty) -> str:
    """The speaker's own certainty, to stand between commas, or nothing."""
    return _CERTAINTY[value]
