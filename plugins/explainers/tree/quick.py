"""The values of a record written as nearly all are: plain blocks of keys, lists and text, read without their places.

A quarter of the subset that `placed` reads, at a tenth of its time. What is not certain to be read the same by both is
left to the other: tags, quotes with escapes, text over several lines without `>` or `|`, comments after a value,
empty values, and everything that is a mistake.
"""

from __future__ import annotations

import re
from itertools import pairwise
from sys import intern

from explainers.text.characters import invisible
from explainers.tree.nodes import NULLS, Plain

# A line is spaces, a dash, a key and a value; each may be missing. The first group of the value needs no second look.
_LINE = re.compile(
    r"""
    ^(\ *)(-\ )?
    (?:([A-Za-z_][A-Za-z0-9_-]{0,63}):(?:\ +|$))?
    (?:([^ \n\-?:,\[\]{}\#&*!|>'"%@`~][^:\#\n]*)|(.*))$
    """,
    re.VERBOSE | re.MULTILINE,
)
_ITEM = r"\w[^\[\]{},:?&*!|>'\"%@`]*"
_FLOW_LIST = re.compile(rf"\[ *{_ITEM}(?:, *{_ITEM})*\]")
_NEGATIVE = re.compile(r"-[0-9]")
_NOT_PLAIN = frozenset("-?:,[]{}#&*!|>'\"%@`~")
_QUOTES = frozenset("'\"")
_BLOCKS = frozenset({">", ">-", "|", "|-"})
# Containers in containers; `placed` counts up to 12 with the scalars in them.
_MOST_DEPTH = 10

_Line = tuple[str, str, str, str, str]


def values(text: str) -> dict[str, Plain] | None:
    """The values of one record in text with clean line ends, or None where it takes a closer look to read them."""
    # Nearly all that hides, tabs included, cannot be printed. Space at the end of a line counts in some places.
    if not text.endswith("\n") or " \n" in text or not text.replace("\n", "").isprintable():
        return None
    if next(invisible(text.replace("\n", " ")), None) is not None:
        return None
    reader = _Reader(text)
    try:
        at = reader.skip(0)
        found, at = reader.mapping(at, 0, 1)
        return found if at == len(reader.lines) else None
    except NeedsFullParser:
        return None


class NeedsFullParser(Exception):
    """Something that needs a closer look."""


class _Reader:
    """The lines of a text, and the values that begin at a line and a column; each says at which line it ends."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[_Line] = _LINE.findall(text, 0, len(text) - 1)
        self._raw: list[str] = []

    def skip(self, at: int) -> int:
        """The next line from `at` on that is neither empty nor a comment."""
        while at < len(self.lines):
            _, dash, key, plain, other = self.lines[at]
            if dash or key or plain or (other and other[0] != "#"):
                return at
            at += 1
        return at

    def mapping(self, at: int, column: int, depth: int) -> tuple[dict[str, Plain], int]:
        """A mapping whose first key is at a line; the dash of a list may precede that one."""
        if depth > _MOST_DEPTH:
            raise NeedsFullParser
        found: dict[str, Plain] = {}
        lines, end, opening = self.lines, len(self.lines), at
        while at < end:
            indent, dash, key, plain, other = lines[at]
            if key:
                width = len(indent)
                if dash or width != column:
                    if width < column and at != opening:
                        break
                    if at != opening or not dash or width + 2 != column:
                        raise NeedsFullParser
                if key in found:
                    raise NeedsFullParser
                if plain and plain not in NULLS:
                    found[intern(key)] = plain
                    at += 1
                elif other:
                    found[intern(key)], at = self._text(other, at, column)
                else:
                    found[intern(key)], at = self._below(at, column, depth)
            elif dash or plain or (other and other[0] != "#"):
                if len(indent) < column:
                    break
                raise NeedsFullParser
            else:
                at += 1
        if not found:
            raise NeedsFullParser
        return found, at

    def _below(self, at: int, column: int, depth: int) -> tuple[Plain, int]:
        """What is below a key that has nothing after it."""
        if self.lines[at][3]:
            raise NeedsFullParser
        at = self.skip(at + 1)
        if at == len(self.lines):
            raise NeedsFullParser
        indent, dash, key, _, _ = self.lines[at]
        width = len(indent)
        if dash and width >= column:
            return self._sequence(at, width, depth + 1)
        if key and width > column:
            return self.mapping(at, width, depth + 1)
        raise NeedsFullParser

    def _sequence(self, at: int, column: int, depth: int) -> tuple[Plain, int]:
        if depth > _MOST_DEPTH:
            raise NeedsFullParser
        items: list[Plain] = []
        lines, end = self.lines, len(self.lines)
        while at < end:
            indent, dash, key, plain, other = lines[at]
            width = len(indent)
            if dash and width == column:
                item: Plain
                if key:
                    item, at = self.mapping(at, column + 2, depth + 1)
                elif plain and plain not in NULLS:
                    item = plain
                    at += 1
                else:
                    item, at = self._text(other, at, column)
                items.append(item)
            elif dash or key or plain or (other and other[0] != "#"):
                if width > column or (dash and width == column):
                    raise NeedsFullParser
                break
            else:
                at += 1
        return items, at

    def _text(self, written: str, at: int, column: int) -> tuple[Plain, int]:
        """A value that is more than plain words: a quotation, a list in brackets, a block, or words with a colon."""
        if written in _BLOCKS:
            return self._block(written, at + 1, column)
        if not written or written in NULLS:
            raise NeedsFullParser
        sign = written[0]
        if sign in _QUOTES:
            return _quoted(written, sign), at + 1
        if sign == "[":
            return _flow_list(written), at + 1
        if sign == " " or (sign in _NOT_PLAIN and not _NEGATIVE.match(written)):
            raise NeedsFullParser
        if ": " in written or " #" in written or written[-1] == ":":
            raise NeedsFullParser
        return written, at + 1

    def _block(self, header: str, at: int, column: int) -> tuple[str, int]:
        """Lines of text below `>` or `|`: as deep as the first of them."""
        if not self._raw:
            self._raw = self.text.split("\n")[:-1]
        raw = self._raw
        first = raw[at] if at < len(raw) else ""
        width = len(first) - len(first.lstrip(" "))
        if not first or width <= column:
            raise NeedsFullParser
        margin = " " * width
        start = at
        while at < len(raw) and (not raw[at] or raw[at].startswith(margin)):
            at += 1
        lines = [line[width:] for line in raw[start:at]]
        while not lines[-1]:
            lines.pop()
        if header[0] == ">" and any(line.startswith(" ") for line in lines):
            raise NeedsFullParser
        text = _folded(lines) if header[0] == ">" else "\n".join(lines)
        return text if header[1:] else f"{text}\n", at


def _folded(lines: list[str]) -> str:
    """Lines as one; each empty line is a line break."""
    if "" not in lines:
        return " ".join(lines)
    parts = [lines[0]]
    for before, line in pairwise(lines):
        parts.append(f" {line}" if before and line else line or "\n")
    return "".join(parts)


def _quoted(written: str, sign: str) -> str:
    text = written[1:-1]
    if len(written) < 3 or written[-1] != sign or sign in text or "\\" in text or not text.strip():
        raise NeedsFullParser
    return text


def _flow_list(written: str) -> list[Plain]:
    if " #" in written or not _FLOW_LIST.fullmatch(written):
        raise NeedsFullParser
    items = [item.strip(" ") for item in written[1:-1].split(",")]
    if not NULLS.isdisjoint(items):
        raise NeedsFullParser
    return list(items)
