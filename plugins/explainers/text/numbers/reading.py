"""A figure in words, as a record has it, is read: at least 280, two-thirds, up to $8 billion (7.15 billion euros)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from explainers.text.numbers.figure import Figure
from explainers.text.numbers.language import alternatives, folded_words, language
from explainers.text.numbers.text_figures import figures
from explainers.text.numbers.units import BASIS_POINT, PERCENT, PERMILLE, POINT

# The page's own conversion in brackets: it is the page's, not the speaker's, and not compared.
_CONVERSION = re.compile(r"\s*\((?P<inner>[^()]*)\)$")
_NOUN = re.compile(r"(?:[\s\u00a0-]+[^\W\d_][\w’'-]*){0,3}\.?")
# A share in words goes on for ever: two-thirds.
_DECIMALS, _SMALLEST = 2, Decimal("0.01")
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
    pair: tuple[Decimal, ...] = ()
    """Both sides of a vote, however they are joined."""
    conversion: str = ""
    """What the page adds in brackets, in another unit."""

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
    found = figures(main, tag)
    if len(found) != 1 or (conversion and not figures(conversion["inner"], tag)):
        return None
    figure, before = found[0], main[: found[0].from_].strip()
    is_loss = folded_words(before) in language(tag).words("loss")
    if not (is_loss or before in _STATISTICS or _says_nothing(before, tag)):
        return None
    if is_loss or before in _STATISTICS:
        figure = figure._replace(from_=0, start=0)
    rate = _rate(figure, main, tag)
    if not _is_noun(main[max(figure.to, rate) :], tag) or not all(map(_is_in_bounds, _plain(figure))):
        return None
    return _reading(figure, main, rate, conversion["inner"] if conversion else "", tag, is_loss=is_loss)


def _says_nothing(words: str, tag: str) -> bool:
    """Whether words before a figure may be left out: the, a total of, a magnitude of."""
    known = language(tag)
    return not words or folded_words(words) in (*known.words("through"), *known.words("scale_names"))


def _is_noun(words: str, tag: str) -> bool:
    """Whether what follows is no more than what is counted: people, of the homes; but not `to life`."""
    known = language(tag)
    said = folded_words(words.replace("-", " ")).split()
    return bool(_NOUN.fullmatch(words)) and not any(w in known.plain and w not in known.words("through") for w in said)


def _rate(figure: Figure, text: str, tag: str) -> int:
    """Where a unit ends that goes on with a time or a place: 10 litres per second, $5 a month; or 0."""
    per = alternatives(language(tag).words("per"))
    rate = re.compile(rf"[\s\u00a0](?:{per})[\s\u00a0][^\W\d_]+", re.IGNORECASE) if per and figure.unit else None
    found = rate.match(text, figure.end) if rate and figure.to == figure.end else None
    return found.end() if found else 0


def _is_in_bounds(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return abs(value) <= LARGEST and isinstance(exponent, int) and len(value.as_tuple().digits) <= 2 * DECIMALS


def _reading(figure: Figure, text: str, rate: int, conversion: str, tag: str, *, is_loss: bool) -> Reading:
    low, *rest = _plain(figure)
    value: Decimal | None = -low if is_loss else low
    ends: tuple[Decimal | None, Decimal | None] = (None, None)
    relations = figure.relations or ("unqualified",)
    if figure.shape == "range":
        relations, value, ends = (*figure.relations, "between"), None, (low, rest[0])
    elif figure.shape == "pair":
        value = None
    unit = f"{_unit(figure, tag)}{text[figure.end : rate] if rate else ''}"
    number, words = text[figure.start : rate or figure.end], text[figure.from_ : rate or figure.to]
    qualifier = "" if figure.shape == "magnitude" else figure.qualifier
    pair = (low, *rest) if figure.shape == "pair" else ()
    return Reading(relations, value, *ends, unit, qualifier, number, words, pair, conversion)


def _plain(figure: Figure) -> list[Decimal]:
    """Its numbers without what a scale or a share left after the point: 1500000000, 66.67, but 6.0."""
    is_share = figure.doubt == "share"
    values = (_rounded(number.value) if is_share else number.value for number in figure.numbers)
    scaled = (is_share or number.scaled for number in figure.numbers)
    return [Decimal(f"{v.normalize():f}") if short else v for v, short in zip(values, scaled, strict=True)]


def _rounded(share: Decimal) -> Decimal:
    """A share with two decimals, or with as many as show that it is not nothing: one in a million."""
    return round(share, _DECIMALS if abs(share) >= _SMALLEST else DECIMALS // 2)


def _unit(figure: Figure, tag: str) -> str:
    """The unit as a record has it: a share and money by their usual name, a measure as printed."""
    own = language(tag).table.get("units", {}).get(figure.unit) or ()
    if figure.unit in {PERCENT, POINT, BASIS_POINT, PERMILLE} and own:
        return str(own[0])
    is_money = figure.unit.isupper() or figure.unit == "dollar"
    return figure.unit if is_money else figure.unit_words
