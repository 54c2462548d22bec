"""The repository's history: when each file last changed, and what was in a folder at a revision."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

# The timestamp of a compressed sitemap ends in 2106, and no commit is older than git or will be that late.
_DAYS = ("1970-01-01", "2105-12-31")


def changed_days(root: Path, *folders: Path) -> dict[str, str]:
    """The day (ISO) of the last commit of every file below some folders, by its path from `root`.

    Empty where there is no git, no history, or only a part of it: a wrong date is worse than none.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    top = Path(_git(root, "rev-parse", "--show-toplevel").strip())
    # `-z` keeps names as they are; a commit's line starts with a sign that no path can have.
    log = _git(root, "log", "--format=%x01%cs", "--name-only", "-z", "--no-renames", "--", *map(str, folders))
    days: dict[str, str] = {}
    day = ""
    for entry in log.replace("\n", "\0").split("\0"):
        if entry.startswith("\x01"):
            day = entry[1:] if _DAYS[0] <= entry[1:] <= _DAYS[1] else ""
        elif entry:
            path = top / entry
            if path.is_relative_to(root.resolve()):
                days.setdefault(path.relative_to(root.resolve()).as_posix(), day)
    return {path: day for path, day in days.items() if day}


class HistoryFault(Exception):
    """The history does not have what was asked for; the message says what."""


def files_at(revision: str, folder: Path) -> dict[str, bytes]:
    """The files below a folder at a revision, by their path from the folder, without links. Raises HistoryFault."""
    if not _git(folder, "rev-parse", "--git-dir"):
        raise HistoryFault(f"{folder} is in no git repository, or git is not installed")
    name = f"{revision}^{{commit}}"
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name).split("\n")[0]
    if not commit:
        raise HistoryFault(
            f"git knows no revision `{revision}` here: it is a branch, a tag or a commit that was fetched"
        )
    objects: dict[str, str] = {}
    for entry in _git(folder, "ls-tree", "-r", "-z", commit, ".").split("\0"):
        about, _, path = entry.partition("\t")
        mode, _, object_id = about.partition(" blob ")
        if object_id and mode in _FILES:
            objects[path] = object_id
    return dict(zip(objects, _contents(folder, [*objects.values()]), strict=True))


_FILES = {"100644", "100755"}


def _contents(folder: Path, objects: Sequence[str]) -> Iterator[bytes]:
    """The contents of objects, in their order."""
    command = ["git", "-C", str(folder), "cat-file", "--batch"]
    given = "".join(f"{object_id}\n" for object_id in objects).encode()
    try:
        left = subprocess.run(command, input=given, capture_output=True, check=True, timeout=600).stdout
    except (OSError, subprocess.SubprocessError) as fault:
        raise HistoryFault(f"git cannot read the revision: {fault}") from None
    at = 0
    for _ in objects:
        line_end = left.index(b"\n", at)
        size = int(left[at:line_end].rsplit(b" ", 1)[1])
        yield left[line_end + 1 : line_end + 1 + size]
        at = line_end + size + 2


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "core.quotePath=false", "-C", str(root), *arguments]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
