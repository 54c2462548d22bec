"""RIS as raw items of CSL: read by rispy, with the tags as the common programs use them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from explainers.drafts.fault import Unreadable

_TYPES = {
    **dict.fromkeys(("JOUR", "EJOUR", "ABST", "INPR"), "article-journal"),
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "JFULL": "periodical",
    "BLOG": "post-weblog",
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP"), "chapter"),
    **dict.fromkeys(("CONF", "CPAPER"), "paper-conference"),
    "RPRT": "report",
    "GOVDOC": "report",
    "THES": "thesis",
    "STAND": "standard",
    "PAT": "patent",
    "MAP": "map",
    "ELEC": "webpage",
    "WEB": "webpage",
    "ICOMM": "personal_communication",
    "PCOMM": "personal_communication",
    "DATA": "dataset",
    "AGGR": "dataset",
    "DBASE": "dataset",
    "COMP": "software",
    "PAMP": "pamphlet",
    "MANSCPT": "manuscript",
    "UNPB": "manuscript",
    "UNPD": "manuscript",
    "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary",
    "CASE": "legal_case",
    "STAT": "legislation",
    "LEGAL": "legislation",
    "BILL": "bill",
    "UNBILL": "bill",
    "HEAR": "hearing",
    "CLSWK": "classic",
    "SER": "collection",
    "FIGURE": "figure",
    "ART": "graphic",
    "MULTI": "graphic",
    "SLIDE": "graphic",
    "CHART": "figure",
    "MUSIC": "musical_score",
    "SOUND": "song",
    "VIDEO": "motion_picture",
    "MPCT": "motion_picture",
    "ADVS": "motion_picture",
    "GEN": "document",
    "GRANT": "document",
    "CTLG": "book",
    "ANCIENT": "classic",
    "EQUA": "figure",
}
_NAMES = {
    "AU": "author",
    "A1": "author",
    "ED": "editor",
    "A2": "editor",
    "A3": "collection-editor",
    "A4": "translator",
}
# Of several tags for one thing, the first that is there.
_FIRST = {
    "title": ("TI", "T1", "CT", "BT"),
    "container-title": ("T2", "JF", "JO", "BT"),
    "container-title-short": ("J2", "JA", "J1", "JO"),
    "publisher-place": ("CY", "PP"),
    "abstract": ("AB", "N2"),
    "DOI": ("DO",),
}
_FIELDS = {
    "T3": "collection-title",
    "ST": "title-short",
    "TT": "translated-title",
    "VL": "volume",
    "VO": "volume",
    "IS": "issue",
    "CP": "issue",
    "M1": "number",
    "M3": "genre",
    "ET": "edition",
    "NV": "number-of-volumes",
    "PB": "publisher",
    "UR": "URL",
    "LK": "URL",
    "LA": "language",
    "KW": "keyword",
    "ID": "citation-key",
    "N1": "note",
    "NO": "note",
    "CN": "call-number",
    "OP": "original-title",
    "RI": "reviewed-title",
    "SE": "section",
    "AV": "archive",
    "DB": "source",
    "DP": "source",
}
_BOOKS = {"BOOK", "EBOOK", "EDBOOK", "CHAP", "ECHAP", "CONF", "ENCYC", "DICT", "CLSWK", "CTLG", "PAMP", "RPRT", "THES"}
_JOINED = {"keyword": "; ", "note": "\n", "citation-key": " "}
_DONE = {"TY", "ER", "PY", "Y1", "DA", "Y2", "SP", "EP", "SN"}
_PARTICLE = re.compile(r"((?:[a-zà-ÿ]+ )*[a-zà-ÿ]+) ([^a-zà-ÿ].*)")
_TAG = re.compile(r"(?m)^([A-Z][A-Z0-9])\s{0,2}-(?= |\r?$)")


def ris_items(text: str) -> list[dict[str, Any]]:
    """The references of a file. Raises Unreadable."""
    from rispy import loads
    from rispy.config import TAG_KEY_MAPPING

    # Some programs write one space before the hyphen, or end a file without an `ER`.
    even = _TAG.sub(r"\1  -", text)
    tags = {tag for tag in (*TAG_KEY_MAPPING, *_TAG.findall(even)) if tag not in {"TY", "ER"}}
    mapping = {"TY": "TY", "ER": "ER", **{tag: tag for tag in tags}}
    if even.rfind("\nTY  -") > even.rfind("\nER  -") or "\nER  -" not in even:
        even += "\nER  - \n"
    try:
        found = loads(even, mapping=mapping, list_tags=sorted(tags))
    except (OSError, ValueError, KeyError) as fault:
        raise Unreadable(f"is no RIS: {' '.join(str(fault).split())}") from None
    return [_item(dict(_values(each))) for each in found]


def _values(each: Mapping[str, str | Sequence[str | None] | None]) -> Iterator[tuple[str, Sequence[str]]]:
    """The tags that have a value: the reader gives what is empty as no text at all."""
    for tag, given in each.items():
        all_given = [given] if isinstance(given, str) else given or []
        values = [value.strip() for value in all_given if value and value.strip()]
        if values:
            yield tag, values


def _item(tags: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    kind = str(next(iter(tags.get("TY", ["GEN"])))).strip()
    found: dict[str, Any] = {"type": _TYPES.get(kind, kind)}
    used = set(_DONE)
    for tag, key in _NAMES.items():
        if tag in tags:
            found[key] = [*found.get(key, []), *map(_name, tags[tag])]
            used.add(tag)
    for key, among in _FIRST.items():
        there = [tag for tag in among if tag in tags and (tag not in used)]
        if there:
            found[key] = tags[there[0]][0]
            # A second name of one thing is kept only where it is another.
            used.update(tag for tag in there if tags[tag][0] == found[key])
    for tag, key in _FIELDS.items():
        if tag in tags:
            _put(found, key, tags[tag])
            used.add(tag)
    found.update(_dates(tags), **_numbers(kind, tags))
    return found | {f"RIS {tag}": "; ".join(values) for tag, values in tags.items() if tag not in used}


def _put(found: dict[str, Any], key: str, values: Sequence[str]) -> None:
    joint = _JOINED.get(key)
    if joint:
        found[key] = joint.join([*([found[key]] if key in found else []), *values])
        return
    first, *others = values
    if key in found and found[key] != first:
        others = [first, *others]
    found.setdefault(key, first)
    found.update({f"another {key}": "; ".join(others)} if others else {})


def _dates(tags: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    given = [tags[tag][0] for tag in ("DA", "PY", "Y1") if tags.get(tag)]
    dates = {"issued": max(map(_date, given), key=_known)} if given else {}
    return dates | ({"accessed": _date(tags["Y2"][0])} if tags.get("Y2") else {})


def _date(written: str) -> dict[str, Any]:
    """`2024/03/04/in spring`, `2024-03-04`, `2024`."""
    parts = [part.strip() for part in re.split(r"[/-]", written.strip(), maxsplit=3)]
    numbers = [part for part in parts[:3] if part]
    if numbers and len(numbers[0]) == 4 and all(part.isdecimal() for part in numbers):
        return {"date-parts": [numbers]}
    return {"literal": written.strip(" /")}


def _known(date: Mapping[str, Any]) -> int:
    return len(date.get("date-parts", [[]])[0])


def _numbers(kind: str, tags: Mapping[str, Sequence[str]]) -> dict[str, str]:
    pages = [tags[tag][0].strip() for tag in ("SP", "EP") if tags.get(tag)]
    found = {"page": "–".join(dict.fromkeys(filter(None, pages)))} if pages else {}
    for number in tags.get("SN", ()):
        is_book = kind in _BOOKS and len(re.sub(r"[^\dXx]", "", number)) >= 10
        found["ISBN" if is_book else "ISSN"] = number
    return found


def _name(written: str) -> dict[str, str]:
    """`van Reed, Ann, Jr.`; a name without a comma is not taken apart."""
    parts = [part.strip() for part in written.split(",") if part.strip()]
    if len(parts) < 2:
        return {"literal": written.strip(" ,")}
    made = dict(zip(("family", "given", "suffix"), [*parts[:2], ", ".join(parts[2:])], strict=True))
    if found := _PARTICLE.fullmatch(parts[0]):
        made.update({"non-dropping-particle": found[1], "family": found[2]})
    return made
