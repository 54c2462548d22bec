"""References in a citation style of the site's own choice: a CSL style file, through citeproc-py. (CSL 1.0.2)"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from explainers.exports.bibliographic import ReferenceEntry, entry
from explainers.exports.csl_export import csl_item
from explainers.exports.csl_export_dates import CslDate, points
from explainers.exports.json_text import Json
from explainers.graph.graph import Graph
from explainers.kinds.source.model import Source
from explainers.text.inline import Emphasis, Foreign, Inline, Paragraph, RecordLink, Words, plain, walk

# Signs that no text has, around what the style sets in italics, in bold, and around the title.
_ITALIC, _BOLD, _TITLE = ("\x11", "\x12"), ("\x13", "\x14"), ("\x15", "\x16")
_CLOSED_BY = dict([_ITALIC, _BOLD, _TITLE])
_MARKS = re.compile("([\x11-\x16])")
# `“Who?”.` has one stop too many, and so has `“Acme Inc.”.`; the processor sees none of them through quotation marks.
_STOPS = re.compile("(?:([?!])([\x12\x14\x16”’»]*)|([.])([\x12\x14\x16”’»]+))[.,]")
# Its number is the page's to give, and our notes are printed next to the reference.
_NUMBER = "//cs:text[@variable='citation-number']"
_LEFT_OUT = {"note", "abstract"}


class StyleFault(Exception):
    """A style file cannot be used; the message is for the site's owner."""


@dataclass(frozen=True, slots=True)
class Styled:
    """References by their source's id, and the sources that the processor fails at: they are in our style."""

    references: Mapping[str, Paragraph]
    failed: tuple[str, ...]


class _Formatter:
    """What the processor writes with: italics and bold between our signs, all else as it is."""

    preformat = Superscript = Subscript = SmallCaps = Underline = Light = str

    @staticmethod
    def Italic(text: object) -> str:
        return f"{_ITALIC[0]}{text}{_ITALIC[1]}"

    @staticmethod
    def Bold(text: object) -> str:
        return f"{_BOLD[0]}{text}{_BOLD[1]}"

    Oblique = Italic


def is_installed() -> bool:
    """Whether the processor is there: it comes with the extra `csl`."""
    return find_spec("citeproc") is not None


def styled(graph: Graph, style: bytes, language: str) -> Styled:
    """Every source's reference in a style. Raises StyleFault."""
    references, failed = {}, []
    with warnings.catch_warnings():
        # The processor warns of fields that CSL has and it does not know; a style that uses them prints them empty.
        warnings.simplefilter("ignore")
        read = _read(style, language)
        for source in graph.of(Source):
            try:
                references[source.id] = _reference(entry(source, graph), read)
            except Exception:  # the processor has no error classes: it raises whatever it runs into
                failed.append(source.id)
    return Styled(references, tuple(failed))


def _read(style: bytes, language: str) -> Any:
    from citeproc import CitationStylesStyle

    try:
        read = CitationStylesStyle(io.BytesIO(style), validate=False)
        if read.root.get("default-locale") is None:
            read.root.set_locale_list(language, validate=False)
        layout = read.root.bibliography.layout
    except SyntaxError as fault:  # XML's too
        raise StyleFault(f"it is no XML ({fault.msg})") from fault
    except Exception as fault:  # as above
        raise StyleFault("it is no CSL style with its own bibliography") from fault
    if layout is None:
        raise StyleFault("its bibliography has no layout")
    for number in read.root.xpath_search(_NUMBER):
        number.getparent().remove(number)
    return read


def _reference(entry: ReferenceEntry, style: Any) -> Paragraph:
    parts = _parts(iter(_MARKS.split(_rendered(entry, style))), entry)
    if not any(isinstance(part, RecordLink) for part in walk(parts)):
        parts = (*parts, Words(" "), RecordLink(entry.id, f"[{entry.id}]"))
    return (*parts, Words(f" {entry.about_date}")) if entry.about_date else parts


def _rendered(entry: ReferenceEntry, style: Any) -> str:
    from citeproc import Citation, CitationItem, CitationStylesBibliography
    from citeproc.source.json import CiteProcJSON

    printed = {"title": entry.csl.title, "container-title": entry.csl.container_title}
    item = {key: _bare(value) for key, value in (csl_item(entry) | printed).items() if key not in _LEFT_OUT}
    dates = {"issued": _first_day(entry.issued), "accessed": _first_day(entry.accessed)}
    # With an empty date the processor does not see that there is none.
    item = {key: value for key, value in (item | dates).items() if value}
    item["title"] = f"{_TITLE[0]}{item['title']}{_TITLE[1]}"
    bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), _Formatter)
    bibliography.register(Citation([CitationItem(entry.id)]))
    text = "".join(str(part) for part in bibliography.bibliography())
    return _STOPS.sub(r"\1\2\3\4", text).strip()


def _first_day(date: CslDate) -> CslDate:
    """A date as far as the processor can print it: it fails at spans and seasons, which are given in words."""
    return {"date-parts": points(date)[:1], "circa": bool(date.get("circa"))} if points(date) else {}


def _bare(value: Json) -> Json:
    """A value without our signs, its text on one line."""
    if isinstance(value, str):
        return re.sub(r"[ \t\r\n]+", " ", _MARKS.sub("", value))
    if isinstance(value, Mapping):
        return {key: _bare(inner) for key, inner in value.items()}
    return [_bare(inner) for inner in value] if isinstance(value, Sequence) else value


def _parts(tokens: Iterator[str], entry: ReferenceEntry, end: str = "") -> Paragraph:
    """Text between signs as parts; a sign without its other half is left out."""
    found: list[Inline] = []
    for token in tokens:
        if token and token == end:
            break
        if token in _CLOSED_BY:
            inner = _parts(tokens, entry, _CLOSED_BY[token])
            found.append(_title(inner, entry) if token == _TITLE[0] else Emphasis(inner, strong=token == _BOLD[0]))
        elif token and not _MARKS.fullmatch(token):
            found.append(Words(token))
    return tuple(found)


def _title(parts: Paragraph, entry: ReferenceEntry) -> Inline:
    """The title, which leads to the source's own page. The processor does not see its first letter after our sign."""
    words = plain(parts)
    if entry.csl.title[:1].isupper():
        words = f"{words[:1].upper()}{words[1:]}"
    link = RecordLink(entry.id, words)
    foreign = entry.csl.language and not words.startswith("[")
    return Foreign((link,), entry.csl.language or "") if foreign else link
