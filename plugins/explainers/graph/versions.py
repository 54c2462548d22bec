"""The versions of one text: sources of which one updates the other, in the order in which they came out."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from explainers.graph.graph import Graph
from explainers.graph.memo import whole
from explainers.kinds.source.model import Source

_Place = tuple[datetime.date, str]


def versions(source: Source, graph: Graph) -> tuple[Source, ...]:
    """All versions of a text that are recorded, itself among them, the first one first; nothing if there is but one."""
    ids = _families(graph).get(source.id, ())
    return tuple(found for id in ids if (found := graph.get(id, Source)))


def updates(later: str, earlier: str, graph: Graph) -> bool:
    """Whether one source is a later version of another, by however many steps."""
    waiting, seen = [later], {later}
    while waiting:
        here = _updated_by(waiting.pop(), graph) - seen
        if earlier in here:
            return True
        seen |= here
        waiting += here
    return False


@whole
def _families(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """The ids of the versions of each text that has several, by the id of each."""
    joined: dict[str, set[str]] = {}
    for source in graph.of(Source):
        for other in _updated_by(source.id, graph):
            family = joined.get(source.id, {source.id}) | joined.get(other, {other})
            joined |= dict.fromkeys(family, family)
    return {id: _in_order(family, graph) for id, family in joined.items()}


def _in_order(family: set[str], graph: Graph) -> tuple[str, ...]:
    """Each after those that it updates; for the rest, by their dates."""
    left = sorted(family, key=lambda id: _place(id, graph))
    found: list[str] = []
    while left:
        # Of records that update each other in a circle, none is the first: the check says so.
        free = (id for id in left if not (_updated_by(id, graph) - {id} - {*found}))
        found.append(next(free, left[0]))
        left.remove(found[-1])
    return tuple(found)


def _updated_by(id: str, graph: Graph) -> set[str]:
    source = graph.get(id, Source)
    named = (d.source for d in source.derived_from if d.how == "updates") if source else ()
    return {other.id for name in named if (other := graph.get(name, Source))}


def _place(id: str, graph: Graph) -> _Place:
    source = graph.get(id, Source)
    last = source.published.extent.last if source else None
    return last or datetime.date.max, id
