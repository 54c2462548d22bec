"""A field that a site declares, for who writes records."""

from __future__ import annotations

from collections.abc import Iterator

from explainers.model.declared import DeclaredField
from explainers.text.suggest import one_of

_FORMS = {
    "text": "Text, with links and notes as in every text of a record.",
    "number": "A number in digits.",
    "date": "A date, bare (`2024-03-03`) or with `edtf`, `basis` and `note`.",
    "url": "A web address.",
    "yes-no": "`yes` or `no`.",
}


def described_field(field: DeclaredField) -> Iterator[str]:
    """What it is for, what it can hold, and where that comes out."""
    yield f"{field.name} (field of this site)"
    yield ""
    yield f"{field.label}.{f' {field.description}' if field.description else ''}"
    yield form(field)
    yield f"Records of the kind {one_of(field.kinds)} may have it."
    yield "; ".join([
        "on pages" if field.shown else "not on pages",
        "found by the search" if field.searched else "not found by the search",
        "in the data" if field.in_data else "not in the data",
    ]).capitalize() + "."  # fmt: skip


def form(field: DeclaredField) -> str:
    """What can stand in it, in a sentence."""
    if field.type == "one-of":
        return f"One of {one_of([choice.word for choice in field.choices])}."
    if field.type == "text" and not field.shown:
        return "Text without links and notes."
    to = f" of the kind {one_of(field.to)}" if field.to else ""
    ids = {"record": f"The id of a record{to}.", "records": f"A list of ids of records{to}."}
    return ids.get(field.type) or _FORMS[field.type]


def commented(field: DeclaredField) -> str:
    """Lines for a new record: the field after a comment sign."""
    return f"# {field.label}. {form(field)}\n# {field.name}:{' []' if field.type == 'records' else ''}\n"
