"""Where other people speak: the stretches of a text between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

_CLOSING = {"“": "”", "„": "”“", "«": "»", "‹": "›", "»": "«", "「": "」", "『": "』", "‘": "’", "‚": "‘’"}
_SIGNS = re.compile(r"[“„«»‹‘‚「『\"']")
# These open a quotation and nothing else: where none closes it, it goes on in the next paragraph.
_CARRIED_ON = frozenset("“„«")
Stretch = tuple[int, int]


def quotations(text: str) -> list[Stretch]:
    """The quotations in one paragraph, their marks included, none inside another."""
    found = []
    unclosed: set[str] = set()
    sign = _SIGNS.search(text)
    while sign:
        end = _end(text, sign.start()) if sign[0] not in unclosed and _opens(text, sign.start()) else None
        if end:
            found.append((sign.start(), end))
        elif end == 0 and sign[0] != "‘":
            # What closes none from here on closes no later one.
            unclosed.add(sign[0])
        sign = _SIGNS.search(text, end or sign.end())
    return found


def inside(stretches: Sequence[Stretch], start: int, end: int) -> bool:
    """Whether a place touches one of some stretches, which are in order."""
    at = bisect_right(stretches, (start, end)) - 1
    return any(a < end and start < b for a, b in stretches[max(at, 0) : at + 2])


def blanked(text: str, stretches: Iterable[Stretch]) -> str:
    """A text with some stretches blanked out, which are in order; every other character keeps its place."""
    parts, at = [], 0
    for start, end in stretches:
        parts += [text[at:start], "\ufffc" * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def _opens(text: str, start: int) -> bool:
    """Whether a sign opens a quotation: it precedes a word, and does not end one."""
    mark, before, after = text[start], text[start - 1 : start] if start else "", text[start + 1 : start + 2]
    if mark in "\"'":
        return not (before.isalnum() or after.isspace() or after.isdigit())
    if mark == "‘":
        return not before.isalnum()
    return mark != "»" or not before or before.isspace()


def _end(text: str, start: int) -> int:
    """Where the quotation that starts here ends, or 0 if none does."""
    mark = text[start]
    if mark in "\"'":
        return _straight(text, start, mark)
    if mark == "‘":
        return _single(text, start)
    ends = [at for char in _CLOSING[mark] if (at := text.find(char, start + 1)) >= 0]
    if not ends:
        return len(text) if mark in _CARRIED_ON else 0
    return min(ends) + 1


def _straight(text: str, start: int, mark: str) -> int:
    """Up to the next such sign that closes: it follows a character and precedes no letter."""
    end = re.compile(rf"(?<=\S){mark}(?!\w)").search(text, start + 2)
    return end.end() if end else 0


def _single(text: str, start: int) -> int:
    """Up to the last sign before the next quotation: what looks the same inside is an apostrophe (the allies’ plan)."""
    following = text.find("‘", start + 1)
    ends = list(re.compile(r"(?<=\S)’(?!\w)").finditer(text, start + 1, following if following >= 0 else len(text)))
    return ends[-1].end() if ends else 0
