"""A page as an engine takes it over: its address, its HTML, its headings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A section of a page."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site. `path` has no suffix (`claims/x`, `claims/index`); `changed` is an ISO day or empty.

    `jsonld` is data for the head of the page, safe inside a script element, or empty.
    """

    path: str
    address: str
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...]
    kind: str
    record: str = ""
    jsonld: str = ""
    changed: str = ""
