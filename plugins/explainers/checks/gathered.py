"""What several rules look at: gathered on demand, and kept as long as what it is gathered from."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Kept(Protocol):
    """A graph, or a context of rules: neither ever changes, and each remembers what was made from it."""

    @property
    def memo(self) -> dict[Any, Any]:
        """Values by what made them."""


G = TypeVar("G", bound=Kept)


def gathered(function: Callable[Concatenate[G, P], T]) -> Callable[Concatenate[G, P], T]:
    """Remember a value for a graph or a context, and for the other arguments."""

    @wraps(function)
    def asked(given: G, /, *others: P.args, **named: P.kwargs) -> T:
        key = (function, *others)
        kept = given.memo
        if key not in kept:
            kept[key] = function(given, *others, **named)
        found: T = kept[key]
        return found

    return asked
