"""Dates in EDTF, read into their parts. (ISO 8601-2:2019, "EDTF", levels 0 to 2)

A date is read by two regular expressions in which nothing repeats, so the work grows with its length alone; what has no
meaning that can be ordered and printed is not read. Left out are years as powers of ten, doubt about a season's name,
and digits unknown in the middle of a year.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

LONGEST = 200
SEASONS = range(21, 42)
Open = Literal["..", ""]
"""A side of an interval that is open (`..`), or whose date is not known."""

_DOUBT = "[?~%]"
_YEAR = re.compile(rf"""(?P<doubt_y>{_DOUBT})? (?P<year>-?[0-9X]{{4}}|Y-?[1-9][0-9]{{4,8}}) (?:S(?P<figures>[1-9]))?
    (?P<upto_y>{_DOUBT})?""", re.X)  # fmt: skip
_POINT = re.compile(
    rf"""{_YEAR.pattern}
    (?: - (?P<doubt_m>{_DOUBT})? (?P<month>[0-9X]{{2}}) (?P<upto_m>{_DOUBT})?
        (?: - (?P<doubt_d>{_DOUBT})? (?P<day>[0-9X]{{2}}) (?P<upto_d>{_DOUBT})?
            (?: T (?P<hour>[0-9]{{2}}) : (?P<minute>[0-5][0-9]) (?: : (?P<second>[0-5][0-9]))?
                (?P<zone> Z | [+-][0-9]{{2}} (?: :[0-5][0-9])? )?
            )?
        )?
    )?""",
    re.X,
)
_UNKNOWN_DIGITS = re.compile(r"-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX)|Y-?[0-9]+")
_QUARTER_OF_AN_HOUR, _FARTHEST = 900, 14 * 3600


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day; `ahead` is what its zone is ahead of UTC, in seconds. `second` is None where it is not given."""

    hour: int
    minute: int
    second: int | None
    ahead: int | None


@dataclass(frozen=True, slots=True)
class DatePoint:
    """A day, month, season or year. Digits that are not known are X; `figures`: how many of the year's are certain.

    `doubts` has a sign (`?` uncertain, `~` about, `%` both) for each of `year`, `month` and `day` that is in doubt.
    """

    year: str
    month: str
    day: str
    time: Time | None
    figures: int | None
    doubts: Mapping[str, str]

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year that it can mean; the year 0 is 1 BC."""
        digits = self.year.removeprefix("Y")
        sign, digits = (-1, digits[1:]) if digits[0] == "-" else (1, digits)
        low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
        if self.figures:
            unit = 10 ** max(len(digits) - self.figures, 0)
            low = low // unit * unit
            high = low + unit - 1
        return (low, high) if sign > 0 else (-high, -low)

    @property
    def season(self) -> int:
        """The number of its season, quarter or half-year, or 0."""
        return int(self.month) if not self.day and self.month.isdigit() and int(self.month) in SEASONS else 0


@dataclass(frozen=True, slots=True)
class Interval:
    """From a date to a date, both included."""

    start: DatePoint | Open
    end: DatePoint | Open


@dataclass(frozen=True, slots=True)
class DateChoice:
    """One of some dates, or all of them; an interval among them has two dots."""

    members: tuple[DatePoint | Interval, ...]
    all: bool


EdtfDate = DatePoint | Interval | DateChoice


@lru_cache(maxsize=8192)
def parsed(value: str) -> EdtfDate | None:
    """The parts of a date, its days in the calendar or not; None if it is no date that we can read."""
    if len(value) > LONGEST:
        return None
    if value[:1] in {"[", "{"}:
        return _choice(value)
    if "/" not in value:
        return _point(value)
    start, _, end = value.partition("/")
    return _interval(start, end)


def _interval(start: str, end: str) -> Interval | None:
    first, last = _side(start), _side(end)
    if first is None or last is None or not (isinstance(first, DatePoint) or isinstance(last, DatePoint)):
        return None
    return Interval(first, last)


def _side(value: str) -> DatePoint | Open | None:
    return ".." if value == ".." else "" if value == "" else _point(value)


def _choice(value: str) -> DateChoice | None:
    """Members between brackets; only the first may be open to the past, and only the last to the future."""
    if value[-1] != {"[": "]", "{": "}"}[value[0]]:
        return None
    texts = value[1:-1].split(",")
    members = [member for text in texts if (member := _member(text))]
    if len(members) < len(texts) or (len(members) == 1 and isinstance(members[0], DatePoint)):
        return None
    intervals = [(index, member) for index, member in enumerate(members) if isinstance(member, Interval)]
    if any((not i.start and index) or (not i.end and index + 1 < len(members)) for index, i in intervals):
        return None
    return DateChoice(tuple(members), value[0] == "{")


def _member(text: str) -> DatePoint | Interval | None:
    start, dots, end = text.partition("..")
    if not dots:
        return _point(text)
    first, last = _side(start), _side(end)
    if first is None or last is None or not (isinstance(first, DatePoint) or isinstance(last, DatePoint)):
        return None
    return Interval(first, last)


def _point(value: str) -> DatePoint | None:
    found = _POINT.fullmatch(value)
    if found is None:
        return None
    year, month, day = found["year"], found["month"] or "", found["day"] or ""
    if not _UNKNOWN_DIGITS.fullmatch(year) or year == "-0000" or (year == "XXXX" and not month):
        return None
    if (found["figures"] or year[0] == "Y") and month:
        return None
    time = _time(found) if found["hour"] else None
    if found["hour"] and (time is None or "X" in year + month + day):
        return None
    return DatePoint(year, month, day, time, int(found["figures"]) if found["figures"] else None, _doubts(found))


def _time(found: re.Match[str]) -> Time | None:
    hour, minute = int(found["hour"]), int(found["minute"])
    second = int(found["second"]) if found["second"] else None
    if hour > 24 or (hour == 24 and (minute or second)):
        return None
    ahead = _ahead(found["zone"]) if found["zone"] else None
    return None if found["zone"] and ahead is None else Time(hour, minute, second, ahead)


def _ahead(zone: str) -> int | None:
    """What a zone is ahead of UTC, in seconds, or None where there is no such zone."""
    if zone == "Z":
        return 0
    seconds = int(zone[1:3]) * 3600 + int(zone[4:6] or 0) * 60
    if seconds > _FARTHEST or seconds % _QUARTER_OF_AN_HOUR:
        return None
    return seconds if zone[0] == "+" else -seconds


def _doubts(found: re.Match[str]) -> Mapping[str, str]:
    """A sign before a part is for that part; one after it, for all up to it."""
    doubts: dict[str, str] = {}
    for end, key in enumerate("ymd"):
        if upto := found[f"upto_{key}"]:
            doubts |= dict.fromkeys(_PARTS[: end + 1], upto)
    for part, key in zip(_PARTS, "ymd", strict=True):
        if sign := found[f"doubt_{key}"]:
            doubts[part] = sign
    return doubts


_PARTS = ("year", "month", "day")


def matching(digits: str, numbers: range) -> list[int]:
    """The numbers that two digits can mean, some of which may be X."""
    if "X" not in digits:
        return [number] if (number := int(digits)) in numbers else []
    return [number for number in numbers if all(d in {"X", n} for d, n in zip(digits, f"{number:02}", strict=True))]
