"""The parts that all records share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PrivateAttr,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from explainers.model.edtf_dates import extent, placed, spoken
from explainers.model.extents import UNKNOWN, Extent, Key
from explainers.model.fields import Id, Line, Several, Tag, Text
from explainers.model.short_forms import UPDATE, one_line_schema
from explainers.tree.nodes import Loc


class Part(BaseModel):
    """A frozen piece of a record; a key that it does not know is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _edtf(value: str) -> str:
    if extent(value) is None:
        raise PydanticCustomError("edtf", "not a date")
    return value


_BARE = ("2024-11-11", "2024-08", "2024-11-11T18:30", "2022/..", "2024-11-11 (The page is of that day.)")
Edtf = Annotated[
    str,
    AfterValidator(_edtf),
    Field(
        examples=["2024-11-11", "2024-08", "2024-11-11T18:30", "2022/.."],
        json_schema_extra={"type": ["string", "integer"]},
    ),
]


# No date in EDTF has a space or these brackets.
_CONCLUDED = re.compile(r"(?P<edtf>\S+)\s+\((?P<note>.+)\)", re.DOTALL)


def date_in_full(written: str) -> dict[str, str]:
    """A date written without keys: bare, or with a note in brackets."""
    concluded = _CONCLUDED.fullmatch(written.strip()) if "(" in written else None
    return {**concluded.groupdict(), "basis": "inferred"} if concluded else {"edtf": written, "basis": "stated"}


class Date(Part):
    """A date, and how we know it. Written bare, `said: 2024-11-11`, it is a date that the source states, or our own.

    With a note in brackets after it, `said: 2024-11-11 (The page is of that day.)`, it is one that you inferred.
    """

    edtf: Edtf = ""
    """The date in EDTF: `2024-11-11`, `2024-11-11T18:30`, `2024-08?`, `2022/..`. Left out if it is unknown."""
    basis: Literal["stated", "inferred", "unknown"]
    """Whether the source says the date (`stated`), you inferred it (`inferred`), or it is `unknown`."""
    as_stated: str = ""
    """The words of the source, such as: early August."""
    note: Text | None = None
    """What you inferred the date from."""

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return date_in_full(value) if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """In a file a date is bare or has keys; in what we export it always has keys."""
        made = handler(core)
        if handler.mode == "validation":
            part = handler.resolve_ref_schema(made)
            keyed = dict(part)
            part.clear()
            words = "A date that the source states, or our own, in EDTF; one that you inferred has a note in brackets."
            bare = keyed["properties"]["edtf"] | {"description": words, "examples": [*_BARE]}
            part.update({"anyOf": [bare, keyed]})
        return made

    @property
    def extent(self) -> Extent:
        """The time it covers; open on both sides where it is not known."""
        return (extent(self.edtf) if self.edtf else None) or UNKNOWN

    @property
    def spoken(self) -> str:
        """The date in words, or nothing."""
        return spoken(self.edtf) if self.edtf else ""

    @property
    def placed(self) -> str:
        """The date as it goes with a verb (on 3 March 2024, around 2024, by 2024, in 2022 or later), or nothing."""
        return placed(self.edtf) if self.edtf else ""

    def before(self, other: Date) -> bool:
        """Whether all of it comes before all of the other, by the clock where both have a time of day."""
        return self.extent.before(other.extent)

    @property
    def sort_key(self) -> tuple[Key, str]:
        """Sorts dates by when they are over, by the clock; what is open or unknown comes last."""
        return self.extent.by_end, self.edtf


class Update(Part):
    """A change to a published record that readers are shown.

    What it is and why can be one line, `correction: We had read the wrong column.`
    """

    date: Date
    """When it was changed."""
    field: Line
    """The field that changed."""
    from_: Line = Field(alias="from")
    """What it said before."""
    to: Line
    """What it says now."""
    kind: Literal["correction", "update", "clarification"]
    """A `correction` of your mistake, an `update` that follows new facts, or a `clarification` of words only."""
    why: Text
    """Why it was changed."""

    @model_validator(mode="before")
    @classmethod
    def _in_one_line(cls, value: Any) -> Any:
        return UPDATE.in_full(value)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return one_line_schema(handler(core), handler, UPDATE)


class Allowance(Part):
    """A warning that you accept, and why."""

    rule: Line
    """The check whose warning you accept."""
    why: Line
    """Why you accept it."""


class Record(Part):
    """A record: its id is its file's name, unique across all kinds."""

    title_at: ClassVar[tuple[str, ...]] = ("name",)
    """Where a file has what the record is called."""
    summary_after: ClassVar[str] = ""
    """The key after which a file has `summary`; empty if it comes after all keys of the kind."""

    id: Id
    """The file's name; not written in the file."""
    summary: Text | None = None
    """One or two plain sentences."""
    status: Literal["draft", "published", "withdrawn"] = "published"
    """A `draft` is checked, and shown only in a preview; a `withdrawn` record keeps a page that says so."""
    reason: Text | None = None
    """Why it was withdrawn."""
    tags: Several[Tag] = ()
    """What it has to do with, each in a word or two: `public-health`. Records of one tag have a page together."""
    formerly: Several[Id] = ()
    """Ids it had before; their addresses lead here."""
    updates: tuple[Update, ...] = ()
    """Changes since it was published, for readers."""
    allow: tuple[Allowance, ...] = ()
    """Warnings that you accept, each with the reason."""
    _kept: Mapping[Loc, tuple[int, ...]] = PrivateAttr(default_factory=dict)

    @property
    def kept(self) -> Mapping[Loc, tuple[int, ...]]:
        """Of each list that lost an entry because of a mistake: which entries of the file are left."""
        return self._kept

    def keep(self, kept: Mapping[Loc, tuple[int, ...]]) -> None:
        """Remember, once, which entries of the file's lists are left."""
        # Not put into what is there: records that lost nothing share it (`small`).
        object.__setattr__(self, "__pydantic_private__", {"_kept": kept})

    @property
    def title(self) -> str:
        """The record's name in headings and links."""
        return self.id

    @property
    def in_sentence(self) -> str:
        """The record's name in running text."""
        return self.title

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by."""
        return (self.title,)
