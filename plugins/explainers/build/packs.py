"""Bytes kept between builds, in files that only grow, each written by one process.

Safe with several builds at once, after a crash, and to delete at any time: what is not found, or is not what was
written, is made anew. Nothing that is read from them is run. (As git keeps its objects)
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
import time
import weakref
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_ENDING, _UNFINISHED = ".pack", ".part"
# A pack that no index names may be that of a build that is at work. After this time (seconds) it is not.
_AT_WORK = 3600
# More packs than this, or more than half of the bytes for nothing, and all that is wanted is put into one.
_MANY = 64
_LITTLE = 1_000_000


class Place(NamedTuple):
    """Where some bytes are kept, and their mark. Without a `pack` they are only known by it."""

    pack: str
    at: int
    size: int
    mark: str


class Packs:
    """The packs of a folder; without one, of a folder that is gone when this is. A process adds to one of its own."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or Path(tempfile.mkdtemp(prefix="explainers-"))
        if not folder:
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._process = 0
        self._own = ""
        self._end = 0
        self._opened: dict[str, int] = {}

    def add(self, data: bytes) -> Place | None:
        """Keep some bytes; None where nothing can be written."""
        if self._process != os.getpid():
            self._process, self._own, self._end = os.getpid(), "", 0
        try:
            if not self._own:
                self._start()
            if os.write(self._opened[self._own], data) < len(data):
                self._own, self._end = "", 0
                return None
        except OSError:
            return None
        place = Place(self._own, self._end, len(data), mark_of(data))
        self._end += len(data)
        return place

    def get(self, place: Place) -> bytes | None:
        """The bytes of a place, if they are there as they were written."""
        if not place.pack:
            return None
        try:
            if place.pack not in self._opened:
                self._opened[place.pack] = os.open(self._folder / place.pack, os.O_RDONLY)
            data = os.pread(self._opened[place.pack], place.size, place.at)
        except OSError:
            return None
        return data if mark_of(data) == place.mark else None

    def put(self, name: str, data: bytes) -> bool:
        """Write a file of this name beside the packs; whoever reads it sees the old or the new one, whole."""
        path = self._folder / f"{secrets.token_hex(8)}{_UNFINISHED}"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            path.replace(self._folder / name)
            return True
        return False

    def are_untidy(self, wanted: Iterable[Place]) -> bool:
        """Whether there are too many packs, or too little of what is in them is wanted."""
        live: Counter[str] = Counter()
        for place in wanted:
            if place.pack:
                live[place.pack] += place.size
        size = sum(self._size(name) for name in live)
        return len(live) > _MANY or size > 2 * live.total() + _LITTLE

    def drop(self, known: Iterable[str], wanted: Iterable[str]) -> None:
        """Delete the `known` packs that are not wanted, and all others that nobody works on."""
        old, kept = set(known), set(wanted)
        long_ago = time.time() - _AT_WORK
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.suffix not in {_ENDING, _UNFINISHED} or path.name in kept:
                    continue
                if path.name in old | {self._own} or path.stat().st_mtime < long_ago:
                    self._close(path.name)
                    path.unlink()

    def _start(self) -> None:
        name = f"{secrets.token_hex(8)}{_ENDING}"
        self._folder.mkdir(parents=True, exist_ok=True)
        self._opened[name] = os.open(self._folder / name, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o666)
        self._own = name

    def _size(self, name: str) -> int:
        with suppress(OSError):
            return (self._folder / name).stat().st_size
        return 0

    def _close(self, name: str) -> None:
        if name in self._opened:
            os.close(self._opened.pop(name))
        if name == self._own:
            self._own, self._end = "", 0

    def __del__(self) -> None:
        for opened in self._opened.values():
            with suppress(OSError):
                os.close(opened)


def mark_of(data: bytes) -> str:
    """A short mark of some bytes."""
    return blake2b(data, digest_size=12).hexdigest()
