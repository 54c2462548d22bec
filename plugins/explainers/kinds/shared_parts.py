"""Parts that several kinds share: citations and gaps."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import GetJsonSchemaHandler, TypeAdapter, ValidatorFunctionWrapHandler, WrapValidator, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from explainers.model.base import Date, Part
from explainers.model.fields import Line, Text, link
from explainers.model.short_forms import CITATION, full_citation, one_line_schema


class Citation(Part):
    """The passage of a source in which you read something. (W3C Web Annotation, TextQuoteSelector)

    Its source and its words can be one line, `id-of-the-source: a few words`.
    """

    source: Annotated[str, link("source", inverse="cited_for", label="Cited for")]
    """The id of the source. It may be left to the `defaults` of the claim."""
    exact: Line | None = None
    """A few words exactly as the source prints them, at most 25, so that the place can be found."""
    prefix: str = ""
    """The words right before them, if `exact` occurs more than once."""
    suffix: str = ""
    """The words right after them."""
    locator: Line | None = None
    """The paragraph, page or time."""
    role: Literal["supports", "partly", "contradicts", "context"] | None = None
    """What the passage does for the claim. By default it supports it, or supports it in part if the telling has its
    own statement."""

    @model_validator(mode="before")
    @classmethod
    def _in_one_line(cls, value: Any) -> Any:
        """The source as the first key, with its words."""
        return full_citation(value)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return one_line_schema(handler(core), handler, CITATION, alone=True)


class Gap(Part):
    """What could not be established; with a search, where and when you looked for it."""

    text: Text
    """What could not be established, as a full thought."""
    looked_in: Text | None = None
    """Where you looked for it, in words that can follow *in*: the reports of the agency."""
    as_of: Date | None = None
    """The day on which you looked."""

    @model_validator(mode="after")
    def _has_a_place_and_a_day(self) -> Gap:
        """Neither says anything of a search without the other."""
        missing = "as_of" if self.as_of is None else "looked_in"
        if (self.looked_in is None) != (self.as_of is None):
            words = "a search needs both `looked_in` and `as_of`: `{key}` is missing"
            context = {"key": missing, "code": "missing-key", "help": f"add a line `{missing}:`"}
            raise PydanticCustomError("own", words, context)
        return self


_TEXT: TypeAdapter[str] = TypeAdapter(Text)


def _text_or_gap(given: Any, _: ValidatorFunctionWrapHandler) -> str | Gap:
    """A gap is text, or a mapping with a key of `Gap`; any other mapping is text that has a colon in it."""
    if isinstance(given, Gap) or (isinstance(given, dict) and (not given or given.keys() & Gap.model_fields.keys())):
        return Gap.model_validate(given)
    return _TEXT.validate_python(given)


GapEntry = Annotated[Text | Gap, WrapValidator(_text_or_gap)]


def gap_of(entry: str | Gap) -> Gap:
    """An entry of `gaps`, however it is written."""
    return entry if isinstance(entry, Gap) else Gap(text=entry)
