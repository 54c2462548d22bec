"""Which records' pages may show something of a record: found by its links, and rather too many than too few."""

from __future__ import annotations

from collections.abc import Iterable

from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim


def showing(ids: Iterable[str], graph: Graph) -> set[str]:
    """The records themselves, what links to them up to two links away, and what their neighbours link to."""
    near = _with_claims({*ids}, graph)
    near = _with_claims(near | {edge.source for id in near for edge in graph.incoming(id)}, graph)
    above = {edge.source for id in near for edge in graph.incoming(id)}
    beside = {edge.target for id in near for edge in graph.outgoing(id)}
    return near | above | beside


def _with_claims(ids: set[str], graph: Graph) -> set[str]:
    """With the claims whose tellings rest on theirs, answer or replace them, or the other way round, step by step."""
    found, waiting = ids, ids
    while waiting:
        claims = [claim for id in waiting if (claim := graph.get(id, Claim))]
        named = {id for claim in claims for id in graph.named_in(claim)}
        waiting = (named | {other.id for claim in claims for other in graph.naming(claim.id)}) - found
        found = found | waiting
    return found
