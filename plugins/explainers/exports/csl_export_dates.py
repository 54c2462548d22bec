"""Dates as reference managers read them. (CSL-JSON 1.0.2, date-variable)"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Day
from typing import cast

from explainers.exports.json_text import Json
from explainers.model.base import Date
from explainers.model.edtf_dates import extent, spoken
from explainers.model.edtf_grammar import SEASONS, DateChoice, DatePoint, EdtfDate, Interval, parsed

CslDate = dict[str, Json]

# The seasons that CSL knows are named; quarters and halves of a year it does not know.
_LAST_NAMED = 32
_FIRST_TOO_LATE = 10_000


def csl_date(date: Date) -> CslDate:
    """A date object; nothing where neither the date nor the source's words for it are known."""
    if not date.edtf:
        return {"literal": date.as_stated} if date.as_stated else {}
    found = edtf_as_csl(date.edtf)
    return found if date.basis == "stated" else {**found, "circa": True}


def points(date: CslDate) -> list[list[int]]:
    """The one or two days, months or years of a date object."""
    return cast("list[list[int]]", date.get("date-parts", []))


def edtf_as_csl(edtf: str) -> CslDate:
    """An EDTF date, to the day. What CSL cannot say (half-open, before the common era) is given in words too."""
    date = parsed(edtf)
    sides = _sides(date)
    circa: CslDate = {"circa": True} if any(side.doubts for side in sides) else {}
    if isinstance(date, DatePoint) and 0 < date.season <= _LAST_NAMED:
        return {"date-parts": [[date.years[0]]], "season": (date.season - SEASONS.start) % 4 + 1, **circa}
    points = [point for point in map(_point, sides) if point]
    if not points or len(points) < len(sides) or isinstance(date, DateChoice):
        return _by_extent(edtf, circa)
    if isinstance(date, Interval) and len(sides) < 2:
        return {"date-parts": points, "circa": True, "literal": spoken(edtf)}
    return {"date-parts": points[:1] if points[0] == points[-1] else points, **circa}


def _sides(date: EdtfDate | None) -> Sequence[DatePoint]:
    ends = (date.start, date.end) if isinstance(date, Interval) else (date,)
    return [side for side in ends if isinstance(side, DatePoint)]


def _point(point: DatePoint) -> list[int] | None:
    """Year, month and day, as far as they are given; None where a digit is not known, or CSL has no such year."""
    first, last = point.years
    if first != last or not 0 < first < _FIRST_TOO_LATE or point.season or "X" in point.month + point.day:
        return None
    return [first, *(int(part) for part in (point.month, point.day) if part)]


def _by_extent(edtf: str, circa: CslDate) -> CslDate:
    """The first and last day that a date such as `202X` or `[2023..2024]` can mean."""
    found = extent(edtf)
    if found is None or found.first is None or found.last is None:
        return {"circa": True, "literal": spoken(edtf)}
    if found.first == found.last:
        return {"date-parts": [_parts(found.first)], **circa}
    return {"date-parts": [_parts(found.first), _parts(found.last)], "circa": True}


def _parts(day: Day) -> list[int]:
    return [day.year, day.month, day.day]
