"""What the pages of a site ask for again and again, bounded."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from explainers.graph.generations import Generations

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
# Of sentences, some 25 MB, and as much of those before: what a site of ten thousand claims has of them.
MOST = 1 << 14


class Memo(Generic[K, V]):
    """Values by what they were made of; those long not asked for are forgotten, so that memory stays bounded."""

    __slots__ = ("_kept", "known")

    def __init__(self) -> None:
        self._kept: Generations[K, V] = Generations(MOST)
        # Asked before `get` where that is asked a hundred thousand times: the function to make a value is not made.
        self.known: Callable[[K], V | None] = self._kept.get

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value of a key, made where there is none."""
        found = self._kept.get(key)
        if found is None and (found := self._kept.known(key)) is None:
            found = make()
            self._kept.put(key, found)
        return found
