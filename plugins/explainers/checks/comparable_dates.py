"""Dates that can be compared."""

from __future__ import annotations

from explainers.model.base import Date
from explainers.model.extents import Extent

_DOUBT = frozenset("?~%X")


def certain(date: Date | None) -> Extent | None:
    """The days a date covers, or None if any part of it is in doubt."""
    if date is None or not date.edtf or not _DOUBT.isdisjoint(date.edtf):
        return None
    return date.extent
