"""Expressions that our texts treat as names or set off: capitalised in the middle of a sentence, or emphasised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainers.checks.sentences import sentences
from explainers.checks.voice import OwnText, unquoted, words_of
from explainers.glossary.quotations import blanked

_REST = r"[^\W\d_]*(?:[-’'][^\W\d_]+)*"
# The letter comes before the look behind for where a word begins: no capital, nothing to look at.
_START = r"[A-Z](?<=\b[A-Z])"
# Two capitalised words or more, joined by small ones that names have in them.
_NAME = re.compile(rf"{_START}{_REST}(?: (?:(?:of|the|for|and|de|von|van) )*[A-Z]{_REST})+")
_SHORT = re.compile(rf"{_START}[A-Z]+\b")
# Wherever either occurs, and in some other places; found in half the time that it takes to look for each.
_CAPITALS = re.compile(r"[A-Z][A-Z]|[A-Z][^ ]* (?:(?:of|the|for|and|de|von|van) )*[A-Z]")
_LINK = re.compile(r"\[\[[^\[\]]*\]\]")
_EMPHASISED = re.compile(r"(?<![\w*\\])\*{1,2}(?P<words>[^\s*][^*\n]*?)\*{1,2}(?!\w)")
_MOST_WORDS = 5
# Words that emphasis stresses, and does not name.
_STRESSED = frozenset(
    """about all almost and any at before after both but could did do does each east either every few fewer first from
    had has he her his how if in is it its last less many may more most must nearly neither never no none nor north not
    of on one only or our over same several she should some south than that their them then there these they this those
    two under was we were west what when where which who whole why will with without would""".split()
)
Found = tuple[int, int]


def expressions(passage: OwnText) -> Iterator[Found]:
    """Where such expressions occur in our own text, links and quotations aside."""
    text = _unlinked(passage)
    names = list(_NAME.finditer(text))
    starts = _starts(text) if names else set()
    for match in names:
        start, end = match.span()
        if start in starts:
            # The first word of a sentence has its capital anyway.
            start = match.start() + match[0].index(" ") + 1
            while text[start].islower():
                start = text.index(" ", start) + 1
        if " " in text[start:end]:
            yield start, end
    yield from (match.span() for match in _SHORT.finditer(text))
    for match in _EMPHASISED.finditer(passage.text):
        words = match["words"].casefold().split()
        if len(words) <= _MOST_WORDS and not _STRESSED.issuperset(words) and "\ufffc" not in text[slice(*match.span())]:
            yield match.span("words")


def may_have_expressions(text: str) -> bool:
    """Whether it is worth while to take out marks and quotations, in which none counts."""
    return "*" in text or bool(_CAPITALS.search(words_of(text) if "\\" in text else text))


def _unlinked(passage: OwnText) -> str:
    return blanked(unquoted(passage), (match.span() for match in _LINK.finditer(passage.text)))


def _starts(text: str) -> set[int]:
    """Where the first word of each sentence is."""
    parts = ((start, text[start:end]) for start, end in sentences(text))
    return {start + len(part) - len(part.lstrip(" “(*")) for start, part in parts}
