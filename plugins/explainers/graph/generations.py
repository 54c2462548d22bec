"""Values by key, of which those asked for of late are there: bounded, and at the price of a dict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")
_NONE: Mapping[Any, Any] = {}


class Generations(dict[K, V]):
    """The values put in or asked for since there were last `most` of them; those of before are in `older`.

    What is not asked for while as many others come is gone. To forget all at once would lose what all pages ask for,
    and to know the order in which each was last asked for would take as long as to ask.
    """

    __slots__ = ("most", "older")

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        # It is replaced, and never written to.
        self.older: Mapping[K, V] = _NONE

    def known(self, key: K) -> V | None:
        """The value of a key that is not among the newer ones, if it is known: now it is."""
        value = self.older.get(key)
        if value is not None:
            self.put(key, value)
        return value

    def put(self, key: K, value: V) -> None:
        """Keep a value."""
        if len(self) >= self.most:
            self.older = self.copy()
            self.clear()
        self[key] = value
