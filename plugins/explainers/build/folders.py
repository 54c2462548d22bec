"""The files below a folder, and what else is there: links that lead out, pipes, folders named like records.

A folder of someone else's repository can hold a link to a key of the machine, or a pipe that is never written to.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from explainers.text.diagnostic import Diagnostic, error
from explainers.text.file_text import whole_file

Report: TypeAlias = Callable[[Diagnostic], None]
RECORD_SUFFIXES = frozenset({".yml", ".yaml"})
_HERE = "put the file itself here"


def ignore(diagnostic: Diagnostic) -> None:
    """For callers that want only the files."""


def folders(folder: Path, root: Path, note: Report = ignore) -> Iterator[tuple[Path, list[str]]]:
    """Each folder from this one down, and the names of its files, all in order; hidden ones are left out.

    A link to a file that is below the folder too is a file. All else is noted, with its path from `root`.
    """
    real = folder.resolve()
    waiting = [folder] if folder.is_dir() else []
    while waiting:
        parent = waiting.pop()
        names, below = [], []
        for entry in _entries(parent, root, note):
            if entry.name.startswith("."):
                continue
            if entry.is_file(follow_symlinks=False):
                names.append(entry.name)
            elif entry.is_dir(follow_symlinks=False) and Path(entry.name).suffix not in RECORD_SUFFIXES:
                below.append(Path(entry))
            elif fault := _fault_of(entry, real):
                note(stray(Path(entry), root, *fault))
            else:
                names.append(entry.name)
        yield parent, names
        waiting += reversed(below)


def published_strays(folder: Path, root: Path) -> list[Diagnostic]:
    """What must not be published in a folder that is published as it is, including hidden files and link targets."""
    found: list[Diagnostic] = []
    real = folder.resolve()
    waiting = [folder] if folder.is_dir() else []
    while waiting:
        for entry in _entries(waiting.pop(), root, found.append):
            path = Path(entry)
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif fault := _fault_as_published(entry, real):
                found.append(stray(path, root, *fault))
    return found


def leads_inside(path: Path, folder: Path) -> bool:
    """Whether a link leads to a file that is in the folder too."""
    try:
        return path.is_file() and path.resolve().is_relative_to(folder)
    except (OSError, RuntimeError):
        return False


def unreadable(path: Path, root: Path, fault: OSError) -> Diagnostic:
    """A file or folder that cannot be read."""
    why = (fault.strerror or str(fault)).lower()
    return stray(path, root, f"{path.name} cannot be read: {why}", "")


def stray(path: Path, root: Path, message: str, help: str) -> Diagnostic:
    """A stray file, by its path from `root`."""
    return error("stray-file", message, whole_file(f"{shown_folder(path.parent, root)}{path.name}"), help=help)


def shown_folder(folder: Path, root: Path) -> str:
    """What precedes the name of a file in a folder: the folder's path from the root, as messages show it."""
    try:
        below = folder.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        below = folder.as_posix()
    return "" if below == "." else f"{below}/"


def _entries(folder: Path, root: Path, note: Report) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as fault:
        note(unreadable(folder, root, fault))
        return []


def _fault_of(entry: os.DirEntry[str], real: Path) -> tuple[str, str] | None:
    """Why an entry is not a file that we read: what it is, and what to do."""
    path = Path(entry)
    if entry.is_symlink():
        if fault := _fault_of_link(path, real):
            return fault
        return (
            None if path.is_file() else ("a link to a folder, which is not followed", "put the files themselves here")
        )
    if entry.is_dir(follow_symlinks=False):
        return "a folder with a name like a record's", "rename it, or move what is in it"
    return f"{_what(path)}, and no file", "move it out of the folder"


def _fault_of_link(path: Path, real: Path) -> tuple[str, str] | None:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "a link that leads nowhere", f"delete it, or {_HERE}"
    if not target.is_relative_to(real):
        return f"a link that leads out of this folder, to `{target}`", _HERE
    if target.is_file() or target.is_dir():
        return None
    return f"a link to {_what(target)}, and to no file", "delete it"


def _fault_as_published(entry: os.DirEntry[str], real: Path) -> tuple[str, str] | None:
    path = Path(entry)
    if not entry.is_symlink():
        if not entry.is_file():
            return f"{_what(path)}, and no file", "move it out of the folder"
        return _fault_of_file(entry)
    fault = _fault_of_link(path, real)
    if fault:
        # Some editors leave such a link next to a file that is open in them.
        is_lock = entry.name.startswith(".") and not path.exists()
        return None if is_lock else fault
    if path.resolve() in [parent.resolve() for parent in path.parents]:
        return "a link to a folder that it is in", "delete it"
    return None


def _fault_of_file(entry: os.DirEntry[str]) -> tuple[str, str] | None:
    try:
        entry.name.encode()
    except UnicodeEncodeError:
        return "the name of this file is not UTF-8", "rename it"
    if os.access(entry.path, os.R_OK, effective_ids=os.access in os.supports_effective_ids):
        return None
    return f"{entry.name} cannot be read: permission denied", ""


def _what(path: Path) -> str:
    try:
        mode = path.lstat().st_mode
    except OSError:
        return "something that went"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"
