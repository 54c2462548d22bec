"""A file of references as raw items of CSL, whatever program wrote it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from explainers.drafts.bibtex import bibtex_items
from explainers.drafts.fault import Unreadable
from explainers.drafts.ris import ris_items

Raw = Mapping[str, Any]

MAX_BYTES = 50_000_000
MAX_ITEMS = 5_000
_READERS: Mapping[str, Callable[[str], Sequence[Raw]]] = {"BibTeX": bibtex_items, "RIS": ris_items}
_BY_ENDING = {".bib": "BibTeX", ".bibtex": "BibTeX", ".ris": "RIS", ".json": "JSON", ".csv": "CSV", ".tsv": "CSV"}
# For a file whose name says nothing.
_BY_LOOK = {"JSON": r"\s*[\[{]", "RIS": r"\s*TY  ?-", "BibTeX": r"(?s).{0,2000}?^\s*@\s*\w+\s*[{(]"}
_LISTS = ("items", "references")


def text_of(data: bytes) -> str:
    """The text of a file. Raises Unreadable."""
    if len(data) > MAX_BYTES:
        raise Unreadable(f"is larger than {MAX_BYTES // 1_000_000} MB: export fewer items at a time")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        raise Unreadable(f"is not UTF-8 (line {line}): export it as UTF-8") from None
    if not text.strip():
        raise Unreadable("is empty")
    return text


def form_of(name: str, text: str) -> str:
    """The format of a file, by the ending of its name, else by its first lines. Raises Unreadable."""
    found = _BY_ENDING.get(PurePath(name).suffix.casefold())
    found = found or next((form for form, look in _BY_LOOK.items() if re.match(look, text, re.MULTILINE)), None)
    if found is None:
        raise Unreadable("is no CSL-JSON, BibTeX, RIS, ClaimReview or CSV")
    return found


def json_of(text: str) -> Any:
    """The value of a JSON text. Raises Unreadable."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as fault:
        raise Unreadable(f"is not JSON: {fault.msg} at line {fault.lineno}, column {fault.colno}") from None
    except (RecursionError, ValueError):
        raise Unreadable(
            "is not JSON that anybody exports: it is nested too deeply, or has too long a number"
        ) from None


def csl_items(value: Any) -> Sequence[Raw]:
    """The items in CSL-JSON: one, a list, or a list under `items` or `references`. Raises Unreadable."""
    if isinstance(value, Mapping):
        inner = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None)
        value = [value] if inner is None else inner
    found = [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
    if not found or len(found) < len(value) or not any("type" in one or "title" in one for one in found):
        raise Unreadable("has no items of CSL-JSON: export it from the reference manager as CSL-JSON")
    return _bounded(found)


def items_in(form: str, text: str) -> Sequence[Raw]:
    """The items of a text in BibTeX or RIS. Raises Unreadable."""
    found = _READERS[form](text)
    if not found:
        raise Unreadable(f"has no entry of {form}")
    return _bounded(found)


def _bounded(items: Sequence[Raw]) -> Sequence[Raw]:
    if len(items) > MAX_ITEMS:
        raise Unreadable(f"has {len(items):,} items: export at most {MAX_ITEMS:,} at a time")
    return items
