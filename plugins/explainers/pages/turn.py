"""The turns of a loop, for templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LoopTurn:
    """Which turn of a loop it is: what a template sees as `loop`."""

    index: int
    length: int

    @property
    def first(self) -> bool:
        """Whether it is the first."""
        return self.index == 1

    @property
    def last(self) -> bool:
        """Whether it is the last."""
        return self.index == self.length


def turns(items: Iterable[T]) -> Iterator[tuple[T, LoopTurn]]:
    """Each item with its turn.

    Half of the fifty thousand loops of a thousand pages go once around: Jinja makes an object for each.
    """
    row = items if isinstance(items, (tuple, list)) else tuple(items)
    return zip(row, _of(len(row)), strict=True)


@lru_cache(maxsize=64)
def _of(length: int) -> Sequence[LoopTurn]:
    return tuple(LoopTurn(index, length) for index in range(1, length + 1))
