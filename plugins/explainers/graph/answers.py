"""Who takes a position on a claim, and who answers certain tellings and not the claim as such."""

from __future__ import annotations

from collections.abc import Iterator

from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.telling_figures import claim_figures, telling_figures
from explainers.kinds.claim.model import Attribution, Claim


def answered(ref: AttributionRef, graph: Graph) -> tuple[AttributionRef, ...]:
    """The tellings that an attribution answers."""
    if not ref.attribution.answers:
        return ()
    found = (graph.attribution(answer, ref.claim) for answer in ref.attribution.answers)
    return tuple({other.key: other for other in found if other}.values())


def recorded(claim: Claim, graph: Graph) -> Iterator[AttributionRef]:
    """Every attribution of a claim, without those that say we read no position of an actor whose position we read."""
    for ref in graph.refs(claim):
        if ref.stance != "no-position-found":
            yield ref
        elif by := tuple(actor for actor in ref.attribution.by if position_of(actor, ref) is None):
            whole = by == ref.attribution.by
            yield ref if whole else AttributionRef(claim, ref.attribution.model_copy(update={"by": by}))


@once
def on_claim(claim: Claim, graph: Graph) -> tuple[AttributionRef, ...]:
    """Every attribution that takes a position on a claim: its own, and those in other claims that answer its tellings.

    One that answers tellings of other claims only takes none on the claim in which it is written.
    """
    own = (ref for ref in recorded(claim, graph) if not ref.attribution.answers or _answers_to(claim, ref, graph))
    return (*own, *answering(claim, graph))


def _answers_to(claim: Claim, ref: AttributionRef, graph: Graph) -> bool:
    """Whether an attribution answers tellings of this claim, or none that is on record."""
    others = answered(ref, graph)
    return not others or any(other.claim.id == claim.id for other in others)


def is_on_all_of(claim: Claim, ref: AttributionRef, graph: Graph) -> bool:
    """Whether an attribution is on all that a claim says: it answers no telling, or one that says just that."""
    others = answered(ref, graph)
    return any(_says_just(claim, other, graph) for other in others) if others else not ref.attribution.is_partial


def _says_just(claim: Claim, ref: AttributionRef, graph: Graph) -> bool:
    attribution = ref.attribution
    if ref.claim.id != claim.id or attribution.statement or attribution.is_partial:
        return False
    carries = ref.stance == "affirms" or attribution.passes_on
    return carries and telling_figures(ref, graph) == claim_figures(claim, graph)


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


def answering(claim: Claim, graph: Graph) -> Iterator[AttributionRef]:
    """The attributions of other claims that answer tellings of a claim."""
    for other in graph.naming(claim.id):
        for ref in graph.refs(other):
            if any(told.claim.id == claim.id for told in answered(ref, graph)):
                yield ref
