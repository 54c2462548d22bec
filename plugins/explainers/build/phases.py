"""Where the time of a build goes: seconds by phase."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Phases:
    """Takes the time of phases; one of the same name adds to it. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._start = clock()
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        """Enclose a phase."""
        start = self._clock()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + self._clock() - start

    def whole(self) -> float:
        """Seconds since the first phase could begin."""
        return self._clock() - self._start

    def table(self) -> list[str]:
        """A line for each phase, in the order in which they began, and one for all that is in none."""
        whole = self.whole()
        rows = [*self.seconds.items(), ("the rest", whole - sum(self.seconds.values()))]
        return [f"{seconds:8.2f} s {seconds / whole if whole else 0:5.0%}  {name}" for name, seconds in rows]
