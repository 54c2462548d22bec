"""Whether a text is English: by the share of its words that every English text is full of."""

from __future__ import annotations

import re

_LITTLE = frozenset(
    """
    the of and to in a is that for it on was with as by said has have had be are were from at an this which his her
    their not but they its who will would been he she after more than
    """.split()
)
# English news has 30 to 50 words of these in a hundred, other languages at most twelve. A few sentences tell less.
_ENOUGH, _ENOUGH_OF_FEW = 0.2, 0.12
_FEW, _FEWEST = 100, 20
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Whether the rules for English can read a text. A text of a few words is taken for English."""
    words = [word.casefold() for word in _WORD.findall(text[:50_000])]
    enough = _ENOUGH if len(words) >= _FEW else _ENOUGH_OF_FEW
    return len(words) < _FEWEST or sum(word in _LITTLE for word in words) >= enough * len(words)
