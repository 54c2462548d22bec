"""Figures that collide, in groups: the pairs would grow with the square of the claims about one subject."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from decimal import Decimal

from explainers.exports.shapes import CollidingFigure, CollisionKind, FigureCollision
from explainers.graph.collisions import Figure, counted
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim

Key = tuple[CollisionKind, tuple[tuple[str, str], ...]]
Number = tuple[Decimal | None, Decimal | None, Decimal | None]


def collision_groups(graph: Graph) -> list[FigureCollision]:
    """All collisions between claims that stand. The same figures under several subjects are one group."""
    claims = [claim for claim in graph.of(Claim) if claim.status == "published"]
    figures = [Figure(claim, name, q) for claim in claims for name, q in claim.quantities.items()]
    groups: dict[Key, tuple[list[Figure], list[str]]] = {}
    for kind, subject, members in _groups(figures):
        key = (kind, tuple((figure.claim.id, figure.name) for figure in members))
        groups.setdefault(key, (members, []))[1].append(subject)
    return [_shown(key[0], *group) for key, group in sorted(groups.items(), key=lambda item: item[0])]


def _groups(figures: Iterable[Figure]) -> Iterator[tuple[CollisionKind, str, list[Figure]]]:
    by_number: dict[tuple[str, Number, str | None], list[Figure]] = {}
    by_thing: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        for subject in dict.fromkeys(figure.claim.about):
            by_number.setdefault((subject, _number(figure), figure.quantity.unit), []).append(figure)
            by_thing.setdefault((subject, counted(figure.quantity)), []).append(figure)
    for (subject, _, _), members in by_number.items():
        if _collide((figure.claim.id, counted(figure.quantity)) for figure in members):
            yield "same-number", subject, members
    for (subject, _), members in by_thing.items():
        if _collide((figure.claim.id, _number(figure)) for figure in members):
            yield "different-numbers", subject, members


def _collide(figures: Iterable[tuple[str, Hashable]]) -> bool:
    """Whether two claims differ: some figures differ, and not only inside one claim."""
    claims: dict[Hashable, set[str]] = {}
    for claim, value in figures:
        claims.setdefault(value, set()).add(claim)
    return len(claims) > 1 and len(set().union(*claims.values())) > 1


def _number(figure: Figure) -> Number:
    return figure.quantity.value, figure.quantity.min, figure.quantity.max


def _shown(kind: CollisionKind, members: list[Figure], subjects: list[str]) -> FigureCollision:
    return FigureCollision(kind=kind, about=tuple(sorted(subjects)), figures=tuple(map(_figure, members)))


def _figure(figure: Figure) -> CollidingFigure:
    quantity = figure.quantity
    return CollidingFigure(claim=figure.claim.id, figure=figure.name, phrase=quantity.alone, counted=quantity.of or "")
