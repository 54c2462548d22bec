"""The page of all figures: by what they count, and those that collide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from explainers.graph.collisions import Collision, collisions
from explainers.graph.figures import FigureGroup, figure_groups
from explainers.graph.graph import Graph
from explainers.graph.memo import by_key, whole
from explainers.pages.views.indexes import in_reading_order
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
def figures_pages(graph: Graph) -> int:
    """How many pages the figures need."""
    return max(len(_figures(graph)), 1)


@by_key
def _figures(graph: Graph) -> Mapping[str, tuple[FigureGroup, ...]]:
    """All figures, in the order of the explainers, by the number of the page on which they stand."""
    return by_part(figure_groups(in_reading_order(graph), graph), MOST_CHARTS)


@whole
def _collisions(graph: Graph) -> tuple[Collision, ...]:
    return collisions(in_reading_order(graph), graph)
