"""Text as HTML for one page: escaped, linked, with its notes counted and its terms marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat, zip_longest

from markupsafe import Markup, escape

from explainers.glossary.choice import Choice
from explainers.glossary.matcher import Match
from explainers.graph.graph import Graph
from explainers.kinds.parts import Citation
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.prose.address import Addresses, relative
from explainers.prose.notes import Mark, Notes, Passage, Use
from explainers.prose.page_terms import PageTerms, Piece
from explainers.prose.reference import reference, short_name
from explainers.prose.uses import Spot, Uses
from explainers.text.citation import CitedItem
from explainers.text.inline import (
    Cite,
    Emphasis,
    FigureRef,
    Foreign,
    Inline,
    Paragraph,
    RecordLink,
    Words,
    paragraphs,
    parse,
    walk,
)


@dataclass
class Writer:
    """Writes the text of one page. Marks are numbered in the order in which the page is written.

    `references` are those that a citation style has written; the others are in our house style.
    """

    graph: Graph
    addresses: Addresses
    address: str
    page_terms: PageTerms = field(default_factory=PageTerms)
    subject: str = ""
    title: str = ""
    language: str = "en"
    references: Mapping[str, Paragraph] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    terms: dict[str, None] = field(default_factory=dict)
    uses: Uses = field(default_factory=Uses)
    in_entry: bool = False
    _heading: tuple[str, str] = ("", "")

    def new_section(self, title: str = "", anchor: str = "") -> None:
        """From here on, terms are marked afresh, and what is cited stands under this heading."""
        self._heading = (title, anchor)
        self.page_terms.new_section()

    def entry(self, term: Term) -> Writer:
        """What writes a glossary entry: in the sense of its own field, with plain links to other entries."""
        own = replace(self.page_terms, choice=Choice(scope="page", domain=term.domain or ""), subject=term.id)
        return replace(self, page_terms=replace(own, _marked=set()), subject=term.id, in_entry=True, uses=Uses())

    def inline(self, text: str | Paragraph | None, *, mark_terms: bool = True) -> Markup:
        """One paragraph's text, without the paragraph."""
        if not text:
            return Markup("")
        parts = tuple(_closed_up(parse(text) if isinstance(text, str) else text))
        terms = iter(self._terms_in(parts)) if mark_terms else repeat([])
        return Markup("").join(self._part(part, terms) for part in parts)

    def block(self, text: str | None) -> Markup:
        """Text as paragraphs."""
        parts = (Markup("<p>{}</p>").format(self.inline(paragraph)) for paragraph in paragraphs(text or ""))
        return Markup("\n").join(parts)

    def url(self, id: str) -> str:
        """The way from this page to a record."""
        return self.to(self.addresses.record(id))

    def to(self, address: str) -> str:
        """The way from this page to an address of the site."""
        return relative(address, self.address)

    def link(self, id: str, words: str = "") -> Markup:
        """A link to a record by its name, or in other words; the page's own record is not linked."""
        record = self.graph.records.get(id)
        if record is None:
            return escape(words or id)
        shown = words or record.title
        if id == self.subject:
            return escape(shown)
        mark = Markup(" (withdrawn)") if record.status == "withdrawn" else ""
        return Markup('<a href="{}">{}</a>{}').format(self.url(id), shown, mark)

    def reference(self, source: Source) -> Markup:
        """A source's reference, in the site's style."""
        styled = self.references.get(source.id)
        return self.inline(styled or reference(source, self.graph, self.language), mark_terms=False)

    def marks(self, citations: Iterable[Citation]) -> Markup:
        """Note marks for some citations: one a source, whatever the number of passages."""
        passages: dict[str, dict[Passage, None]] = {}
        for c in citations:
            if c.source in self.graph.records:
                passage = Passage(c.exact or "", c.prefix, c.suffix, c.locator or "")
                found = passages.setdefault(c.source, {})
                if c.exact or c.locator:
                    found[passage] = None
        return self.mark_list(self.notes.mark([Use(source, tuple(found)) for source, found in passages.items()]))

    def mark_list(self, marks: Sequence[Mark]) -> Markup:
        """Marks in one pair of brackets."""
        if not marks:
            return Markup("")
        for mark in marks:
            spot = Spot(self.address, self.title, self._heading[0], mark.anchor)
            self.uses.sources.setdefault(mark.use.source, []).append(spot)
        return Markup('<sup class="xp-marks">{}</sup>').format(Markup(", ").join(self._mark(mark) for mark in marks))

    def _mark(self, mark: Mark) -> Markup:
        source = self.graph.get(mark.use.source, Source)
        name = short_name(source, self.graph) if source else mark.use.source
        before = f"{mark.use.before} " if mark.use.before else ""
        after = f" {mark.use.after}" if mark.use.after else ""
        html = '<a class="xp-mark" id="{}" href="#{}" role="doc-noteref" aria-label="{}">{}</a>'
        link = Markup(html).format(mark.anchor, mark.note, f"Note {mark.number}: {name}", mark.number)
        return Markup("{}{}{}").format(before, link, after)

    def _part(self, part: Inline, terms: Iterator[list[Match]]) -> Markup:
        if isinstance(part, Words):
            return Markup("").join(self.marked(part.text, next(terms)))
        if isinstance(part, RecordLink):
            return self._linked(part)
        if isinstance(part, Emphasis):
            inner = Markup("").join(self._part(p, terms) for p in part.parts)
            return Markup("<strong>{}</strong>" if part.strong else "<em>{}</em>").format(inner)
        if isinstance(part, FigureRef):
            return escape(f"{{{part.name}}}")
        if isinstance(part, Foreign):
            return self._foreign(part, terms)
        return self._cite(part)

    def _foreign(self, part: Foreign, terms: Iterator[list[Match]]) -> Markup:
        """Words of another language than the page's are marked as such, so that they are read out as such."""
        inner = Markup("").join(self._part(p, terms) for p in part.parts)
        if part.language.casefold() == self.language.casefold():
            return inner
        return Markup('<bdi lang="{}">{}</bdi>').format(part.language, inner)

    def _linked(self, part: RecordLink) -> Markup:
        if self.graph.get(part.id, Term):
            self._use_term(part.id)
            return self.term(part.id, part.words or self.graph.records[part.id].in_sentence)
        record = self.graph.records.get(part.id)
        return self.link(part.id, part.words or (record.in_sentence if record else part.id))

    def _cite(self, part: Cite) -> Markup:
        known = [item for item in part.items if self.graph.get(item.key, Source)]
        marks = self.mark_list(self.notes.mark([_use(item) for item in known]))
        if part.narrative and known:
            source = self.graph.get(known[0].key, Source)
            return Markup("{}{}").format(
                self.link(known[0].key, short_name(source, self.graph) if source else ""), marks
            )
        # What names no source was told; its word stays.
        return marks if known or not part.narrative else escape(f"@{part.items[0].key}")

    def _terms_in(self, parts: Paragraph) -> list[list[Match]]:
        """The terms in each of a paragraph's words, which are read as one text."""
        each = [(part, piece) for part in walk(parts) if (piece := _piece(part))]
        found = self.page_terms.found([piece for _, piece in each])
        return [terms for (part, _), terms in zip(each, found, strict=True) if isinstance(part, Words)]

    def marked(self, text: str, terms: Iterable[Match]) -> Iterator[str]:
        """A text cut at its terms: what stands between them as text, those to be marked as markup."""
        end = 0
        for match in terms:
            term = self.graph.get(match.term, Term)
            words = text[match.start : match.end]
            marked = self.page_terms.is_marked(match, words)
            long, stop = (
                self.page_terms.spelled_out(term, text, match) if term and not self.in_entry else ("", match.end)
            )
            if marked or long:
                if marked:
                    self._use_term(match.term)
                yield text[end : match.start]
                yield self.term(match.term, words) if marked else words
                yield text[match.end : stop]
                yield Markup(' <span class="xp-long">({})</span>').format(long) if long else ""
                end = stop
        yield text[end:]

    def _use_term(self, id: str) -> None:
        self.page_terms.mark(id)
        if not self.in_entry:
            self.terms[id] = None
            self.uses.terms.setdefault(id, []).append(Spot(self.address, self.title, *self._heading))

    def term(self, id: str, words: str) -> Markup:
        """A marked term: it leads to its entry, and script opens its definition in place."""
        if self.in_entry:
            return Markup('<a href="{}">{}</a>').format(self.url(id), words)
        html = '<a class="xp-term" href="{}" data-xp-term="{}">{}</a>'
        return Markup(html).format(self.url(id), id, words)


_LETTER = re.compile(r"\w")


def _piece(part: Inline) -> Piece | None:
    """A part as a stretch of the paragraph; of what is no text of ours, only its quotation marks are left."""
    if isinstance(part, Words):
        return Piece(part.text, not part.unmarked)
    if isinstance(part, RecordLink):
        return Piece(_LETTER.sub("\ufffc", part.words) or "\ufffc", is_open=False)
    return None if isinstance(part, Emphasis | Foreign) else Piece("\ufffc", is_open=False)


def _use(item: CitedItem) -> Use:
    passages = (Passage(locator=item.locator),) if item.locator else ()
    return Use(item.key, passages, item.prefix, item.suffix)


def _closed_up(parts: Paragraph) -> Iterator[Inline]:
    """A mark stands right after its word, also where the editor left a space before it."""
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
