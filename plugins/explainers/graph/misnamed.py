"""Pages that attribute words to someone else: the headline says Bayer, the text a mediator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.memo import whole
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim


def misnamed(claim: Claim, graph: Graph) -> Iterator[tuple[AttributionRef, str]]:
    """Each telling whose speaker is printed under the name of another actor, with that actor.

    A name that several actors share, and the name of whom somebody belongs to or speaks for, puts nothing down to
    another: Brussels for the European Commission.
    """
    for ref in graph.refs(claim):
        attribution = ref.attribution
        printed = _folded(attribution.as_named or "")
        others = _by_name(graph).get(printed, ()) if printed else ()
        if len(others) == 1 and not _belongs(others[0], (*attribution.by, attribution.speaks_for or ""), graph):
            yield ref, others[0]


def _belongs(other: str, speakers: tuple[str, ...], graph: Graph) -> bool:
    """Whether an actor is one of some speakers, or one belongs to the other, or to the same whole."""
    return any(not _circle(other, graph).isdisjoint(_circle(speaker, graph)) for speaker in speakers if speaker)


def _circle(id: str, graph: Graph) -> frozenset[str]:
    actor = graph.get(id, Actor)
    if actor is None:
        return frozenset([id])
    offices = (role.of for role in actor.roles if role.of)
    return frozenset(filter(None, (actor.id, actor.part_of, *actor.member_of, *offices)))


@whole
def _by_name(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """The actors by each of their names."""
    found: dict[str, tuple[str, ...]] = {}
    for actor in graph.of(Actor):
        for name in {_folded(name) for name in actor.names}:
            found[name] = (*found.get(name, ()), actor.id)
    return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
