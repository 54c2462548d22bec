"""Which actors count as one party: a spokesperson and the one it speaks for."""

from __future__ import annotations

from collections.abc import Mapping

from explainers.graph.graph import Graph
from explainers.graph.memo import whole
from explainers.kinds.claim.model import Attribution, Claim


def party(actor: str, attribution: Attribution, graph: Graph) -> str:
    """The party as which an actor speaks here: the one it says it speaks for, or else the only one it ever speaks for.

    Who speaks for one party here and for another there is a separate party where nothing is said: the two must not
    become one through their spokesperson.
    """
    only = _spoken_for(graph)
    here = attribution.speaks_for or only.get(actor, actor)
    seen = {actor}
    while here not in seen:
        seen.add(here)
        actor, here = here, only.get(here, here)
    return actor


def parties(attribution: Attribution, graph: Graph) -> frozenset[str]:
    """The parties of all who speak in an attribution."""
    return frozenset(party(actor, attribution, graph) for actor in attribution.by)


@whole
def _spoken_for(graph: Graph) -> Mapping[str, str]:
    """The one party for which an actor speaks in all claims, by the actor."""
    found: dict[str, set[str]] = {}
    for claim in graph.of(Claim):
        for attribution in claim.attributions:
            if attribution.speaks_for:
                for actor in attribution.by:
                    found.setdefault(actor, set()).add(attribution.speaks_for)
    return {actor: next(iter(spoken)) for actor, spoken in found.items() if len(spoken) == 1}
