"""A figure that a text prints."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

Shape = Literal["single", "range", "pair", "magnitude"]
# What a number may be besides a figure: part of a name, a year, a small number in words, `24-hour`, a share in words, a
# pronoun: one of them.
Doubt = Literal["", "name", "year", "small", "compound", "share", "pronoun"]


class Number(NamedTuple):
    """One number in a text, with its scale, its sign and its unit."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    """Its readings, the likeliest first."""
    unit: str = ""
    """The name of its unit."""
    unit_words: str = ""
    """The unit as printed."""
    doubt: Doubt = ""
    """What it may be besides a figure."""
    scaled: bool = False
    """Whether a scale or a unit shows that it is a figure."""
    magnitude: bool = False
    """Whether it gives an order of magnitude."""
    core_start: int = 0
    """Where its digits begin, without a sign of money."""
    core_end: int = 0
    """Where its digits end, with the scale and without the unit."""

    @property
    def value(self) -> Decimal:
        """The likeliest reading."""
        return self.values[0]


class Figure(NamedTuple):
    """A figure as it is printed: one number, a range, the pair of a vote, or an order of magnitude.

    `relations` are those that a record may give it, the usual one first; none if it has no qualifier. `bare` if
    the words before it show that none is printed.
    """

    start: int
    end: int
    words: str
    """The number as printed, with its scale, its sign of money and its unit."""
    numbers: tuple[Number, ...]
    shape: Shape
    relations: tuple[str, ...] = ()
    qualifier: str = ""
    bare: bool = False
    from_: int = 0
    """Where its qualifier begins, if it goes before."""
    to: int = 0
    """Where its qualifier ends, if it goes after."""

    @property
    def value(self) -> Decimal:
        """Its number; of a range, the lower end."""
        return self.numbers[0].value

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Every reading of its number or of its ends."""
        return tuple(value for number in self.numbers for value in number.values)

    @property
    def unit(self) -> str:
        """What it is measured in, as one of the units that are compared; empty for what is counted."""
        return next((number.unit for number in reversed(self.numbers) if number.unit), "")

    @property
    def unit_words(self) -> str:
        """The unit as printed."""
        return next((number.unit_words for number in reversed(self.numbers) if number.unit_words), "")

    @property
    def doubt(self) -> Doubt:
        """What it may be instead of a figure."""
        doubts = {number.doubt for number in self.numbers}
        return self.numbers[-1].doubt if len(self.numbers) == 1 or doubts == {"year"} else ""

    def ends(self, text: str) -> tuple[Figure, ...]:
        """Each end of a range as a figure; of what is none, the figure itself."""
        if len(self.numbers) == 1:
            return (self,)
        return tuple(
            self._replace(start=n.start, end=n.end, words=text[n.start : n.end], numbers=(n,), shape="single")
            for n in self.numbers
        )
