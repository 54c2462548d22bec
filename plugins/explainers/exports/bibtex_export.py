"""Sources as BibTeX: the entry types that BibTeX and BibLaTeX share, keys that are our ids, text in UTF-8."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from explainers.exports.bibliographic import ReferenceEntry, printable
from explainers.exports.latex import kept_capitals, latex
from explainers.kinds.source.csl import ItemType, Name

_HEAD = "% UTF-8, for BibLaTeX with Biber; BibTeX itself takes it with a LaTeX of 2018 or later, XeLaTeX or LuaLaTeX.\n"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_TYPES: Mapping[ItemType, str] = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "classic": "book",
    "collection": "book",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "pamphlet": "book",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "review": "article",
    "review-book": "article",
    "standard": "techreport",
    "thesis": "phdthesis",
}
# What a type calls the work that contains it, and its publisher; the others say `howpublished` and `publisher`.
_CONTAINER = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHER = {"techreport": "institution", "phdthesis": "school", "mastersthesis": "school"}
_RANGE = re.compile(r"\s*[-–—]+\s*")
# What BibTeX would find in a name: a comma, an `and`, an accent, a particle, which begins with a small letter.
_GIVEN = re.compile(r"(?i)[,%&$#_\\{}~^<>|]|\band\b")
_FAMILY = re.compile(rf"{_GIVEN.pattern}|\s|(?-i:^[^A-Z])")
_UNTYPESET = dict.fromkeys(map(ord, "{}\\"))


def bibtex(entries: Sequence[ReferenceEntry]) -> bytes:
    """Some sources as one file."""
    return (_HEAD + "".join(f"\n{_entry(entry)}" for entry in entries)).encode()


def _entry(entry: ReferenceEntry) -> str:
    kind = _kind(entry)
    lines = [f"  {name} = {value},\n" for name, value in _fields(entry, kind) if value not in {"", "{}"}]
    return f"@{kind}{{{entry.id},\n{''.join(lines)}}}\n"


def _kind(entry: ReferenceEntry) -> str:
    kind = _TYPES.get(entry.csl.type, "misc")
    return "mastersthesis" if kind == "phdthesis" and "master" in (entry.csl.genre or "").casefold() else kind


def _fields(entry: ReferenceEntry, kind: str) -> Iterator[tuple[str, str]]:
    """Fields and their values, each with its braces."""
    csl = entry.csl
    for role, names in (("author", csl.author), ("editor", csl.editor), ("translator", csl.translator)):
        yield role, f"{{{' and '.join(_name(name) for name in printable(names))}}}"
    yield "title", f"{{{kept_capitals(csl.title)}}}"
    yield from ((name, f"{{{latex(value)}}}") for name, value in _texts(entry, kind))
    yield "pages", f"{{{latex(_RANGE.sub('–', csl.page or '')).replace('–', '--')}}}"
    # These are read sign by sign, not typeset.
    for name, value in (("doi", csl.doi), ("url", csl.URL or "")):
        yield name, f"{{{value.translate(_UNTYPESET)}}}"
    yield "urldate", f"{{{_iso(entry.read_on)}}}"
    yield from _date(entry.day)
    yield "note", f"{{{latex(entry.whole_note)}}}"


def _texts(entry: ReferenceEntry, kind: str) -> Iterator[tuple[str, str]]:
    csl = entry.csl
    container = csl.container_title or ("" if kind in _CONTAINER else csl.medium or "")
    yield _CONTAINER.get(kind, "howpublished"), container
    yield _PUBLISHER.get(kind, "publisher"), entry.publisher
    named = {
        "address": csl.publisher_place,
        "series": csl.collection_title,
        "edition": csl.edition,
        "volume": csl.volume,
        "number": csl.issue or csl.number,
        "eid": csl.number if csl.issue else None,
        "version": csl.version,
        "shorttitle": csl.title_short or csl.shortTitle,
        "shortjournal": csl.container_title_short or csl.journalAbbreviation,
        "pagetotal": csl.number_of_pages,
        "volumes": csl.number_of_volumes,
        "chapter": csl.chapter_number,
        "part": csl.part_number or csl.part,
        "pubstate": csl.status,
        "keywords": csl.keyword,
        "type": csl.genre,
        "eventtitle": csl.event_title or csl.event,
        "venue": csl.event_place,
        "organization": ", ".join(filter(None, (csl.authority, csl.jurisdiction))),
        "library": csl.archive,
        "origtitle": csl.original_title,
        "isbn": csl.ISBN,
        "issn": csl.ISSN,
        "language": csl.language,
        "abstract": csl.abstract,
    }
    yield from ((name, value or "") for name, value in named.items())


def _name(name: Name) -> str:
    """`van Reed, Jr., Ann`. In braces is what would be taken apart: organisations, families of several words."""
    if name.literal or not name.family:
        return f"{{{latex(name.printed)}}}"
    particle, family = name.particle, name.family
    if particle.endswith(("-", "'", "’")):
        particle, family = "", f"{particle}{family}"
    whole = f"{latex(particle)} {_guarded(family, _FAMILY)}".strip()
    rest = (_guarded(part, _GIVEN) for part in (name.suffix, name.given) if part)
    return ", ".join([whole, *rest])


def _guarded(text: str, taken_apart: re.Pattern[str]) -> str:
    """Part of a name, in braces if BibTeX would misread it."""
    return f"{{{latex(text)}}}" if taken_apart.search(text) else latex(text)


def _date(day: Sequence[int]) -> Iterator[tuple[str, str]]:
    names = ("year", "month", "day")
    for name, number in zip(names, day, strict=False):
        yield name, _MONTHS[number - 1] if name == "month" else f"{{{number}}}"


def _iso(day: Sequence[int]) -> str:
    """A day as ISO 8601 has it, as far as it is known."""
    return "-".join(f"{number:0{width}}" for number, width in zip(day, (4, 2, 2), strict=False))
