"""The files that a page includes (pymdownx.snippets), to report mistakes at their place in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

# One file a line (`--8<-- "a.md"`), or several between two lines of scissors.
_ONE = re.compile(r"^[ \t]*-+8<-+[ \t]+(['\"])(?P<name>[^'\"\n]+)\1", re.MULTILINE)
_SEVERAL = re.compile(r"^[ \t]*-+8<-+[ \t]*\n(?P<names>.*?)\n[ \t]*-+8<-+[ \t]*$", re.MULTILINE | re.DOTALL)
# `a.md:2:5` are some of its lines.
_LINES = re.compile(r":[-\w,:]*\Z")
_MOST = 100


def snippet_folders(extensions: Mapping[str, Any]) -> list[Path]:
    """The folders of a site's snippets, from the settings of its Markdown extensions."""
    given = (extensions.get("pymdownx.snippets") or {}).get("base_path", ["."])
    return [Path(folder) for folder in ([given] if isinstance(given, str) else given)]


def included(text: str, folders: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Each file that a text includes, and those that it includes in turn."""
    waiting, seen = [*_names(text)], set[Path]()
    while waiting and len(seen) < _MOST:
        name = waiting.pop(0)
        path = next(filter(Path.is_file, (folder / name for folder in folders)), None)
        if path and path not in seen:
            seen.add(path)
            found = path.read_text("utf-8", errors="replace")
            yield path, found
            waiting += _names(found)


def _names(text: str) -> Iterator[str]:
    yield from (_LINES.sub("", found["name"]) for found in _ONE.finditer(text))
    for found in _SEVERAL.finditer(text):
        yield from (_LINES.sub("", line.strip()) for line in found["names"].splitlines() if line.strip())
