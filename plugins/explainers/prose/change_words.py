"""What may be said of a change to a record."""

from __future__ import annotations

from typing import Literal

from explainers.kinds.claim.model import Claim
from explainers.model.base import Record, Update


def reworded(record: Record, update: Update) -> Literal["", "statement", "label"]:
    """Which words of a claim were changed that have no speaker: the old and the new ones are not printed."""
    if not isinstance(record, Claim):
        return ""
    field, values = update.field.casefold(), {update.from_, update.to}
    if "statement" in field or record.statement in values:
        return "statement"
    return "label" if "label" in field or record.label in values else ""
