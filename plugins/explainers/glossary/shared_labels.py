"""Labels that two terms share, and whether that is as it should be."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from explainers.glossary.words import key
from explainers.kinds.term.model import Term


def two_fields(one: Term, other: Term) -> bool:
    """Whether two terms say that they belong to different fields: then they may share a label."""
    return bool(one.domain and other.domain and one.domain.casefold() != other.domain.casefold())


def told_apart(one: Term, label: str, other: Term, another: str) -> bool:
    """Whether two labels that read the same differ in capitals, and these count: Labour and labour."""
    return label != another and (label in one.capitals or another in other.capitals)


def defined_twice(terms: Iterable[Term]) -> bool:
    """Whether two of some terms share a label and should not."""
    return any(_share_a_label(one, other) and not two_fields(one, other) for one, other in combinations(terms, 2))


def _share_a_label(one: Term, other: Term) -> bool:
    return any(
        key(label) == key(another) and not told_apart(one, label, other, another)
        for label in one.names
        for another in other.names
    )
