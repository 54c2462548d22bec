"""Text as HTML for one page: escaped, linked, with its notes counted and its terms marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup, escape

from explainers.glossary.choice import Choice
from explainers.glossary.matcher import Match
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim
from explainers.kinds.shared_parts import Citation
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.prose.address import Addresses, relative
from explainers.prose.labels import MARKS, label
from explainers.prose.notes import NoteMark, Notes, Passage, Use
from explainers.prose.page_terms import PageTerms
from explainers.prose.ready import Piece, Pieces, TermLink, Terms, linked, pieces
from explainers.prose.reference import reference, short_name
from explainers.prose.shared import Shared
from explainers.prose.site_memo import Memo
from explainers.prose.uses import Spot, Uses
from explainers.prose.version_words import title_with_version
from explainers.text.citation import CitedItem
from explainers.text.escaped import as_markup, escaped
from explainers.text.inline import Cite, Paragraph, RecordLink, Words, paragraphs, parse

_NOTHING = Markup("")


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
    uses: Uses = field(default_factory=Uses)
    in_entry: bool = False
    shared: Shared = field(default_factory=Shared)
    _heading: tuple[str, str] = ("", "")
    # Pages of records in one folder lead to others in the same way; no other pages do.
    _folder: str = field(init=False, default="")
    _links: Memo[tuple[str, str], Markup] = field(init=False)
    _urls: Memo[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._own = frozenset([self.subject])
        self._texts = self.shared.texts[self.page_terms.choice]
        if self.subject in self.graph.records and self.address == self.addresses.record(self.subject):
            self._folder = self.address.strip("/").rpartition("/")[0]
            self._links, self._urls = self.shared.links[self._folder], self.shared.urls[self._folder]
        else:
            self._links, self._urls = Memo(), Memo()

    def new_section(self, title: str = "", anchor: str = "") -> None:
        """From here on, terms are marked afresh, and what is cited is under this heading."""
        self._heading = (title, anchor)
        self.page_terms.new_section()

    def entry(self, term: Term) -> Writer:
        """What writes a glossary entry: in the sense of its own field, with plain links to other entries."""
        terms = replace(self.page_terms, choice=Choice(scope="page", domain=term.domain or ""), subject=term.id)
        own = replace(self, page_terms=replace(terms, _marked=set()), subject=term.id, in_entry=True, uses=Uses())
        own._folder, own._own = self._folder, self._own | {term.id}
        own._links, own._urls = self._links, self._urls
        return own

    def inline(self, text: str | Paragraph | None, *, mark_terms: bool = True) -> Markup:
        """One paragraph's text, without the paragraph."""
        if not text:
            return _NOTHING
        if not mark_terms:
            return self.quoted(parse(text) if isinstance(text, str) else text)
        known = self._texts.known(text) or self._texts.get(
            text, lambda: self._pieces(parse(text) if isinstance(text, str) else text, self.page_terms)
        )
        return self._joined(known)

    def quoted(self, parts: Paragraph) -> Markup:
        """Parts in which no term is looked for."""
        row: list[str] = []
        for part in parts:
            if isinstance(part, Words):
                row.append(escaped(part.text))
            elif isinstance(part, RecordLink):
                row.append(self._record_link(part))
            else:
                # What opens other parts, or leads to a note.
                return self._joined(self._pieces(parts))
        return as_markup("".join(row))

    def _record_link(self, part: RecordLink) -> str:
        known = self._links.known(part) if part.words and part.id not in self._own else None
        return known or self._piece(linked(part, self.graph))

    def block(self, text: str | None) -> Markup:
        """Text as paragraphs."""
        found = (self._joined(self._pieces(parts, self.page_terms)) for parts in paragraphs(text or ""))
        return as_markup("\n".join(f"<p>{paragraph}</p>" for paragraph in found))

    def _pieces(self, parts: Paragraph, terms: PageTerms | None = None) -> Pieces:
        return pieces(parts, self.graph, terms, self.language)

    def _joined(self, text: Iterable[Piece]) -> Markup:
        return as_markup("".join(map(self._piece, text)))

    def url(self, id: str) -> str:
        """The way from this page to a record."""
        # From the pages of one folder, only that to itself differs.
        if id in self._own or id in self.graph.renamed:
            return self.to(self.addresses.record(id))
        return self._urls.known(id) or self._urls.get(id, lambda: self.to(self.addresses.record(id)))

    def to(self, address: str) -> str:
        """The way from this page to an address of the site."""
        return relative(address, self.address)

    def link(self, id: str, words: str = "") -> Markup:
        """A link to a record by its name, or in other words; the page's own record is not linked."""
        # Words that are HTML are equal to a text that is none.
        if id in self._own or id in self.graph.renamed or isinstance(words, Markup):
            return self._link(id, words)
        return self._links.known((id, words)) or self._links.get((id, words), lambda: self._link(id, words))

    def _link(self, id: str, words: str) -> Markup:
        record = self.graph.records.get(id)
        if record is None:
            return escape(words or id)
        # A claim's label says itself that it was withdrawn, or is a draft.
        if isinstance(record, Claim) and not words:
            shown, mark = self.label(record), ""
        else:
            title = title_with_version(record, self.graph) if isinstance(record, Source) else record.title
            shown, mark = escape(words or title), f" ({record.status})" if record.status in MARKS else ""
        if id == self.subject:
            return shown
        return as_markup(f'<a href="{escaped(self.url(id))}">{shown}</a>{mark}')

    def label(self, claim: Claim) -> Markup:
        """A claim's label with who says so, as it is alone."""
        found = label(claim, self.graph)
        return _label(found.opening, found.rest)

    def lead(self, claim: Claim) -> Markup:
        """The same before a colon."""
        found = label(claim, self.graph)
        return _label(found.opening, f" ({found.by})")

    def reference(self, source: Source) -> Markup:
        """A source's reference, in the site's style."""
        styled = self.references.get(source.id)
        found = self.shared.references.get(
            source.id, lambda: self._pieces(styled or reference(source, self.graph, self.language))
        )
        return self._joined(found)

    def marks(self, citations: Iterable[Citation]) -> Markup:
        """Note marks for some citations: one a source, whatever the number of passages."""
        passages: dict[str, dict[Passage, None]] = {}
        for c in citations:
            if c.source in self.graph.records:
                found = passages.setdefault(c.source, {})
                if c.exact or c.locator:
                    found[Passage(c.exact or "", c.prefix, c.suffix, c.locator or "")] = None
        return self.mark_list(self.notes.mark([Use(source, tuple(found)) for source, found in passages.items()]))

    def mark_list(self, marks: Sequence[NoteMark]) -> Markup:
        """Marks in one pair of brackets."""
        if not marks:
            return _NOTHING
        for mark in marks:
            spot = Spot(self.address, self.title, self._heading[0], mark.anchor)
            self.uses.sources.setdefault(mark.use.source, []).append(spot)
        return as_markup(f'<sup class="xp-marks">{", ".join(map(self._mark, marks))}</sup>')

    def _mark(self, mark: NoteMark) -> str:
        use, number = mark.use, mark.number
        before = f"{escaped(use.before)} " if use.before else ""
        after = f" {escaped(use.after)}" if use.after else ""
        return (
            f'{before}<a class="xp-mark" id="{mark.anchor}" href="#{mark.note}" role="doc-noteref" '
            f'aria-label="Note {number}: {self._name(use.source)}">{number}</a>{after}'
        )

    def _name(self, id: str) -> str:
        """A source's short name."""
        return self.shared.names.known(id) or self.shared.names.get(id, lambda: escaped(self._short_name(id)))

    def _short_name(self, id: str) -> str:
        source = self.graph.get(id, Source)
        return short_name(source, self.graph) if source else id

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return piece
        if isinstance(piece, RecordLink):
            return self.link(piece.id, piece.words)
        if isinstance(piece, Terms):
            return self._with_terms(piece)
        if isinstance(piece, TermLink):
            self._use_term(piece.id)
            return self.term(piece.id, piece.words)
        return self._cite(piece)

    def _with_terms(self, text: Terms) -> str:
        if all(self.page_terms.is_done(match) for match in text.found):
            return text.unmarked
        row = self.marked(text.text, text.found)
        return "".join([part if isinstance(part, Markup) else escaped(part) for part in row])

    def _cite(self, part: Cite) -> str:
        known = [item for item in part.items if self.graph.get(item.key, Source)]
        marks = self.mark_list(self.notes.mark([_use(item) for item in known]))
        if not part.narrative:
            return marks
        named = self.graph.get(part.items[0].key, Source)
        # What names no source was reported; its word stays.
        name = self.link(named.id, short_name(named, self.graph)) if named else escape(f"@{part.items[0].key}")
        return f"{name}{marks}"

    def marked(self, text: str, terms: Iterable[Match]) -> Iterator[str]:
        """A text cut at its terms: what is between them as text, those to be marked as markup."""
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
                yield Markup(f' <span class="xp-long">({escape(long)})</span>') if long else ""
                end = stop
        yield text[end:]

    def _use_term(self, id: str) -> None:
        self.page_terms.mark(id)
        if not self.in_entry:
            self.uses.terms.setdefault(id, []).append(Spot(self.address, self.title, *self._heading))

    def term(self, id: str, words: str) -> Markup:
        """A marked term: it leads to its entry in the glossary, whose definition a script shows in place."""
        way, shown = escaped(self.url(id)), escaped(words)
        if self.in_entry:
            return as_markup(f'<a href="{way}">{shown}</a>')
        return as_markup(f'<a class="xp-term" href="{way}" data-xp-term="{escaped(id)}">{shown}</a>')


def _label(words: str, by: str) -> Markup:
    return as_markup(f'{escaped(words)}<span class="xp-by">{escaped(by)}</span>')


def _use(item: CitedItem) -> Use:
    passages = (Passage(locator=item.locator),) if item.locator else ()
    return Use(item.key, passages, item.prefix, item.suffix)
