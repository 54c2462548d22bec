"""Dates for programs: as precise as they are known, and left out where that cannot be said. (ISO 8601, schema.org)"""

from __future__ import annotations

import re

from explainers.model.base import Date

# A year, a month, a day or a time of day. ISO 8601 has no doubt, no season and no part that is not known.
_EXACT = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?")


def exact_ends(date: Date | None) -> tuple[str | None, str | None]:
    """The start of a date that a source states, and its end if it is a stretch: `2024-08` for August, never its first.

    Both are None where the date is uncertain, open at one end, inferred or not known.
    """
    if date is None or date.basis != "stated":
        return None, None
    start, _, end = date.edtf.partition("/")
    ends = [start, end] if "/" in date.edtf else [start]
    if not all(_EXACT.fullmatch(each) for each in ends):
        return None, None
    return start, end or None
