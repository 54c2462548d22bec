"""How near to the speaker a claim was read: in a primary source, or in which texts instead."""

from __future__ import annotations

from collections.abc import Sequence

from explainers.graph.closeness import of_page
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.origins import distance
from explainers.graph.tellers import sources_of
from explainers.graph.ways import bases
from explainers.kinds.source.model import Source


def is_primary(ref: AttributionRef, graph: Graph) -> bool:
    """Whether a telling was read in a primary source, or in a text of the speaker's that rests on no one else."""
    read = [source for id in sources_of(ref.attribution) if (source := graph.get(id, Source)) and is_read(source)]
    own = not ref.attribution.bases and any(source.publisher in ref.attribution.by for source in read)
    return own or any(source.role == "primary" for source in read)


def is_read(source: Source) -> bool:
    """Whether we have it, and do not only know of it."""
    return source.seen != "cited-only"


def nearest(way: Sequence[AttributionRef], graph: Graph) -> tuple[str, ...]:
    """The texts that we read nearest to the origin of some tellings: a translation is nearer than a rewriting."""
    found: dict[tuple[int, int], dict[str, None]] = {}
    for ref in way:
        for id in sources_of(ref.attribution):
            source = graph.get(id, Source)
            if source and is_read(source):
                found.setdefault((distance(ref, graph), of_page(source)), {})[source.id] = None
    return tuple(found[min(found)]) if found else ()


def ends_reached(ref: AttributionRef, graph: Graph) -> frozenset[str]:
    """Who speaks where the ways from a telling end."""
    seen = {ref.key: ref}
    waiting = [ref]
    while waiting:
        for base in bases(waiting.pop(), graph):
            if base.key not in seen:
                seen[base.key] = base
                waiting.append(base)
    ends = (one for one in seen.values() if distance(one, graph) == 0)
    return frozenset(actor for one in ends for actor in one.attribution.by)
