"""Where on the site sources are cited and terms are marked: gathered while pages are written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Spot(NamedTuple):
    """A spot on the site: its page by address and title, the heading above it, and the anchor to go to."""

    address: str
    title: str
    heading: str
    anchor: str

    @property
    def target(self) -> str:
        """The address with the anchor."""
        return f"{self.address}#{self.anchor}" if self.anchor else self.address


@dataclass(frozen=True, slots=True)
class PageUses:
    """The spots of one page."""

    address: str
    title: str
    spots: tuple[Spot, ...]


@dataclass(slots=True)
class Uses:
    """Spots by source and by term, in the order of reading."""

    sources: dict[str, list[Spot]] = field(default_factory=dict)
    terms: dict[str, list[Spot]] = field(default_factory=dict)

    def add(self, other: Uses) -> None:
        """Take in the uses of another page."""
        for mine, theirs in ((self.sources, other.sources), (self.terms, other.terms)):
            for id, spots in theirs.items():
                mine.setdefault(id, []).extend(spots)

    def titled(self, title: str) -> Uses:
        """The uses of a page whose title is known only when all of it is read."""
        return Uses(
            {id: [spot._replace(title=title) for spot in spots] for id, spots in self.sources.items()},
            {id: [spot._replace(title=title) for spot in spots] for id, spots in self.terms.items()},
        )

    def of_source(self, id: str, *, but: str) -> list[Spot]:
        """The spots of one source, without those of the page at an address."""
        return [spot for spot in self.sources.get(id, ()) if spot.address != but]


def by_page(spots: Iterable[Spot]) -> tuple[PageUses, ...]:
    """Spots page by page; of several under one heading, the first."""
    pages: dict[str, dict[str, Spot]] = {}
    for spot in spots:
        pages.setdefault(spot.address, {}).setdefault(spot.heading, spot)
    return tuple(
        PageUses(address, next(iter(found.values())).title, tuple(found.values())) for address, found in pages.items()
    )
