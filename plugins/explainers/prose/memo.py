"""What was worked out once and is needed again: bounded, and gone with the graph it was worked out from."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from explainers.graph.graph import Graph

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")
# Some 50 MB of sentences: what a site of ten thousand claims has of them.
MOST = 1 << 15
# What is needed again only on the page it was made for.
A_FEW = 1 << 8


class Memo(dict[K, V]):
    """Values by what they were made of; all are forgotten once there are too many, so that memory stays bounded."""

    __slots__ = ("_most",)

    def __init__(self, most: int = MOST) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: K, value: V) -> None:
        if len(self) >= self._most:
            self.clear()
        super().__setitem__(key, value)


def once_a_graph(most: int = MOST) -> Callable[[Callable[[T, Graph], V]], Callable[[T, Graph], V]]:
    """A function of a thing in a graph, asked once as long as the graph lives; what it returns must not hold the graph.

    Things are told apart by identity, which spares comparing records field by field.
    """

    def remembering(work: Callable[[T, Graph], V]) -> Callable[[T, Graph], V]:
        found: WeakKeyDictionary[Graph, Memo[int, tuple[T, V]]] = WeakKeyDictionary()

        @wraps(work)
        def remembered(thing: T, graph: Graph) -> V:
            memo = found.get(graph)
            if memo is None:
                memo = found[graph] = Memo(most)
            kept = memo.get(id(thing))
            # The thing is kept with its value: its identity would else go to another one.
            if kept is None or kept[0] is not thing:
                kept = memo[id(thing)] = (thing, work(thing, graph))
            return kept[1]

        return remembered

    return remembering
