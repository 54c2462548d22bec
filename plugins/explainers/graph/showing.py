"""Which records' pages may show something of a record: found by its links, and rather too many than too few."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from explainers.graph.graph import Graph
from explainers.graph.memo import whole
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
    named = _naming_each_other(graph)
    found, waiting = ids, ids
    while waiting:
        waiting = {claim for id in waiting for claim in named.get(id, ())} - found
        found = found | waiting
    return found


@whole
def _naming_each_other(graph: Graph) -> Mapping[str, set[str]]:
    """The claims of which one names a telling of the other, both ways."""
    found: dict[str, set[str]] = {}
    for claim in graph.of(Claim):
        for attribution in claim.attributions:
            for key in (*attribution.bases, *attribution.answers, *attribution.replaces):
                if other := key.rpartition("#")[0]:
                    other = graph.renamed.get(other, other)
                    found.setdefault(claim.id, set()).add(other)
                    found.setdefault(other, set()).add(claim.id)
    return found
