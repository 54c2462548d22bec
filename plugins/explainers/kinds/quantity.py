"""A figure: what is counted, the qualifier, the number, the unit; and how pages print it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    Field,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from explainers.model.base import Date, Part
from explainers.model.fields import OWN_DIGITS, Line
from explainers.text.numbers import affixes, grouped, magnitude, printed_words, ungrouped, unit_named
from explainers.text.numbers.reading import DECIMALS, LARGEST, Reading
from explainers.text.numbers.units import is_money

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
# Without a limit, `1e-20` would be printed as 0.
_FIGURE = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*#)?[A-Za-z]\w*")
# Where a number is allowed, a word that is neither is a number that cannot be read.
_NAMED = re.compile(rf"(?=.*#|q\d+$){_FIGURE.pattern}")
FigureLink = Annotated[str, StringConstraints(pattern=f"^{_FIGURE.pattern}$"), Field(examples=["other-claim#q1"])]
_LIMITS = Field(allow_inf_nan=False, ge=-LARGEST, le=LARGEST, max_digits=2 * DECIMALS, decimal_places=DECIMALS)
Number = Annotated[Decimal, OWN_DIGITS, _LIMITS]


def _number_or_figure(given: Any, read: ValidatorFunctionWrapHandler) -> Decimal | str:
    """A number, or the name of a figure; what is neither is reported as a number that cannot be read."""
    if isinstance(given, str) and _NAMED.fullmatch(given):
        return given
    try:
        found: Decimal | str = read(given)
    except ValidationError as error:
        first = error.errors()[0]
        kind: Any = first["type"]
        if kind == "own":
            raise PydanticCustomError(kind, "{typed} is written with a {digit}", first["ctx"]) from None
        raise PydanticKnownError(kind, first.get("ctx")) from None
    if isinstance(found, str):
        raise PydanticKnownError("decimal_parsing")
    return found


UNSTATED = "an unstated number"


class Quantity(Part):
    """A figure: what is counted, and the figure in words, or its qualifier with the value or both ends of a range.

    With `of` and `unit` alone it is open: each telling gives its own number, as of its time.
    """

    of: Line | None = None
    """What is counted, in words that tell it from other counts."""
    printed: Line | None = None
    """The figure in words, with its qualifier and its unit: at least 280, two-thirds, up to $8 billion."""
    written_relation: Relation | None = Field(default=None, alias="relation")
    """The qualifier; `unqualified` if the number has none. It is read from `printed`, if you write that."""
    written_value: Annotated[Number | FigureLink, WrapValidator(_number_or_figure)] | None = Field(
        default=None, alias="value"
    )
    """The number; or the figure whose number it is: `other-claim#q1`."""
    min: Number | None = None
    """The lower end, with the relation `between`."""
    max: Number | None = None
    """The upper end, with the relation `between`."""
    unit: Line | None = None
    """What one of them is: person, year, per cent, EUR."""
    part_of: FigureLink | None = None
    """The figure of which it is a part or a subset: `q1`, or `other-claim#q1`."""
    time: Date | None = None
    """When the figure holds: of a change, or of a sum over a period, its interval."""

    @model_validator(mode="after")
    def _says_how_sure_it_is(self) -> Quantity:
        """A number without its qualifier would pass for a bare one."""
        if self.written_relation is None and self.printed is None and not self.is_open:
            help = "write the figure in words as `printed:`, or add a line `relation:`"
            context = {"key": "relation", "code": "missing-key", "help": help, "instead": "printed"}
            raise PydanticCustomError("own", "`{key}` is missing", context)
        return self

    @property
    def is_open(self) -> bool:
        """Whether who counts and when decides the number, so that each telling has its own."""
        figure = (self.written_relation, self.printed, self.written_value, self.min, self.max)
        return bool(self.of and self.unit) and all(part is None for part in figure)

    @property
    def value(self) -> Decimal | None:
        """The number, where it is written or read here."""
        return self.written_value if isinstance(self.written_value, Decimal) else None

    @property
    def same_as(self) -> str:
        """The figure whose number it has, if it has another's."""
        return self.written_value if isinstance(self.written_value, str) else ""

    @property
    def counted(self) -> str:
        """What is counted, with the time over which, where that is recorded: another time is another thing."""
        over = (self.time.as_stated or self.time.placed) if self.time else ""
        return f"{self.of or ''}, {over}" if over else self.of or ""

    @property
    def relation(self) -> Relation:
        """The qualifier; a number without one is bare."""
        return self.written_relation or "unqualified"

    @property
    def language(self) -> str:
        """The language in which pages print it."""
        return "en"

    @property
    def reading(self) -> Reading | None:
        """What was read from its words, where they are in the language of the pages."""
        return None

    @property
    def number(self) -> str:
        """The figure without its qualifier, with its unit: 50,000, or 30,000 to 45,000, or 6 to 8 per cent."""
        if self.reading:
            return self._read(self.reading.number, *self.affixes)
        if self.min is not None and self.max is not None:
            low, high = self._ends(*self.affixes)
            return printed_words(self.language)["to"].format(low=low, high=high)
        if self.value is None:
            return UNSTATED
        before, after = self.affixes
        return _signed(before, self._digits(self.value), after)

    @property
    def phrase(self) -> str:
        """The figure with its qualifier, to be followed by the noun: `more than 10,000`, `tens of thousands of`."""
        return self.worded()

    @property
    def alone(self) -> str:
        """The figure with its qualifier and its unit where no noun follows: `more than 10,000`, `up to 11 per cent`."""
        return self.worded(*self.affixes, noun=False)

    @property
    def affixes(self) -> tuple[str, str]:
        """What its unit prints before and after the number; nothing, where it counts things, or is a year."""
        end = self.max if self.max is not None else self.value
        if not self.unit or end is None or self.is_year:
            return "", ""
        return affixes(self.unit, end, self.language)

    @property
    def is_one(self) -> bool:
        """Whether the noun after it is in the singular: 1 otter, more than 1 otter; but 0.5 and 2 otters."""
        return self.value == 1 and self.max is None

    @property
    def is_year(self) -> bool:
        """Whether it is the number of a year, and not of years."""
        years = self.unit == "year" or (self.unit is None and "year" in (self.of or "").casefold().split())
        return years and self.value is not None and self.value % 1 == 0 and 1000 <= self.value < 3000

    @property
    def has_number(self) -> bool:
        """Whether it gives a number, a range, or a figure in words."""
        return self.value is not None or (self.min is not None and self.max is not None) or self.reading is not None

    def worded(self, before: str = "", after: str = "", *, noun: bool = True) -> str:
        """The figure with its qualifier and with what is written close up to it: `nearly $50`, `between 5% and 6%`."""
        of = " of" if noun and not before and not after else ""
        if self.reading:
            is_magnitude = self.reading.relation == "order-of-magnitude"
            return f"{self._read(self.reading.words, before, after)}{of if is_magnitude else ''}"
        if self.relation == "order-of-magnitude" and self.value is not None and not before:
            words = magnitude(self.value, self.language) if after[:1] in {"", "-"} else None
            if words:
                return f"{words}{of}{after}"
        if self.min is not None and self.max is not None:
            return self._range(before, after)
        if self.value is None:
            return f"{UNSTATED}{of}"
        return f"{self._qualifier(before, after)}{_signed(before, self._digits(self.value), after)}"

    def _read(self, words: str, before: str, after: str) -> str:
        """Words that were read, with what is attached to the number, if that is not among them."""
        number = self.reading.number if self.reading else ""
        if after[:1] == "-" or (self.reading and not self.reading.unit):
            return words.replace(number, _signed(before, number, after), 1)
        return words

    def _digits(self, value: Decimal) -> str:
        if self.is_year:
            return ungrouped(value)
        # A magnitude of 6.0 is no magnitude of 6, and $2.50 no $2.5; all other zeros say nothing.
        keeps = value == value.to_integral_value() or bool(self.unit and is_money(unit_named(self.unit, self.language)))
        return grouped(value if keeps else value.normalize(), self.language)

    def _ends(self, before: str, after: str) -> tuple[str, str]:
        low = _signed(before, self._digits(self.min or Decimal()))
        high = _signed(before, self._digits(self.max or Decimal()), after)
        # A sign is at both ends, a word only once: 5% to 6%, 30 to 40-strong, 6 to 8 per cent.
        once = after.lstrip()[:1].isalpha() or after[:1] == "-"
        return (low if once else f"{low}{after}"), high

    def _range(self, before: str, after: str) -> str:
        low, high = self._ends(before, after)
        words = printed_words(self.language)
        if self.relation in {"between", "unqualified"}:
            return words["between"].format(low=low, high=high)
        return f"{self._qualifier(before, after)}{words['to'].format(low=low, high=high)}"

    def _qualifier(self, before: str, after: str) -> str:
        less = self.relation == "fewer-than" and (before or after[:1] not in {"", "-"} or not self._is_counted)
        return qualifier("less-than" if less else self.relation, self.language)

    @property
    def is_measured(self) -> bool:
        """Whether its unit is one of measure or money, and not the thing that is counted."""
        return bool(self.unit and (unit_named(self.unit, self.language) or unit_named(self.unit)))

    @property
    def _is_counted(self) -> bool:
        """Whether it counts single things, of which there are fewer; of what is measured there is less."""
        ends = [end for end in (self.value, self.min, self.max) if end is not None]
        return not self.is_measured and all(end >= 0 and end == end.to_integral_value() for end in ends)


class ReadQuantity(Quantity):
    """A figure as pages print it: in the language of the site, with what was read from its words."""

    tag: str
    read: Reading | None = None

    @property
    def language(self) -> str:
        return self.tag

    @property
    def reading(self) -> Reading | None:
        return self.read


def qualifier(relation: str, language: str = "en") -> str:
    """The words of a qualifier, with the space after them; none if it has no words."""
    words = printed_words(language)
    found = words.get(relation) or (words.get("fewer-than") if relation == "less-than" else "")
    return f"{found} " if found and relation != "between" else ""


def _signed(before: str, digits: str, after: str = "") -> str:
    """A number with its sign of money after its minus: −€6.2 million."""
    minus = "−" if before and digits.startswith("−") else ""
    return f"{minus}{before}{digits.removeprefix('−') if minus else digits}{after}"
