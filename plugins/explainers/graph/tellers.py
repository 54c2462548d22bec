"""Through whom we hear of a speaker without a name."""

from __future__ import annotations

from collections.abc import Sequence

from explainers.graph.graph import Graph
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution
from explainers.kinds.shared_parts import Citation
from explainers.kinds.source.model import Source


def tellers(attribution: Attribution, graph: Graph) -> tuple[str, ...]:
    """Who reports its speakers: whose text it is given as, those who rest on it, or else its publishers."""
    if graph.get(attribution.said_in or "", Actor):
        return (attribution.said_in or "",)
    sources = {citation.source for citation in attribution.cites}
    resting = (
        actor
        for ref in graph.resting_on(attribution)
        if sources & {citation.source for citation in ref.attribution.cites}
        for actor in ref.attribution.by
    )
    found = [*resting] or [source.publisher for id in sources_of(attribution) if (source := graph.get(id, Source))]
    return tuple(dict.fromkeys(id for id in found if id in graph.records and id not in attribution.by))


def sources_of(attribution: Attribution) -> tuple[str, ...]:
    """The sources in which an attribution was read, each once, those cited as background last."""
    cites: Sequence[Citation] = attribution.cites
    if len(cites) > 1:
        cites = sorted(cites, key=lambda citation: citation.role == "context")
    return tuple(dict.fromkeys([citation.source for citation in cites]))
