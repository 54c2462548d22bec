"""What a document is made from, however far back. (PROV wasDerivedFrom)"""

from __future__ import annotations

from explainers.graph.graph import Graph
from explainers.kinds.source.model import Derivation, Source


def way(source: str, ancestor: str, graph: Graph) -> tuple[Derivation, ...]:
    """The shortest way from a document to one that it is made from; empty where there is none."""
    before: dict[str, tuple[str, Derivation]] = {}
    level = [source]
    while level and ancestor not in before:
        level = [id for here in level for id in _next(here, before, source, graph)]
    steps: list[Derivation] = []
    here = ancestor
    while here in before:
        here, step = before[here]
        steps.insert(0, step)
    return tuple(steps)


def _next(here: str, before: dict[str, tuple[str, Derivation]], source: str, graph: Graph) -> list[str]:
    found = []
    document = graph.get(here, Source)
    for step in document.derived_from if document else ():
        if step.source not in before and step.source != source:
            before[step.source] = (here, step)
            found.append(step.source)
    return found
