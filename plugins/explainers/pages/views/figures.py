"""The page of all figures: by what they count, and those that collide."""

from __future__ import annotations

from dataclasses import dataclass

from explainers.graph.collisions import Collision, collisions
from explainers.graph.figures import FigureGroup, figure_groups
from explainers.graph.graph import Graph
from explainers.graph.memo import each
from explainers.pages.views.indexes import in_reading_order
from explainers.pages.views.parts import MOST_CHARTS


@dataclass(frozen=True, slots=True)
class FiguresView:
    """What the page of figures prints."""

    groups: tuple[FigureGroup, ...]
    collisions: tuple[Collision, ...]


def figures_view(graph: Graph, part: int = 0) -> FiguresView:
    """The figures of one page, in the order of the explainers; the collisions stand on the first."""
    groups = figures_in_order(graph)[part * MOST_CHARTS : (part + 1) * MOST_CHARTS]
    return FiguresView(groups, () if part else collisions(in_reading_order(graph), graph))


@each
def figures_in_order(graph: Graph) -> tuple[FigureGroup, ...]:
    """All figures, in the order of the explainers."""
    return tuple(figure_groups(in_reading_order(graph), graph))
