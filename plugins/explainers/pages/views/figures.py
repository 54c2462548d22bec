"""The page of all figures: by what they count, and those that collide."""

from __future__ import annotations

from dataclasses import dataclass

from explainers.graph.collisions import Collision, collisions
from explainers.graph.figures import FigureGroup, figure_groups
from explainers.graph.graph import Graph
from explainers.pages.views.indexes import in_reading_order


@dataclass(frozen=True, slots=True)
class FiguresView:
    """What the page of figures prints."""

    groups: tuple[FigureGroup, ...]
    collisions: tuple[Collision, ...]


def figures_view(graph: Graph) -> FiguresView:
    """All figures and collisions, in the order of the explainers."""
    claims = in_reading_order(graph)
    return FiguresView(tuple(figure_groups(claims, graph)), collisions(claims, graph))
