"""What may be told of a change to a record."""

from __future__ import annotations

from explainers.kinds.claim.model import Claim
from explainers.model.base import Record, Update


def rewords_statement(record: Record, update: Update) -> bool:
    """Whether a claim's statement was reworded: the old and the new one have no speaker, and are not printed."""
    if not isinstance(record, Claim):
        return False
    return "statement" in update.field.casefold() or record.statement in {update.from_, update.to}
