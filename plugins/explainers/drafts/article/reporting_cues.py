"""The cues of a sentence: each verb or phrase of reporting outside of quotation marks, with its place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from explainers.drafts.article.article_words import Word
from explainers.drafts.article.reporting_verbs import (
    BE,
    HEARSAY_VERBS,
    HELPERS,
    NOUNS,
    REFUSED,
    REFUSING,
    UNANSWERED,
    UNVERIFIED,
    VOICED,
    VOICING,
    ReportingVerb,
    pairs,
    verbs,
)
from explainers.kinds.claim.model import Act

Words = Sequence[Word]
# `reply`: to what was said before, with nothing that is said. `unverified`: the page could not check it.
Kind = Literal["verb", "reply", "unverified", "according", "hearsay"]
_NEAR = 6
_ARTICLES = frozenset("a an the its his her their our your my".split())
_DETERMINERS = frozenset("a an the this that these those its his her their our your my no any every some such".split())


class Cue(NamedTuple):
    """A cue: where its words begin and end, helping words apart, and what is done."""

    start: int
    end: int
    kind: Kind
    act: Act
    verb: ReportingVerb | None = None


def cues(words: Words, start: int, end: int) -> list[Cue]:
    """The cues between two places, in their order; none lies in another."""
    found: list[Cue] = []
    at = start
    while at < end:
        cue = _cue(words, at, end) if words[at].quotation < 0 and words[at].is_word else None
        if cue:
            found.append(cue)
        at = cue.end if cue else at + 1
    return found


def helpers_before(words: Words, at: int, start: int) -> int:
    """Where the helping words and adverbs begin that go before a verb."""
    while at > start and is_helper(words[at - 1]) and words[at - 1].quotation < 0:
        at -= 1
    return at


def is_helper(word: Word) -> bool:
    """Whether a word is a helping verb or an adverb."""
    return word.low in HELPERS or (word.low.endswith("ly") and len(word.low) > 4 and not word.is_name)


def _cue(words: Words, at: int, end: int) -> Cue | None:
    low = words[at].low
    next_ = words[at + 1].low if at + 1 < end else ""
    if low == "according" and next_ == "to":
        return Cue(at, at + 2, "according", "say")
    return _phrase(words, at, end, low) or _hearsay(words, at, end, low) or _verb(words, at, end, low, next_)


def _phrase(words: Words, at: int, end: int, low: str) -> Cue | None:
    """A fixed phrase that begins with a word: a refusal, no answer, a doubt, what could not be checked."""
    near = [word.low for word in words[at : min(end, at + _NEAR)]]
    if low == "neither" and "nor" in near and near[1][:4] in {"conf", "deni", "deny"}:
        return Cue(at, at + near.index("nor") + 2, "reply", "neither")
    if low in UNANSWERED | {"commented"} and _neither(words, at):
        return Cue(at, at + 1, "reply", "no-answer")
    if low in REFUSING and near[1:2] == ["to"] and len(near) > 2 and near[2] in REFUSED:
        return Cue(at, at + 3, "reply", "decline")
    if low in VOICING and (noun := next((n for n in near[1:4] if n in VOICED), "")):
        return Cue(at, at + near.index(noun) + 1, "reply", "question")
    negated = low in {"not", "never"} or low.endswith(("n't", "n’t"))
    unable = low == "unable" and near[1:2] == ["to"]
    if not (negated or unable):
        return None
    rest = [(n, word) for n, word in enumerate(near[1:], 1) if word not in _BETWEEN]
    if not rest:
        return None
    number, verb = rest[0]
    if verb in UNVERIFIED and ({"independently", "able", "unable"} & set(near) or _could(words, at)):
        return Cue(at, at + number + 1, "unverified", "no-comment")
    if verb == "reached" and _could(words, at):
        return Cue(at, at + number + 1, "reply", "not-reached")
    if verb in UNANSWERED:
        return Cue(at, at + number + 1, "reply", "no-answer")
    declines = verb in {"comment", "commented"} or (verb == "say" and near[number + 1 : number + 2] in _OPEN)
    return Cue(at, at + number + 1, "reply", "decline") if declines else None


def _may_be_plain(words: Words, at: int) -> bool:
    before = words[at - 1] if at else None
    if before is None:
        return False
    joined = any(word.low == "and" for word in words[max(0, at - 5) : at])
    # Economists at the university estimate.
    near = words[max(0, at - 8) : at]
    joined = joined or any(one.low.endswith("s") and next_.low in _PREPOSITIONS for one, next_ in pairwise(near))
    return before.low.endswith(("s", "men", "people")) or before.low in _PLAIN_AFTER or is_helper(before) or joined


_PREPOSITIONS = frozenset("at of in from for with on who close familiar".split())
_PLAIN_AFTER = frozenset("they we i you who many some most others both to".split())
# Between `not` and its verb: not immediately respond, not been able to confirm.
_BETWEEN = frozenset("immediately yet independently publicly be been to itself directly able so".split())
_OPEN = [["whether"], ["if"], ["how"], ["why"], ["when"], ["what"], ["who"], ["where"]]


def _neither(words: Words, at: int) -> bool:
    """Whether neither of two speakers did what a verb says: neither she nor her employer responded."""
    before = [word.low for word in words[max(0, at - 12) : at]]
    return "neither" in before and "nor" in before[before.index("neither") :]


def _could(words: Words, at: int) -> bool:
    before = words[max(0, at - 2) : at + 1]
    return any(word.low.startswith(("could", "can", "unable")) for word in before)


def _hearsay(words: Words, at: int, end: int, low: str) -> Cue | None:
    """Is reported to have, was believed to be: attributed to no one."""
    if low not in HEARSAY_VERBS or at + 1 >= end or words[at + 1].low not in {"to", "that"}:
        return None
    before = [word.low for word in words[max(0, at - 3) : at]]
    return Cue(at, at + 1, "hearsay", "relay") if BE & set(before) else None


def _verb(words: Words, at: int, end: int, low: str, next_: str) -> Cue | None:
    pair = pairs().get((low, next_))
    if pair:
        return Cue(at, at + 2, "verb", pair.act, pair)
    verb = verbs().get(low)
    if verb is None or (words[at].is_name and at > 0 and words[at - 1].is_word):
        return None
    before = words[at - 1].low if at else ""
    if low in NOUNS and (
        before in _DETERMINERS or next_ in {"of", "from", "by", "about", "on", "in"} or before == "of"
    ):
        return None
    # A blog post is no posting: the bare form goes with several speakers, or with a helping verb.
    if low in NOUNS and low == verb.plain and not _may_be_plain(words, at):
        return None
    if before in _ARTICLES:
        # An estimated ten, the said road, their claims.
        return None
    if before == "to" and verb.act not in {"deny"}:
        # Plans to say, and asked to be named, are no saying yet.
        return None
    # Was asked, were told: the hearer is not a speaker.
    helping = words[helpers_before(words, at, 0) : at]
    if any(word.low in BE for word in helping) and not low.endswith("ing"):
        return None
    # Who did not dispute it has not said so either: that is for the page to tell.
    if any(word.low in {"not", "never"} or word.low.endswith(("n't", "n’t")) for word in helping):
        return None
    return Cue(at, at + 1, "verb", verb.act, verb)
