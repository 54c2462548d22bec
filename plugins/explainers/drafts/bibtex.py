"""BibTeX and BibLaTeX as raw items of CSL: read by bibtexparser, with LaTeX turned into text."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from explainers.drafts.fault import Unreadable

_TYPES = {
    "article": "article-journal",
    **dict.fromkeys(("book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings"), "book"),
    **dict.fromkeys(("reference", "mvreference", "manual"), "book"),
    "booklet": "pamphlet",
    **dict.fromkeys(("inbook", "incollection", "bookinbook", "suppbook", "suppcollection"), "chapter"),
    **dict.fromkeys(("inproceedings", "conference"), "paper-conference"),
    "inreference": "entry-encyclopedia",
    **dict.fromkeys(("techreport", "report"), "report"),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), "thesis"),
    "unpublished": "manuscript",
    **dict.fromkeys(("online", "electronic", "www"), "webpage"),
    **{
        kind: kind for kind in ("dataset", "software", "patent", "periodical", "performance", "legislation", "standard")
    },
    "suppperiodical": "article-journal",
    "artwork": "graphic",
    "image": "graphic",
    "audio": "song",
    "music": "song",
    "video": "motion_picture",
    "movie": "motion_picture",
    "jurisdiction": "legal_case",
    "legal": "legislation",
    "letter": "personal_communication",
    "review": "review",
    "misc": "document",
}
_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}
_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_NAMES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
    "director": "director",
    "holder": "author",
}
_FIELDS = {
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "shortjournal": "container-title-short",
    "shorttitle": "title-short",
    "series": "collection-title",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "address": "publisher-place",
    "location": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "edition": "edition",
    "version": "version",
    "type": "genre",
    "abstract": "abstract",
    "keywords": "keyword",
    "language": "language",
    "langid": "language",
    "chapter": "chapter-number",
    "part": "part-number",
    "eventtitle": "event-title",
    "venue": "event-place",
    "origtitle": "original-title",
    "pubstate": "status",
    "origpublisher": "original-publisher",
    "origlocation": "original-publisher-place",
    "library": "archive",
    "pagetotal": "number-of-pages",
    "volumes": "number-of-volumes",
    "note": "note",
    "pages": "page",
    "addendum": "note",
    "eid": "number",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "howpublished": "medium",
}
# These are read sign by sign, not typeset.
_AS_IT_IS = {"url": "URL", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN"}
_DATES = {"date": "issued", "urldate": "accessed", "eventdate": "event-date", "origdate": "original-date"}
_INSIDE = {"year", "month", "day", "subtitle", "title", "entrysubtype", "crossref", "number"}
_MONTHS = {name: str(at) for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_DEEPEST = 5  # strings of strings
_SHIFTED = re.compile(r"\$([_^])\{?([\w+−-]+)\}?\$")
_LINK = re.compile(r"\\(?:url|href)\s*\{([^{}]*)\}.*", re.DOTALL)


def bibtex_items(text: str) -> list[dict[str, Any]]:
    """The entries of a file. Raises Unreadable."""
    # It takes a fifth of a second to load.
    from bibtexparser.entrypoint import parse_string

    # They report on their own what is reported here.
    for name in ("bibtexparser", "pylatexenc"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    library = parse_string(text, parse_stack=[])
    if library.failed_blocks:
        block = library.failed_blocks[0]
        key = getattr(block, "key", "")
        what = f"the key `{key}` a second time" if key else "an entry that is no BibTeX"
        raise Unreadable(f"has {what} at line {(block.start_line or 0) + 1}")
    strings = _MONTHS | {string.key.casefold(): string.value for string in library.strings}
    entries = {
        entry.key: {field.key.casefold(): _joined(str(field.value), strings) for field in entry.fields}
        for entry in library.entries
    }
    return [_item(entry.entry_type.casefold(), entry.key, _inherited(entry.key, entries)) for entry in library.entries]


def _joined(written: str, strings: Mapping[str, str], *, depth: int = 0) -> str:
    """A value without its braces or quotes: `{…}`, `"…"`, a number, the name of a string, or several joined by `#`."""
    pieces, level, quoted, start = [], 0, False, 0
    for at, sign in enumerate(written):
        level += {"{": 1, "}": -1}.get(sign, 0) if written[at - 1 : at] != "\\" else 0
        quoted ^= sign == '"' and level == 0
        if sign == "#" and level == 0 and not quoted:
            pieces.append(written[start:at])
            start = at + 1
    found = []
    for piece in (one.strip() for one in [*pieces, written[start:]]):
        if piece[:1] + piece[-1:] in {"{}", '""'} and len(piece) > 1:
            found.append(piece[1:-1])
        else:
            named = strings.get(piece.casefold())
            found.append(_joined(named, strings, depth=depth + 1) if named and depth < _DEEPEST else piece)
    return "".join(found)


def _inherited(key: str, entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The fields of an entry, with those of the one that it is a part of."""
    own = dict(entries[key])
    parent = entries.get(str(own.get("crossref", "")), {})
    for field, value in parent.items():
        own.setdefault("booktitle" if field == "title" else field, value)
    return own


