"""A bibliographic item. (CSL-JSON, schema 1.0.2)"""

from __future__ import annotations

import re
from typing import Annotated, Literal
from urllib.parse import quote, unquote

from pydantic import Field

from explainers.kinds.source.rich_text import plain_text
from explainers.model.base import Edtf, Part
from explainers.model.fields import Line, Title, WebAddress

ItemType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
    "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
    "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
    "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent",
    "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
    "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
]  # fmt: skip

# Han and Hangul, in which the family name comes first.
_EAST_ASIAN = re.compile("[\u3400-\u9fff\uac00-\ud7af]+")
_DOI = re.compile(
    r"(?:doi\s*:?\s*|info:doi/|urn:doi:)?(?P<address>(?:https?://)?(?:dx\.|www\.)?doi\.org/(?:doi:)?)?"
    r"(?P<doi>10\.\d{1,9}(?:\.\d+)*/\S+)",
    re.IGNORECASE,
)
_BRACKETS = {")": "(", "]": "[", ">": "<"}


class Name(Part):
    """A name in parts, or in one piece."""

    family: Line | None = None
    """Family name."""
    given: Line | None = None
    """Given names."""
    literal: Line | None = None
    """A name that is not taken apart."""
    suffix: Line | None = None
    """What follows the name: Jr."""
    non_dropping_particle: Line | None = Field(default=None, alias="non-dropping-particle")
    """A particle that stays with the family name."""
    dropping_particle: Line | None = Field(default=None, alias="dropping-particle")
    """A particle that falls away without the given name."""

    @property
    def printed(self) -> str:
        """The name as a reader sees it."""
        if self.literal:
            return self.literal
        if self.family and self.given and _EAST_ASIAN.fullmatch(f"{self.family}{self.given}"):
            return f"{self.family}{self.given}"
        return " ".join(part for part in (self.given, self.surname, self.suffix) if part)

    @property
    def particle(self) -> str:
        """Both particles: de, van der."""
        return _together(self.dropping_particle, self.non_dropping_particle)

    @property
    def surname(self) -> str:
        """The family name with its particles: van der Berg, al-Assad, d’Alembert."""
        return _together(self.particle, self.family)


def _ended(doi: str) -> str:
    """A DOI without what ends a sentence or brackets around it; its own brackets stay."""
    doi = doi.rstrip(".,;:")
    while doi[-1:] in _BRACKETS and doi.count(doi[-1]) > doi.count(_BRACKETS[doi[-1]]):
        doi = doi[:-1].rstrip(".,;:")
    return doi


def _together(particle: str | None, name: str | None) -> str:
    close = (particle or "").endswith(("-", "'", "’"))
    return ("" if close else " ").join(part for part in (particle, name) if part)


class CslItem(Part):
    """What a reference says of a source; its dates and publisher stand in the source record itself."""

    type: ItemType
    """What sort of item it is."""
    typed_title: Title = Field(alias="title")
    """Its title."""
    author: tuple[Name, ...] = ()
    """Who wrote it."""
    editor: tuple[Name, ...] = ()
    """Who edited it."""
    translator: tuple[Name, ...] = ()
    """Who translated it."""
    typed_container_title: Line | None = Field(default=None, alias="container-title")
    """The newspaper, site, journal or book it stands in."""
    collection_title: Line | None = Field(default=None, alias="collection-title")
    """The series."""
    publisher: Line | None = None
    """The publisher's name, where it differs from the record's `publisher`."""
    publisher_place: Line | None = Field(default=None, alias="publisher-place")
    """Where it was published."""
    issued: Annotated[Edtf, Field()] | None = None
    """Its date, where it differs from `published`."""
    volume: Line | None = None
    issue: Line | None = None
    page: Line | None = None
    number: Line | None = None
    edition: Line | None = None
    version: Line | None = None
    section: Line | None = None
    genre: Line | None = None
    medium: Line | None = None
    event_title: Line | None = Field(default=None, alias="event-title")
    event_place: Line | None = Field(default=None, alias="event-place")
    authority: Line | None = None
    jurisdiction: Line | None = None
    original_title: Line | None = Field(default=None, alias="original-title")
    archive: Line | None = None
    abstract: Line | None = None
    note: Line | None = None
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] | None = None
    """Its language, as a tag: en, uk, pt-BR."""
    DOI: Line | None = None
    ISBN: Line | None = None
    ISSN: Line | None = None
    URL: WebAddress | None = None
    """Its address."""

    @property
    def title(self) -> str:
        """The title as it is printed, without the tags that a reference manager may have put into it."""
        return plain_text(self.typed_title)

    @property
    def container_title(self) -> str | None:
        """The title of what it stands in, as it is printed."""
        return None if self.typed_container_title is None else plain_text(self.typed_container_title)

    @property
    def doi(self) -> str:
        """The DOI without the address or the word before it; empty where it is none."""
        found = _DOI.fullmatch((self.DOI or "").strip(" <>"))
        if found is None:
            return ""
        return _ended(unquote(found["doi"]) if found["address"] else found["doi"])

    @property
    def doi_address(self) -> str:
        """The address that the DOI stands for, or nothing."""
        return f"https://doi.org/{quote(self.doi, safe='/():;,-._')}" if self.doi else ""
