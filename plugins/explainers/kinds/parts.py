"""Parts that several kinds share: citations, figures and gaps."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidatorFunctionWrapHandler, WrapValidator, model_validator
from pydantic_core import PydanticCustomError

from explainers.model.base import Date, Part
from explainers.model.fields import OWN_DIGITS, Line, Text, link
from explainers.text.numbers import grouped, magnitude

Relation = Literal[
    "unqualified",
    "about",
    "nearly",
    "more-than",
    "at-least",
    "fewer-than",
    "at-most",
    "up-to",
    "between",
    "order-of-magnitude",
]
Number = Annotated[Decimal, OWN_DIGITS, Field(allow_inf_nan=False, ge=-(10**18), le=10**18, max_digits=24)]
QUALIFIERS: dict[str, str] = {
    "unqualified": "",
    "about": "about ",
    "nearly": "nearly ",
    "more-than": "more than ",
    "at-least": "at least ",
    "fewer-than": "fewer than ",
    "at-most": "at most ",
    "up-to": "up to ",
    "order-of-magnitude": "in the order of ",
}
# Units of what is measured, not counted: less than 5 kilometres, fewer than 5 soldiers.
MEASURES = frozenset(
    "% percent percentage per cent point degree euro dollar pound rouble ruble yen yuan hryvnia franc usd eur gbp "
    "second minute hour day week month year decade century millimetre centimetre metre kilometre meter kilometer mile "
    "mm cm m km nm foot feet inch yard acre hectare ha litre liter l gram kilogram kg tonne ton t g watt kilowatt "
    "megawatt gigawatt kw mw gw kwh mwh gwh knot mph kph barrel".split()
)


class Citation(Part):
    """The spot in a source where we read something. (W3C Web Annotation, TextQuoteSelector)"""

    source: Annotated[str, link("source", inverse="cited_for", label="Cited for")]
    """The source's id."""
    exact: Line | None = None
    """A few words of the source, as they stand there; at most 25, never a whole paragraph."""
    prefix: str = ""
    """The words right before, where `exact` alone is not unique."""
    suffix: str = ""
    """The words right after."""
    locator: Line | None = None
    """Paragraph, page or time."""
    role: Literal["supports", "partly", "contradicts", "context"] | None = None
    """What the passage does for the claim; it supports it, or partly where the telling has a statement of its own."""


class Quantity(Part):
    """A figure: what is counted, the qualifier, and the value or both ends of a range."""

    of: Line | None = None
    """What is counted, in words that tell it from other counts."""
    relation: Relation
    """The qualifier; `unqualified` if the number stands bare."""
    value: Number | None = None
    """The number."""
    min: Number | None = None
    """The lower end, with the relation `between`."""
    max: Number | None = None
    """The upper end, with the relation `between`."""
    unit: Line | None = None
    """What one of them is: person, year, kilometre."""

    @property
    def number(self) -> str:
        """The figure without its qualifier: 50,000, or 30,000 to 45,000."""
        if self.min is not None and self.max is not None:
            return f"{grouped(self.min)} to {grouped(self.max)}"
        return grouped(self.value) if self.value is not None else "an unstated number"

    @property
    def phrase(self) -> str:
        """The figure with its qualifier, to be followed by the noun: `more than 10,000`, `tens of thousands of`."""
        return self.worded()

    @property
    def alone(self) -> str:
        """The figure with its qualifier where no noun follows: `more than 10,000`, `tens of thousands`."""
        return self.worded(noun=False)

    @property
    def is_one(self) -> bool:
        """Whether the noun after it is in the singular: 1 otter, more than 1 otter; but 0.5 and 2 otters."""
        return self.value == 1 and self.max is None

    def worded(self, before: str = "", after: str = "", *, noun: bool = True) -> str:
        """The figure with its qualifier and with what is written close up to it: `nearly $50`, `between 5% and 6%`."""
        of = " of" if noun and not before and not after else ""
        if self.relation == "order-of-magnitude" and self.value is not None and not before:
            words = magnitude(self.value) if after[:1] in {"", "-"} else None
            if words:
                return f"{words}{of}{after}"
        if self.min is not None and self.max is not None:
            return self._range(before, after)
        if self.value is None:
            return f"an unstated number{of}"
        return f"{self._qualifier(before, after)}{before}{grouped(self.value)}{after}"

    def _range(self, before: str, after: str) -> str:
        low, high = f"{before}{grouped(self.min or Decimal())}", f"{before}{grouped(self.max or Decimal())}{after}"
        # A sign stands at both ends, a word only once: 5% to 6%, 30 to 40-strong.
        low = low if after[:1].isalpha() or after[:1] == "-" else f"{low}{after}"
        if self.relation in {"between", "unqualified"}:
            return f"between {low} and {high}"
        return f"{self._qualifier(before, after)}{low} to {high}"

    def _qualifier(self, before: str, after: str) -> str:
        less = self.relation == "fewer-than" and (before or after[:1] not in {"", "-"} or not self._is_counted)
        return "less than " if less else QUALIFIERS.get(self.relation, "")

    @property
    def is_measured(self) -> bool:
        """Whether its unit is one of measure or money, and not the thing that is counted."""
        words = (self.unit or "").casefold().replace("-", " ").split()
        return any(word in MEASURES or word.removesuffix("s") in MEASURES for word in words)

    @property
    def _is_counted(self) -> bool:
        """Whether it counts single things, of which there are fewer; of what is measured there is less."""
        ends = [end for end in (self.value, self.min, self.max) if end is not None]
        return not self.is_measured and all(end >= 0 and end == end.to_integral_value() for end in ends)


class Gap(Part):
    """What could not be established; with a search, where and when we looked for it."""

    text: Text
    """What could not be established, as a full thought."""
    looked_in: Text | None = None
    """Where we looked for it, in words that can follow *in*: the reports of the agency."""
    as_of: Date | None = None
    """When we looked for it."""

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
