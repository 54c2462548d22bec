"""The lines of a file that have a mistake, with the place marked below them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from explainers.text.characters import invisible
from explainers.text.file_text import SourceText, Span

WIDTH = 100
_BEFORE = 30
_TAB = "→   "
_NARROW_MARKS = frozenset({"Mn", "Me"})
_JAMO = range(0x1160, 0x1200)
# Hosts of builds take these in a line of a log for a command: `##[group]`, `##vso[…]`, `##teamcity[…]`.
_COMMAND = re.compile(r"#(?=#\w*\[)")
# What is this near to a character can decide how it looks.
_NEAR = 24


@dataclass(frozen=True, slots=True)
class Marked:
    """A line as shown: its number, its text, and the mark below it: where it begins and how long it is."""

    number: int
    text: str
    offset: int
    length: int


def visible(text: str) -> str:
    """A text on one line with everything in it to be seen: control characters by sign or by name."""
    return text if _is_plain(text) else "".join(_cells(text))


def width(shown: str) -> int:
    """How many columns a text takes on a screen. (Unicode Standard Annex 11)"""
    return sum(_columns(char) for char in shown)


def marked_lines(source: SourceText, span: Span) -> tuple[Marked, ...]:
    """The first and the last line of a span, marked; a span over one line has one."""
    last, end_column = _real_end(source, span)
    first = source.line(span.line)
    if last <= span.line:
        return (_marked(span.line, first, span.column, end_column if span.end_line >= span.line else span.column),)
    text = source.line(last)
    indent = len(text) - len(text.lstrip()) + 1
    return (
        _marked(span.line, first, span.column, len(first) + 1),
        _marked(last, text, min(indent, end_column), end_column),
    )


def _real_end(source: SourceText, span: Span) -> tuple[int, int]:
    """The end without the line break and the empty lines that a block of text takes in."""
    line, column = min(span.end_line, source.lines), span.end_column
    while line > span.line and not source.line(line)[: max(column - 1, 0)].strip():
        line -= 1
        column = len(source.line(line)) + 1
    return line, column


def _marked(number: int, line: str, column: int, end_column: int) -> Marked:
    start = min(max(column - 1, 0), len(line))
    end = min(max(end_column - 1, start), len(line))
    left, right = _window(line, start)
    around = max(left - _NEAR, 0)
    cells = _cells(line[around : right + _NEAR])[left - around : right - around]
    before, cut = ("…" if left else ""), ("…" if right < len(line) else "")
    offset = width(before) + width("".join(cells[: start - left]))
    length = width("".join(cells[start - left : min(end, right) - left]))
    return Marked(number, f"{before}{''.join(cells)}{cut}".rstrip(), offset, max(length, 1))


def _window(line: str, start: int) -> tuple[int, int]:
    """The part of a long line that is shown: from a little before the place on, as much as fits."""
    if len(line) <= WIDTH and width(visible(line)) <= WIDTH:
        return 0, len(line)
    left = _far_enough(reversed(line[:start]), _BEFORE)
    left = start - left
    return left, left + _far_enough(iter(line[left:]), WIDTH)


def _far_enough(chars: Iterator[str], columns: int) -> int:
    """How many of the characters fit into some columns."""
    taken = 0
    for taken, total in enumerate(accumulate(width(_shown(char)) for char in chars), 1):
        if total > columns:
            return taken - 1
    return taken


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable() and "##" not in text


def _cells(text: str) -> list[str]:
    """What is shown for each character."""
    cells = [_shown(char) for char in text]
    for at in invisible(text):
        if cells[at] == text[at]:
            cells[at] = _named(text[at])
    for command in _COMMAND.finditer(text):
        cells[command.start()] = _named("#")
    return cells


def _shown(char: str) -> str:
    if char == "\t":
        return _TAB
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return _named(char) if unicodedata.category(char) in {"Cc", "Cs", "Cn", "Co", "Zl", "Zp"} else char


def _named(char: str) -> str:
    return f"<U+{ord(char):04X}>"


def _columns(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in _NARROW_MARKS or char in "\u200b\u200c\u200d\u2060" or ord(char) in _JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
