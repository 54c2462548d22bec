"""Sets that grow together."""

from __future__ import annotations


class Groups:
    """Sets that grow together. (Union-find, with the least name as the set's name)"""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        """The name of the set that holds `name`."""
        while (parent := self._parent.get(name, name)) != name:
            name = parent
        return name

    def join(self, one: str, other: str) -> None:
        """Make two sets one."""
        low, high = sorted((self.find(one), self.find(other)))
        if low != high:
            self._parent[high] = low
