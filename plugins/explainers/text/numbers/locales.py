"""What Babel knows of a language: separators, scales, months, currencies, units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

FALLBACK = "en"


@lru_cache(maxsize=64)
def locale(language: str) -> Any:
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


def written(value: Decimal, language: str) -> str:
    """A number in digits, with the separators of the language."""
    from babel.numbers import format_decimal

    found = locale(language)
    # A magnitude of 6.0 is no magnitude of 6, and $2.50 no $2.5.
    decimals = f"{value:f}".partition(".")[2]
    pattern = found.decimal_formats[None].pattern
    format = pattern.replace(".###", f".{'0' * len(decimals)}") if decimals.endswith("0") else pattern
    return format_decimal(value, format, locale=found, decimal_quantization=False, numbering_system="default")


def written_short(value: Decimal, language: str, decimals: int) -> str:
    """A number with the word for its millions or billions."""
    from babel.numbers import format_compact_decimal

    found = locale(language)
    # Some languages have signs alone: 15億.
    length: Any = "long" if "long" in found.compact_decimal_formats else "short"
    return format_compact_decimal(
        value, format_type=length, locale=found, fraction_digits=decimals, numbering_system="default"
    )


@lru_cache(maxsize=64)
def sign_goes_first(language: str) -> bool:
    """Whether the currency sign precedes the number."""
    pattern: str = locale(language).currency_formats["standard"].pattern
    return pattern.lstrip("\u200f\u200e").startswith("¤")


@lru_cache(maxsize=1024)
def is_short_name(word: str) -> bool:
    """Whether a folded word is the sign of a measure: km."""
    data: Any = locale(FALLBACK)._data
    for widths in data["unit_patterns"].values():
        patterns = widths.get("short", {})
        found = patterns.get("other") if hasattr(patterns, "get") else None
        if isinstance(found, str) and found.replace("{0}", "").strip(" \u00a0\u202f").casefold() == word:
            return True
    return False


@lru_cache(maxsize=1024)
def inflected(unit: str, name: str, value: Decimal, language: str) -> str:
    """The form that a word for a unit has next to a number, or nothing if the word is not known."""
    for tag in (language, "en-GB") if language.split("-")[0] == "en" else (language,):
        data: Any = locale(tag)._data
        ways = [data["currency_names_plural"].get(name)] if name in data["currency_names_plural"] else []
        ways += [data["unit_patterns"][name].get("long")] if name in data["unit_patterns"] else []
        category = locale(tag).plural_form(abs(value))
        for forms in ways:
            words = {form: str(forms[form]).replace("{0}", "").strip() for form in forms if form != "per"}
            if unit in {word.casefold() for word in words.values()}:
                return words.get(category) or words["other"]
    return ""


def currency_codes() -> frozenset[str]:
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
