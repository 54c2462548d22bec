"""What is read of a graph while something is made from it.

What was made need not be made again while all of that is the same: dependencies are found by looking on, not by
thinking of them, so that none is forgotten. (Shake; Salsa)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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


def note(sort: str, about: str = "") -> None:
    """Something is read."""
    if facts is not None:
        facts.add((sort, about))
