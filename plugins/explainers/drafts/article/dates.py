"""Dates in a sentence: the words, and the day, month or year where they say it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "(?P<month>" + "|".join(name.capitalize() for name in _MONTHS) + ")"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
# The fuller first: 12 May 2031, May 12, 2031, May 2031, in 2031, early August, on Monday.
_PATTERNS = [
    re.compile(rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)? {_MONTH},? {_YEAR}\b"),
    re.compile(rf"\b{_MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?,? {_YEAR}\b"),
    re.compile(rf"\b{_MONTH},? {_YEAR}\b"),
    re.compile(rf"\b(?:in|since|until|by|from|before|after|of) {_YEAR}\b"),
    re.compile(rf"\b(?:(?:early|late|mid|the end of)[ -])?{_MONTH}(?: (?P<day>[0-3]?\d))?(?![\w-])"),
    re.compile(rf"\b(?:on |last |next )?(?:{_DAYS})\b"),
    re.compile(r"\b(?:yesterday|today|last (?:year|month|week)|next (?:year|month|week)|this (?:year|month|week))\b"),
]


def dates(words: str) -> Iterator[tuple[str, str]]:
    """The dates in some words: as they are printed, and in EDTF as far as they are certain, else nothing."""
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for found in pattern.finditer(words):
            if not any(found.start() < end and start < found.end() for start, end in taken):
                taken.append(found.span())
                yield " ".join(found[0].split()), _edtf(found)


def _edtf(found: re.Match[str]) -> str:
    parts = found.groupdict()
    if not parts.get("year"):
        return ""
    made = parts["year"]
    if parts.get("month"):
        made += f"-{_MONTHS.index(parts['month'].casefold()) + 1:02d}"
        if parts.get("day") and 1 <= int(parts["day"]) <= 31:
            made += f"-{int(parts['day']):02d}"
    return made
