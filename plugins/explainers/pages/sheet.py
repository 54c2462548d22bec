"""One page while it is written: what its template calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup, escape

from explainers.graph.collisions import Collision
from explainers.graph.graph import Graph
from explainers.graph.positions import Position
from explainers.graph.said_on import said_on
from explainers.graph.versions import versions
from explainers.kinds import kind_of
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import ON_SOMETHING_ELSE, Attribution, Claim
from explainers.kinds.explainer.model import Section
from explainers.kinds.shared_parts import Citation
from explainers.kinds.source.model import Source
from explainers.model.base import Date, Record
from explainers.model.edtf_dates import spoken
from explainers.pages.page import Heading
from explainers.prose.address import tag_path
from explainers.prose.change_words import reworded
from explainers.prose.collision_words import collision_from, collision_sentence
from explainers.prose.labels import MARKS
from explainers.prose.lists import counted, joined
from explainers.prose.notes_html import notes_list
from explainers.prose.own_fields import OwnFact, linked, own_facts, scalar
from explainers.prose.reference import dated
from explainers.prose.sentence import WITHDRAWN, Clause, clauses, position_clauses
from explainers.prose.site import Site
from explainers.prose.speakers import in_a_list
from explainers.prose.version_words import named_version, version_day, which_version
from explainers.prose.writer import Writer
from explainers.text.escaped import as_markup
from explainers.text.inline import Paragraph, RecordLink, plain

# So many letters of a claim are read at a glance.
_ROOM = 320
# Who denies something else comes last, after whoever denies “it”.
_AGAINST = frozenset({"denies", "doubts", "retracts", "declines", *ON_SOMETHING_ELSE.values()})


def anchor_of(title: str) -> str:
    """The anchor of a section that has no id."""
    return "-".join("".join(c if c.isalnum() else " " for c in title.casefold()).split())


def planned(sections: Sequence[Section], *more: str) -> list[Heading]:
    """The headings of sections that are yet to be written."""
    return [Heading(anchor_of(title), title) for title in (*(section.heading for section in sections), *more)]


@dataclass
class Sheet:
    """Text, links, notes and headings of one page, in the order in which its template asks for them."""

    site: Site
    address: str
    subject: str = ""
    title: str = ""
    writer: Writer = field(init=False)
    headings: list[Heading] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.writer = self.site.writer(self.address, subject=self.subject, title=self.title)

    @property
    def graph(self) -> Graph:
        """The published records."""
        return self.site.graph

    def section(self, title: str, id: str = "") -> Markup:
        """A section's heading; terms are marked afresh after it."""
        heading, html = _heading(title, id)
        self.headings.append(heading)
        self.writer.new_section(title, heading.id)
        return html

    def fold(self, title: str, id: str, count: int = 0) -> Markup:
        """The heading of a section that is folded, with how much is in it.

        Its anchor is inside: browsers open what a link leads into.
        """
        self.headings.append(Heading(id, str(title)))
        self.writer.new_section(title, id)
        number = f' <span class="xp-number">({count:,})</span>' if count else ""
        at = escape(id)
        heading = f'<h2 id="{at}-heading">{escape(title)}{number}</h2>'
        return Markup(f'<summary>{heading}</summary><span id="{at}" class="xp-at"></span>')

    def prose(self, text: str | None) -> Markup:
        """Text as paragraphs."""
        return self.writer.block(text)

    def line(self, text: str | Paragraph | None) -> Markup:
        """Text without a paragraph around it."""
        return self.writer.inline(text)

    def quoted(self, text: str | Paragraph | None) -> Markup:
        """Text in which no term is marked: names, references, other people's words."""
        return self.writer.inline(text, mark_terms=False)

    def link(self, id: str, words: str = "") -> Markup:
        """A link to a record."""
        return self.writer.link(id, words)

    def name(self, id: str) -> Markup:
        """A link to a record by its name in running text."""
        record = self.graph.records.get(id)
        return self.writer.link(id, record.in_sentence if record else "")

    def label(self, claim: Claim) -> Markup:
        """A claim's label with who says so; a template prints it so, or as a `lead`."""
        return self.writer.label(claim)

    def lead(self, claim: Claim) -> Markup:
        """A claim's label with who says so, before a colon."""
        return self.writer.lead(claim)

    def draft(self, record: Record) -> Markup:
        """The word before the name of a draft, in a list of a preview."""
        return _DRAFT if record.status == "draft" else Markup("")

    def to(self, address: str) -> str:
        """The way to an address of the site."""
        return self.writer.to(address)

    def index(self, plural: str) -> str:
        """The way to an index page."""
        return self.to(self.site.addresses.index(plural))

    def own_facts(self, record: Record) -> list[OwnFact]:
        """What a record has in the fields that the site declares."""
        return own_facts(record, self.site)

    def tag(self, tag: str) -> str:
        """The way to the page of a tag."""
        return self.to(self.site.addresses.page(tag_path(tag)))

    def claim(self, claim: Claim, *, marks: bool = False, first_only: bool = False) -> Markup:
        """A claim in its sentence; the only way a template prints one."""
        found = clauses(claim, self.graph)
        row = [f"<strong>{WITHDRAWN}</strong>"] if claim.status == "withdrawn" else []
        for clause in found[:1] if first_only else found:
            line = self.line(clause.parts)
            row.append(f"{line}{self.marks(clause.attributions)}" if marks else line)
        return as_markup(" ".join(row))

    def claim_parts(self, claim: Claim) -> tuple[list[Markup], list[Markup], list[Markup]]:
        """A claim in its sentences: the first and as many as there is room for; the others; those of who is against it.

        Who is against it denies it, doubts it, took it back or did not say, or something close to it. Where no position
        was found, the board says. Of statements through time none is left to the others: the last one may be the one
        that counts.
        """
        shown, others, against = (list[Clause]() for _ in range(3))
        found = clauses(claim, self.graph)
        room = _ROOM
        for clause in found:
            stances = {claim.stance_of(attribution) for attribution in clause.attributions}
            if stances == {"no-position-found"} and len(found) > 1:
                continue
            room -= len(plain(clause.parts))
            is_against = clause is not found[0] and not _AGAINST.isdisjoint(stances)
            is_shown = clause is found[0] or clause.in_time or (room >= 0 and not others)
            (against if is_against else shown if is_shown else others).append(clause)
        # One alone takes no more room than the offer to read it.
        if len(others) == 1:
            shown, others = [*shown, *others], []
        before = [as_markup(f"<strong>{WITHDRAWN}</strong>")] if claim.status == "withdrawn" else []
        # In the order in which they are read: so their notes are numbered.
        first, folded, opposed = ([self._with_marks(clause) for clause in row] for row in (shown, others, against))
        return [*before, *first], folded, opposed

    def _with_marks(self, clause: Clause) -> Markup:
        return as_markup(f"{self.line(clause.parts)}{self.marks(clause.attributions)}")

    def position(self, position: Position) -> Markup:
        """One actor's position on a claim in its sentence, and nothing of the others."""
        row = [f"<strong>{WITHDRAWN}</strong>"] if position.claim.status == "withdrawn" else []
        row += [self.line(clause.parts) for clause in position_clauses(position, self.graph)]
        return as_markup(" ".join(row))

    def collision(self, collision: Collision, *, claim: str = "") -> Markup:
        """Figures that collide, in a sentence: as one of their claims sees it, or from above."""
        words = collision_from(claim, collision, self.graph) if claim else collision_sentence(collision, self.graph)
        return self.quoted(words)

    def speakers(self, attributions: Sequence[Attribution]) -> Markup:
        """Who speaks in some attributions."""
        return self.quoted(in_a_list(attributions, self.graph))

    def pages(self, attribution: Attribution) -> Markup:
        """The pages in which an attribution was read, by their short names."""
        ids = dict.fromkeys(c.source for c in attribution.cites)
        sources = [source for id in ids if (source := self.graph.get(id, Source))]
        read = [source for source in sources if source.seen != "cited-only"] or sources
        own = [source for source in read if (source.publisher,) == attribution.by]
        links = [[RecordLink(s.id, self._own_text(s) if s in own else named_version(s, self.graph))] for s in read]
        return self.quoted(tuple(joined(links)))

    def _own_text(self, source: Source) -> str:
        version = which_version(source, self.graph)
        return f"its own text ({version})" if version else "its own text"

    def marks(self, attributions: Sequence[Attribution]) -> Markup:
        """Note marks for where some attributions were read."""
        return self.writer.marks(_once([c for a in attributions for c in a.cites]))

    def date(self, date: Date | None) -> Markup:
        """A date in words, marked where it is our inference."""
        return _dated(date.edtf if date else "", date.basis if date else "")

    def side(self, actor_id: str) -> str:
        """Whose party an actor is, in words, or nothing; that a state is its own party need not be said."""
        actor = self.graph.get(actor_id, Actor)
        sides = [party.side for party in actor.parties if party.side != actor.name] if actor else []
        return "; ".join(dict.fromkeys(sides))

    def notes(self) -> Markup:
        """The notes of the page, once all of its text is written."""
        return notes_list(self.writer, heading="notes-heading")

    def source(self, id: str | None) -> Source | None:
        """A source by its id, or None where the id is not a source's."""
        return self.graph.get(id or "", Source)

    def said(self, attribution: Attribution) -> Date | None:
        """When something was said; of a publisher's own voice, when its page came out."""
        return said_on(attribution, self.graph)

    def reference(self, source: Source) -> Markup:
        """A source's reference."""
        return self.writer.reference(source)

    def reference_text(self, source: Source) -> str:
        """A source's name in a few words."""
        return named_version(source, self.graph)

    def versions(self, source: Source) -> tuple[Source, ...]:
        """The versions of a text that we read, if there are several."""
        read = tuple(version for version in versions(source, self.graph) if version.seen != "cited-only")
        return read if len(read) > 1 else ()

    def versions_cited(self, citations: Sequence[Citation]) -> str:
        """Of which versions some citations are, where their texts have several."""
        sources = dict.fromkeys(citation.source for citation in citations)
        found = (which_version(source, self.graph) for id in sources if (source := self.graph.get(id, Source)))
        return "; ".join(filter(None, found))

    def version_day(self, source: Source) -> str:
        """What distinguishes a version of a text from the others."""
        return version_day(source, self.graph)

    def kind(self, id: str) -> str:
        """A record's kind, in words."""
        return kind_of(self.site.kinds, self.graph.kind(id)).label

    def is_claim(self, id: str) -> bool:
        """Whether a record is a claim."""
        return self.graph.get(id, Claim) is not None

    planned = staticmethod(planned)
    counted = staticmethod(counted)
    reworded = staticmethod(reworded)
    linked = staticmethod(linked)
    scalar = staticmethod(scalar)
    dated = staticmethod(dated)


