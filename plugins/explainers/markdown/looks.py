"""How far Markdown looks in a text for the end of what opens in it, before it looks.

It looks from each place where something opens, and to the end of the paragraph for what has no end: the square of
their number. Ten thousand open brackets take ten seconds, a hundred thousand a quarter of an hour.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Looks(NamedTuple):
    """How many characters are looked at in all, and where the longest look begins."""

    characters: int
    at: int


# From where it looks, and to where.
Look = tuple[int, int]
_CLOSES = {"[": "]", "(": ")"}
_BRACKET = re.compile(r"[\[\]()]")
_LABEL = re.compile(r"\]\s?(?=\[)")
_TITLE_ENDS = r"[\"']\s*\)"
_TAG = re.compile(r"<(?P<kind>!--|!\[|(?=[A-Za-z!?/]))")
# An end in quotes is none, but near enough to it.
_TAG_ENDS = {"!--": "-->", "![": "]", "": ">"}
_DELIMITERS = "*_~^=+"
_PAIRED = f"{_DELIMITERS}`$\\"
# Delimiters are paired one with another, which takes as long as to search so many characters.
_PAIR = 200
_BLANK_LINES = r"\n[ \t]*\n"
_CUT_OFF = re.compile(r"^ {0,3}(?:\[[^\]\n]*\]:|#|(?:[-*_] *){3,}$|[=-]+ *$)", re.MULTILINE)


def for_brackets(text: str) -> Looks:
    """For the ends of brackets, of addresses and of labels."""
    return _together([*_brackets(text), *_addresses(text), *_labels(text)] if "[" in text else [])


def for_tags(text: str) -> Looks:
    """For the ends of tags and comments."""
    ends = {kind: _all(re.escape(sign), text) for kind, sign in _TAG_ENDS.items()}
    return _together((m.start(), _next(ends[m["kind"]], m.end(), text)) for m in _TAG.finditer(text))


def for_marks(text: str) -> Looks:
    """For the ends of emphasis, code and formulas: as if none had one, because this is quick."""
    found = [(sign, text.count(sign)) for sign in _PAIRED]
    return max(
        Looks(count * (len(text) + (_PAIR * count if sign in _DELIMITERS else 0)), max(text.find(sign), 0))
        for sign, count in found
    )


def for_lines(text: str) -> Looks:
    """For the lines that are cut off a paragraph one by one, which is copied each time."""
    starts = [0, *_all(_BLANK_LINES, text)]
    found = [
        Looks(sum(1 for _ in _CUT_OFF.finditer(text, start, end)) * (end - start), start)
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    ]
    return Looks(sum(looks.characters for looks in found), max(found).at)


def _together(looks: Iterable[Look]) -> Looks:
    found = list(looks)
    longest = max(found, key=lambda look: look[1] - look[0], default=(0, 0))
    return Looks(sum(end - at for at, end in found), longest[0])


def _brackets(text: str) -> Iterator[Look]:
    """From each bracket to the one that closes it."""
    return _pairs(text, "[")


def _pairs(text: str, sign: str) -> Iterator[Look]:
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] == sign:
            opened.append(found.start())
        elif found[0] == _CLOSES[sign] and opened:
            yield opened.pop(), found.start()
    yield from ((at, len(text)) for at in opened)


def _addresses(text: str) -> Iterator[Look]:
    """From each parenthesis after a bracket to the one that closes it, or after a title if there may be one."""
    quotes, titles = _all("[\"']", text), _all(_TITLE_ENDS, text)
    for at, end in _pairs(text, "("):
        if text[at - 1 : at] == "]":
            quote = _next(quotes, at, text)
            yield at, end if quote >= end else _next(titles, quote + 1, text)


def _labels(text: str) -> Iterator[Look]:
    """From each bracket that follows another to the next that closes."""
    ends = _all("]", text)
    yield from ((found.end(), _next(ends, found.end(), text)) for found in _LABEL.finditer(text))


def _all(pattern: str, text: str) -> list[int]:
    return [found.start() for found in re.finditer(pattern, text)]


def _next(places: Sequence[int], at: int, text: str) -> int:
    """The first of the places from here on, or the end of the text."""
    found = bisect_left(places, at)
    return places[found] if found < len(places) else len(text)
