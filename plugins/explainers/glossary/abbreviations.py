"""Abbreviations and their long forms: NATO (North Atlantic Treaty Organization).

A term whose label is the long form and whose other labels hold an abbreviation has it spelled out after its first
use on a page. An abbreviation that is known better than its long form is the label itself, and is used alone.
"""

from __future__ import annotations

import re

from explainers.glossary.forms import plurals
from explainers.glossary.matcher import Match
from explainers.glossary.words import APOSTROPHES, HYPHENS
from explainers.kinds.term.model import Term

_OWNED = re.compile(rf"[{APOSTROPHES}]s?(?!\w)")


def long_form(term: Term, words: str, *, language: str = "en") -> str:
    """The long form of an abbreviation, in the plural if it is; empty if the words are not one of the term's."""
    short = [label for label in term.also if label.isupper() and sum(char.isalpha() for char in label) > 1]
    if term.term.isupper():
        return ""
    if words in short:
        return term.term
    several = next(iter(plurals(term.term, language=language)), "")
    return several if any(words in plurals(label, language=language) for label in short) else ""


def is_explained(text: str, match: Match) -> bool:
    """Whether the text itself has the long form of an abbreviation: it is in brackets, or brackets follow."""
    return text[: match.start].endswith("(") or text[match.end :].lstrip().startswith("(")


def place_behind(text: str, match: Match) -> int:
    """Where the long form can go: after the word with its possessive; 0 within a compound (NATO-led)."""
    owned = _OWNED.match(text, match.end)
    end = owned.end() if owned else match.end
    joined = text[end : end + 1] in tuple(HYPHENS) or text[match.start - 1 : match.start] in tuple(HYPHENS)
    return 0 if joined else end
