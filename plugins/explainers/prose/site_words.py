"""Words that records use for what something is, as pages print them."""

from __future__ import annotations

from collections.abc import Iterable

from explainers.glossary.forms import plurals
from explainers.model.declared import DeclaredWord


def label(word: str, declared: Iterable[DeclaredWord]) -> str:
    """A word as the site has it; else itself: `trade-union` is Trade union, and `UN agency` keeps its capitals."""
    own = _own(word, declared)
    spaced = word if " " in word else word.replace("-", " ")
    return (own.label if own else "") or f"{spaced[:1].upper()}{spaced[1:]}"


def several(word: str, declared: Iterable[DeclaredWord], *, language: str) -> str:
    """A word as the heading over several records: in the plural, where we know it."""
    own = _own(word, declared)
    one = label(word, declared)
    return (own.plural if own else "") or next(iter(plurals(one, language=language)), one)


def _own(word: str, declared: Iterable[DeclaredWord]) -> DeclaredWord | None:
    return next((each for each in declared if each.word == word), None)
