"""The site's folder while a build writes it: a file that comes out with the same bytes as before is left alone.

MkDocs empties the folder before each build. What was in it is put aside instead, inside the folder, hidden and on the
same disk. At the end each new file is compared with the one of its path, byte by byte, and the older of two that are
the same goes back into its place, with its times, so that a tool that copies the site sees what has changed. Nothing
is known of a file but its bytes, and a file that was not written again is gone.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from mkdocs import utils

_ASIDE = ".explainers-"


class SiteFolder:
    """The folder of a site. `unchanged` are the paths of the files that the last build left."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._aside: Path | None = None
        # Folders that are known to exist: to look for each file would take as long as to write it.
        self._there: set[str] = set()
        self.unchanged: frozenset[str] = frozenset()

    def instead_of_emptying(self) -> None:
        """MkDocs is about to empty the folder: this once, its contents are put aside instead."""
        empty = utils.clean_directory

        def put_aside(directory: str) -> None:
            utils.clean_directory = empty
            if Path(directory) == self._folder and self._folder.is_dir():
                self._put_aside()
            # Whatever could not be moved.
            empty(directory)

        utils.clean_directory = put_aside

    def put(self, path: str, pieces: Iterable[bytes]) -> None:
        """Write a file, piece by piece."""
        whole = f"{self._folder}/{path}"
        folder = whole.rpartition("/")[0]
        if folder not in self._there:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 – a page is written in 30 µs
            self._there.add(folder)
        with open(whole, "wb") as stream:  # noqa: PTH123
            stream.writelines(pieces)

    def text(self, path: str) -> bytes:
        """The bytes of a file."""
        with open(f"{self._folder}/{path}", "rb") as stream:  # noqa: PTH123
            return stream.read()

    def end(self) -> None:
        """The build is over: of two files that are the same, the older one stays."""
        aside, self._aside, self.unchanged = self._aside, None, frozenset()
        if aside:
            self.unchanged = frozenset(path for path in _files(aside, "") if self._is_same(aside, path))
            shutil.rmtree(aside, ignore_errors=True)

    def _put_aside(self) -> None:
        with suppress(OSError):
            # Left by a build that was killed.
            for left in self._folder.glob(f"{_ASIDE}*"):
                shutil.rmtree(left, ignore_errors=True)
            # As MkDocs has it, hidden files stay where they are.
            shown = [path for path in self._folder.iterdir() if not path.name.startswith(".")]
            self._aside = aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=self._folder))
            for path in shown:
                path.rename(aside / path.name)

    def _is_same(self, aside: Path, path: str) -> bool:
        """Whether an old file is the same as the new one, which it then replaces."""
        old, new = aside / path, self._folder / path
        try:
            is_same = old.stat().st_size == new.lstat().st_size and old.read_bytes() == new.read_bytes()
            if is_same:
                old.replace(new)
        except OSError:
            return False
        return is_same


def _files(folder: Path | str, above: str) -> Iterator[str]:
    """The paths of all files below a folder; links are none."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{above}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield f"{above}{entry.name}"
