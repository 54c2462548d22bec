"""The record files and snapshots of a site, read from disk: the only place that does."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from explainers.markdown.scan import HandWritten
from explainers.tree.guards import MAX_BYTES


def record_files(content: Path, root: Path) -> dict[str, bytes]:
    """Every file below the content folder by its path from `root`.

    Hidden files are left out, and links that lead out of the folder are not followed.
    """
    files = {}
    for path in _files(content):
        # One byte more than is allowed is enough to know that a file is too large.
        with path.open("rb") as stream:
            files[_told(path, root)] = stream.read(MAX_BYTES + 1)
    return files


def snapshots(folder: Path | None) -> dict[str, str]:
    """The texts at hand, by the sha256 of their bytes."""
    if folder is None or not folder.is_dir():
        return {}
    texts = {}
    for path in _files(folder):
        data = path.read_bytes()
        texts[hashlib.sha256(data).hexdigest()] = data.decode("utf-8", errors="replace")
    return texts


def citation_style(path: Path | None) -> bytes | None:
    """The style in which references are written, if the site names one."""
    return path.read_bytes() if path else None


def hand_written(docs: Path, root: Path, *, directory_urls: bool) -> list[HandWritten]:
    """The Markdown pages below the documentation folder, their paths told from `root`."""
    if not docs.is_dir():
        return []
    return [
        HandWritten(_told(path, root), _address(path.relative_to(docs), directory_urls=directory_urls), _text(path))
        for path in _files(docs)
        if path.suffix in {".md", ".markdown"}
    ]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig", errors="replace")


def _address(path: Path, *, directory_urls: bool) -> str:
    """Where MkDocs puts a page: `index.md` and `README.md` stand for their folder."""
    folder = path.parent.as_posix()
    start = "" if folder == "." else f"{folder}/"
    if path.stem in {"index", "README"}:
        return start if directory_urls else f"{start}index.html"
    return f"{start}{path.stem}/" if directory_urls else f"{start}{path.stem}.html"


def _files(folder: Path) -> Iterator[Path]:
    real = folder.resolve()
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and path.is_file() and path.resolve().is_relative_to(real):
                yield path


def _told(path: Path, root: Path) -> str:
    try:
        # The folder only: a file that is a link keeps its own name.
        return (path.parent.resolve() / path.name).relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
