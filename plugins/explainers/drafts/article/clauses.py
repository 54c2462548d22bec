"""Stretches of a sentence: whether one says something by itself, and where it is cut into several."""

from __future__ import annotations

from collections.abc import Iterator

from explainers.drafts.article import reporting_frames as frames
from explainers.drafts.article.reporting_cues import Words

# What hangs on the clause before it.
TAILS = frozenset(["where", "which", "who", "whose"])
_NO_TAILS = frozenset("including during according following regarding concerning excluding notwithstanding".split())
_SHORTEST = 4
_BEHIND = ".,;:—–“\"„«‘(”»’'"
_BEFORE = "“\"„«‘'(—–,;:"


def trimmed(words: Words, start: int, end: int) -> tuple[int, int]:
    """A stretch without the signs and the joints at its ends."""
    while start < end and (
        words[start].text in _BEFORE
        or words[start].text in "”»"
        or (words[start].quotation < 0 and words[start].low in _LEAD)
    ):
        start += 1
    while end > start and words[end - 1].text in _BEHIND:
        end -= 1
    return start, end


_LEAD = frozenset(["and", "but", "however", "meanwhile", "that", "while", "whereas", "although", "though", "so", "yet"])


def is_clause(words: Words, start: int, end: int) -> bool:
    """Whether a stretch says something by itself."""
    inside = words[start:end]
    if any(word.quotation >= 0 for word in inside):
        return sum(word.is_word for word in inside) > 1
    return sum(word.is_word for word in inside) >= _SHORTEST and frames.has_verb(inside)


def parts(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is said, cut where a second clause begins with its own `that`: …, but that the offer was withdrawn."""
    at = start
    for here in range(start + 1, end - 1):
        if words[here].low == "that" and words[here - 1].low in {"and", "but"} and words[here].quotation < 0:
            yield at, here - 1
            at = here + 1
    yield at, end


def half(words: Words, start: int, end: int) -> int:
    """Where a sentence goes on with another clause that has its own subject: …, and the navy saved 200 more."""
    for at in range(start + _SHORTEST, end - _SHORTEST):
        joined = words[at].text == ";" or (words[at].text == "," and words[at + 1].low in {"and", "but", "while"})
        if joined and words[at].quotation < 0 and is_clause(words, start, at):
            near = words[at + 2 : min(end, at + 10)]
            subject = near[0].is_name or near[0].low in _SUBJECTS or near[0].text[0].isdigit()
            if subject and any(frames.is_finite(word.low) for word in near[1:]) and is_clause(words, at + 2, end):
                return at
    return end


_SUBJECTS = frozenset(
    "the a an its his her their our it he she they we this these those both some many most one".split()
)


def tail(words: Words, start: int, end: int) -> int:
    """Where a clause begins that hangs on what is said: …, where forces are blocking, …, reinforcing ties."""
    for at in range(start + _SHORTEST, end - _SHORTEST):
        low = words[at].low
        hangs = low in TAILS or (low.endswith("ing") and len(low) > 5 and low not in _NO_TAILS)
        if hangs and words[at - 1].text == "," and words[at].quotation < 0:
            return at
    return end
