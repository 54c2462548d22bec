"""Runs of words that a text shares with the texts of our sources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

LONGEST_RUN = 11
"""So many words in a row may be the same, as names and titles are."""

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
# Every sixth group of six words is kept: a run of twelve words has at least one of them whole.
_STEP = 6


@dataclass(frozen=True, slots=True)
class Copy:
    """A run of shared words: whose they are, how many, and where they are in our text."""

    source: str
    count: int
    start: int
    end: int


class Copies:
    """The texts of sources, prepared for comparison with many texts of ours."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._words = {
            source: [match[0].casefold() for match in _WORD.finditer(text)] for source, text in texts.items()
        }
        self._groups: dict[tuple[str, ...], list[tuple[str, int]]] = {}
        for source, words in self._words.items():
            for at in range(0, len(words) - _STEP + 1, _STEP):
                self._groups.setdefault(tuple(words[at : at + _STEP]), []).append((source, at))

    def longest(self, text: str) -> Copy | None:
        """The longest run of more than `LONGEST_RUN` words that a source has too, or None."""
        if not self._groups or text.count(" ") + text.count("\n") < LONGEST_RUN:
            return None
        matches = list(_WORD.finditer(text))
        words = [match[0].casefold() for match in matches]
        runs = [
            run
            for at in range(len(words) - _STEP + 1)
            for source, there in self._groups.get(tuple(words[at : at + _STEP]), ())
            if (run := _run(words, at, self._words[source], there, source))[1] > LONGEST_RUN
        ]
        if not runs:
            return None
        source, count, at = max(runs, key=lambda run: run[1])
        return Copy(source, count, matches[at].start(), matches[at + count - 1].end())


def _run(ours: list[str], at: int, theirs: list[str], there: int, source: str) -> tuple[str, int, int]:
    """How far the words agree to both sides of a place, and where in ours that begins."""
    before = 0
    while min(at, there) > before and ours[at - before - 1] == theirs[there - before - 1]:
        before += 1
    after = 0
    while at + after < len(ours) and there + after < len(theirs) and ours[at + after] == theirs[there + after]:
        after += 1
    return source, before + after, at - before
