"""Initials that stand for a name, where that is certain: the U.S., and those that a text introduces in brackets."""

from __future__ import annotations

import re
from collections.abc import Mapping

from explainers.drafts.article.speaker_words import CONNECTED

_WELL_KNOWN = {"US": "United States", "UK": "United Kingdom", "UN": "United Nations", "EU": "European Union"}
# The Northport Flood Board (NFB).
_INTRODUCED = re.compile(r"(?<![\w’'-])((?:[\w’'-]+ ){2,9})\((?:the )?([A-Z](?:\.?[A-Z]){1,7}\.?)\)")


def names_by_initials(text: str) -> Mapping[str, str]:
    """The names that initials stand for in a text, by the initials without dots.

    Initials that two names would share are left out, unless everyone knows them.
    """
    found: dict[str, set[str]] = {}
    for words, printed in _INTRODUCED.findall(text):
        initials = printed.replace(".", "")
        if name := _spelled_out(words.split(), initials):
            found.setdefault(initials, set()).add(name)
    return {initials: next(iter(names)) for initials, names in found.items() if len(names) == 1} | _WELL_KNOWN


def _spelled_out(words: list[str], initials: str) -> str:
    """The last words that begin with the initials, in their order; of, for and the like need not be among them."""
    left, at = initials, len(words)
    while left and at:
        at -= 1
        if words[at][0] == left[-1]:
            left = left[:-1]
        elif words[at] not in CONNECTED:
            return ""
    return "" if left else " ".join(words[at:])
