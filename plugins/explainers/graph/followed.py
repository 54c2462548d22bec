"""The claims that lead to one by a relation that makes them its parts, or what became of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from explainers.graph.as_of import date_of
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim, ClaimRelation, RelationType
from explainers.model.base import Date


class Following(NamedTuple):
    """A claim that leads to another, the relation that it draws, and when it was first said."""

    claim: Claim
    relation: ClaimRelation
    since: Date | None


def outcomes(claim: Claim, graph: Graph) -> list[Following]:
    """The claims that say what became of one, by when they were first said. None of them is our verdict."""
    return sorted(_drawing("outcome-of", claim, graph), key=_by_time)


def parts_of(claim: Claim, graph: Graph) -> list[Following]:
    """The claims that are parts of one, in the order of their ids."""
    return list(_drawing("part-of", claim, graph))


def _drawing(type: RelationType, claim: Claim, graph: Graph) -> Iterator[Following]:
    for edge in graph.incoming(claim.id, "related"):
        other = graph.get(edge.source, Claim)
        if other and (relation := other.relations[int(edge.loc[1])]).type == type:
            yield Following(other, relation, _first(other, graph))


def _first(claim: Claim, graph: Graph) -> Date | None:
    found = [date for attribution in claim.attributions if (date := date_of(attribution, graph))]
    return min(found, key=lambda date: date.sort_key, default=None)


def _by_time(following: Following) -> tuple[datetime.date, str]:
    last = following.since.extent.last if following.since else None
    return last or datetime.date.max, following.claim.id
