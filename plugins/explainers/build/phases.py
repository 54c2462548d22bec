"""The time of a build: seconds by phase."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Phases:
    """Times phases; those of the same name are added up. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._start = clock()
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        """Time a phase."""
        start = self._clock()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + self._clock() - start

    def whole(self) -> float:
        """Seconds since the start."""
        return self._clock() - self._start

    def table(self) -> list[str]:
        """A line for each phase, in the order in which they began, and one for the rest."""
        whole = self.whole()
        rows = [*self.seconds.items(), ("the rest", whole - sum(self.seconds.values()))]
        return [f"{seconds:8.2f} s {seconds / whole if whole else 0:5.0%}  {name}" for name, seconds in rows]
