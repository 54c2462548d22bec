"""The notes of one page: one a source, numbered in order of first use, each use with its own letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

_FRAGMENT_WORDS = 8


# These are tuples: thousands are made for a page, and a tuple is made and compared four times as fast.
class Passage(NamedTuple):
    """A spot in a source: the exact words, what is around them, and where."""

    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    locator: str = ""


class Use(NamedTuple):
    """One use of a source: the spots in it, and the editors' words before and after the mark."""

    source: str
    passages: tuple[Passage, ...] = ()
    before: str = ""
    after: str = ""


class NoteMark(NamedTuple):
    """A use as it was numbered: note 2, use c."""

    number: int
    letter: str
    use: Use

    @property
    def anchor(self) -> str:
        """The id of the mark in the page."""
        return f"ref-{self.number}-{self.letter}"

    @property
    def note(self) -> str:
        """The id, in the note, of the way back to the mark: who follows a mark sees which use it was."""
        return f"note-{self.number}-{self.letter}"


@dataclass(slots=True)
class Note:
    """A source's note on a page and the marks that lead to it."""

    number: int
    source: str
    marks: list[NoteMark] = field(default_factory=list)


@dataclass(slots=True)
class Notes:
    """The notes of one page, in order of first use."""

    _notes: dict[str, Note] = field(default_factory=dict)

    def mark(self, uses: Sequence[Use]) -> list[NoteMark]:
        """Number some uses, each with the next letter of its source's note."""
        marks = []
        for use in uses:
            note = self._notes.get(use.source)
            if note is None:
                note = self._notes[use.source] = Note(len(self._notes) + 1, use.source)
            mark = NoteMark(note.number, letters(len(note.marks)), use)
            note.marks.append(mark)
            marks.append(mark)
        return marks

    def __iter__(self) -> Iterator[Note]:
        return iter(self._notes.values())

    def __len__(self) -> int:
        return len(self._notes)


@lru_cache
def letters(index: int) -> str:
    """a … z, aa, ab …, counted from 0."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("a") + rest) + name
    return name


def text_fragment(passage: Passage) -> str:
    """The part of an address that leads to the exact words. (WICG URL fragment text directives)

    Long passages are given by their first and last words; every sign of the syntax in them is percent-encoded.
    """
    words = passage.exact.split()
    if not words:
        return ""
    prefix = f"{_encoded(passage.prefix)}-," if passage.prefix else ""
    suffix = f",-{_encoded(passage.suffix)}" if passage.suffix else ""
    if len(words) <= _FRAGMENT_WORDS:
        return f"#:~:text={prefix}{_encoded(passage.exact)}{suffix}"
    start, end = " ".join(words[:4]), " ".join(words[-4:])
    return f"#:~:text={prefix}{_encoded(start)},{_encoded(end)}{suffix}"


def _encoded(words: str) -> str:
    # `quote` leaves the hyphen, which parts prefix and suffix in the syntax.
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")
