"""Texts kept between builds, in one file: safe with two builds at once, after a crash, and to delete at any time.

A file that is damaged or of another program is made anew; where nothing can be written, nothing is kept. Texts are all
that is in it: nothing that is read from it is run.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager, suppress
from pathlib import Path

from explainers.graph.fingerprints import mark

# Goes up when the tables change.
_NAME = "kept-1.sqlite"
_TABLES = """
create table if not exists about (key text, number integer);
create table if not exists part (name text primary key, mark text, text text) without rowid;
"""


class Store:
    """Texts by name, all of them made under one key: the settings, the program and what it runs on."""

    def __init__(self, folder: Path, key: str) -> None:
        self._path = folder / _NAME
        self._key = key
        # The builds that have written are counted: who reads, and writes later, sees whether another wrote in between.
        self._number: int | None = None
        self._opened: sqlite3.Connection | None = None
        self._process = 0

    def text(self, name: str, expected: str = "") -> str | None:
        """A text, if there is one that is whole, made under this key, and the one whose mark is expected."""
        with suppress(sqlite3.Error, OSError):
            base = self._base()
            if self._number is None:
                self._number = self._written_under_key(base)
            found = base.execute("select mark, text from part where name = ?", (name,)).fetchone()
            if self._number is not None and found and isinstance(found[1], str):
                return found[1] if mark(found[1]) == found[0] == (expected or found[0]) else None
        return None

    def save(self, names: Sequence[str], changed: Set[str], text: Callable[[str], str]) -> bool:
        """Keep these names and no others. Those that did not change are left as they are, if it can be.

        The texts are asked for in the order of the names.
        """
        for _ in range(2):
            try:
                with self._writing() as base:
                    self._write(base, names, changed, text)
                return True
            except sqlite3.OperationalError:
                # Another build is writing: what it keeps will do.
                return False
            except (sqlite3.DatabaseError, OSError):
                self.close()
                with suppress(OSError):
                    self._path.unlink()
        return False

    def close(self) -> None:
        """Let go of the file."""
        if self._opened is not None:
            with suppress(sqlite3.Error):
                self._opened.close()
        self._opened = None

    def _write(
        self, base: sqlite3.Connection, names: Sequence[str], changed: Set[str], text: Callable[[str], str]
    ) -> None:
        known = self._written_under_key(base)
        if known is None or known != self._number:
            base.execute("delete from part")
            changed = set(names)
        else:
            kept = {row[0] for row in base.execute("select name from part")}
            base.executemany("delete from part where name = ?", [(name,) for name in kept.difference(names)])
            changed = changed | (set(names) - kept)
        rows = ((name, mark(made), made) for name in names if name in changed and (made := text(name)))
        base.executemany("insert or replace into part values (?, ?, ?)", rows)
        found = base.execute("select max(number) from about").fetchone()
        self._number = (found[0] or 0) + 1
        base.execute("delete from about")
        base.execute("insert into about values (?, ?)", (self._key, self._number))

    def _written_under_key(self, base: sqlite3.Connection) -> int | None:
        found = base.execute("select number from about where key = ?", (self._key,)).fetchone()
        return None if found is None else int(found[0])

    def _base(self) -> sqlite3.Connection:
        # A copy of the process must not use the connection of the other.
        if self._opened is None or self._process != os.getpid():
            self._process = os.getpid()
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Who finds it in use does without: a build does not wait for another.
            opened = sqlite3.connect(self._path, timeout=0, isolation_level=None, check_same_thread=False)
            try:
                # A loss of power may damage the file. Then it is made anew.
                opened.execute("pragma synchronous = off")
                opened.executescript(_TABLES)
            except sqlite3.Error:
                opened.close()
                raise
            self._opened = opened
        return self._opened

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        base = self._base()
        base.execute("begin immediate")
        try:
            yield base
        except BaseException:
            with suppress(sqlite3.Error):
                base.execute("rollback")
            raise
        base.execute("commit")
