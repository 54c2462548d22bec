"""Those who made a source, as a byline has them: in their own order, all of them, and none but them."""

from __future__ import annotations

from collections.abc import Sequence

from explainers.kinds.source.csl import Name
from explainers.prose.reference.joining import tidy

# A newspaper credits everybody. A paper by three hundred physicists is named by its first three, and says so.
_MOST, _FIRST = 10, 3


def shown(names: Sequence[Name]) -> list[str]:
    """The names that have something to print."""
    return [words for name in names if (words := tidy(name.printed))]


def names(given: Sequence[Name]) -> str:
    """Names in a row: A; A and B; A, B and C; A, B, C and 8 others."""
    row = shown(given)
    if len(row) > _MOST:
        row = [*row[:_FIRST], f"{len(row) - _FIRST} others"]
    return " and ".join(filter(None, [", ".join(row[:-1]), *row[-1:]]))


def editors(given: Sequence[Name]) -> str:
    """Editors in the place of authors: Ann Reed (ed.); Ann Reed and Bo Li (eds)."""
    row = names(given)
    return f"{row} ({'ed.' if len(shown(given)) == 1 else 'eds'})" if row else ""
