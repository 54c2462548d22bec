"""Uncertain dates: parsed, compared and printed. (ISO 8601-2:2019, "EDTF", levels 0 to 2)"""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

# A year, a month and a day, with one sign of doubt at the most.
_PLAIN = re.compile(r"(?!.*[?~%].*[?~%])(\d{4})(?:[?~%](?=-))?(?:-(\d\d)(?:[?~%](?=-))?)?(?:-(\d\d))?[?~%]?")
_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_LAST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Extent:
    """The first and last day a date can mean; None where it is open."""

    first: date | None
    last: date | None

    @property
    def reversed(self) -> bool:
        """Whether it ends before it begins."""
        return bool(self.first and self.last and self.last < self.first)


@lru_cache(maxsize=8192)
def extent(value: str) -> Extent | None:
    """The days a date covers, or None if it is not EDTF."""
    if "/" in value and value.count("/") == 1 and not value.startswith(("[", "{")):
        start, end = value.split("/")
        first, last = _side(start), _side(end)
        if first is None or last is None or (start in _OPEN and end in _OPEN):
            return None
        return Extent(first.first, last.last)
    return _point(value)


_OPEN = {"..", ""}


def _side(value: str) -> Extent | None:
    return Extent(None, None) if value in _OPEN else _point(value)


def _point(value: str) -> Extent | None:
    plain = _PLAIN.fullmatch(value)
    if plain:
        return (
            _calendar(int(plain[1]), int(plain[2] or 0), int(plain[3] or 0))
            if plain[2] not in _SEASONS
            else _library(value)
        )
    return _library(value)


def _calendar(year: int, month: int, day: int) -> Extent | None:
    """The plain forms, a thousand times as fast as the library's grammar."""
    try:
        first = date(year, month or 1, day or 1)
        if day:
            return Extent(first, first)
        if month:
            last = 28 if month == 2 and not _leap(year) else _LAST[month - 1]
            return Extent(first, date(year, month, last))
        return Extent(first, date(year, 12, 31))
    except ValueError:
        return None


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


# Every sign that EDTF knows, and a length beyond which the library's grammar takes its time.
_SIGNS = re.compile(r"[-0-9XYESTZ?~%+:,.\[\]{}]{4,40}")


def _library(value: str) -> Extent | None:
    if not _SIGNS.fullmatch(value):
        return None
    import edtf  # its grammar takes longer to load than a hundred records to read, and few need it

    try:
        with redirect_stdout(io.StringIO()):  # it prints what it tries
            parsed: Any = edtf.parse_edtf(value)
        return Extent(_day(parsed.lower_strict()), _day(parsed.upper_strict()))
    except Exception:  # it raises many types, of its own and others', on text that is no date
        return None


def _day(time: Any) -> date | None:
    year, month, day = tuple(time)[:3]
    return date(int(year), int(month), int(day)) if 0 < int(year) < 10_000 else None


@lru_cache(maxsize=8192)
def spoken(value: str) -> str:
    """A date in words: `2024-11-11` is 11 November 2024, `2024?-08` is August 2024 (year uncertain)."""
    if value.startswith(("[", "{")):
        return _spoken_set(value[1:-1].split(","), "or" if value.startswith("[") else "and")
    if "/" in value:
        start, end = value.split("/")
        return _spoken_interval(start, end)
    return _spoken_point(value)


def _spoken_set(members: list[str], word: str) -> str:
    """One of some dates, or all of them: `[2023,2024]` is 2023 or 2024, `{2023..2025}` is 2023 to 2025."""
    if members[1:] or word == "and" or not all(members[0].partition("..")):
        *first, last = (_spoken_member(member) for member in members)
        return f"{', '.join(first)} {word} {last}" if first else last
    start, _, end = members[0].partition("..")
    return f"between {_spoken_point(start)} and {_spoken_point(end)}"


def _spoken_member(member: str) -> str:
    start, dots, end = member.partition("..")
    if dots and not start:
        return f"{_spoken_point(end)} or earlier"
    if dots and not end:
        return f"{_spoken_point(start)} or later"
    return f"{_spoken_point(start)} to {_spoken_point(end)}" if dots else _spoken_point(start)


def _spoken_interval(start: str, end: str) -> str:
    if start in _OPEN:
        return f"until {_spoken_point(end)}"
    if end in _OPEN:
        return f"since {_spoken_point(start)}"
    return f"{_spoken_point(start)} to {_spoken_point(end)}"


def _spoken_point(value: str) -> str:
    words = _spoken_day(re.sub(r"[?~%]", "", value))
    if "%" in value:
        return f"perhaps about {words}"
    if "~" in value:
        return f"about {words}"
    if value.endswith("?"):
        return f"probably {words}"
    if "?" not in value:
        return words
    unsure = "the year is not certain" if re.match(r"\d{4}\?", value) else "not every part of the date is certain"
    return f"{words} ({unsure})"


_LONG_AGO = re.compile(r"Y?-(\d{4,})(?:-.*)?")
_DAY = re.compile(r"(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?")


def _spoken_day(bare: str) -> str:
    """A plain date in words; what has no words in common use stays in EDTF."""
    if re.fullmatch(r"\d{3}X", bare):
        return f"the {bare[:3]}0s"
    parts = _DAY.fullmatch(bare)
    if before := _LONG_AGO.fullmatch(bare):
        # There is a year 0 in ISO 8601, and none in use.
        return f"{int(before[1]) + 1} BC"
    if not parts:
        return bare
    year, month, day = parts.groups()
    if month in _SEASONS:
        return f"{_SEASONS[month]} {year}"
    if month is None or not month.isdigit() or not 1 <= int(month) <= 12:
        return str(year)
    named = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {named}" if day and day.isdigit() else named
