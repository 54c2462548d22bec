"""Which documents are there already: by DOI, by address, by title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainers.drafts.item import UNTITLED
from explainers.kinds.source.csl import CslItem
from explainers.kinds.source.identity import identities

_SAME = {"DOI": "the same DOI", "URL": "the same address"}


class Known:
    """The documents that there are, each by what identifies it."""

    def __init__(self) -> None:
        self._by: dict[tuple[str, str], str] = {}
        self._titles: dict[str, list[tuple[str, str, str, str]]] = {}

    def add(self, id: str, csl: CslItem, year: str) -> None:
        """Note a document."""
        for identity in identities(csl):
            self._by.setdefault(identity, id)
        if csl.title != UNTITLED:
            self._titles.setdefault(_folded(csl.title), []).append((id, year, _author(csl), csl.doi.casefold()))

    def same(self, csl: CslItem, year: str) -> tuple[str, str] | None:
        """The id of the same document, and what shows it."""
        return next(self._found(csl, year), None)

    def _found(self, csl: CslItem, year: str) -> Iterator[tuple[str, str]]:
        for key, value in identities(csl):
            if id := self._by.get((key, value)):
                yield id, _SAME[key]
        # An editorial has the title of many others: year and author have to be the same as far as they are known.
        for id, *facts in self._titles.get(_folded(csl.title), []):
            own = (year, _author(csl), csl.doi.casefold())
            if all(not one or not other or one == other for one, other in zip(own, facts, strict=True)):
                yield id, "the same title"


def _folded(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))


def _author(csl: CslItem) -> str:
    return next((_folded(name.family or name.printed) for name in csl.author), "")
