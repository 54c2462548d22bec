"""Files of all records, kept from one build to the next as pages are."""

from __future__ import annotations

import json
from collections.abc import Sequence

from explainers.build.cache import Cache
from explainers.build.entries import Fresh
from explainers.exports import ExportedFile
from explainers.exports.exported import Make


def kept_or_made(cache: Cache, make: Make) -> tuple[list[ExportedFile], Fresh | str]:
    """Some files for programs, as they were kept, or made now. What comes with them is for `note_other`."""
    # A space is in the name of every page: those of these files have none.
    data, kept = cache.other(make.name, lambda: _as_bytes(make.call()))
    return _from_bytes(data), kept


def _as_bytes(files: Sequence[ExportedFile]) -> bytes:
    """A line of JSON with the paths and sizes of some files, then the files."""
    head = json.dumps([(file.path, len(file.data)) for file in files])
    return b"".join([head.encode(), b"\n", *(file.data for file in files)])


def _from_bytes(data: bytes) -> list[ExportedFile]:
    head, _, rest = data.partition(b"\n")
    found, at = [], 0
    for path, size in json.loads(head):
        found.append(ExportedFile(path, rest[at : at + size]))
        at += size
    return found
