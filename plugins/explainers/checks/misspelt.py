"""The word that a misspelt one was probably intended to be. Mere similarity is not enough."""

from __future__ import annotations

import re
from collections.abc import Iterable

from explainers.glossary.forms import plurals

# From so many letters on, one slip is forgiven, and two, but none in the first letter: `fountain` is no `mountain`.
_ONE, _TWO = 5, 9


def misspelt(word: str, known: Iterable[str]) -> str | None:
    """The known word of which a word is another spelling, the plural, or a slip away."""
    typed = _plain(word)
    found = [
        (_distance(typed, form), name)
        for name in known
        for form in {_plain(each) for each in _forms(name)}
        if form[:1] == typed[:1]
    ]
    fitting = [(slips, name) for slips, name in found if slips <= _forgiven(name, typed)]
    return min(fitting)[1] if fitting else None


def _forms(name: str) -> tuple[str, ...]:
    return (name, *plurals(name))


def _forgiven(name: str, typed: str) -> int:
    shorter = min(len(name), len(typed))
    return (shorter >= _ONE) + (shorter >= _TWO)


def _plain(word: str) -> str:
    """A word without what is only another way to write it: Media_Organization, media organisation."""
    return re.sub(r"[\s_-]+", "-", word.strip().casefold()).replace("ization", "isation").replace("zation", "sation")


def _distance(one: str, other: str) -> int:
    """The slips from one word to another: a letter too many, missing, or wrong, or two swapped. (Damerau 1964)"""
    if abs(len(one) - len(other)) > 2:
        return 3
    above: list[int]
    before: list[int] = []
    row: list[int] = [*range(len(other) + 1)]
    for at, char in enumerate(one, start=1):
        above, before, row = before, row, [at]
        for to, meant in enumerate(other, start=1):
            slips = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (char != meant))
            if at > 1 and to > 1 and char == other[to - 2] and one[at - 2] == meant:
                slips = min(slips, above[to - 2] + 1)
            row.append(slips)
    return row[-1]
