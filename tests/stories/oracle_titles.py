"""What an aside behind the claim's name says: who says so and still does, or who did what else with the claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tests.stories.story import Telling
from tests.stories.titles import ACCORDING, DONE, Deed, Title
from tests.stories.truth import Truth

Did = Callable[[Telling, Truth], bool]


def _act(*acts: str) -> Did:
    return lambda telling, _: telling.act in acts


def _takes(stance: str) -> Did:
    return lambda telling, truth: truth.stance(telling) == stance and not telling.statement


DEEDS: Mapping[str, Did] = {
    ACCORDING: lambda telling, truth: truth.affirms(telling) and not truth.is_given_up(telling),
    "passed on by {}": _act("relay"),
    "put differently by {}": lambda telling, truth: bool(telling.statement) and truth.stance(telling) == "affirms",
    "taken back by {}": _takes("retracts"),
    "denied by {}": _takes("denies"),
    "contested by {}": _act("contest"),
    "questioned by {}": _takes("doubts"),
    "doubted by {}": _takes("doubts"),
    "asked about by {}": _act("question"),
    "neither confirmed nor denied by {}": _act("neither"),
    "on which {} spoke": lambda telling, truth: bool(telling.statement),
    "on which {} declined to comment": _act("decline"),
    "on which {} did not answer": _act("no-answer"),
    "on which {} could not be reached": _act("not-reached"),
    "on which {} took no position": _act("no-comment"),
    "made by {} and replaced later": lambda telling, truth: truth.affirms(telling) and truth.is_given_up(telling),
}
_ANSWERS = {
    "denies": "denies", "deny": "denies", "doubts": "doubts", "doubt": "doubts",
    "speaks of": "none", "speak of": "none",
}  # fmt: skip
_ACTS = {
    "contests": "contest", "contest": "contest", "asks about": "question", "ask about": "question",
    "declined to comment on": "decline", "did not answer questions about": "no-answer",
    "could not be reached for comment on": "not-reached", "neither confirmed nor denied": "neither",
    "took no position on": "no-comment",
}  # fmt: skip
_SILENT = (set(DONE) - set(DEEDS)).pop()


def untrue_titles(title: Title, truth: Truth) -> Iterator[str]:
    """All that the claim's name says of its speakers and that they did not do."""
    if not title.deeds:
        yield "the claim’s name without its speakers, or with an aside that is not understood"
    if title.answers and not any(_answers(t, title, truth) for t in truth.tellings):
        yield f"nobody {title.answers} what {', '.join(title.whom)} said"
    for deed in title.deeds:
        yield from _untrue(deed, truth)
    standing = [t for t in truth.tellings if DEEDS[ACCORDING](t, truth)]
    if standing and title.deeds and title.deeds[0].done != ACCORDING:
        yield f"“a claim …”, and {', '.join(standing[0].by)} says so"


def _answers(telling: Telling, title: Title, truth: Truth) -> bool:
    answered = {actor for id in telling.answers for actor in truth.story.tellings[id].by}
    words = title.answers.casefold()
    did = telling.act == _ACTS[words] if words in _ACTS else truth.stance(telling) == _ANSWERS[words]
    return did and answered == {*title.whom}


def _untrue(deed: Deed, truth: Truth) -> Iterator[str]:
    if deed.done == _SILENT:
        yield from (f"“{deed.done}” of {who}, whom nobody looked for" for who in deed.who if who not in _silent(truth))
        return
    tellings = [telling for telling in truth.tellings if DEEDS[deed.done](telling, truth)]
    did = {actor for telling in tellings for actor in (*telling.by, telling.speaks_for)}
    yield from (f"“{deed.done}” of {who}, who did not" for who in deed.who if who not in did)
    left = {actor for telling in tellings for actor in telling.by} - {*deed.who}
    more = any(telling.speakers or _plural(telling, truth) for telling in tellings)
    if deed.others and not left and not more:
        yield f"“{deed.others}”, and there are none"
    if deed.others == "one other" and len(left) != 1:
        yield f"one other, and there are {len(left)}"
    cast = truth.story.cast
    yield from (f"{who} is named" for who in deed.unnamed if cast[who].named)
    yield from (f"{who} is not named" for who in deed.who if not cast[who].named and who not in deed.unnamed)
    citing = {truth.story.page_of(telling).publisher for telling in tellings if {*telling.by} & {*deed.who}}
    citing |= {telling.said_in for telling in tellings if {*telling.by} & {*deed.who}}
    if deed.cited_by and deed.cited_by not in citing:
        yield f"{deed.cited_by} does not cite {', '.join(deed.who)}"


def _silent(truth: Truth) -> list[str]:
    return truth.story.silent


def _plural(telling: Telling, truth: Truth) -> bool:
    return any(truth.story.cast[actor].is_plural for actor in telling.by)
