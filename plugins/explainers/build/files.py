"""The record files and snapshots of a site, read from disk: the only place that does."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from explainers.markdown.hand_written import HandWritten
from explainers.tree.guards import MAX_BYTES


def record_files(content: Path, root: Path) -> dict[str, bytes]:
    """Every file below the content folder by its path from `root`.

    Hidden files are left out, and links that lead out of the folder are not followed.
    """
    files = {}
    for folder, names in _folders(content):
        told = _told(folder, root)
        for name in names:
            # One byte more than is allowed is enough to know that a file is too large.
            with open(os.path.join(folder, name), "rb") as stream:  # noqa: PTH118, PTH123
                files[f"{told}{name}"] = stream.read(MAX_BYTES + 1)
    return files


def record_data(path: Path, content: Path, root: Path) -> tuple[str, bytes] | None:
    """One file below the content folder with its path from `root`; None where there is none that is a record's."""
    if path.suffix != ".yml" or not path.is_file() or not _leads_inside(path, content.resolve()):
        return None
    with path.open("rb") as stream:
        return f"{_told(path.parent, root)}{path.name}", stream.read(MAX_BYTES + 1)


def record_path(path: Path, root: Path) -> str:
    """The path of a record's file from `root`, whether it is there or not."""
    return f"{_told(path.parent, root)}{path.name}"


def repository(root: Path) -> Path:
    """The repository that a site's folder is in; without one, the folder."""
    found = root.resolve()
    return next((folder for folder in (found, *found.parents) if (folder / ".git").exists()), found)


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
    pages = (path for path in _files(docs) if path.suffix in {".md", ".markdown"})
    return [_page(path, docs, root, directory_urls=directory_urls) for path in pages]


def _page(path: Path, docs: Path, root: Path, *, directory_urls: bool) -> HandWritten:
    address = _address(path.relative_to(docs), directory_urls=directory_urls)
    return HandWritten(f"{_told(path.parent, root)}{path.name}", address, _text(path))


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
    for parent, names in _folders(folder):
        yield from (parent / name for name in names)


def _folders(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """Each folder from this one down, and the names of its files, all in order; hidden ones are left out."""
    real = folder.resolve()
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        with os.scandir(parent) as entries:
            plain = {entry.name for entry in entries if entry.is_file(follow_symlinks=False)}
        shown = sorted(name for name in names if not name.startswith("."))
        yield Path(parent), [name for name in shown if name in plain or _leads_inside(Path(parent, name), real)]


def _leads_inside(path: Path, folder: Path) -> bool:
    """Whether a link leads to a file that is in the folder too."""
    return path.is_file() and path.resolve().is_relative_to(folder)


def _told(folder: Path, root: Path) -> str:
    """What stands before the name of a file in a folder: its path from the root, as people are told it."""
    try:
        told = folder.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        told = folder.as_posix()
    return "" if told == "." else f"{told}/"
