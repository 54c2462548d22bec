"""The page of all figures: by what they count, and those that collide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from explainers.graph.collisions import Collision, collisions_among
from explainers.graph.figures import FigureGroup, figure_groups, with_figures
from explainers.graph.graph import Graph
from explainers.graph.memo import whole
from explainers.kinds.explainer.model import Explainer
from explainers.pages.views.parts import MOST_CHARTS, by_part


@dataclass(frozen=True, slots=True)
class FiguresView:
    """What the page of figures prints."""

    groups: tuple[FigureGroup, ...]
    collisions: tuple[Collision, ...]


def figures_view(graph: Graph, part: int = 0) -> FiguresView:
    """The figures of one page, in the order of the explainers; the collisions stand on the first."""
    return FiguresView(_figures(graph).get(str(part), ()), () if part else _collisions(graph))


@whole
def _figures(graph: Graph) -> Mapping[str, tuple[FigureGroup, ...]]:
    """All figures, in the order of the explainers, by the number of the page on which they stand."""
    found = {claim.id: claim for claim in with_figures(graph)}
    explained = (graph.renamed.get(id, id) for explainer in graph.of(Explainer) for id in explainer.claims)
    ids = dict.fromkeys([*explained, *found])
    return by_part(figure_groups([found[id] for id in ids if id in found], graph), MOST_CHARTS)


@whole
def figures_pages(graph: Graph) -> int:
    """How many pages the figures need."""
    return max(len(_figures(graph)), 1)


@whole
def _collisions(graph: Graph) -> tuple[Collision, ...]:
    return collisions_among([group for groups in _figures(graph).values() for group in groups], graph)
