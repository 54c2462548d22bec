"""What a text field means beyond being text: a link, prose, an address, a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, GetJsonSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MAX_ID = 64
# In a JSON Schema, before the present ids are filled in: the kinds that a field links to.
REFERENCE = "x-reference"


@dataclass(frozen=True, slots=True)
class Link:
    """A field that holds a record's id. Both directions have a name; no kinds means any kind."""

    kinds: tuple[str, ...]
    inverse: str
    label: str
    symmetric: bool = False

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(core), REFERENCE: list(self.kinds)}


@dataclass(frozen=True, slots=True)
class Prose:
    """A field whose text is in the inline grammar."""

    figures: bool = False


@dataclass(frozen=True, slots=True)
class AttributionLink:
    """A field that names an attribution: `a4` of the same claim, `other-claim#a2`, or one of `words`."""

    words: tuple[str, ...] = ()

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {
            **handler(core),
            "pattern": "^([a-z0-9-]+#)?a[1-9][0-9]*$|^[a-z]+(-[a-z]+)+$",
            "examples": list(self.words) or ["a1"],
        }


def link(*kinds: str, inverse: str, label: str) -> Link:
    """Metadata of a field that links to a record of one of `kinds`."""
    return Link(kinds, inverse, label)


MENTION = Link((), "mentioned_in", "Mentioned in")
CITATION_MARK = Link(("source",), "noted_in", "Noted in")

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=MAX_ID)]
Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
# What a record is called is printed wherever it is named: nine thousand times from one file of links.
Title = Annotated[str, StringConstraints(min_length=1, max_length=1000, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Prose()]


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"[\s<>\"'`\\^{|}]", value):
        raise PydanticCustomError("web_address", "not a web address")
    return value


WebAddress = Annotated[str, AfterValidator(_web_address), Field(json_schema_extra={"format": "uri"})]
