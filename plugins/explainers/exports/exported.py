"""A file that is published as it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file by its path from the site's root."""

    path: str
    data: bytes
