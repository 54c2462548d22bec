"""When nobody looks for garbage, because what is made is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search_for_garbage() -> Iterator[None]:
    """All that is made here is kept: to look through it for garbage, again and again, is a third of the time."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


@contextmanager
def kept_to_the_end() -> Iterator[None]:
    """The same, and nobody looks through it later either, until `gc.unfreeze`.

    Else the first thing made afterwards would have all of it looked at: a twentieth of a build.
    """
    with no_search_for_garbage():
        try:
            yield
        finally:
            gc.freeze()
