"""Long lists cut into pages, so that a phone can load any of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from explainers.prose.site import Site

T = TypeVar("T")
# What some 50 kB hold, compressed: so many records, entries or changes; and so many things counted, with their charts.
MOST = 500
MOST_CHARTS = 100


@dataclass(frozen=True, slots=True)
class Turn:
    """A page of a list that has several: its number from 1, and the way to it; empty for the page one is on."""

    number: int
    address: str


def parts(items: int, most: int = MOST) -> int:
    """How many pages a list needs: one at least."""
    return max(1, -(-items // most))


def part_path(path: str, part: int) -> str:
    """The path of a later page of an index. No record can have it: an id is one word."""
    return f"{path}/page/{part + 1}"


def turns(path: str, part: int, of: int, site: Site, *, first: str = "") -> tuple[Turn, ...]:
    """The pages of a list, if it has several. `first` is the address of its first one, if it is no index."""
    if of < 2:
        return ()
    found = [
        first or site.addresses.index(path),
        *(site.addresses.page(part_path(path, other)) for other in range(1, of)),
    ]
    return tuple(Turn(number + 1, "" if number == part else address) for number, address in enumerate(found))


def cut(groups: Sequence[tuple[str, Sequence[T]]], part: int, most: int = MOST) -> Iterator[tuple[str, tuple[T, ...]]]:
    """What of some groups under their titles stands on one page, counted from 0."""
    at = -part * most
    for title, items in groups:
        found = tuple(items[max(-at, 0) : max(most - at, 0)])
        if found:
            yield title, found
        at += len(items)


def by_part(items: Sequence[T], most: int = MOST) -> dict[str, tuple[T, ...]]:
    """Items by the number of the page on which they stand, counted from 0."""
    return {str(part): tuple(items[part * most : (part + 1) * most]) for part in range(-(-len(items) // most))}
