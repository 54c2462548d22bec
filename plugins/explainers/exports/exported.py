"""A file that is published as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file by its path from the site's root."""

    path: str
    data: bytes


class Each(Protocol):
    """Calls some functions and gives what they return, in their order: here, or shared out among processes."""

    def __call__(self, calls: Sequence[Callable[[], T]]) -> Iterable[T]:
        """What each returns."""


def one_by_one(calls: Sequence[Callable[[], T]]) -> Iterable[T]:
    """Call them in this process."""
    return [call() for call in calls]
