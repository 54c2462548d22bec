"""Neutral words for what a speaker did: one set for every act and stance, never the verb that was printed.

After the guidance on reporting verbs in the style books of news agencies and of Wikipedia ("Words to watch"):
*said* does not take sides; *revealed* or *claimed* does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from explainers.kinds.claim.model import Act, Certainty, Stance


@dataclass(frozen=True, slots=True)
class Wording:
    """The words before a proposition: one that follows at once, one after a colon, and one that was just printed."""

    that: str
    this: str
    it: str

    def quoted(self) -> Wording:
        """The same as a page quotes it: as saying that."""
        return Wording(*(as_quoted(words) for words in (self.that, self.this, self.it)))


@dataclass(frozen=True, slots=True)
class Verb:
    """What a speaker did: as such, with how certain they were (at `{}`), and of what somebody else just said.

    Behind `figure` comes the figure: gave the figure as 50,000, predicted a figure of 50,000.
    """

    plain: Wording
    sure: Wording
    same: str = ""
    figure: str = ""

    @property
    def quoted_same(self) -> str:
        """The same as a page quotes it."""
        return as_quoted(self.same)

    @property
    def quoted_figure(self) -> str:
        """The figure as a page quotes it."""
        return as_quoted(self.figure)


_FORMS = {
    "said": "saying", "gave": "giving", "put": "putting", "estimated": "estimating", "alleged": "alleging",
    "reported": "reporting", "found": "finding", "predicted": "predicting", "promised": "promising",
    "suggested": "suggesting", "ordered": "ordering", "denied": "denying", "doubted": "doubting", "called": "calling",
    "questioned": "questioning", "asked": "asking", "contested": "contesting", "passed": "passing",
    "withdrew": "withdrawing", "set": "setting", "declined": "declining", "spoke": "speaking",
}  # fmt: skip


def as_quoted(words: str) -> str:
    """What somebody did, after the page that quotes them: as denying that."""
    first = words.partition(" ")[0].rstrip(",")
    return f"as {_FORMS[first]}{words.removeprefix(first)}" if first in _FORMS else f"as saying this: {words}"


def _saying() -> Verb:
    return Verb(
        Wording("said that", "said", "said so"),
        Wording("said it is {} that", "said that this is {}", "said that it is {}"),
        "said the same",
        "gave the figure as",
    )


def _judging(past: str, figure: str) -> Verb:
    """A verb that takes what is said, and beside it how certain that is to the speaker."""
    sure = Wording(f"{past}, calling it {{}}, that", f"{past} this, calling it {{}}", f"{past} it, calling it {{}}")
    return Verb(Wording(f"{past} that", f"{past} this", f"{past} it"), sure, f"{past} the same", f"{past} {figure}")


def _opposing(past: str, call: str, joiner: str = "that") -> Verb:
    return Verb(
        Wording(f"{past} {joiner}", f"{past} this", f"{past} it"),
        Wording(f"called it {{}} {call} {joiner}", f"called this {{}} {call}", f"called it {{}} {call}"),
    )


def _silent(that: str, this: str, it: str) -> Verb:
    """Who does not answer says nothing, so there is nothing of which to be certain."""
    words = Wording(that, this, it)
    return Verb(words, words)


_SAYS = _saying()
_AFFIRMS: dict[Act, Verb] = {
    "say": _SAYS,
    "estimate": _judging("estimated", "the figure as"),
    "allege": _judging("alleged", "a figure of"),
    "report": _judging("reported", "the figure as"),
    # “Confirmed” would say that it is so.
    "confirm": _SAYS,
    "predict": _judging("predicted", "a figure of"),
    "promise": _judging("promised", "a figure of"),
    "suggest": _judging("suggested", "a figure of"),
    "order": replace(_judging("ordered", ""), figure="set a figure of"),
    "rule": _judging("found", "a figure of"),
}
_NO_POSITION = _silent("took no position on whether", "took no position on this", "took no position on it")
NO_ANSWER: dict[Act, Verb] = {
    "decline": _silent("declined to comment on whether", "declined to comment on this", "declined to comment on it"),
    "no-answer": _silent("did not answer when asked whether", "did not answer on this", "did not answer"),
    "not-reached": _silent(
        "could not be reached for comment on whether",
        "could not be reached for comment on this",
        "could not be reached for comment",
    ),
    "neither": _silent(
        "neither confirmed nor denied that", "neither confirmed nor denied this", "neither confirmed nor denied it"
    ),
    "no-comment": _NO_POSITION,
}
_PASSES_ON = Verb(
    Wording("passed on a statement that", "passed this on", "passed it on"),
    Wording("passed on a statement that it is {} that", "passed this on as {}", "passed it on as {}"),
    "passed on the same",
    "passed on a figure of",
)
_WITHOUT_POSITION: dict[Act, Verb] = {
    "relay": _PASSES_ON,
    "question": _silent("asked whether", "asked about this", "asked about it"),
    "contest": _silent("contested the statement that", "contested this", "contested it"),
}
_OTHER: dict[Stance, Verb] = {
    "denies": _opposing("denied", "untrue"),
    "doubts": _opposing("doubted", "doubtful"),
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
_RULES_AGAINST = Verb(
    Wording("found it not to be the case that", "found this not to be the case", "found it not to be the case"),
    Wording(
        "found it {} not to be the case that", "found this {} not to be the case", "found it {} not to be the case"
    ),
)
# Before the statements that somebody answers, by act, or else by stance.
ANSWERS: dict[Act | Stance, str] = {
    "deny": "denied",
    "decline": "declined to comment on",
    "no-answer": "did not answer questions about",
    "not-reached": "could not be reached for comment on",
    "neither": "neither confirmed nor denied",
    "no-comment": "took no position on",
    "question": "asked about",
    "contest": "contested",
    "denies": "denied",
    "doubts": "doubted",
    "declines": "took no position on",
    "retracts": "withdrew",
    "none": "passed on",
    "affirms": "spoke of",
    "partly": "spoke of",
}
_ADVERBS: dict[Certainty, str] = {"certain": "certainly", "probable": "probably", "possible": "possibly"}
STANCES: dict[Stance, str] = {
    "affirms": "Say so",
    "partly": "Say something else",
    "denies": "Deny it",
    "doubts": "Doubt it",
    "declines": "Did not say",
    "retracts": "Took it back",
    "none": "Mention it without taking a position",
    "denies-other": "Deny something else",
    "doubts-other": "Doubt something else",
    "declines-other": "Did not say (something else)",
    "no-position-found": "No position found",
}
# One speaker's stance, as a table prints it.
STANCE_OF_ONE: dict[Stance, str] = {
    "affirms": "says so",
    "partly": "says something else",
    "denies": "denies it",
    "doubts": "doubts it",
    "declines": "did not say",
    "retracts": "took it back",
    "none": "mentions it without taking a position",
    "denies-other": "denies something else",
    "doubts-other": "doubts something else",
    "declines-other": "did not say (something else)",
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
    if stance == "declines":
        return NO_ANSWER.get(act, _NO_POSITION)
    if stance == "none":
        return _WITHOUT_POSITION.get(act, _PASSES_ON)
    if (stance, act) == ("denies", "rule"):
        return _RULES_AGAINST
    return _QUESTIONS if (stance, act) == ("doubts", "question") else _OTHER[stance]


_NO_SIDE: dict[Act, tuple[str, str]] = {
    "relay": ("Pass it on", "passes it on"),
    "question": ("Ask about it", "asks about it"),
    "contest": ("Contest it", "contests it"),
}


def position_taken(stance: Stance, acts: Iterable[Act], *, by_several: bool = False) -> str:
    """A stance in words: of who takes none, what they did instead where all did the same.

    Several who did not say may have done so in several ways: only of one speaker are the words those of the act.
    """
    done = set(acts)
    act = done.pop() if len(done) == 1 else None
    if stance == "none" and act in _NO_SIDE:
        return _NO_SIDE[act][0 if by_several else 1]
    if stance == "declines" and act in NO_ANSWER and not by_several:
        return NO_ANSWER[act].plain.it
    if stance == "declines-other" and act in NO_ANSWER:
        words = f"{ANSWERS[act]} something else"
        return words[0].upper() + words[1:] if by_several else words
    return (STANCES if by_several else STANCE_OF_ONE)[stance]


def worded(stance: Stance, act: Act, certainty: Certainty) -> Wording:
    """The words before a proposition, with the speaker's own certainty in them."""
    found = verb(stance, act)
    if certainty == "unstated":
        return found.plain
    how = _ADVERBS[certainty] if stance in {"denies", "doubts"} else certainty
    return Wording(*(words.format(how) for words in (found.sure.that, found.sure.this, found.sure.it)))


_UNNAMED = " without naming a source"


def unsourced(certainty: Certainty) -> Wording:
    """The words of who passes something on and names no source."""
    passed = "passed on, without naming a source,"
    sure = "" if certainty == "unstated" else f" that it is {certainty}"
    how = "" if certainty == "unstated" else f" as {certainty}"
    return Wording(f"{passed}{sure} that", f"{passed}{how}".rstrip(","), f"passed it on{how}{_UNNAMED}")


def not_saying_how_certain(words: str) -> str:
    """The words of who passes something on, after somebody who said how certain it is."""
    if words.endswith(_UNNAMED):
        return f"{words.removesuffix(_UNNAMED)}, naming no source and not saying how certain"
    return f"{words} without saying how certain"
