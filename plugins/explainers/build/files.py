"""The record files and snapshots of a site. Nothing else reads them from disk."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Container, Iterator
from pathlib import Path

from explainers.build.folders import (
    RECORD_SUFFIXES,
    Report,
    folders,
    ignore,
    leads_inside,
    published_strays,
    shown_folder,
    unreadable,
)
from explainers.build.settings import Settings
from explainers.text.diagnostic import Diagnostic
from explainers.tree.guards import MAX_BYTES, as_utf_8


def record_files(content: Path, root: Path, note: Report = ignore) -> dict[str, bytes]:
    """Every file below the content folder by its path from `root`.

    Hidden files are left out. What is not a file, and what cannot be read, is noted. Files that are not records are
    listed and not read: there can be gigabytes of them.
    """
    files = {}
    of_records = tuple(RECORD_SUFFIXES)
    for folder, names in folders(content, root, note):
        before = shown_folder(folder, root)
        for name in names:
            most = MAX_BYTES + 1 if name.endswith(of_records) else 0
            try:
                # One byte more than is allowed shows that a file is too large.
                with open(os.path.join(folder, name), "rb") as stream:  # noqa: PTH118, PTH123
                    files[f"{before}{name}"] = stream.read(most)
            except OSError as fault:
                note(unreadable(folder / name, root, fault))
    return files


def record_data(path: Path, content: Path, root: Path) -> tuple[str, bytes] | None:
    """One file below the content folder with its path from `root`; None if it is not there or no record's."""
    if path.suffix != ".yml" or not leads_inside(path, content.resolve()):
        return None
    with path.open("rb") as stream:
        return f"{shown_folder(path.parent, root)}{path.name}", stream.read(MAX_BYTES + 1)


def record_path(path: Path, root: Path) -> str:
    """The path of a record's file from `root`, whether it exists or not."""
    return f"{shown_folder(path.parent, root)}{path.name}"


def repository(root: Path) -> Path:
    """The repository that a site's folder is in; without one, the folder."""
    found = root.resolve()
    return next((folder for folder in (found, *found.parents) if (folder / ".git").exists()), found)


def snapshots(folder: Path | None, root: Path = Path(), note: Report = ignore) -> tuple[dict[str, str], dict[str, str]]:
    """The available texts, by the sha256 of their bytes; and these by the names of their files."""
    texts, fingerprints = {}, {}
    for path, data in _read(folder, root, note) if folder else ():
        fingerprint = fingerprints[path.name] = hashlib.sha256(data).hexdigest()
        texts[fingerprint] = data.decode("utf-8", errors="replace")
    return texts, fingerprints


def citation_style(path: Path | None) -> bytes | None:
    """The style in which references are written, if the site names one."""
    return path.read_bytes() if path else None


def unpublishable(settings: Settings, root: Path) -> list[Diagnostic]:
    """What keeps the folders that are published as they are from being published: links that lead out of them, pipes,
    what cannot be read."""
    published = [folder for folder in (settings.docs, settings.overrides) if folder]
    found = [diagnostic for folder in published for diagnostic in published_strays(folder, root)]
    for path, data in _read(settings.docs, root, ignore, {".md", ".markdown"}):
        _, mistakes = as_utf_8(f"{shown_folder(path.parent, root)}{path.name}", data)
        found += mistakes
    return found


def _read(
    folder: Path, root: Path, note: Report, suffixes: Container[str] | None = None
) -> Iterator[tuple[Path, bytes]]:
    for parent, names in folders(folder, root, note):
        for path in (parent / name for name in names):
            if suffixes is None or path.suffix in suffixes:
                try:
                    yield path, path.read_bytes()
                except OSError as fault:
                    note(unreadable(path, root, fault))
