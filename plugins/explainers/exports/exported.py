"""A file that is published as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file by its path from the site's root."""

    path: str
    data: bytes


# Makes some files.
Make: TypeAlias = Callable[[], list[ExportedFile]]
# Calls some that make files, and gives what each returns, in their order: here, or shared out among processes.
Each: TypeAlias = Callable[[Sequence[Make]], list[list[ExportedFile]]]


def one_by_one(calls: Sequence[Make]) -> list[list[ExportedFile]]:
    """Call them in this process."""
    return [make() for make in calls]
