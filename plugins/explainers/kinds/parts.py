"""Parts that several kinds share: citations and figures."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from explainers.model.base import Part
from explainers.model.fields import Line, link
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
Number = Annotated[Decimal, Field(allow_inf_nan=False, ge=-(10**18), le=10**18, max_digits=24)]
QUALIFIERS: dict[str, str] = {
    "unqualified": "",
    "about": "about ",
    "nearly": "nearly ",
    "more-than": "more than ",
    "at-least": "at least ",
    "fewer-than": "fewer than ",
    "at-most": "at most ",
    "up-to": "up to ",
}


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
    role: Literal["supports", "partly", "contradicts", "context"] = "supports"
    """What the passage does for the statement."""


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
        return grouped(self.value) if self.value is not None else "a number not given"

    @property
    def phrase(self) -> str:
        """The figure with its qualifier, to be followed by the noun: `more than 10,000`, `tens of thousands of`."""
        if self.relation == "order-of-magnitude" and self.value is not None:
            words = magnitude(self.value)
            return f"{words} of" if words else f"in the order of {grouped(self.value)}"
        if self.min is not None and self.max is not None and self.relation in {"between", "unqualified"}:
            return f"between {grouped(self.min)} and {grouped(self.max)}"
        return f"{QUALIFIERS.get(self.relation, '')}{self.number}"

    @property
    def alone(self) -> str:
        """The figure with its qualifier where no noun follows."""
        return self.phrase.removesuffix(" of") if self.relation == "order-of-magnitude" else self.phrase
