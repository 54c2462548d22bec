"""What is read of a graph while something is made from it.

What was made need not be made again while all of that is the same: dependencies are found by looking on, not by
thinking of them, so that none is forgotten. (Shake; Salsa)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
V = TypeVar("V")

# What can be asked of a graph: a sort of question, and what it is about.
Fact = tuple[str, str]

# Here, and not in an object that is handed on: a graph is read in a hundred places, and each would have to pass it.
facts: set[Fact] | None = None


@contextmanager
def traced() -> Iterator[set[Fact]]:
    """All that is read inside the block; what stands around the block is not told of it."""
    global facts
    around, facts = facts, set()
    try:
        yield facts
    finally:
        facts = around


def reading(make: Callable[P, V], *given: P.args, **named: P.kwargs) -> tuple[V, AbstractSet[Fact]]:
    """A value, and all that was read for it; what stands around the call is not told of it.

    The same as a block that is traced, at a third of the cost: a page asks for a hundred such values.
    """
    global facts
    read: set[Fact] = set()
    around, facts = facts, read
    try:
        return make(*given, **named), read
    finally:
        facts = around


def note(sort: str, about: str = "") -> None:
    """Something is read."""
    if facts is not None:
        facts.add((sort, about))
