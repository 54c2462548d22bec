"""Sources as RIS, line by line: a tag, two spaces, a hyphen, a space, the value. (RIS specification of 2011)"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from explainers.exports.bibliographic import ReferenceEntry, printable
from explainers.kinds.source.csl import ItemType, Name

_TYPES: Mapping[ItemType, str] = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "collection": "SER",
    "dataset": "DATA",
    "entry": "ENCYC",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "regulation": "STAT",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "STAT",
    "webpage": "ELEC",
}
_PAGES = re.compile(r"([^-–—,;]+?)\s*[-–—]+\s*([^-–—,;]+)")


def ris(entries: Sequence[ReferenceEntry]) -> bytes:
    """Some sources as one file, its lines ended as the specification has them."""
    return "".join(_entry(entry) for entry in entries).encode()


def _entry(entry: ReferenceEntry) -> str:
    lines = [f"{tag}  - {line}\r\n" for tag, value in _values(entry) if (line := _line(value))]
    return f"TY  - {_TYPES.get(entry.csl.type, 'GEN')}\r\n{''.join(lines)}ER  - \r\n\r\n"


def _values(entry: ReferenceEntry) -> Iterator[tuple[str, str | None]]:
    csl = entry.csl
    yield "ID", entry.id
    for tag, names in (("AU", csl.author), ("A2", csl.editor), ("A4", csl.translator)):
        yield from ((tag, _name(name)) for name in printable(names))
    yield "TI", csl.title
    yield "T2", csl.container_title
    yield "T3", csl.collection_title
    yield "ST", csl.title_short or csl.shortTitle
    yield "J2", csl.container_title_short or csl.journalAbbreviation
    yield from (("A3", _name(name)) for name in printable(csl.collection_editor))
    if _TYPES.get(csl.type) == "JOUR":
        yield "JO", csl.container_title
    yield "PB", entry.publisher
    yield "CY", csl.publisher_place
    yield from _dates(entry)
    yield from _numbers(entry)
    yield "M3", csl.genre
    yield "OP", csl.original_title
    yield "LA", csl.language
    yield "DO", csl.doi
    yield "UR", csl.URL
    yield "SN", csl.ISBN or csl.ISSN
    yield "AV", csl.archive
    yield "CN", csl.call_number
    yield from (("KW", word) for word in re.split(r"[,;]", csl.keyword or ""))
    yield "AB", csl.abstract
    yield "N1", entry.whole_note


def _dates(entry: ReferenceEntry) -> Iterator[tuple[str, str]]:
    if entry.day:
        yield "PY", f"{entry.day[0]:04}"
        yield "DA", _slashed(entry.day)
    if entry.read_on:
        yield "Y2", _slashed(entry.read_on)


def _numbers(entry: ReferenceEntry) -> Iterator[tuple[str, str | None]]:
    csl = entry.csl
    yield "ET", csl.edition or csl.version
    yield "VL", csl.volume
    yield "IS", csl.issue
    yield "M1", csl.number
    yield "NV", csl.number_of_volumes
    found = _PAGES.fullmatch(csl.page or "")
    yield "SP", found[1] if found else csl.page
    yield "EP", found[2] if found else None


def _name(name: Name) -> str:
    """`van Reed, Ann, Jr.`; the commas in a name itself fall away, for RIS takes names apart at commas."""
    if name.literal or not name.family:
        return _without_commas(name.printed)
    return ", ".join(_without_commas(part) for part in (name.surname, name.given, name.suffix) if part)


def _without_commas(part: str) -> str:
    return _line(part.replace(",", " "))


def _slashed(day: Sequence[int]) -> str:
    """`2024/11/11/`: year, month, day and other words, empty where unknown."""
    parts = [f"{number:0{width}}" for number, width in zip(day, (4, 2, 2), strict=False)]
    return "/".join([*parts, *[""] * (4 - len(parts))])


def _line(value: str | None) -> str:
    """A value on one line: a new line would begin a new tag."""
    printable = "".join(sign if unicodedata.category(sign) != "Cc" else " " for sign in value or "")
    return " ".join(printable.split())
