"""Who takes a position on a claim, and who answers certain tellings and not the claim as such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.memo import whole
from explainers.kinds.claim.model import Attribution, Claim


def answered(ref: AttributionRef, graph: Graph) -> tuple[AttributionRef, ...]:
    """The tellings that an attribution answers."""
    found = (graph.attribution(answer, ref.claim) for answer in ref.attribution.answers)
    return tuple({other.key: other for other in found if other}.values())


def recorded(claim: Claim) -> Iterator[AttributionRef]:
    """Every attribution of a claim; of actors whose position we read, none that says that we read none."""
    for attribution in claim.attributions:
        ref = AttributionRef(claim, attribution)
        if ref.stance == "no-position-found":
            by = tuple(actor for actor in attribution.by if position_of(actor, ref) is None)
            if not by:
                continue
            ref = ref if by == attribution.by else AttributionRef(claim, attribution.model_copy(update={"by": by}))
        yield ref


def on_claim(claim: Claim, graph: Graph) -> Iterator[AttributionRef]:
    """Every attribution that takes a position on a claim: its own, and those in other claims that answer its tellings.

    One that answers tellings of other claims only takes none on the claim in which it is written.
    """
    for ref in recorded(claim):
        others = answered(ref, graph)
        if not others or any(other.claim.id == claim.id for other in others):
            yield ref
    for key in _answering(graph).get(claim.id, ()):
        found = graph.attribution(key, claim)
        if found:
            yield found


def position_of(actor: str, silence: AttributionRef) -> Attribution | None:
    """What contradicts that no position of an actor was found in the pages we read: one taken no later."""
    if silence.attribution.looked_in:
        return None
    as_of = silence.attribution.as_of.extent.last if silence.attribution.as_of else None
    for other in silence.claim.attributions:
        spoken = other.said.extent.first if other.said else None
        is_later = as_of is not None and spoken is not None and spoken > as_of
        if actor in other.by and other.stance != "no-position-found" and not other.answers and not is_later:
            return other
    return None


@whole
def _answering(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """The attributions of other claims that answer tellings of a claim, by its id."""
    found: dict[str, dict[str, None]] = {}
    for ref in graph.attributions():
        for other in answered(ref, graph) if ref.attribution.answers else ():
            if other.claim.id != ref.claim.id:
                found.setdefault(other.claim.id, {})[ref.key] = None
    return {claim: tuple(keys) for claim, keys in found.items()}
