"""What was worked out about a claim or a part of it, kept with the graph it was worked out from, and gone with it.

The page of a claim, the pages of its explainers and the files for programs ask for the same: the way to the origin,
the tellings, the board. A graph never changes, so what is kept is never stale. (Half of the time that the pages of
1,000 claims take apart from their templates and sentences)
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from explainers.graph.generations import Generations
from explainers.graph.graph import Graph

A = TypeVar("A")
V = TypeVar("V")
# Of 10,000 claims, what is asked of one is asked while its pages and the next few are made: with all else forgotten
# nothing was worked out twice, and a process needs 100 MB less. What `lasting` keeps is asked by pages far apart.
FEW, MANY = 500, 8_000


def once(function: Callable[[A, Graph], V]) -> Callable[[A, Graph], V]:
    """Remember a value for each record, attribution or stop of a graph. It is shared and must not be changed.

    Unlike `memo.each`, it is asked of records themselves, and soon forgotten.
    """
    return _keeping(function, FEW)


def lasting(function: Callable[[A, Graph], V]) -> Callable[[A, Graph], V]:
    """The same for what the pages of actors and sources ask of a claim too, long after it had its own."""
    return _keeping(function, MANY)


def _keeping(function: Callable[[A, Graph], V], most: int) -> Callable[[A, Graph], V]:
    @wraps(function)
    def asked(about: A, graph: Graph) -> V:
        known = graph.memo.get(function)
        if known is None:
            known = graph.memo[function] = Generations(most)
        place = id(about)
        entry = known.get(place)
        if entry is None:
            # What it is about is kept too: else something else could take its place in memory.
            entry = known.older.get(place) or (about, function(about, graph))
            known.put(place, entry)
        value: V = entry[1]
        return value

    return asked
