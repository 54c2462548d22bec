"""Figures in words that can be nothing else: two billion, fifty thousand, twenty-five million."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from explainers.checks.quoted_figures import QuotedFigure, qualified

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_TEENS = "seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: value for value, word in enumerate((*_ONES, *_TEENS), 1)} | {
    word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ANY = "|".join(sorted(_VALUES, key=len, reverse=True))
_SPELLED = re.compile(
    rf"\b(?P<number>{_ANY})(?:-(?P<ones>{'|'.join(_ONES[:9])}))? (?P<scale>{'|'.join(_SCALES)})\b"
    r"(?! (?:and|thousand|million))",
    re.IGNORECASE,
)


def spelled(text: str) -> Iterator[tuple[int, QuotedFigure]]:
    """The figures with their offsets; a small number without a scale is a word more often than a figure."""
    for match in _SPELLED.finditer(text):
        ones = _VALUES[match["ones"].casefold()] if match["ones"] else 0
        value = (_VALUES[match["number"].casefold()] + ones) * _SCALES[match["scale"].casefold()]
        yield match.start(), qualified(match[0], Decimal(value), text, match.start(), match.end())
