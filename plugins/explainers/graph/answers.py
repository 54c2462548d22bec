"""Who answers whom: a denial, a refusal, a doubt or a question of certain tellings, and not of the claim as such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.memo import by_key, looking_at
from explainers.kinds.claim.model import Claim


def answered(ref: AttributionRef, graph: Graph) -> tuple[AttributionRef, ...]:
    """The tellings that an attribution answers."""
    found = (graph.attribution(answer, ref.claim) for answer in ref.attribution.answers)
    return tuple({other.key: other for other in found if other}.values())


def on_claim(claim: Claim, graph: Graph) -> Iterator[AttributionRef]:
    """Every attribution that takes a position on a claim: its own, and those in other claims that answer its tellings.

    One that answers tellings of other claims only takes none on the claim in which it is written.
    """
    for attribution in claim.attributions:
        ref = AttributionRef(claim, attribution)
        others = answered(ref, graph)
        if not others or any(other.claim.id == claim.id for other in others):
            yield ref
    for key in _answering(graph).get(claim.id, ()):
        found = graph.attribution(key, claim)
        if found:
            yield found


@looking_at(Claim, lambda claim: [(a.id, a.answers) for a in claim.attributions if a.answers])
@by_key
def _answering(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """The attributions of other claims that answer tellings of a claim, by its id."""
    found: dict[str, dict[str, None]] = {}
    for ref in graph.attributions():
        for other in answered(ref, graph) if ref.attribution.answers else ():
            if other.claim.id != ref.claim.id:
                found.setdefault(other.claim.id, {})[ref.key] = None
    return {claim: tuple(keys) for claim, keys in found.items()}
