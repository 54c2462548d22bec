"""Which actors count as one party: a spokesperson and the one it speaks for."""

from __future__ import annotations

from functools import lru_cache

from explainers.graph.graph import Graph


class Groups:
    """Sets that grow together. (Union-find, with the least name as the set's name)"""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        """The name of the set that holds `name`."""
        while (parent := self._parent.get(name, name)) != name:
            name = parent
        return name

    def join(self, one: str, other: str) -> None:
        """Make two sets one."""
        low, high = sorted((self.find(one), self.find(other)))
        if low != high:
            self._parent[high] = low


@lru_cache(maxsize=8)
def parties(graph: Graph) -> Groups:
    """Actors grouped by `speaks_for`, across all claims."""
    groups = Groups()
    for ref in graph.attributions():
        for actor in ref.attribution.by:
            if ref.attribution.speaks_for:
                groups.join(actor, ref.attribution.speaks_for)
    return groups
