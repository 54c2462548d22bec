"""The text of one file, and the places in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one file; lines and columns count from 1, in characters, the end is exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


def whole_file(path: str) -> Span:
    """The place of a mistake that concerns a file and no line of it."""
    return Span(path, 1, 1, 1, 1)


def as_lines(text: str) -> str:
    """A file's text with one kind of line end and without a byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True)
class SourceText:
    """A file's path, as messages show it, and its text."""

    path: str
    text: str

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each line begins: counted when a place is first asked for, which in most files none is."""
        ends = accumulate(len(line) + 1 for line in self.text.split("\n"))
        return (0, *ends)[:-1]

    @property
    def lines(self) -> int:
        """How many lines there are; an empty file has one."""
        return len(self._starts)

    def span(self, start: int, end: int) -> Span:
        """The place of the characters from `start` up to `end`, offsets from 0."""
        line, column = self._place(start)
        end_line, end_column = self._place(max(start, end))
        return Span(self.path, line, column, end_line, end_column)

    def offsets(self, span: Span) -> tuple[int, int]:
        """Where a place in this file begins and ends."""
        return self.start(span.line) + span.column - 1, self.start(span.end_line) + span.end_column - 1

    def line(self, number: int) -> str:
        """One line, counted from 1, without its line break; empty past the end."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)]

    def start(self, number: int) -> int:
        """Where a line begins, counted from 1."""
        return self._starts[number - 1]

    def _place(self, offset: int) -> tuple[int, int]:
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
