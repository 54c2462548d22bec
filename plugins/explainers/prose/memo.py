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


class Memo(dict[K, V]):
    """Values by what they were made of; all are forgotten once there are too many, so that memory stays bounded."""

    __slots__ = ()

    def __setitem__(self, key: K, value: V) -> None:
        if len(self) >= MOST:
            self.clear()
        super().__setitem__(key, value)


def once_a_graph(work: Callable[[T, Graph], V]) -> Callable[[T, Graph], V]:
    """A function of something in a graph, asked once as long as the graph lives; what it returns must not hold the graph.

    Things are told apart by identity, which spares comparing records field by field.
    """
    found: WeakKeyDictionary[Graph, Memo[int, tuple[T, V]]] = WeakKeyDictionary()

    @wraps(work)
    def remembered(thing: T, graph: Graph) -> V:
        memo = found.get(graph)
        if memo is None:
            memo = found[graph] = Memo()
        kept = memo.get(id(thing))
        # The thing is kept with its value: its identity would else go to another one.
        if kept is None or kept[0] is not thing:
            kept = memo[id(thing)] = (thing, work(thing, graph))
        return kept[1]

    return remembered
