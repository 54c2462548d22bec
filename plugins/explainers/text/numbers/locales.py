"""What Babel knows of a language: separators, scales, months, currencies, units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from babel import Locale

FALLBACK = "en"


@lru_cache(maxsize=64)
def locale(language: str) -> Locale:
    """The locale of a language tag, or of its first part; English where Babel knows neither."""
    # To load Babel takes as long as to check a hundred records, and not every command has figures.
    from babel import Locale, UnknownLocaleError

    for tag in (language, language.replace("_", "-").split("-")[0]):
        try:
            return Locale.parse(tag.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(FALLBACK)


@lru_cache(maxsize=64)
def separators(language: str) -> tuple[str, str]:
    """The sign before decimals and the one between groups, in the digits that the language writes first."""
    found = locale(language)
    symbols = found.number_symbols
    own = symbols.get(found.default_numbering_system) or symbols["latn"]
    return own.get("decimal") or ".", own.get("group") or ","


def scales(language: str) -> Iterator[tuple[str, Decimal]]:
    """The words for thousand, million and so on, in all their forms, folded."""
    formats = locale(language).compact_decimal_formats
    for length in ("long", "short"):
        for patterns in formats[length].values() if length in formats else ():
            for size, pattern in patterns.items():
                digits = pattern.pattern.count("0")
                word = pattern.pattern.replace("0", "").replace("'", "").strip(" \u00a0\u202f¤").casefold()
                if (digits and len(word) > 1) or (word and not word.isascii()):
                    yield word, Decimal(int(size) // 10 ** max(digits - 1, 0))


def months(language: str) -> frozenset[str]:
    """The names of the months, short ones too."""
    named = locale(language).months
    return frozenset(
        name.rstrip(".")
        for way in named.values()
        for width, names in way.items()
        if width != "narrow"
        for name in names.values()
        if not name.isdecimal()
    )


def currencies(language: str) -> Iterator[tuple[str, str]]:
    """The names of currencies in the singular and the plural, folded, each with its code."""
    data: Any = locale(language)._data
    plurals: Mapping[str, Mapping[str, str]] = data["currency_names_plural"]
    for code, name in locale(language).currencies.items():
        forms = [*plurals[code].values()] if code in plurals else []
        yield from ((form.casefold(), code) for form in (name, *forms) if "(" not in form)


def codes() -> frozenset[str]:
    """The codes of currencies. (ISO 4217)"""
    return frozenset(locale(FALLBACK).currencies)


def measures(language: str) -> Iterator[tuple[str, str]]:
    """The names and signs of units of measure, folded, each with Babel's name of the unit."""
    # British and American English spell metres otherwise; no other language has two spellings of its units.
    for tag in (language, "en-GB") if language.split("-")[0] == "en" else (language,):
        data: Any = locale(tag)._data
        for unit, widths in data["unit_patterns"].items():
            for width in ("long", "short"):
                patterns = widths.get(width, {})
                for form, pattern in patterns.items() if hasattr(patterns, "items") else ():
                    if form != "per" and isinstance(pattern, str):
                        word = pattern.replace("{0}", "").strip(" \u00a0\u202f").casefold()
                        if word:
                            yield word, unit
