"""A paragraph in pieces: HTML that is the same on every page, and what each page writes for itself.

A claim's sentence is on ten pages: it is escaped and searched for terms once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat, zip_longest
from typing import TypeAlias

from explainers.glossary.matcher import Match
from explainers.graph.graph import Graph
from explainers.kinds.term.model import Term
from explainers.prose.labels import called
from explainers.prose.page_terms import PageTerms
from explainers.prose.page_terms import Piece as Stretch
from explainers.text.escaped import escaped
from explainers.text.inline import Cite, Emphasis, FigureRef, Foreign, Inline, Paragraph, RecordLink, Words, walk


@dataclass(frozen=True, slots=True)
class TermLink:
    """A link to a term that an editor wrote."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Terms:
    """A text in which terms were found, and its HTML where none of them is to be marked."""

    text: str
    found: tuple[Match, ...]
    unmarked: str


Piece: TypeAlias = str | RecordLink | TermLink | Cite | Terms
Pieces: TypeAlias = tuple[Piece, ...]


def pieces(parts: Paragraph, graph: Graph, terms: PageTerms | None, language: str) -> Pieces:
    """The pieces of a paragraph for the pages that choose terms alike; without `terms`, none is looked for."""
    closed = tuple(_closed_up(parts)) if any(isinstance(part, Cite) for part in parts) else parts
    found = iter(_terms_in(closed, terms)) if terms else repeat([])
    return tuple(_joined(_pieces(closed, graph, found, language)))


def _pieces(parts: Paragraph, graph: Graph, found: Iterator[list[Match]], language: str) -> Iterator[Piece]:
    for part in parts:
        if isinstance(part, Words):
            terms, text = next(found), escaped(part.text)
            yield Terms(part.text, tuple(terms), text) if terms else text
        elif isinstance(part, RecordLink):
            yield linked(part, graph)
        elif isinstance(part, Cite):
            yield part
        elif isinstance(part, FigureRef):
            yield f"{{{part.name}}}"
        else:
            opening, closing = _tags(part, language)
            yield opening
            yield from _pieces(part.parts, graph, found, language)
            yield closing


def _tags(part: Emphasis | Foreign, language: str) -> tuple[str, str]:
    """Words of another language than the page's are marked as such, so that they are read out as such."""
    if isinstance(part, Emphasis):
        return ("<strong>", "</strong>") if part.strong else ("<em>", "</em>")
    if part.language.casefold() == language.casefold():
        return "", ""
    return f'<bdi lang="{escaped(part.language)}">', "</bdi>"


def linked(part: RecordLink, graph: Graph) -> RecordLink | TermLink:
    """A link with the words that a reader sees."""
    record = graph.records.get(part.id)
    words = part.words or (called(record, graph) if record else part.id)
    return TermLink(part.id, words) if isinstance(record, Term) else RecordLink(part.id, words)


def _joined(made: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces with the HTML between two others as one."""
    html: list[str] = []
    for piece in made:
        if isinstance(piece, str):
            html.append(piece)
            continue
        if html:
            yield "".join(html)
            html.clear()
        yield piece
    if html:
        yield "".join(html)


def _terms_in(parts: Paragraph, terms: PageTerms) -> list[list[Match]]:
    """The terms in each of a paragraph's words, which are read as one text."""
    each = [(part, stretch) for part in walk(parts) if (stretch := _stretch(part))]
    found = terms.found([stretch for _, stretch in each])
    return [matches for (part, _), matches in zip(each, found, strict=True) if isinstance(part, Words)]


_LETTER = re.compile(r"\w")
# No letter, no space, and in no record; of ASCII, because words in a text of ASCII alone are found twice as fast.
_NO_LETTER = "\x7f"


def _stretch(part: Inline) -> Stretch | None:
    """A part as a stretch of the paragraph; of a text that is not ours, only the quotation marks are left."""
    if isinstance(part, Words):
        return Stretch(part.text, not part.unmarked)
    if isinstance(part, RecordLink):
        return Stretch(_LETTER.sub(_NO_LETTER, part.words) or _NO_LETTER, is_open=False)
    return None if isinstance(part, Emphasis | Foreign) else Stretch(_NO_LETTER, is_open=False)


def _closed_up(parts: Paragraph) -> Iterator[Inline]:
    """A mark is right after its word, also where the editor left a space before it."""
    joined = side_by_side(parts)
    for part, following in zip_longest(joined, joined[1:]):
        if isinstance(part, Words) and isinstance(following, Cite) and not following.narrative:
            yield Words(part.text.rstrip(), part.unmarked)
        elif part is not None:
            yield part


def side_by_side(parts: Iterable[Inline]) -> list[Inline]:
    """Marks with nothing but space between them are one: 1, 2 and not 12."""
    row: list[Inline] = []
    for part in parts:
        if not _is_mark(part):
            row.append(part)
            continue
        if len(row) > 1 and isinstance(row[-1], Words) and not row[-1].text.strip() and _is_mark(row[-2]):
            row.pop()
        before = row[-1] if row else None
        if isinstance(before, Cite) and isinstance(part, Cite) and _is_mark(before):
            row[-1] = Cite((*before.items, *part.items))
        else:
            row.append(part)
    return row


def _is_mark(part: Inline) -> bool:
    return isinstance(part, Cite) and not part.narrative
