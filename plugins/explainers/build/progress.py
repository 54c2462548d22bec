"""The progress of long work: a bar on a terminal, a line every few seconds elsewhere, nothing if it is quiet."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

# Seconds: what is done within the first is not worth a report.
PATIENCE, BETWEEN_BARS, BETWEEN_LINES = 2.0, 0.1, 5.0
_WIDTH = 30


class Progress:
    """Shows how much of some work is done: on a terminal by itself, elsewhere through `line`, if there is one.

    `clock` gives seconds.
    """

    def __init__(
        self,
        what: str,
        line: Callable[[str], None] | None = None,
        *,
        quiet: bool = False,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._what = what
        self._line = line
        self._stream = stream or sys.stderr
        self._clock = clock
        self._terminal = self._stream.isatty()
        self._quiet = quiet or not (self._terminal or line)
        self._due = clock() + PATIENCE
        self._shown = False

    def __call__(self, done: int, number: int) -> None:
        """Report how many are done."""
        if self._quiet or self._clock() < self._due:
            return
        self._due = self._clock() + (BETWEEN_BARS if self._terminal else BETWEEN_LINES)
        if self._terminal:
            self._shown = True
            full = _WIDTH * done // number
            self._stream.write(f"\r{self._what} {'#' * full}{'.' * (_WIDTH - full)} {done:,} of {number:,}")
            self._stream.flush()
        elif self._line:
            self._line(f"{self._what}: {done:,} of {number:,}")

    def end(self) -> None:
        """The work is over, or has failed: other lines follow."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False
