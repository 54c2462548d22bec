"""What the cache knows of a page, or of another file that it keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explainers.build.made import Made, spots, uses_of
from explainers.build.packs import Place
from explainers.graph.trace import Fact
from explainers.pages import Job, Page
from explainers.prose.uses import Uses


@dataclass(frozen=True, slots=True)
class Brief:
    """What is told of a page without its being fetched. `spots` are its uses as plain values."""

    title: str = ""
    description: str = ""
    changed: str = ""
    anchors: Sequence[str] = ()
    spots: Sequence[Mapping[str, Sequence[Sequence[str]]]] = ({}, {})

    @property
    def uses(self) -> Uses:
        """What the page cites and marks."""
        return uses_of(*self.spots)

    @property
    def uses_nothing(self) -> bool:
        """Whether it cites and marks nothing."""
        return not any(self.spots)

    def page(self, job: Job) -> Page:
        """The page without what is on it."""
        return Page(job.path, job.address, self.title, self.description, "", (), job.kind, changed=self.changed)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept: by their numbers the facts that were read for it, where it is, and what is told of it."""

    facts: Sequence[int]
    place: Place
    brief: Brief


@dataclass(frozen=True, slots=True)
class Fresh:
    """What was made and is not known yet: the name it is to be known under, what was read for it, itself."""

    name: str
    facts: tuple[Fact, ...]
    place: Place
    brief: Brief


def brief_of(found: Made) -> Brief:
    """What is told of a page that was made."""
    page = found.page
    anchors = [heading.id for heading in page.headings]
    uses = (spots(found.uses.sources), spots(found.uses.terms))
    return Brief(page.title, page.description, page.changed, anchors, uses)


def plain(kept: Kept) -> Sequence[Any]:
    """What is known of a page as plain values."""
    brief = kept.brief
    return kept.facts, kept.place, (brief.title, brief.description, brief.changed, brief.anchors, brief.spots)


def from_plain(found: Sequence[Any]) -> Kept:
    """What `plain` gave, read from JSON."""
    facts, place, brief = found
    return Kept(facts, Place(*place), Brief(*brief))
