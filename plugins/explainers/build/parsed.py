"""The values of record files, kept by the bytes they were read from: fetched in a fifth of the time to read them.

Only what was read without its places and without a mistake is kept, which is nearly all. What cannot be told from the
values is looked up in the file as ever.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path

from explainers.build.kept_file import keep, kept
from explainers.text.diagnostic import Diagnostic
from explainers.tree.read import read
from explainers.tree.tree import Tree

# Goes up when what stands in the file is another.
_NAME = "parsed-2.json"
# The file is written anew when one of so many records is not in it: to write it takes as long as to parse a tenth.
_MOST_MISSING = 10
_SIZE = 16
_DIGITS = 2 * _SIZE


class Parsed:
    """Reads record files; those that an earlier run has read too are not parsed. Without a folder all are."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / _NAME if folder else None
        text = kept(self._file) if self._file else None
        # A line each, as text: read, all together would take more room than the records that are made of them.
        lines = text.split("\n") if text else ()
        self._known = {line[:_DIGITS]: line for line in lines}
        self._used: list[str] = []
        self._missing = 0

    def read(self, path: str, data: bytes) -> tuple[Tree | None, list[Diagnostic]]:
        """The tree of one record file, or None, and every mistake found on the way."""
        if self._file is None:
            return read(path, data)
        name = blake2b(data, digest_size=_SIZE).hexdigest()
        line = self._known.get(name)
        if line is not None:
            self._used.append(line)
            return Tree(path, data, just_read=json.loads(line[_DIGITS:])), []
        tree, found = read(path, data)
        if tree and tree.is_quick:
            self._used.append(name + json.dumps(tree.values, ensure_ascii=False, separators=(",", ":")))
            self._missing += 1
        return tree, found

    def keep(self) -> None:
        """Keep what was read, once all is, if it is worth while."""
        if self._file and self._missing * _MOST_MISSING > len(self._used):
            keep(self._file, "\n".join(dict.fromkeys(self._used)))
