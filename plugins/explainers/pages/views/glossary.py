"""The glossary: its terms by letter and by field, each with what it is told apart from and where it is used."""

from __future__ import annotations

from dataclasses import dataclass

from explainers.glossary.letters import heading, place
from explainers.graph.graph import Graph
from explainers.kinds.term.model import Term
from explainers.pages.words import INDEX_WORDS
from explainers.prose.address import field_anchor
from explainers.prose.site import Site
from explainers.prose.uses import PageUses, Uses, by_page

# So many pages are named where a term is used on more.
MOST_USES = 40


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term, its links in both directions, and the pages that mark it: the first, and how many more there are."""

    term: Term
    differs_from: tuple[str, ...]
    broader: tuple[str, ...]
    narrower: tuple[str, ...]
    related: tuple[str, ...]
    field: str
    used_in: tuple[PageUses, ...]
    more_uses: int


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms that begin with a letter."""

    id: str
    title: str
    entries: tuple[TermEntry, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """The terms of a field."""

    id: str
    title: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """What the glossary prints. A glossary of one field is not parted."""

    words: str
    letters: tuple[Letter, ...]
    fields: tuple[Field, ...]
    count: int


def glossary_view(site: Site, uses: Uses) -> GlossaryView:
    """Terms by letter, in the order of the site's language, and by field."""
    terms = sorted(site.graph.of(Term), key=lambda term: (place(term.term, language=site.language), term.id))
    fields = _fields(terms)
    anchors = {field.title.casefold(): field.id for field in fields}
    letters: dict[str, list[TermEntry]] = {}
    for term in terms:
        field = anchors.get((term.domain or "").casefold(), "")
        entry = _entry(term, site.graph, field, by_page(uses.terms.get(term.id, ())))
        letters.setdefault(heading(term.term, language=site.language), []).append(entry)
    found = (Letter(f"letter-{ord(letter[0])}", letter, tuple(entries)) for letter, entries in letters.items())
    return GlossaryView(INDEX_WORDS["term"], tuple(found), fields, len(terms))


def _entry(term: Term, graph: Graph, field: str, used_in: tuple[PageUses, ...]) -> TermEntry:
    def linked(ids: tuple[str, ...], inverse: str) -> tuple[str, ...]:
        """What the term links to and what links to it in the same way, each once."""
        both = dict.fromkeys([*ids, *(edge.source for edge in graph.incoming(term.id, inverse))])
        return tuple(id for id in both if graph.get(id, Term))

    return TermEntry(
        term=term,
        differs_from=linked(term.differs_from, "told_apart_from"),
        broader=tuple(id for id in term.broader if graph.get(id, Term)),
        narrower=linked((), "narrower"),
        related=linked(term.related, "related_terms"),
        field=field,
        used_in=used_in[:MOST_USES],
        more_uses=max(len(used_in) - MOST_USES, 0),
    )


def _fields(terms: list[Term]) -> tuple[Field, ...]:
    found: dict[str, list[Term]] = {}
    for term in terms:
        if term.domain:
            found.setdefault(term.domain.casefold(), []).append(term)
    fields = (
        Field(field_anchor(name), members[0].domain or "", tuple(members)) for name, members in sorted(found.items())
    )
    return tuple(fields) if len(found) > 1 else ()
