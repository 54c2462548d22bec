"""The page of all figures: by what they count, and those that collide."""

from __future__ import annotations

from dataclasses import dataclass

from explainers.glossary.letters import heading_letter, place_in_alphabet
from explainers.graph.collisions import Collision, collisions_among
from explainers.graph.figures import FigureGroup, figure_groups, with_figures
from explainers.graph.graph import Graph
from explainers.graph.memo import each, whole
from explainers.kinds.explainer.model import Explainer
from explainers.pages.views.long_lists import MOST_FIGURES, ListPart, cut_into_pages


@dataclass(frozen=True, slots=True)
class FiguresView:
    """What the page of figures prints."""

    groups: tuple[FigureGroup, ...]
    collisions: tuple[Collision, ...]


def figures_view(graph: Graph, language: str, part: int = 0) -> FiguresView:
    """The figures of one page; the collisions are on the first."""
    pages = figures_parts(language, graph)
    groups = pages[part].items if part < len(pages) else ()
    return FiguresView(groups, () if part else _collisions(graph))


@each
def figures_parts(language: str, graph: Graph) -> tuple[ListPart[FigureGroup], ...]:
    """All figures page by page: on one in the order of the explainers, on several by the letter of what is counted."""
    groups = _figures(graph)
    if sum(map(_weight, groups)) <= MOST_FIGURES:
        return (ListPart("", groups),)
    ordered = sorted(groups, key=lambda group: (place_in_alphabet(group.of, language=language), group.id))
    return cut_into_pages(
        ((heading_letter(group.of, language=language), group) for group in ordered), MOST_FIGURES, _weight
    )


def _weight(group: FigureGroup) -> int:
    """A chart takes as much room as a row."""
    return 1 + len(group.rows)


@whole
def _figures(graph: Graph) -> tuple[FigureGroup, ...]:
    found = {claim.id: claim for claim in with_figures(graph)}
    explained = (graph.renamed.get(id, id) for explainer in graph.of(Explainer) for id in explainer.claims)
    ids = dict.fromkeys([*explained, *found])
    return tuple(figure_groups([found[id] for id in ids if id in found], graph))


@whole
def _collisions(graph: Graph) -> tuple[Collision, ...]:
    return collisions_among([*_figures(graph)], graph)
