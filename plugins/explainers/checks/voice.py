"""What we say in our own voice: every field that is our wording, with its marks blanked out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, get_origin

from pydantic import BaseModel

from explainers.checks.context import in_record
from explainers.checks.gathered import gathered
from explainers.checks.rule import Fault
from explainers.glossary.quotations import blanked, quotations
from explainers.graph.graph import Graph
from explainers.kinds.claim.defaults import without_defaults
from explainers.model.base import Record, date_in_full
from explainers.model.decode import Document
from explainers.model.short_forms import in_full
from explainers.model.walk import models_in, typed_fields
from explainers.text.inline import NARRATIVE
from explainers.tree.nodes import Loc, Plain

OURS = frozenset(
    """label statement summary reason note gaps question answer heading text method definition example why
    not_to_confuse side looked_in""".split()
)
# Fields that are our wording in one place and a name, an id or a printed word in another.
_OURS_BELOW = {"of": "quantities", "role": "participants"}
_OURS_IN = {"name": "event", "in_text": "event"}
_NOT_OURS = frozenset({"csl", "allow", "as_printed", "avoid", "cites", "by", "also", "metonyms"})
_MARKS = re.compile(
    rf"""
    (?=[\[\]@{{\\*])                           # the signs that every mark begins with
    (?:
      \[\[[^\[\]|\n]*\]\]                      # a link that prints the record's name
    | \[\[[^\[\]|\n]*\|                        # the start of a link with words
    | \]\]
    | \[(?=[^\[\]]*\])[^\[\]]*(?<![\w@\\])-?@[^\[\]]*\]  # a citation; an unclosed one is searched once
    | (?<![\w@.-]){NARRATIVE}
    | \{{[A-Za-z]\w*\}}                        # a figure
    | \\(?=[\\*\[\]{{}}@|\w])
    | \*{{1,2}}
    )
    """,
    re.VERBOSE,
)
_LINK = re.compile(r"\[\[(?P<id>[^\[\]|\n]*)(?:\|(?P<words>[^\[\]]*))?\]\]")
PRINTED = "\ufffc"
"""Replaces what a mark prints and the text does not have: a record's name, a figure."""


class OwnText(NamedTuple):
    """A text of ours."""

    record: Record
    loc: Loc
    text: str

    @property
    def words(self) -> str:
        """The text with its marks blanked out, every other character in its place: of few texts it is asked for."""
        return words_of(self.text)

    @property
    def key(self) -> str:
        """Its field."""
        *above, last = self.loc
        return last if isinstance(last, str) else str(next(step for step in reversed(above) if isinstance(step, str)))

    def fault(self, start: int, end: int, message: str, help: str = "") -> Fault:
        """A fault at a stretch of it."""
        return Fault(self.record, self.loc, message, help, words=self.text[start:end], text=self.text, start=start)


@dataclass(frozen=True, slots=True)
class LinkInText:
    """A link to a record in a text; without words it prints the record's name."""

    id: str
    words: str
    start: int
    end: int


@gathered
def passages(graph: Graph) -> tuple[OwnText, ...]:
    """All our texts, record by record, in the order of the files."""
    return tuple(
        OwnText(record, loc, text)
        for record in graph.of(Record)
        if (document := graph.documents[record.id]).tree
        for loc, text in _texts(record, document)
    )


def _texts(record: Record, document: Document) -> Iterable[tuple[Loc, str]]:
    """Our texts in a file; where all of it is in the record, they are taken from there, which is in memory."""
    ways = _ways(type(record), document.kind)
    found: list[tuple[Loc, str]] = []
    if document.has_no_errors:
        _add_from_record(record, ways, (), found)
        return found
    if document.tree:
        _add_ours(without_defaults(in_full(document.tree.values)), ways, (), found)
    return in_record(found, record)


def links_in(passage: OwnText) -> Iterator[LinkInText]:
    """The links to records in a text, with their places."""
    for match in _LINK.finditer(passage.text):
        yield LinkInText(match["id"].strip(), " ".join((match["words"] or "").split()), match.start(), match.end())


def unquoted(passage: OwnText) -> str:
    """A text of ours with its marks and with what it quotes blanked out, every other character in its place."""
    words = passage.words
    quoted = quotations(words)
    return blanked(words, quoted) if quoted else words


def words_of(text: str) -> str:
    """A text with its marks blanked out, every other character in its place."""
    # Most texts have none, and to ask for one sign after the other is quicker than to search for any of them.
    if "[" in text or "{" in text or "@" in text or "*" in text or "\\" in text:
        return _MARKS.sub(_blank, text)
    return text


def _blank(mark: re.Match[str]) -> str:
    prints = mark[0].startswith("{") or (mark[0].startswith("[[") and mark[0].endswith("]]"))
    return (PRINTED if prints else " ") + " " * (len(mark[0]) - 1)


class _Way(NamedTuple):
    """A field that is our wording, or that leads to one: its name and key, whether it is one, what is in its parts."""

    name: str
    key: str
    is_ours: bool
    below: tuple[_Way, ...]
    is_named: bool


@cache
def _ways(model: type[BaseModel], kind: str, above: tuple[str, ...] = ()) -> tuple[_Way, ...]:
    """The ways to our wording in a model; what is not ours is not entered."""
    found = []
    for name, key, annotation in typed_fields(model):
        if key not in _NOT_OURS:
            below = tuple(way for part in models_in(annotation) for way in _ways(part, kind, (*above, key)))
            is_ours = key in OURS or _OURS_BELOW.get(key) in above or _OURS_IN.get(key) == kind
            if is_ours or below:
                found.append(_Way(name, key, is_ours, below, get_origin(annotation) is dict))
    return tuple(found)


def _add_from_record(part: BaseModel, ways: tuple[_Way, ...], loc: Loc, found: list[tuple[Loc, str]]) -> None:
    """The texts in a part that are our wording, in the order of the model."""
    values = part.__dict__
    for name, key, is_ours, below, _ in ways:
        value = values[name]
        if not value:
            continue
        if isinstance(value, str):
            if is_ours:
                found.append(((*loc, key), value))
        elif isinstance(value, BaseModel):
            _add_from_record(value, below, (*loc, key), found)
        elif isinstance(value, tuple | dict):
            for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
                if isinstance(inner, BaseModel):
                    _add_from_record(inner, below, (*loc, key, step), found)
                elif isinstance(inner, str) and is_ours:
                    found.append(((*loc, key, step), inner))


def _add_ours(values: Mapping[str, Plain], ways: tuple[_Way, ...], loc: Loc, found: list[tuple[Loc, str]]) -> None:
    """The same in a file's values."""
    for _, key, is_ours, below, is_named in ways:
        value = values.get(key)
        if not value:
            continue
        if isinstance(value, str):
            if is_ours:
                found.append(((*loc, key), value))
            elif below:
                _add_ours(date_in_full(value), below, (*loc, key), found)
            continue
        if isinstance(value, dict) and not is_named:
            _add_ours(value, below, (*loc, key), found)
            continue
        # What a file has in a field of the wrong shape is reported, and looked at as far as it goes.
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(inner, dict):
                _add_ours(inner, below, (*loc, key, step), found)
            elif isinstance(inner, str) and is_ours:
                found.append(((*loc, key, step), inner))
