"""Figures that collide, as the pages say it and as values."""

from __future__ import annotations

from explainers.exports.figure_facts import row_facts
from explainers.exports.figure_shapes import FigureCollision
from explainers.graph.collisions import Collision, all_collisions
from explainers.graph.graph import Graph
from explainers.prose.collision_words import plain_collision


def collision_facts(graph: Graph) -> list[FigureCollision]:
    """All collisions between figures that were not withdrawn; one for each number, or thing counted."""
    return [_facts(collision, graph) for collision in all_collisions(graph)]


def _facts(collision: Collision, graph: Graph) -> FigureCollision:
    rows = [row for side in collision.sides for row in side.rows]
    return FigureCollision(
        kind=collision.kind,
        unit=collision.unit,
        about=collision.about,
        sentence=plain_collision(collision, graph),
        figures=tuple(row_facts(row, graph) for row in rows),
    )
