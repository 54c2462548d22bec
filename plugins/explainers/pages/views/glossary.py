"""The glossary: its terms by letter and by field, each with what it is distinguished from and where it is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainers.glossary.letters import heading_letter
from explainers.graph.graph import Graph
from explainers.kinds.term.model import Term
from explainers.pages.interface_words import INDEX_WORDS
from explainers.pages.views.long_lists import ListPage
from explainers.prose.address import GLOSSARY, field_anchor
from explainers.prose.glossary_pages import LetterPage, letter_pages, terms_in_order
from explainers.prose.site import Site
from explainers.prose.uses import PageUses, Uses, by_page

# So many pages are named where a term is used on more.
MOST_USES = 5
# Where there are more, the first page of a glossary that has several leads to its letters alone.
MOST_NAMES = 1_000


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
    """What a page of the glossary prints. A glossary of one field is not parted.

    `ways` lead to its letters. Where each has its own page, the first page has the `names` of all terms, by letter,
    and no entries: a reader who follows an old link to one finds the way to it.
    """

    words: str
    ways: tuple[ListPage, ...]
    letters: tuple[Letter, ...]
    names: tuple[LetterPage, ...]
    fields: tuple[Field, ...]
    count: int
    is_part: bool

    @property
    def terms(self) -> Iterator[Term]:
        """The terms whose entries it has."""
        return (entry.term for letter in self.letters for entry in letter.entries)


def glossary_view(site: Site, uses: Uses, part: int = 0) -> GlossaryView:
    """Terms by letter, in the order of the site's language, and by field."""
    terms, pages = terms_in_order(site.language, site.graph), letter_pages(site.language, site.graph)
    fields = _fields(terms)
    anchors = {field.title.casefold(): field.id for field in fields}
    letters: dict[str, list[TermEntry]] = {}
    for term in pages[part - 1].terms if part else () if pages else terms:
        field = anchors.get((term.domain or "").casefold(), "")
        entry = _entry(term, site.graph, field, by_page(uses.terms.get(term.id, ())))
        letters.setdefault(heading_letter(term.term, language=site.language), []).append(entry)
    found = tuple(Letter(f"letter-{ord(letter[0])}", letter, tuple(entries)) for letter, entries in letters.items())
    few = len(terms) <= MOST_NAMES
    return GlossaryView(
        words=INDEX_WORDS["term"],
        ways=tuple(_ways(pages, found, site, part)),
        letters=found,
        names=pages if few and not part else (),
        fields=fields if few and not part else (),
        count=len(terms),
        is_part=bool(part),
    )


def _ways(pages: Sequence[LetterPage], letters: Sequence[Letter], site: Site, part: int) -> Iterator[ListPage]:
    if not pages:
        yield from (ListPage(letter.title, f"{site.addresses.index(GLOSSARY)}#{letter.id}") for letter in letters)
    for at, page in enumerate(pages, 1):
        yield ListPage(page.title, "" if at == part else site.addresses.page(f"{GLOSSARY}/{page.path}"))


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


def _fields(terms: Sequence[Term]) -> tuple[Field, ...]:
    found: dict[str, list[Term]] = {}
    for term in terms:
        if term.domain:
            found.setdefault(term.domain.casefold(), []).append(term)
    fields = (
        Field(field_anchor(name), members[0].domain or "", tuple(members)) for name, members in sorted(found.items())
    )
    return tuple(fields) if len(found) > 1 else ()
