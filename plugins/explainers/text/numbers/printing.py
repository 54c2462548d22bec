"""Numbers in words and digits: found in prose, and printed for readers."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_UNITS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_TENS = "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split()
_LARGE = "dozen dozens hundred hundreds thousand thousands million millions billion billions trillion half".split()
# `one` is left out: it is a pronoun far more often than a figure.
NUMBER_WORDS = (*_UNITS, *_TENS, *_LARGE)
_WORDS = "|".join(NUMBER_WORDS)
_TYPED = re.compile(rf"\b\d[\d,. ]*\d\b|\b\d+\b|\b(?:{_WORDS})\b", re.IGNORECASE)
_SCALES = {
    10: "tens",
    100: "hundreds",
    1000: "thousands",
    10_000: "tens of thousands",
    100_000: "hundreds of thousands",
}
_MILLIONS = {10**6: "millions", 10**7: "tens of millions", 10**8: "hundreds of millions", 10**9: "billions"}


def typed_figures(text: str) -> list[tuple[int, str]]:
    """Every number typed in prose, in digits or words, with its offset. A name's number (`G7`) is not one."""
    return [(m.start(), m[0]) for m in _TYPED.finditer(text)]


@lru_cache(maxsize=4096)
def grouped(value: Decimal) -> str:
    """A number with thin groups of three, as newspapers print it: 50,000 or 0.5."""
    whole = value == value.to_integral_value()
    digits = f"{int(value):,}" if whole else f"{value.normalize():,f}"
    return digits.replace("-", "−")


def article(words: str) -> str:
    """`a` or `an`, as it stands before a figure in words or digits: a 50,000, an 8, an 11, an 80,000, an unstated."""
    first = words.lstrip("$€£¥₹±+−-").split(",")[0].split(".")[0].split(" ")[0].split("-")[0].rstrip("%")
    if first.isdecimal():
        return "an" if first[0] == "8" or first in {"11", "18"} else "a"
    return "an" if words[:1].casefold() in {"a", "e", "i", "o"} or words.startswith(("up ", "un")) else "a"


def in_short(value: Decimal) -> str:
    """A round number for the tick of an axis: 50,000, 2.5 million, 1 trillion."""
    words = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
    for size, word in words:
        if abs(value) >= size:
            return f"{grouped(value / size)} {word}"
    return grouped(value)


def magnitude(value: Decimal) -> str | None:
    """The order of magnitude in words (10000: tens of thousands), or None if it is not a power of ten."""
    number = int(value)
    return {**_SCALES, **_MILLIONS}.get(number) if value == number else None
