"""Text as HTML for one page: escaped, linked, with its notes counted and its terms marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from markupsafe import Markup, escape

from explainers.graph.graph import Graph
from explainers.kinds.parts import Citation
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.prose.address import Addresses, relative
from explainers.prose.notes import Mark, Notes, Passage, Use
from explainers.prose.reference import short_name
from explainers.prose.terms import Match, Matcher
from explainers.prose.uses import Spot, Uses
from explainers.text.citation import CitedItem
from explainers.text.inline import (
    Cite,
    Emphasis,
    FigureRef,
    Inline,
    Paragraph,
    RecordLink,
    Words,
    paragraphs,
    parse,
)


@dataclass
class Writer:
    """Writes the text of one page. Marks are numbered in the order in which the page is written."""

    graph: Graph
    addresses: Addresses
    address: str
    matcher: Matcher | None = None
    scope: str = "section"
    subject: str = ""
    title: str = ""
    notes: Notes = field(default_factory=Notes)
    terms: dict[str, None] = field(default_factory=dict)
    uses: Uses = field(default_factory=Uses)
    _heading: tuple[str, str] = ("", "")
    _marked: set[str] = field(default_factory=set)

    def new_section(self, title: str = "", anchor: str = "") -> None:
        """From here on, terms are marked afresh, and what is cited stands under this heading."""
        self._heading = (title, anchor)
        if self.scope == "section":
            self._marked.clear()

    def inline(self, text: str | Paragraph | None, *, mark_terms: bool = True) -> Markup:
        """One paragraph's text, without the paragraph."""
        if not text:
            return Markup("")
        parts = _closed_up(parse(text) if isinstance(text, str) else text)
        return Markup("").join(self._part(part, mark_terms=mark_terms) for part in parts)

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
        return Markup('<a href="{}">{}</a>').format(self.url(id), shown)

    def marks(self, citations: Iterable[Citation]) -> Markup:
        """Note marks for some citations: one a source, whatever the number of passages."""
        passages: dict[str, dict[Passage, None]] = {}
        for c in citations:
            if c.source in self.graph.records:
                passage = Passage(c.exact or "", c.prefix, c.suffix, c.locator or "")
                passages.setdefault(c.source, {})[passage] = None
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

    def _part(self, part: Inline, *, mark_terms: bool) -> Markup:
        if isinstance(part, Words):
            return self._words(part.text, mark_terms=mark_terms)
        if isinstance(part, RecordLink):
            return self._linked(part)
        if isinstance(part, Emphasis):
            inner = Markup("").join(self._part(p, mark_terms=mark_terms) for p in part.parts)
            return Markup("<strong>{}</strong>" if part.strong else "<em>{}</em>").format(inner)
        if isinstance(part, FigureRef):
            return escape(f"{{{part.name}}}")
        return self._cite(part)

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
        return marks

    def first_uses(self, text: str) -> Iterator[Match]:
        """The terms in a text that are to be marked here: each once in its scope, never the page's own."""
        if self.matcher is None or self.scope == "off":
            return
        for match in self.matcher.find(text):
            if match.term in self._marked or match.term == self.subject:
                continue
            self._use_term(match.term)
            yield match

    def _use_term(self, id: str) -> None:
        if self.scope != "every":
            self._marked.add(id)
        self.terms[id] = None
        self.uses.terms.setdefault(id, []).append(Spot(self.address, self.title, *self._heading))

    def _words(self, text: str, *, mark_terms: bool) -> Markup:
        if not mark_terms:
            return escape(text)
        parts: list[Markup] = []
        end = 0
        for match in self.first_uses(text):
            parts += [escape(text[end : match.start]), self.term(match.term, text[match.start : match.end])]
            end = match.end
        return Markup("").join([*parts, escape(text[end:])])

    def term(self, id: str, words: str) -> Markup:
        """A marked term: it leads to its entry, and script opens its definition in place."""
        html = '<a class="xp-term" href="{}" data-xp-term="{}">{}</a>'
        return Markup(html).format(self.url(id), id, words)


def _use(item: CitedItem) -> Use:
    passages = (Passage(locator=item.locator),) if item.locator else ()
    return Use(item.key, passages, item.prefix, item.suffix)


def _closed_up(parts: Paragraph) -> Iterator[Inline]:
    """A mark stands right after its word, also where the editor left a space before it."""
    for part, following in zip_longest(parts, parts[1:]):
        if isinstance(part, Words) and isinstance(following, Cite) and not following.narrative:
            yield Words(part.text.rstrip())
        elif part is not None:
            yield part
