"""How one language writes figures: what Babel knows, and the table of the language, if there is one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from explainers.text.numbers import locales

_TABLES = Path(__file__).parent / "languages"
# What may come between the digits of one number in any language: spaces, and the Swiss apostrophe.
SPACES = " \u00a0\u2009\u202f"
_APOSTROPHES = "'’"


def folded_words(words: str) -> str:
    """Words as they are looked up: without capitals, each space a plain one."""
    return " ".join(words.casefold().split())


@lru_cache(maxsize=32)
def language(tag: str) -> Language:
    """The language of a tag such as `de` or `de-CH`; of one without a table, what Babel knows of it."""
    own = tag.replace("_", "-").casefold().split("-")[0]
    path = _TABLES / f"{own}.toml"
    known = own.isalpha() and path.is_file()
    return Language(tag, tomllib.loads(path.read_text(encoding="utf-8")) if known else {})


@dataclass(frozen=True, eq=False)
class Language:
    """The words and signs of a language, and the patterns made of them."""

    tag: str
    table: Mapping[str, Any]

    @property
    def is_known(self) -> bool:
        """Whether there is a table: only then are qualifiers and numbers in words known."""
        return bool(self.table)

    def words(self, name: str) -> tuple[str, ...]:
        """A list of the table, folded."""
        return tuple(folded_words(word) for word in self.table.get(name, ()))

    @cached_property
    def decimal(self) -> str:
        """The sign before decimals."""
        return locales.separators(self.tag)[0]

    @property
    def group(self) -> str:
        """The sign between groups of digits that the language itself uses."""
        return locales.separators(self.tag)[1]

    @cached_property
    def groups(self) -> str:
        """The signs between groups of digits."""
        return "".join(dict.fromkeys(locales.separators(self.tag)[1] + SPACES + _APOSTROPHES))

    @cached_property
    def scales(self) -> Mapping[str, Decimal]:
        """Words that multiply the number before them, folded."""
        own = {folded_words(word): Decimal(size) for word, size in self.table.get("scales", {}).items()}
        return {**dict(locales.scales(self.tag)), **own}

    @cached_property
    def letters(self) -> Mapping[str, Decimal]:
        """Letters that do so close up to the digits."""
        return {letter: Decimal(size) for letter, size in self.table.get("letters", {}).items()}

    @cached_property
    def attached(self) -> Mapping[str, str]:
        """Letters close up to the digits that are a unit, as they are spelt: 15C."""
        return dict(self.table.get("attached", {}))

    @cached_property
    def stems(self) -> Mapping[str, Decimal]:
        """Beginnings of words that do so."""
        return {folded_words(stem): Decimal(size) for stem, size in self.table.get("stems", {}).items()}

    @cached_property
    def small(self) -> Mapping[str, int]:
        """The numbers in words that are added up, folded."""
        return {folded_words(word): int(value) for word, value in self.table.get("words", {}).items()}

    @cached_property
    def magnitudes(self) -> Mapping[str, Decimal]:
        """Words for an order of magnitude, folded."""
        return {folded_words(word): Decimal(size) for word, size in self.table.get("magnitudes", {}).items()}

    @cached_property
    def fractions(self) -> Mapping[str, Fraction]:
        """Words for a part of the whole, folded."""
        return {folded_words(word): Fraction(1, size) for word, size in self.table.get("fractions", {}).items()}

    @cached_property
    def before(self) -> Mapping[str, tuple[str, ...]]:
        """Words before a figure, folded, with the relations that a record may give it."""
        return _by_words(self.table.get("before", {}))

    @cached_property
    def after(self) -> Mapping[str, tuple[str, ...]]:
        """The same of words after it."""
        return _by_words(self.table.get("after", {}))

    @cached_property
    def labels(self) -> frozenset[str]:
        """Words before a number that make it a name: article, type."""
        return frozenset(folded_words(self.table.get("names", {}).get("labels", "")).split())

    @cached_property
    def plain(self) -> frozenset[str]:
        """Words that are no names, whatever their first letter."""
        return frozenset(folded_words(self.table.get("names", {}).get("plain", "")).split())

    @cached_property
    def months(self) -> frozenset[str]:
        """The names of the months, as they are spelt."""
        return locales.months(self.tag) | frozenset(self.table.get("months", ()))

    def scale(self, word: str) -> Decimal | None:
        """The scale that a word is, if it is one."""
        known = self.scales.get(word) or self.scales.get(word.rstrip("."))
        if known is None and self.stems:
            known = next((size for stem, size in self.stems.items() if word.startswith(stem)), None)
        return known


def alternatives(words: Iterable[str]) -> str:
    """A pattern for one of some words, the longest first; any space between them will do."""
    ordered = sorted(set(words), key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered)


def _by_words(table: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    return {folded_words(word): tuple(relations.split()) for relations, words in table.items() for word in words}
