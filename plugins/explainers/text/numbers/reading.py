"""A figure in words, as a record has it, is read: at least 280, two-thirds, up to $8 billion (7.15 billion euros)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from explainers.text.numbers.figure import Figure, Number
from explainers.text.numbers.figures import figures
from explainers.text.numbers.language import folded, language
from explainers.text.numbers.units import BASIS_POINT, PERCENT, PERMILLE, POINT

# The page's own conversion in brackets: it is printed, and not compared.
_CONVERSION = re.compile(r"\s*\((?P<inner>[^()]*)\)$")
_NOUN = re.compile(r"(?:[\s\u00a0]+[^\W\d_][\w’'-]*){0,3}\.?")
# A share in words goes on for ever: two-thirds.
_DECIMALS = 2
# Nothing that is counted or measured is larger, or needs more decimals.
LARGEST, DECIMALS = 10**18, 12
# What a study prints before a figure: p < 0.05.
_STATISTICS = frozenset({"p", "P"})


class Reading(NamedTuple):
    """What a figure in words says: its qualifier, its number or both ends, its unit; and its words.

    Both sides of a vote are no single number and no range: it has neither.
    """

    relations: tuple[str, ...]
    """The qualifiers that it may be, the usual one first."""
    value: Decimal | None
    min: Decimal | None
    max: Decimal | None
    unit: str
    qualifier: str
    number: str
    """The words without the qualifier."""
    words: str
    """The words without a noun that follows, which the statement has."""

    @property
    def relation(self) -> str:
        """Its qualifier."""
        return self.relations[0]


@lru_cache(maxsize=4096)
def read(printed: str, tag: str = "en") -> Reading | None:
    """A figure in words, in the language of a tag; None where it cannot be read, or is not one figure alone."""
    text = " ".join(printed.split(" "))
    conversion = _CONVERSION.search(text)
    main = text[: conversion.start()] if conversion else text
    found = figures(main, tag) or _small(main, tag)
    if len(found) != 1 or (conversion and not figures(conversion["inner"], tag)):
        return None
    figure = found[0]
    before, after = main[: figure.from_].strip(), main[figure.to :]
    is_loss = folded(before) in language(tag).words("loss")
    known = is_loss or not before or before in _STATISTICS or folded(before) in language(tag).words("through")
    if not known or not _NOUN.fullmatch(after) or not all(_is_in_bounds(number.value) for number in figure.numbers):
        return None
    if is_loss or before in _STATISTICS:
        figure = figure._replace(from_=0, start=0)
    return _reading(figure, main, conversion[0] if conversion else "", tag, is_loss=is_loss)


def _is_in_bounds(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return abs(value) <= LARGEST and isinstance(exponent, int) and len(value.as_tuple().digits) <= 2 * DECIMALS


def _small(words: str, tag: str) -> list[Figure]:
    """One, which in a text is a pronoun more often than a figure."""
    value = language(tag).small.get(folded(words))
    if value is None:
        return []
    number = Number(0, len(words), (Decimal(value),), core_end=len(words))
    return [Figure(0, len(words), words, (number,), "single", to=len(words))]


def _reading(figure: Figure, text: str, conversion: str, tag: str, *, is_loss: bool) -> Reading:
    low, *rest = (_plain(number, figure) for number in figure.numbers)
    value: Decimal | None = -low if is_loss else low
    ends: tuple[Decimal | None, Decimal | None] = (None, None)
    relations = figure.relations or ("unqualified",)
    if figure.shape == "range":
        relations, value, ends = ("between",), None, (low, rest[0])
    elif figure.shape == "pair":
        value = None
    return Reading(
        relations, value, *ends, _unit(figure, tag), "" if figure.shape == "magnitude" else figure.qualifier,
        f"{text[figure.start : figure.end]}{conversion}", f"{text[figure.from_ : figure.to]}{conversion}",
    )  # fmt: skip


def _plain(number: Number, figure: Figure) -> Decimal:
    """A number without what its scale or its share left behind the point: 1500000000, 66.67, but 6.0."""
    value = round(number.value, _DECIMALS) if figure.doubt == "share" else number.value
    return Decimal(f"{value.normalize():f}") if number.scaled or figure.doubt == "share" else value


def _unit(figure: Figure, tag: str) -> str:
    """The unit as a record has it: a share and money by their usual name, a measure as printed."""
    own = language(tag).table.get("units", {}).get(figure.unit) or ()
    if figure.unit in {PERCENT, POINT, BASIS_POINT, PERMILLE} and own:
        return str(own[0])
    if figure.unit.isupper():
        return figure.unit
    return figure.unit if figure.unit == "dollar" else figure.unit_words
