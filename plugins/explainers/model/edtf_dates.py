"""Dates in EDTF: the time they cover, and their words."""

from __future__ import annotations

from calendar import isleap
from dataclasses import replace
from functools import lru_cache

from explainers.model.edtf_grammar import SEASONS, DateChoice, DatePoint, Interval, Open, Time, matching, parsed
from explainers.model.edtf_words import placed, spoken
from explainers.model.extents import UNKNOWN, Clock, Extent, clock, whole_days

__all__ = ["extent", "placed", "spoken"]

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# For each season, quarter, third and half of a year: its first month and how many it has. Winter ends in the next year.
_MONTHS_OF_SEASONS = dict(
    zip(
        SEASONS,
        [
            *((3, 3), (6, 3), (9, 3), (12, 3)) * 2,  # wherever, as in the north; in the north
            *((9, 3), (12, 3), (3, 3), (6, 3)),  # in the south
            *((1, 3), (4, 3), (7, 3), (10, 3)),
            *((1, 4), (5, 4), (9, 4)),
            *((1, 6), (7, 6)),
        ],
        strict=True,
    )
)


@lru_cache(maxsize=8192)
def extent(value: str) -> Extent | None:
    """The time a date covers, or None if it is no date that we can read, order and print."""
    date = parsed(value)
    try:
        if isinstance(date, DatePoint):
            return _of_point(date)
        if isinstance(date, Interval):
            return _of_interval(date)
        return _of_choice(date) if date else None
    except ValueError:  # a day that is not in the calendar
        return None


def _of_interval(interval: Interval) -> Extent:
    return Extent(_of_side(interval.start).start, _of_side(interval.end).end)


def _of_side(side: DatePoint | Open) -> Extent:
    return _of_point(side) if isinstance(side, DatePoint) else Extent(None, None)


def _of_choice(choice: DateChoice) -> Extent:
    found = [_of_point(one) if isinstance(one, DatePoint) else _of_interval(one) for one in choice.members]
    starts, ends = [one.start for one in found], [one.end for one in found]
    return Extent(_first(starts), _last(ends))


def _first(clocks: list[Clock | None]) -> Clock | None:
    return None if None in clocks else min(one for one in clocks if one)


def _last(clocks: list[Clock | None]) -> Clock | None:
    return None if None in clocks else max(one for one in clocks if one)


def _of_point(point: DatePoint) -> Extent:
    """The seconds a point covers; raises ValueError for a day that is not in the calendar."""
    first, last = point.years
    if point.year == "XXXX":
        _of_point(replace(point, year="2000"))
        return UNKNOWN
    if not point.month:
        return whole_days((first, 1, 1), (last, 12, 31))
    if point.season:
        return _of_season(first, last, point.season)
    if point.time:
        day = (first, int(point.month), int(point.day))
        start, end = _seconds(point.time)
        return Extent(clock(day, start, ahead=point.time.ahead), clock(day, end, ahead=point.time.ahead))
    months = _known(matching(point.month, range(1, 13)))
    if not point.day:
        return whole_days((first, months[0], 1), (last, months[-1], _length(last, months[-1])))
    return _of_days(point, months)


def _of_days(point: DatePoint, months: list[int]) -> Extent:
    """A day with digits that are not known can lie in any month that has such a day."""
    first, last = point.years
    held = _known([month for month in months if _days(point, month)])
    begins = min(_days(point, held[0])[0], _length(first, held[0]))
    ends = min(_days(point, held[-1])[-1], _length(last, held[-1]))
    return whole_days((first, held[0], begins), (last, held[-1], ends))


def _days(point: DatePoint, month: int) -> list[int]:
    """The days of a month that a point can mean; a year with unknown digits can be a leap year."""
    first, last = point.years
    length = _LENGTHS[month - 1] if first != last else _length(last, month)
    return matching(point.day, range(1, length + 1))


def _of_season(first: int, last: int, number: int) -> Extent:
    month, count = _MONTHS_OF_SEASONS[number]
    over, end = divmod(month + count - 2, 12)
    return whole_days((first, month, 1), (last + over, end + 1, _length(last + over, end + 1)))


def _seconds(time: Time) -> tuple[int, int]:
    """The first and last second of a day that a time covers: without seconds, it is a whole minute."""
    if time.hour == 24:
        return 86_399, 86_399  # the end of this day, not the beginning of the next
    start = time.hour * 3600 + time.minute * 60
    return (start, start + 59) if time.second is None else (start + time.second, start + time.second)


def _known(numbers: list[int]) -> list[int]:
    if not numbers:
        raise ValueError("not in the calendar")
    return numbers


def _length(year: int, month: int) -> int:
    return 28 if month == 2 and not isleap(year) else _LENGTHS[month - 1]
