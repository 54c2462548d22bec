"""Which records' pages may show something of a record: found by its links, for more pages than truly do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim


def showing(ids: Iterable[str], graph: Graph) -> set[str]:
    """The records themselves, what links to them up to two links away, and what their neighbours link to."""
    near = _with_resting({*ids}, graph)
    near = _with_resting(near | {edge.source for id in near for edge in graph.incoming(id)}, graph)
    above = {edge.source for id in near for edge in graph.incoming(id)}
    beside = {edge.target for id in near for edge in graph.outgoing(id)}
    return near | above | beside


def _with_resting(ids: set[str], graph: Graph) -> set[str]:
    """With the claims that rest on these, step by step: a claim's page shows the way to the origin."""
    found, waiting = ids, ids
    while waiting:
        waiting = {claim for id in waiting for claim in _resting(id, graph)} - found
        found = found | waiting
    return found


def _resting(id: str, graph: Graph) -> Iterator[str]:
    claim = graph.get(id, Claim)
    for attribution in claim.attributions if claim else ():
        yield from (ref.claim.id for ref in graph.resting_on(attribution))
