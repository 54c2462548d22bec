"""What is worked out from a graph once, and given to whoever asks again.

All of it lies in the graph's own memory and goes with it. A graph never changes, so nothing in there is ever stale.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from explainers.graph.graph import Graph

P = ParamSpec("P")
T = TypeVar("T")


def each(function: Callable[P, T]) -> Callable[P, T]:
    """Remember a value for each choice of arguments, the last of which is the graph; the others are texts."""

    @wraps(function)
    def asked(*given: P.args, **named: P.kwargs) -> T:
        kept: dict[Any, T] = _graph(given[-1]).memo.setdefault(function, {})
        key = given[:-1]
        if key not in kept:
            kept[key] = function(*given, **named)
        return kept[key]

    return asked


def whole(function: Callable[[Graph], T]) -> Callable[[Graph], T]:
    """Remember one value of a graph."""

    @wraps(function)
    def asked(graph: Graph) -> T:
        kept = graph.memo
        if function not in kept:
            kept[function] = function(graph)
        found: T = kept[function]
        return found

    return asked


def forget_what_was_gathered(graph: Graph) -> None:
    """Let go of what rules gathered, once they have looked: it is as large as half of the records."""
    for key in [key for key in graph.memo if isinstance(key, tuple)]:
        del graph.memo[key]


def _graph(given: object) -> Graph:
    if not isinstance(given, Graph):
        raise TypeError(f"the last argument must be the graph, not {type(given).__name__}")
    return given
