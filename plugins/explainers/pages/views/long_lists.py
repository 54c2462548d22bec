"""Long lists cut into pages by letter or by year, so that a phone can load any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from explainers.prose.site import Site

T = TypeVar("T")
# What some 12 kB hold, compressed, which leaves a first view below 90 kB: so many records or entries of a line or two,
# so many of several lines, so many changes, and so many rows of figures and charts.
MOST, MOST_LONG, MOST_CHANGES, MOST_FIGURES = 100, 60, 40, 40
# So many pages are offered at once: all of a list, or else those near the present one, the first and the last.
MOST_OFFERED = 60


@dataclass(frozen=True, slots=True)
class ListPart(Generic[T]):
    """What is on one page of a list: its letters or years (`A–C`, `S 2`), empty where one page holds everything."""

    title: str
    items: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a list that has several: what is on it, and its address; empty for the present page."""

    title: str
    address: str


def _one(_: object) -> int:
    return 1


def cut_into_pages(
    items: Iterable[tuple[str, T]], most: int, weight: Callable[[T], int] = _one
) -> tuple[ListPart[T], ...]:
    """Items in their order, each with its letter or year, on as few pages as these allow: one at least.

    What has one letter is torn apart only where it is too much for a page, and an item never.
    """
    sections: dict[str, list[T]] = {}
    for name, item in items:
        sections.setdefault(name, []).append(item)
    found: list[tuple[list[str], list[T]]] = []
    torn = False
    for name, inside in sections.items():
        if found and not torn and _weight(found[-1][1], weight) + _weight(inside, weight) <= most:
            found[-1][0].append(name)
            found[-1][1].extend(inside)
            continue
        found.append(([name], []))
        torn = _weight(inside, weight) > most
        for item in inside:
            if found[-1][1] and _weight(found[-1][1], weight) + weight(item) > most:
                found.append(([name], []))
            found[-1][1].append(item)
    if len(found) < 2:
        return (ListPart("", tuple(found[0][1] if found else ())),)
    return tuple(ListPart(title, tuple(inside)) for title, (_, inside) in zip(_titles(found), found, strict=True))


def _weight(items: Iterable[T], weight: Callable[[T], int]) -> int:
    return sum(map(weight, items))


def _titles(found: Sequence[tuple[list[str], object]]) -> list[str]:
    """A page's letters or years, from the first to the last; several pages of one are numbered."""
    titles: list[str] = []
    number = 1
    for at, (names, _) in enumerate(found):
        before, after = found[at - 1][0] if at else [""], found[at + 1][0] if at + 1 < len(found) else [""]
        number = number + 1 if before[-1] == names[0] else 1
        several = number > 1 or after[0] == names[0]
        # `0–9` and `B` are `0–B`.
        whole = f"{names[0].partition('–')[0]}–{names[-1].rpartition('–')[2]}" if len(names) > 1 else names[0]
        titles.append(f"{names[0]} {number}" if several and len(names) == 1 else whole)
    return titles


def part_path(path: str, part: int) -> str:
    """The path of a later page of an index. No record can have it: an id is one word."""
    return f"{path}/page/{part + 1}"


def page_links(path: str, part: int, titles: Sequence[str], site: Site, *, first: str = "") -> tuple[ListPage, ...]:
    """The pages of a list, if it has several. `first` is the address of its first one, if it is no index."""
    if len(titles) < 2:
        return ()
    found = []
    for other in _offered(part, len(titles)):
        address = site.addresses.page(part_path(path, other)) if other else first or site.addresses.index(path)
        found.append(ListPage(titles[other], "" if other == part else address))
    return tuple(found)


def _offered(part: int, of: int) -> list[int]:
    """The pages to which a page leads."""
    if of <= MOST_OFFERED:
        return [*range(of)]
    beside = range(max(part - MOST_OFFERED // 4, 0), min(part + MOST_OFFERED // 4 + 1, of))
    # And some from afar, so that no page is more than a few steps away.
    return sorted({0, *range(0, of, -(-of // (MOST_OFFERED // 2))), *beside, of - 1})
