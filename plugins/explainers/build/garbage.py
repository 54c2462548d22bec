"""When garbage collection is off, because what is made is kept."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# At exit, Python runs a full garbage collection: a fifth of the time of a build.
atexit.register(gc.freeze)


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Collection is off: all that is made inside is kept, and to walk through it again and again takes a third of the
    time.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


@contextmanager
def kept_to_the_end() -> Iterator[None]:
    """The same, and what is made inside is left out of later collections too, until `gc.unfreeze`.

    Otherwise the next allocation would have all of it walked through: a twentieth of a build.
    """
    with without_garbage_collection():
        try:
            yield
        finally:
            gc.freeze()