_DRAFT = Markup(f'<span class="xp-tag">{MARKS["draft"]}</span> ')


@lru_cache(maxsize=4096, typed=True)
def _heading(title: str, id: str) -> tuple[Heading, Markup]:
    """A section's heading as a list has it, and as HTML: most pages have the same ones.

    A title that is HTML is not one that is text.
    """
    anchor = id or anchor_of(title)
    at = escape(anchor)
    link = f'<a class="headerlink" href="#{at}" aria-label="Link to this section">#</a>'
    # Plain text leaves this process for another, and need not carry the mark of being markup.
    return Heading(anchor, str(title)), Markup(f'<h2 id="{at}">{escape(title)}{link}</h2>')


@lru_cache(maxsize=4096)
def _dated(edtf: str, basis: str) -> Markup:
    if not edtf:
        return Markup('<span class="xp-unknown">date not established</span>')
    inferred = ' <span class="xp-inferred">inferred</span>' if basis == "inferred" else ""
    return Markup(f'<span class="xp-date">{escape(spoken(edtf))}</span>{inferred}')


def _once(citations: Sequence[Citation]) -> list[Citation]:
    """Citations of one mark: each source and passage once."""
    return list({(c.source, c.exact): c for c in citations}.values()) if len(citations) > 1 else [*citations]
