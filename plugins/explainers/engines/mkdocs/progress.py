"""How far long work has come: a bar on a terminal, a line every few seconds elsewhere, nothing where it is quiet."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from typing import TextIO

log = logging.getLogger("mkdocs.plugins.explainers")

# Seconds: what is done before the first has passed is not worth telling.
PATIENCE, BETWEEN_BARS, BETWEEN_LINES = 2.0, 0.1, 5.0
_WIDTH = 30


class Progress:
    """Tells of some work how much of it is done. `clock` gives seconds."""

    def __init__(self, what: str, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._what = what
        self._stream = stream or sys.stderr
        self._clock = clock
        self._terminal = self._stream.isatty()
        self._quiet = not log.isEnabledFor(logging.INFO)
        self._due = clock() + PATIENCE
        self._shown = False

    def __call__(self, done: int, number: int) -> None:
        """So many of a number are done."""
        if self._quiet or self._clock() < self._due:
            return
        self._due = self._clock() + (BETWEEN_BARS if self._terminal else BETWEEN_LINES)
        if self._terminal:
            self._shown = True
            full = _WIDTH * done // number
            self._stream.write(f"\r{self._what} {'#' * full}{'.' * (_WIDTH - full)} {done:,} of {number:,}")
            self._stream.flush()
        else:
            log.info("%s: %s of %s", self._what, f"{done:,}", f"{number:,}")

    def end(self) -> None:
        """The work is over, or has failed: other lines follow."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False
