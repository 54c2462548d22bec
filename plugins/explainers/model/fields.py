"""What a text field means beyond being text: a link, prose, an address, a date."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from explainers.text.characters import foreign_digit, hides_script, mixed_script, name

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MAX_ID = 64
RESERVED_IDS = {"index": "its page would take the place of the list", "null": "YAML reads this word as nothing"}
# In a JSON Schema, before the present ids are filled in: the kinds that a field links to.
REFERENCE = "x-reference"
# The same for a tag: the tags that are there can be filled in.
TAG = "x-tag"


@dataclass(frozen=True, slots=True)
class Link:
    """A field that holds a record's id. Both directions have a name; no kinds means any kind.

    What a site declares for its editors alone is not `shown` on pages.
    """

    kinds: tuple[str, ...]
    inverse: str
    label: str
    symmetric: bool = False
    shown: bool = True

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


@dataclass(frozen=True, slots=True)
class OpenWord:
    """A field that takes any short noun. `known` are the good words; a site that declares its own wants no others."""

    known: tuple[str, ...]
    is_closed: bool = False

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"enum": list(self.known)}, {"type": "string", "minLength": 1, "maxLength": LONGEST_WORD}]}


@dataclass(frozen=True, slots=True)
class TagWord:
    """A field that holds a tag."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(core), TAG: True}


class _Several:
    """Takes one id as a list of one; a text with a comma was intended as several."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_listed, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """In a file it is one or a list; in what we export it is always a list."""
        made = handler(core)
        if handler.mode != "validation":
            return made
        return {"anyOf": [made["items"], made]}


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) and "," not in value else value


V = TypeVar("V")
# Ids, of which a single one needs no brackets.
Several: TypeAlias = Annotated[tuple[V, ...], _Several()]


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
Tag = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=MAX_ID), TagWord()]
LONGEST_WORD = 40


def _noun(value: str) -> str:
    if not any(char.isalpha() for char in value) or _NOT_IN_A_NOUN.search(value):
        words = {"typed": f"`{' '.join(value.split())}`", "help": "a short noun in plain text, such as `company`"}
        raise PydanticCustomError("own", "{typed} is not a noun", words)
    return value


_NOT_IN_A_NOUN = re.compile(r"[\n\[\]{}<>*`|@#]")
# What something is, in the editors' own word.
Noun = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_WORD, strip_whitespace=True), AfterValidator(_noun)
]


def _own_digits(value: Any) -> Any:
    """Numbers are written in the digits 0 to 9: others are read by computers and by few people."""
    digit = foreign_digit(value) if isinstance(value, str) else ""
    if digit:
        ours = "".join(str(unicodedata.decimal(char, char)) for char in value)
        help = f"write `{ours}`" if ours.isascii() and len(ours) < _SHOWN else "write it with the digits 0 to 9"
        typed = {"typed": f"`{value[:_SHOWN]}`", "digit": name(digit), "help": help}
        raise PydanticCustomError("own", "{typed} is written with a {digit}", typed)
    return value


OWN_DIGITS = BeforeValidator(_own_digits)
_SHOWN = 60
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[^\W_](?:[\w-]*\w)?(?:\.[^\W_](?:[\w-]*\w)?)*\.?|\[[0-9a-fA-F:.]+\]")


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        parts = urlsplit("")
    host = parts.hostname or ""
    is_address = parts.scheme in _PORTS and host and not re.search(r"[\s<>\"'`\\^{|}]", value)
    if not is_address or not (_HOST.fullmatch(host) or ":" in host):
        raise PydanticCustomError("web_address", "not a web address")
    if parts.username is not None:
        raise _misleading("this address names a user before its host", "write it without what is before the `@`")
    letter = next((found for label in host.split(".") if (found := _disguise(label, host))), "")
    if letter:
        raise _misleading(f"the host of this address only looks Latin: there is a {name(letter)} in it", "")
    return value


def odd_port(address: str) -> str:
    """The port that an address names, if it is not the one where browsers look anyway."""
    parts = urlsplit(address)
    return "" if parts.port in {None, _PORTS.get(parts.scheme)} else str(parts.port)


def _misleading(message: str, help: str) -> PydanticCustomError:
    return PydanticCustomError("own", "{message}", {"message": message, "code": "not-an-address", "help": help})


def _disguise(label: str, host: str) -> str:
    """The letter of a part of a host that is not what it looks like. (Unicode Technical Standard 39)"""
    try:
        shown = label.encode().decode("idna") if label.startswith("xn--") else label
    except UnicodeError:
        return ""
    if shown.isascii():
        return ""
    return mixed_script(shown) or (hides_script(shown) if host.rpartition(".")[2].isascii() else "")


WebAddress = Annotated[str, AfterValidator(_web_address), Field(json_schema_extra={"format": "uri"})]
