"""What changed since it was published, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from explainers.model.base import Record, Update


@dataclass(frozen=True, slots=True)
class Change:
    """One change to one record."""

    record: Record
    update: Update

    @property
    def day(self) -> date:
        """The day by which it is sorted."""
        extent = self.update.date.extent
        return extent.first or extent.last or date.min


def changes(records: Sequence[Record]) -> list[Change]:
    """All changes of some records, newest first."""
    found = [Change(record, update) for record in records for update in record.updates]
    return sorted(found, key=lambda change: (-change.day.toordinal(), change.record.id))
