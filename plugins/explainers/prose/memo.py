"""What the pages of a site ask for again and again: bounded, and each value with what was read of the graph for it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

from explainers.graph import trace
from explainers.graph.generations import Generations

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
# Of sentences, some 25 MB, and as much of those before: what a site of ten thousand claims has of them.
MOST = 1 << 14


class Memo(Generic[K, V]):
    """Values by what they were made of; those long not asked for are forgotten, so that memory stays bounded.

    Who is given a value depends on all that it was made from (`graph.trace`).
    """

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: Generations[K, tuple[V, AbstractSet[trace.Fact] | None]] = Generations(MOST)

    def __len__(self) -> int:
        return len(self._kept.both())

    def known(self, key: K) -> V | None:
        """The value of a key, where there is one.

        Asked before `get` where that is asked a hundred thousand times: the function to make one is not made.
        """
        entry = self._kept.get(key)
        if entry is None:
            return None
        if (reader := trace.facts) is not None:
            read = entry[1]
            if read is None:
                return None
            if read:
                reader.update(read)
        return entry[0]

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value of a key, made where there is none, or none of which is known what was read for it."""
        entry = self._kept.get(key) or self._kept.known(key)
        reader = trace.facts
        if entry is None or (reader is not None and entry[1] is None):
            entry = self._made(key, make)
        if reader is not None and (read := entry[1]):
            reader.update(read)
        return entry[0]

    def _made(self, key: K, make: Callable[[], V]) -> tuple[V, AbstractSet[trace.Fact] | None]:
        entry = (make(), None) if trace.facts is None else trace.reading(make)
        self._kept.put(key, entry)
        return entry
