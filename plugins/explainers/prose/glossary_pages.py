"""Which page of the glossary has a term: the only one, or else that of its letter.

A letter's page does not depend on how many terms the others have, so that an address that was cited stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from explainers.glossary.letters import SIGNS, heading_letter, place_in_alphabet
from explainers.graph.graph import Graph
from explainers.graph.memo import each
from explainers.kinds.term.model import Term

# So many entries, with where each is used, are on one page.
MOST_TERMS = 30


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A page of a glossary that has several: its path below that of the glossary, its letter, its terms."""

    path: str
    title: str
    terms: tuple[Term, ...]


@each
def terms_in_order(language: str, graph: Graph) -> tuple[Term, ...]:
    """All terms in the order of the site's language."""
    return tuple(sorted(graph.of(Term), key=lambda term: (place_in_alphabet(term.term, language=language), term.id)))


@each
def letter_pages(language: str, graph: Graph) -> tuple[LetterPage, ...]:
    """The pages of a glossary that is too long for one; none where it is not."""
    terms = terms_in_order(language, graph)
    letters: dict[str, list[Term]] = {}
    for term in terms if len(terms) > MOST_TERMS else ():
        letters.setdefault(heading_letter(term.term, language=language), []).append(term)
    return tuple(page for letter, inside in letters.items() for page in _of_letter(letter, inside))


@each
def paths_of_terms(language: str, graph: Graph) -> Mapping[str, str]:
    """The path of each term's page below that of the glossary, by the term's id."""
    return {term.id: page.path for page in letter_pages(language, graph) for term in page.terms}


def _of_letter(letter: str, terms: list[Term]) -> list[LetterPage]:
    name = "0-9" if letter == SIGNS else letter.lower() if letter.isascii() else f"u{ord(letter[0]):04x}"
    pages = [tuple(terms[at : at + MOST_TERMS]) for at in range(0, len(terms), MOST_TERMS)]
    paths = [f"page/{name}-{number}" if number > 1 else f"page/{name}" for number in range(1, len(pages) + 1)]
    titles = [f"{letter} {number}" if len(pages) > 1 else letter for number in range(1, len(pages) + 1)]
    return [LetterPage(*page) for page in zip(paths, titles, pages, strict=True)]
