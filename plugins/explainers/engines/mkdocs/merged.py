"""The folder of a site that is put together from what shards made: a page of theirs is laid where it belongs.

A page is laid when the build comes to it, by the worker that would make it: only where it is still true, and where its
files are whole. All others are made.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from explainers.build.cache import Cache
from explainers.build.packs import mark_of
from explainers.build.parts import Part, PartPage
from explainers.engines.mkdocs.standing import Standing, StandingPage


class Merged(Standing):
    """A site's folder, with the parts from which it is filled."""

    def __init__(self, folder: Path, kept: Path | None, parts: Sequence[Part]) -> None:
        super().__init__(folder, kept)
        self.parts = parts
        self._laid: dict[str, tuple[Part, PartPage]] = {}

    def open(self, cache: Cache) -> None:
        """Read what the parts know of their pages, and let the cache know it. Raises PartFault."""
        known = [(part, *part.known()) for part in self.parts]
        cache.take([found for _, found, _ in known])
        self._laid = {path: (part, page) for part, _, pages in known for path, page in pages.items()}

    def source(self, path: str) -> str:
        """The part from which a page comes; empty where it comes from none."""
        return str(self._laid[path][0].shard) if path in self._laid else super().source(path)

    def has(self, path: str) -> bool:
        return path in self._laid or super().has(path)

    def still(self, path: str, known: str, page: str, data: str) -> StandingPage | None:
        """A page that stands as it was written, or that a part has as it was written."""
        if (found := super().still(path, known, page, data)) or path not in self._laid:
            return found
        part, marks = self._laid[path]
        # Where the site's owner wrote a record's file by hand, the shard wrote none.
        data = data if marks.data else ""
        if marks.made != known or not self._lay(part.folder, page, marks.page):
            return None
        return self.page(known, page, data) if not data or self._lay(part.folder, data, marks.data) else None

    def forget(self) -> None:
        super().forget()
        self._laid = {}

    def _lay(self, folder: Path, path: str, mark: str) -> bool:
        """Put a file of a part into the site's folder; whether it is as it was written."""
        try:
            with open(f"{folder}/{path}", "rb") as stream:  # noqa: PTH123 – two of them for each page
                data = stream.read()
        except OSError:
            return False
        if mark_of(data) != mark:
            return False
        self.put(path, data)
        return True
