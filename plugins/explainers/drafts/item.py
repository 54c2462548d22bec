"""An item of a reference manager as a reference of ours: each key is kept, or named among what was left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import ValidationError

from explainers.kinds.source.csl import DATES, NAMES, CslItem, ItemType, Name
from explainers.kinds.source.csl_dates import as_edtf
from explainers.model.edtf_dates import extent
from explainers.text.characters import invisible

UNTITLED = "[No title]"
_NAMES, _DATES = set(NAMES.values()), set(DATES.values())
_KEYS = {part.alias or name for name, part in CslItem.model_fields.items()}
_NAME_KEYS = {part.alias or name for name, part in Name.model_fields.items()}
_TYPES = {kind.replace("_", "-"): kind for kind in get_args(ItemType)}
# What the field Extra of Zotero has for variables that it has no field for: a line for each.
_EXTRA = re.compile(r"(?P<key>[A-Za-z][A-Za-z _-]*?)\s*:\s*(?P<value>\S.*)")
# What programs note for themselves beside the fields of BibTeX, and in RIS.
_OF_PROGRAMS = set(
    "file timestamp owner groups date-added date-modified rating read keywords-plus entryset sortkey ids".split()
)
_OF_PROGRAMS |= {f"RIS {tag}" for tag in ("L1", "L2", "L3", "L4", "LB", "RN", "RP")}
_NO_TEXT = {"Cc", "Cs", "Cn", "Co"}
_LONGEST_SHOWN = 60


@dataclass
class Item:
    """A reference, and what has to be said of its making. `key` names it in the file that it is from."""

    key: str
    csl: dict[str, Any] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    date_words: str = ""

    @property
    def reference(self) -> CslItem:
        """The reference as records have it."""
        return CslItem.model_validate(self.csl)

    @property
    def year(self) -> str:
        """The year in which it appeared, or nothing."""
        found = re.match(r"-?\d{4}", self.csl.get("issued", ""))
        return found[0] if found else ""


def item_of(raw: Mapping[str, Any], at: int) -> Item:
    """The item at a place of a file, from 1."""
    made = Item(str(raw.get("citation-key") or raw.get("id") or f"item {at}"))
    rest = dict(raw)
    _read_extra(rest)
    for key, value in rest.items():
        if key in CslItem.unread or key in _OF_PROGRAMS or key.startswith("bdsk-"):
            made.unused.append(key)
        elif key not in _KEYS and value not in (None, "", [], {}):
            made.left_out.append(f"`{in_message(key)}` (`{in_message(value)}`): nothing in CSL is for this")
        elif value not in (None, "", [], {}):
            _take(made, key, value)
    made.csl.setdefault("title", UNTITLED)
    made.csl = {"type": made.csl.pop("type", "document"), "title": made.csl.pop("title"), **made.csl}
    _take_out_the_wrong(made)
    return made


def _take(made: Item, key: str, value: Any) -> None:
    if key == "type":
        kind = _TYPES.get(str(value).casefold().replace("_", "-"))
        made.csl["type"] = kind or "document"
        if kind is None:
            made.left_out.append(f"type `{in_message(value)}`: not a type of CSL, so it is a `document`")
    elif key in _NAMES:
        names = [name for one in (value if isinstance(value, list) else [value]) if (name := _name(made, key, one))]
        made.csl.update({key: names} if names else {})
    elif key in _DATES:
        _take_date(made, key, value)
    elif isinstance(value, str | int | float):
        made.csl.update({key: text} if (text := clean(str(value))) else {})
    elif isinstance(value, list) and all(isinstance(one, str) for one in value):
        made.csl[key] = clean("; ".join(value))
    else:
        made.left_out.append(f"`{key}`: not a text")


def _take_date(made: Item, key: str, value: Any) -> None:
    words = value if isinstance(value, str) else ""
    if isinstance(value, Mapping):
        words = str(value.get("literal") or value.get("raw") or "")
        found = as_edtf(value)
    else:
        found = words if extent(words) else ""
    if found:
        made.csl[key] = found
    elif key == "issued" and clean(words):
        made.date_words = clean(words)
    else:
        made.left_out.append(f"`{key}`: `{in_message(words or value)}` is not a date")


def _name(made: Item, key: str, one: Any) -> dict[str, str] | None:
    if isinstance(one, str):
        return {"literal": clean(one)} if clean(one) else None
    if not isinstance(one, Mapping):
        made.left_out.append(f"`{key}`: `{in_message(one)}` is not a name")
        return None
    made.left_out += [
        f"`{in_message(part)}` of a name in `{key}`"
        for part in one
        if part not in _NAME_KEYS and part not in Name.unread
    ]
    return {part: text for part in one if part in _NAME_KEYS and (text := clean(str(one[part] or "")))} or None


def _read_extra(rest: dict[str, Any]) -> None:
    """Lines of `note` that are variables, as Zotero and citeproc read them; what is there already stays."""
    note = rest.get("note")
    if not isinstance(note, str):
        return
    left = []
    for line in note.splitlines():
        found = _EXTRA.fullmatch(line.strip())
        key = _variable(found["key"]) if found else ""
        if found is None or not key or rest.get(key):
            left.append(line)
        elif key in _NAMES:
            family, _, given = (part.strip() for part in found["value"].partition("||"))
            rest[key] = [{"family": family, "given": given} if given else {"literal": family}]
        else:
            rest[key] = found["value"]
    rest["note"] = "\n".join(left).strip()


def _variable(written: str) -> str:
    """The variable of CSL that is intended: `Original Date` is `original-date`."""
    plain = re.sub(r"[ _]", "-", written).casefold()
    known = [key for key in (_KEYS | {"citation-key"}) - {"note", "title", "type"} if key.casefold() == plain]
    return known[0] if known else ""


def _take_out_the_wrong(made: Item) -> None:
    """What our records refuse is left out, and said."""
    if language := made.csl.get("language"):
        made.csl["language"] = str(language).replace("_", "-")
    for _ in range(3):
        try:
            CslItem.model_validate(made.csl)
        except ValidationError as fault:
            for key in {str(error["loc"][0]): None for error in fault.errors(include_url=False)}:
                made.left_out.append(
                    f"`{key}`: `{in_message(made.csl.get(key))}` {_REFUSED.get(key, 'cannot be used')}"
                )
                made.csl.pop(key, None)
            made.csl.setdefault("title", UNTITLED)


_REFUSED = {
    "URL": "is not a web address",
    "language": "is not a tag of a language, such as en or pt-BR",
    "title": "is too long for a title",
}


def clean(text: str) -> str:
    """A text without spaces around its lines, and without what no one sees in it: our records have none of that."""
    even = text.replace("\r\n", "\n").replace("\t", " ")
    printable = "".join(sign for sign in even if sign == "\n" or unicodedata.category(sign) not in _NO_TEXT)
    hidden = set(invisible(printable))
    seen = "".join(sign for at, sign in enumerate(printable) if at not in hidden) if hidden else printable
    return "\n".join(line.strip() for line in seen.split("\n")).strip()


def in_message(value: object) -> str:
    """A value in a line of a message."""
    text = " ".join(clean(str(value)).split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def said(items: list[Item]) -> Iterator[str]:
    """What is the same for all items of a file, in a line."""
    unused = sorted({key for item in items for key in item.unused})
    if unused:
        yield f"not used, because they say nothing to readers: {', '.join(unused)}"
