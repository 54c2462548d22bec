"""Sources as CSL-JSON. (schema 1.0.2)"""

from __future__ import annotations

from collections.abc import Sequence

from explainers.exports.bibliographic import ReferenceEntry, printable
from explainers.exports.csl_export_dates import edtf_as_csl
from explainers.exports.json_text import Json, encoded, fields, written
from explainers.kinds.source.csl import DATES, NAMES

# Their values are in the source record, or are joined with what is.
_OF_THE_RECORD = {"type", "publisher", "issued", "note"}


def csl_json(entries: Sequence[ReferenceEntry]) -> bytes:
    """A list of items, as reference managers read it."""
    return encoded(written([csl_item(entry) for entry in entries]))


def csl_item(entry: ReferenceEntry) -> dict[str, Json]:
    """A source as a CSL item, its keys as CSL names them."""
    item = {key: value for key, value in fields(entry.csl).items() if key not in _OF_THE_RECORD}
    for field, key in NAMES.items():
        if key in item:
            item[key] = [fields(name) for name in printable(getattr(entry.csl, field))]
    item.update({key: edtf_as_csl(getattr(entry.csl, field)) for field, key in DATES.items() if key in item})
    own: dict[str, Json] = {
        "id": entry.id,
        "type": entry.csl.type,
        **item,
        "publisher": entry.publisher,
        "issued": entry.issued,
        "accessed": entry.accessed,
        "note": entry.note,
    }
    return {key: value for key, value in own.items() if value}
