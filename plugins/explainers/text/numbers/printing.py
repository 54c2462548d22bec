"""Figures printed for readers, as the language of the site writes them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from explainers.text.numbers import locales
from explainers.text.numbers.language import folded_words, language
from explainers.text.numbers.text_figures import figures
from explainers.text.numbers.units import is_money, rate_of, sign_of, unit_named

_LARGE = (10**12, 10**9, 10**6)
_DECIMALS = 2


def grouped(value: Decimal, tag: str = "en") -> str:
    """A number with groups of three, as newspapers print it, a large and round one with words: 50,000, 1.5 billion."""
    return _grouped(f"{value}", tag)


# By its digits, as 6 and 6.0 are one key, and not one figure.
@lru_cache(maxsize=4096)
def _grouped(digits: str, tag: str) -> str:
    value = Decimal(digits)
    words = _in_words(value, tag) if abs(value) >= _LARGE[-1] else ""
    return words or locales.written(value, tag).replace("-", "−")


def ungrouped(value: Decimal) -> str:
    """A year: 2026."""
    return f"{int(value)}"


def _in_words(value: Decimal, tag: str) -> str:
    """A number as some millions or billions, if two decimals are enough for all of it."""
    size = next(size for size in _LARGE if abs(value) >= size)
    share = value / size
    if share != round(share, _DECIMALS):
        return ""
    words = locales.written_short(value, tag, _DECIMALS)
    # Not every language counts in millions: what does not come to the same is printed in full.
    read = figures(words, tag)
    same = len(read) == 1 and read[0].end == len(words) and abs(value) == abs(read[0].value)
    return words.replace("-", "−") if same else ""


def article(words: str) -> str:
    """`a` or `an`, as it precedes a figure in words or digits: a 50,000, an 8, an 11, an 80,000, an unstated."""
    first = words.lstrip("$€£¥₹±+−-").split(",")[0].split(".")[0].split(" ")[0].split("-")[0].rstrip("%")
    if first.isdecimal():
        return "an" if first[0] == "8" or first in {"11", "18"} else "a"
    return "an" if words[:1].casefold() in {"a", "e", "i", "o"} or words.startswith(("up ", "un")) else "a"


def magnitude(value: Decimal, tag: str = "en") -> str | None:
    """The order of magnitude in words (10000: tens of thousands); None if the language has none for it."""
    words = language(tag).table.get("magnitudes", {})
    return next((word for word, size in words.items() if size == value), None)


def printed_words(tag: str) -> Mapping[str, str]:
    """How the language prints qualifiers and ranges; as English does where it has no table."""
    found: Mapping[str, str] = language(tag).table.get("printed") or language(locales.FALLBACK).table["printed"]
    return found


def affixes(unit: str, value: Decimal, tag: str = "en") -> tuple[str, str]:
    """What precedes and follows a number in a unit: `US$`, ` per cent`, `%`. Nothing, for what is counted."""
    name = unit_named(unit, tag) or unit_named(unit)
    if not name:
        return "", ""
    rate = rate_of(unit, tag)
    if rate and unit_named(rate[0], tag) == name:
        before, after = affixes(rate[0], value, tag)
        return before, f"{after}{rate[1]}"
    sign = sign_of(unit, name) if is_money(name) else ""
    if sign:
        joint = "\u00a0" if sign.isalpha() else ""
        return (f"{sign}{joint}", "") if locales.sign_goes_first(tag) else ("", f"\u00a0{sign}")
    if not any(letter.isalpha() for letter in unit) and not unit.startswith("°"):
        return "", unit
    return "", f"\u00a0{unit}" if _is_sign(unit) else f" {_inflected(unit, name, value, tag)}"


def _is_sign(unit: str) -> bool:
    """Whether a unit is a sign such as km or °C, and no word."""
    return unit.startswith("°") or (len(unit) <= 3 and " " not in unit and locales.is_short_name(folded_words(unit)))


def _inflected(unit: str, name: str, value: Decimal, tag: str) -> str:
    """A word for a unit in the singular or the plural."""
    for own in (tag, locales.FALLBACK):
        table = language(own).table
        nouns = [word for word, unit_ in table.get("money", {}).items() if unit_ == name and folded_words(unit) in word]
        if folded_words(unit) in nouns and len(nouns) == 2:
            return unit if value in {1, -1} else max(nouns, key=len)
        forms = [word for word in table.get("units", {}).get(name, ()) if " " in word or word.isalpha()]
        if folded_words(unit) in map(folded_words, forms[:2]) and len(forms) > 1 and forms[0] in forms[1]:
            return str(forms[0] if value in {1, -1} else forms[1])
        found = locales.inflected(folded_words(unit), name, value, own)
        if found:
            return found
    return unit
