"""The qualifier next to a figure: more than, up to, an estimated, or so, <."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from explainers.text.numbers.language import Language, alternatives, folded_words

_NEAR = 70
_SIGNS = {
    "<": ("fewer-than",), ">": ("more-than",), "≤": ("at-most", "up-to"), "≥": ("at-least",), "~": ("about",),
    "≈": ("about",), "±": ("about",),
}  # fmt: skip
_SIGN = re.compile(r"([<>≤≥~≈])\s?$")


class Qualifier(NamedTuple):
    """A qualifier in a text: its words, the relations that a record may give the figure, and its place."""

    words: str
    relations: tuple[str, ...]
    start: int
    end: int


def before(text: str, start: int, language: Language) -> Qualifier | None:
    """The qualifier before a figure that begins there."""
    sign = _SIGN.search(text, max(0, start - 3), start)
    if sign:
        return Qualifier(sign[1], _SIGNS[sign[1]], sign.start(), start)
    pattern = _before(language)
    found = pattern.search(text, max(0, start - _NEAR), start) if pattern else None
    if not found:
        return None
    words = found["words"]
    return Qualifier(words, language.before[folded_words(words)], found.start(), start)


def opening(text: str, start: int, language: Language) -> int:
    """Where a qualifier begins that is on both sides of a figure: in the 8 billion range."""
    around = alternatives(language.words("around"))
    found = re.compile(rf"\b(?:{around})\s+$", re.IGNORECASE).search(text, max(0, start - _NEAR), start)
    return found.start() if around and found else start


def after(text: str, end: int, language: Language) -> Qualifier | None:
    """The qualifier after a figure that ends there."""
    pattern = _after(language)
    found = pattern.match(text, end, end + _NEAR) if pattern else None
    if not found:
        return None
    words = found["words"]
    return Qualifier(words, language.after[folded_words(words)], end, found.end())


@lru_cache(maxsize=32)
def _before(language: Language) -> re.Pattern[str] | None:
    words, through = alternatives(language.before), alternatives(language.words("through"))
    if not words:
        return None
    skipped = rf"(?:(?:{through})\s*)*" if through else ""
    return re.compile(rf"(?<![\w-])(?P<words>{words})(?:(?<=[’'])|\s+){skipped}$", re.IGNORECASE)


@lru_cache(maxsize=32)
def _after(language: Language) -> re.Pattern[str] | None:
    words = alternatives(language.after)
    return re.compile(rf"[\s,-]*(?P<words>{words})(?!\w)", re.IGNORECASE) if words else None