def _item(kind: str, key: str, fields: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"citation-key": key, "type": _TYPES.get(kind, kind)}
    if subtype := _SUBTYPES.get(str(fields.get("entrysubtype", "")).casefold()):
        found["type"] = subtype
    title = ": ".join(_text(_SHIFTED.sub(_as_tag, fields[part])) for part in ("title", "subtitle") if fields.get(part))
    found.update({"title": title} if title else {}, **({"genre": _GENRES[kind]} if kind in _GENRES else {}))
    if number := fields.get("number"):
        found["issue" if kind == "article" else "collection-number" if "series" in fields else "number"] = _text(number)
    if fields.get("eprint") and (system := fields.pop("eprinttype", fields.pop("archiveprefix", ""))):
        found.setdefault("number", f"{system}:{fields.pop('eprint')}")
    if not fields.get("date") and fields.get("year"):
        found["issued"] = _issued(fields)
    for field, value in fields.items():
        if field not in _INSIDE:
            _put(found, field, value)
    return found


def _put(found: dict[str, Any], field: str, value: Any) -> None:
    if field in _NAMES:
        found[_NAMES[field]] = list(_people(value))
    elif field in _DATES:
        found[_DATES[field]] = str(value)
    elif field in _AS_IT_IS:
        found[_AS_IT_IS[field]] = re.sub(r"\\([_%&#~])", r"\1", str(value)).strip("{} ")
    elif field == "howpublished" and (link := _LINK.fullmatch(str(value).strip())):
        found.setdefault("URL", link[1])
    elif field in _FIELDS:
        key, text = _FIELDS[field], _text(value)
        text = re.sub(r"\s*[-–—]+\s*", "–", text) if key == "page" else text
        if key in found and found[key] != text:
            found[key] = f"{found[key]}. {text}" if key == "note" else f"{found[key]}; {text}"
        else:
            found[key] = text
    else:
        found[field] = _text(value)


def _as_tag(shifted: re.Match[str]) -> str:
    name = "sub" if shifted[1] == "_" else "sup"
    return f"<{name}>{shifted[2]}</{name}>"


def _issued(fields: Mapping[str, Any]) -> dict[str, Any]:
    parts = [str(fields.get(part, "")).strip() for part in ("year", "month", "day")]
    parts[1] = _MONTHS.get(parts[1][:3].casefold(), parts[1])
    known = parts[: parts.index("")] if "" in parts else parts
    if all(part.isdecimal() for part in known):
        return {"date-parts": [known]}
    return {"literal": " ".join(_text(part) for part in reversed(parts) if part)}


def _people(value: Any) -> Iterator[dict[str, str]]:
    """Names as BibTeX takes them apart: particles, suffixes, and organisations, which are in braces."""
    from bibtexparser.middlewares.names import (
        InvalidNameError,
        parse_single_name_into_parts,
        split_multiple_persons_names,
    )

    for name in split_multiple_persons_names(str(value)):
        if name.startswith("{") and name.endswith("}") and "}" not in name[1:-1].replace("\\}", ""):
            yield {"literal": _text(name)}
            continue
        try:
            parts = parse_single_name_into_parts(name, strict=True)
        except InvalidNameError:
            yield {"literal": _text(name)}
            continue
        words = {"given": parts.first, "non-dropping-particle": parts.von, "family": parts.last, "suffix": parts.jr}
        made = {key: text for key, part in words.items() if (text := _text(" ".join(part)))}
        yield {"literal": made["family"]} if made.keys() == {"family"} and name.startswith("{") else made


def _text(value: Any) -> str:
    """LaTeX as text. A bare `%` is a per cent sign, as the programs that write these files mean it."""
    latex = re.sub(r"(?<!\\)%", r"\\%", str(value))
    return " ".join(_latex()(latex).split())


@cache
def _latex() -> Callable[[str], str]:
    from pylatexenc.latex2text import LatexNodes2Text

    reader = LatexNodes2Text(keep_braced_groups=False, math_mode="text", strict_latex_spaces=True)
    return lambda latex: str(reader.latex_to_text(latex))
