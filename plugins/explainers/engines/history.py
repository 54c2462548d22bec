"""When each file last changed, from the repository's own history: one call of git for all of them."""

from __future__ import annotations

import subprocess
from pathlib import Path

# The stamp of a compressed sitemap ends in 2106, and no file of a site was committed before git, or will be so late.
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
