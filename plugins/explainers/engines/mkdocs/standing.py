"""What stands in the site's folder from the last build: files that come out the same are left, and what is over goes.

MkDocs empties the folder before each build. Where thousands of pages did not change, to delete them and to write them
again takes longer than to find that out.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from mkdocs import utils

from explainers.build.packs import Packs
from explainers.engines.mkdocs.pieces import OldPieces, Piece
from explainers.graph.fingerprints import mark


class Stamp(NamedTuple):
    """By which a file is known to be the one that was written: its size in bytes, its times in nanoseconds.

    The second is that of any change, which nobody can set: a copy may have the time of what it is a copy of.
    """

    size: int
    time: int
    changed: int


class StandingPage(NamedTuple):
    """A page as it was written: the mark of what it was made from, and the stamps of it and of its record's file."""

    mark: str
    page: Stamp
    data: Stamp | None


class Standing:
    """The site's folder. `pages` are those that the last build wrote, by their path without a suffix.

    What is known of them is `kept` in a folder from one build to the next; without one, as long as this is.
    """

    def __init__(self, folder: Path, kept: Path | None = None) -> None:
        self.folder = folder
        self._kept = Packs(kept) if kept else None
        self._file = kept / f"site-{mark(str(folder))}.json" if kept else None
        self._frame = ""
        self._written: dict[str, StandingPage] = {}
        self._before: dict[str, Stamp] = {}
        self._left: set[str] = set()
        self._now: dict[str, StandingPage] = {}
        self.pages: dict[str, StandingPage] = {}
        # Of large files: their stamp, and the mark and the size of each of their pieces.
        self._large: dict[str, tuple[Stamp, list[tuple[str, int]]]] = {}
        self._large_now: dict[str, tuple[Stamp, list[tuple[str, int]]]] = {}

    def instead_of_emptying(self) -> None:
        """MkDocs is about to empty the folder: for this once, what stands in it is noted instead."""
        empty = utils.clean_directory

        def note(directory: str) -> None:
            utils.clean_directory = empty
            known = self._written or (self._file and self._file.exists())
            if Path(directory) == self.folder and known:
                self._before = dict(_files(directory, ""))
            else:
                empty(directory)

        utils.clean_directory = note

    def read(self, frame: str) -> None:
        """What the last build wrote, if all that is around its pages, of which `frame` is the mark, was the same."""
        self.pages = self._written if frame == self._frame else {}
        self._frame = frame
        if self._file and self._before and not self._written:
            with suppress(OSError, ValueError, TypeError, KeyError):
                found = json.loads(self._file.read_bytes())
                if found["frame"] == frame:
                    self.pages = {
                        path: StandingPage(known, Stamp(*page), Stamp(*data) if data else None)
                        for path, (known, page, data) in found["pages"].items()
                    }
                    self._large = {path: (Stamp(*stamp), pieces) for path, (stamp, pieces) in found["large"].items()}

    def make_way(self, paths: Iterable[str]) -> None:
        """Where a file of this build belongs, no folder stands, and where a folder belongs, no file or link."""
        for path in paths if self._before else ():
            for above in _above(path):
                if self._before.pop(above, None):
                    (self.folder / above).unlink(missing_ok=True)
            if os.path.isdir(f"{self.folder}/{path}"):  # noqa: PTH112 – of each of thousands of files
                shutil.rmtree(self.folder / path)

    def has(self, path: str) -> bool:
        """Whether a page may stand as it would be written."""
        return path in self.pages

    def source(self, path: str) -> str:
        """Where a page comes from that is not of the last build into this folder; empty for those that are."""
        return ""

    def still(self, path: str, known: str, page: str, data: str) -> StandingPage | None:
        """A page that stands as it was written, and was made from what has this mark; and so does its record's file.

        `data` is empty where that file is not ours to write.
        """
        found = self.pages.get(path)
        if found is None or found.mark != known or self._before.get(page) != found.page:
            return None
        if not data:
            return found._replace(data=None)
        return found if found.data and self._before.get(data) == found.data else None

    def forget(self) -> None:
        """No page is known to stand as it would be written."""
        self.pages = {}

    def put(self, path: str, data: bytes) -> bool:
        """Write a file, unless it is there already; whether it had to be written."""
        whole = f"{self.folder}/{path}"
        if path in self._before and self._before[path].size == len(data) and self.text(path) == data:
            return False
        if path in self._before:
            # Another name of the same file, in a backup or elsewhere, keeps what it has.
            with suppress(FileNotFoundError):
                os.unlink(whole)  # noqa: PTH108
        os.makedirs(os.path.dirname(whole), exist_ok=True)  # noqa: PTH103, PTH120 – a page is written in 30 µs
        with open(whole, "wb") as stream:  # noqa: PTH123
            stream.write(data)
        return True

    def put_pieces(self, path: str, pieces: Iterable[Piece]) -> None:
        """Write a large file piece by piece; those that are as they were are copied from the one that stands."""
        whole = Path(self.folder, path)
        whole.parent.mkdir(parents=True, exist_ok=True)
        found: list[tuple[str, int]] = []
        # Beside the old one, from which it is copied.
        fresh = whole.with_name(f".{whole.name}.part")
        with fresh.open("wb") as stream, self._old_pieces(path) as old:
            for mark, make in pieces:
                known = old.take(mark, stream)
                if known is None:
                    old.copy_to(stream)
                    data = make()
                    stream.write(data)
                found.append((mark, len(data) if known is None else known))
            old.copy_to(stream)
        fresh.replace(whole)
        self._large_now[path] = self._stamp(path), found

    def _old_pieces(self, path: str) -> OldPieces:
        """The pieces of a file as it stands, if it is the one that was written."""
        stamp, pieces = self._large.get(path, (None, ()))
        there = stamp is not None and self._before.get(path) == stamp
        return OldPieces(f"{self.folder}/{path}" if there else "", pieces if there else ())

    def text(self, path: str) -> bytes:
        """A file of the folder."""
        with open(f"{self.folder}/{path}", "rb") as stream:  # noqa: PTH123
            return stream.read()

    def page(self, known: str, page: str, data: str) -> StandingPage | None:
        """A page that has been written now; None where it has no mark."""
        return StandingPage(known, self._stamp(page), self._stamp(data) if data else None) if known else None

    def keep(self, path: str, standing: StandingPage) -> None:
        """A page of this build, which the next may leave."""
        self._now[path] = standing

    def kept(self) -> Mapping[str, StandingPage]:
        """The pages of this build, by path."""
        return self._now

    def leave(self, files: Iterable[str]) -> None:
        """These files belong to this build, though it may not have written them."""
        self._left.update(files)

    def end(self) -> None:
        """The build is over: delete what stood there before and nobody has written or left; remember what there is."""
        folders = set()
        for path, stamp in self._before.items():
            if path not in self._left:
                with suppress(OSError):
                    if self._stamp(path) == stamp:
                        os.unlink(f"{self.folder}/{path}")  # noqa: PTH108
                        folders.add(os.path.dirname(path))  # noqa: PTH120
        for folder in sorted(filter(None, folders), key=len, reverse=True):
            with suppress(OSError):
                # Up to the first that is not empty.
                os.removedirs(f"{self.folder}/{folder}")
        if self._kept and self._file:
            known = {"frame": self._frame, "pages": self._now, "large": self._large_now}
            text = json.dumps(known, separators=(",", ":"))
            self._kept.put(self._file.name, text.encode())
        self._written, self._large, self._large_now = self._now, self._large_now, {}
        self._before, self._left, self._now = {}, set(), {}

    def _stamp(self, path: str) -> Stamp:
        return _stamp(os.lstat(f"{self.folder}/{path}"))


def _above(path: str) -> Iterator[str]:
    """The folders in which a file lies, from the last up."""
    at = path.rfind("/")
    while at > 0:
        yield path[:at]
        at = path.rfind("/", 0, at)


def _files(folder: str, above: str) -> Iterator[tuple[str, Stamp]]:
    """All files below a folder, but, as MkDocs has it, no hidden ones at its top."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not above and entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{above}{entry.name}/")
            else:
                yield f"{above}{entry.name}", _stamp(entry.stat(follow_symlinks=False))


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns)
