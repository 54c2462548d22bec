"""A bibliographic item. (CSL-JSON, schema 1.0.2)"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import quote, unquote

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from explainers.kinds.source.csl_dates import CslDate
from explainers.kinds.source.rich_text import plain_text
from explainers.model.base import Part
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


class _Exported(Part):
    """A part that a reference manager may have written: keys that say nothing to readers are passed over."""

    unread: ClassVar[Set[str]] = frozenset()

    @model_validator(mode="before")
    @classmethod
    def _without_the_unread(cls, value: Any) -> Any:
        if isinstance(value, Mapping) and not cls.unread.isdisjoint(value):
            return {key: part for key, part in value.items() if key not in cls.unread}
        return value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """An editor takes these keys too; what we export never has them."""
        made = handler(core)
        if handler.mode == "validation":
            keys = handler.resolve_ref_schema(made)["properties"]
            keys.update({key: {"description": "Of a reference manager: not used."} for key in sorted(cls.unread)})
        return made


class Name(_Exported):
    """A name in parts, or in one piece."""

    unread = frozenset({"comma-suffix", "static-ordering", "parse-names", "isInstitution"})

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


class CslItem(_Exported):
    """What a reference says of a source; its dates and publisher are in the source record itself."""

    unread = frozenset(
        "id citation-key citation-label citation-number first-reference-note-number locator page-first year-suffix "
        "categories custom source annote".split()
    )

    type: ItemType
    """What kind of item it is."""
    typed_title: Title = Field(alias="title")
    """Its title."""
    author: tuple[Name, ...] = ()
    """Who wrote it."""
    editor: tuple[Name, ...] = ()
    """Who edited it."""
    translator: tuple[Name, ...] = ()
    """Who translated it."""
    typed_container_title: Line | None = Field(default=None, alias="container-title")
    """The newspaper, site, journal or book that it is in."""
    collection_title: Line | None = Field(default=None, alias="collection-title")
    """The series."""
    publisher: Line | None = None
    """The publisher's name, where it differs from the record's `publisher`."""
    publisher_place: Line | None = Field(default=None, alias="publisher-place")
    """Where it was published."""
    issued: CslDate | None = None
    """Its date, where it differs from `published`."""
    accessed: CslDate | None = None
    """When it was read, if the record has no `accessed`."""
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
    """Its DOI, with or without `doi:` or `https://doi.org/` before it."""
    ISBN: Line | None = None
    ISSN: Line | None = None
    URL: WebAddress | None = None
    """Its address."""
    # Others who had a part in it, dates and details that reference managers keep.
    chair: tuple[Name, ...] = ()
    collection_editor: tuple[Name, ...] = Field(default=(), alias="collection-editor")
    compiler: tuple[Name, ...] = ()
    composer: tuple[Name, ...] = ()
    container_author: tuple[Name, ...] = Field(default=(), alias="container-author")
    contributor: tuple[Name, ...] = ()
    curator: tuple[Name, ...] = ()
    director: tuple[Name, ...] = ()
    editorial_director: tuple[Name, ...] = Field(default=(), alias="editorial-director")
    executive_producer: tuple[Name, ...] = Field(default=(), alias="executive-producer")
    guest: tuple[Name, ...] = ()
    host: tuple[Name, ...] = ()
    illustrator: tuple[Name, ...] = ()
    interviewer: tuple[Name, ...] = ()
    narrator: tuple[Name, ...] = ()
    organizer: tuple[Name, ...] = ()
    original_author: tuple[Name, ...] = Field(default=(), alias="original-author")
    performer: tuple[Name, ...] = ()
    producer: tuple[Name, ...] = ()
    recipient: tuple[Name, ...] = ()
    reviewed_author: tuple[Name, ...] = Field(default=(), alias="reviewed-author")
    script_writer: tuple[Name, ...] = Field(default=(), alias="script-writer")
    series_creator: tuple[Name, ...] = Field(default=(), alias="series-creator")
    available_date: CslDate | None = Field(default=None, alias="available-date")
    container: CslDate | None = None
    event_date: CslDate | None = Field(default=None, alias="event-date")
    original_date: CslDate | None = Field(default=None, alias="original-date")
    submitted: CslDate | None = None
    archive_collection: Line | None = None
    archive_location: Line | None = None
    archive_place: Line | None = Field(default=None, alias="archive-place")
    call_number: Line | None = Field(default=None, alias="call-number")
    chapter_number: Line | None = Field(default=None, alias="chapter-number")
    collection_number: Line | None = Field(default=None, alias="collection-number")
    container_title_short: Line | None = Field(default=None, alias="container-title-short")
    dimensions: Line | None = None
    division: Line | None = None
    event: Line | None = None
    journalAbbreviation: Line | None = None
    keyword: Line | None = None
    number_of_pages: Line | None = Field(default=None, alias="number-of-pages")
    number_of_volumes: Line | None = Field(default=None, alias="number-of-volumes")
    original_publisher: Line | None = Field(default=None, alias="original-publisher")
    original_publisher_place: Line | None = Field(default=None, alias="original-publisher-place")
    part_number: Line | None = Field(default=None, alias="part-number")
    part_title: Line | None = Field(default=None, alias="part-title")
    PMCID: Line | None = None
    PMID: Line | None = None
    part: Line | None = None
    printing: Line | None = None
    supplement: Line | None = None
    translated_title: Line | None = Field(default=None, alias="translated-title")
    translated_title_short: Line | None = Field(default=None, alias="translated-title-short")
    ISAN: Line | None = None
    ISCI: Line | None = None
    ISMN: Line | None = None
    ISRC: Line | None = None
    ISWC: Line | None = None
    printing_number: Line | None = Field(default=None, alias="printing-number")
    references: Line | None = None
    reviewed_genre: Line | None = Field(default=None, alias="reviewed-genre")
    reviewed_title: Line | None = Field(default=None, alias="reviewed-title")
    scale: Line | None = None
    shortTitle: Line | None = None
    status: Line | None = None
    supplement_number: Line | None = Field(default=None, alias="supplement-number")
    title_short: Line | None = Field(default=None, alias="title-short")
    volume_title: Line | None = Field(default=None, alias="volume-title")
    volume_title_short: Line | None = Field(default=None, alias="volume-title-short")

    @property
    def title(self) -> str:
        """The title as it is printed, without the tags that a reference manager may have put into it."""
        return plain_text(self.typed_title)

    @property
    def container_title(self) -> str | None:
        """The title of the work that contains it, as printed."""
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
        """The address of the DOI, or nothing."""
        return f"https://doi.org/{quote(self.doi, safe='/():;,-._')}" if self.doi else ""


def _fields_of(annotation: Any) -> Mapping[str, str]:
    """The fields of an item that hold one type of value, each with its key."""
    fields = CslItem.model_fields.items()
    return {name: field.alias or name for name, field in fields if field.annotation == annotation}


NAMES = _fields_of(tuple[Name, ...])
DATES = _fields_of(CslDate | None)
