"""Dates as reference managers read them. (CSL-JSON 1.0.2, date-variable)"""

from __future__ import annotations

import re
from datetime import date as Day
from typing import cast

from explainers.exports.json_text import Json
from explainers.model.base import Date
from explainers.model.edtf_dates import extent, spoken

CslDate = dict[str, Json]

_POINT = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
_SEASON = re.compile(r"(\d{4})-2([1-4])")
_QUALIFIERS = re.compile(r"[?~%]")
_OPEN = {"", ".."}


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
    """An EDTF date. What CSL cannot say (half-open, before the common era) is given in words too."""
    bare = _QUALIFIERS.sub("", edtf)
    circa: CslDate = {} if bare == edtf else {"circa": True}
    if season := _SEASON.fullmatch(bare):
        return {"date-parts": [[int(season[1])]], "season": int(season[2]), **circa}
    sides = [side for side in bare.split("/") if side not in _OPEN]
    points = [point for point in map(_point, sides) if point]
    if not points or len(points) < len(sides):
        return _by_extent(edtf, circa)
    if len(sides) < len(bare.split("/")):
        return {"date-parts": points, "circa": True, "literal": spoken(edtf)}
    return {"date-parts": points, **circa}


def _point(bare: str) -> list[int] | None:
    match = _POINT.fullmatch(bare)
    return [int(part) for part in match.groups() if part] if match else None


def _by_extent(edtf: str, circa: CslDate) -> CslDate:
    """The first and last day that a date such as `202X` or `[2023..2024]` can mean."""
    found = extent(edtf)
    if found is None or found.first is None or found.last is None:
        # The calendar has no day for it: before the common era, after the year 9999.
        return {"circa": True, "literal": spoken(edtf) if _OPEN.intersection(edtf.split("/")) else edtf}
    if found.first == found.last:
        return {"date-parts": [_parts(found.first)], **circa}
    return {"date-parts": [_parts(found.first), _parts(found.last)], "circa": True}


def _parts(day: Day) -> list[int]:
    return [day.year, day.month, day.day]
