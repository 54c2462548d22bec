"""Titles as reference managers mark them up, printed without their tags. (CSL-JSON, rich text in fields)

The tags are `<i>`, `<b>`, `<sub>`, `<sup>`, `<sc>`, and `<span>` for small capitals and for words that keep their case.
Any other tag, and one without its other half, is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_TAG = re.compile(
    r"<(?:(?P<end>/)?(?P<name>i|b|sub|sup|sc|span)|(?P<span>span)"
    r"(?:\s+(?:class=\"nocase\"|style=\"font-variant:\s*small-caps;?\"))?)>"
)
_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_SHIFTED = {"sup": _RAISED, "sub": _LOWERED}


@lru_cache(maxsize=4096)
def plain_text(text: str) -> str:
    """A title without its tags; what is raised or lowered stays so where there are characters for it."""
    if "</" not in text:
        return text
    tags = dict(_pairs(text))
    shown, shift, start = [""], [None], 0  # type: tuple[list[str], list[dict[int, int] | None], int]
    for tag in _TAG.finditer(text):
        if tag.start() not in tags:
            continue
        shown[-1] += text[start : tag.start()]
        start = tag.end()
        if tag["end"]:
            inner, table = shown.pop(), shift.pop()
            moved = inner.translate(table) if table else inner
            shown[-1] += moved if table is None or all(ord(char) in table for char in inner) else inner
        else:
            shown.append("")
            shift.append(_SHIFTED.get(tags[tag.start()]))
    return shown[-1] + text[start:]


def _pairs(text: str) -> Iterator[tuple[int, str]]:
    """Where the tags of whole pairs begin, and their names."""
    open_tags: list[tuple[int, str]] = []
    for tag in _TAG.finditer(text):
        name = tag["name"] or tag["span"]
        if not tag["end"]:
            open_tags.append((tag.start(), name))
        elif any(opened == name for _, opened in open_tags):
            while open_tags[-1][1] != name:
                open_tags.pop()
            yield open_tags.pop()
            yield tag.start(), name
