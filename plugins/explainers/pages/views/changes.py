"""What changed since it was published, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from explainers.model.base import Record, Update
from explainers.model.extents import EARLIEST, Clock


@dataclass(frozen=True, slots=True)
class RecordUpdate:
    """One change to one record."""

    record: Record
    update: Update
    is_last: bool = True
    """Whether no other change of the same record follows right after it in the list."""

    @property
    def moment(self) -> Clock:
        """When it was made, by which it is sorted."""
        extent = self.update.date.extent
        return extent.start or extent.end or EARLIEST


def changes(records: Sequence[Record]) -> list[RecordUpdate]:
    """All changes of some records, newest first."""
    found = [RecordUpdate(record, update) for record in records for update in record.updates]
    by_id = sorted(found, key=lambda change: change.record.id)
    rows = sorted(by_id, key=lambda change: change.moment, reverse=True)
    return [
        RecordUpdate(row.record, row.update, is_last=after is None or after.record.id != row.record.id)
        for row, after in zip_longest(rows, rows[1:])
    ]
