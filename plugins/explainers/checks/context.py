"""What a rule may look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from explainers.graph.graph import Graph
from explainers.kinds import KINDS, Kinds
from explainers.model.base import Record
from explainers.model.declared import NOTHING_DECLARED, Declared
from explainers.model.walk import value_at
from explainers.text.file_text import Span
from explainers.tree.nodes import Loc

# What a field has that is not in the file; in a file without mistakes, nothing is empty.
_LEFT_OUT = (None, "")


@dataclass(frozen=True, eq=False)
class Context:
    """The records and all else that a rule may look at.

    `snapshots` holds texts by their sha256, `fingerprints` these by the names of their files; `used_sources`,
    `used_records` and `used_terms` are what hand-written pages use. `language` is that of our texts, `declared` what
    the site declares. `memo` is where `gathered` keeps what several rules look at.
    """

    graph: Graph
    kinds: Kinds = KINDS
    snapshots: Mapping[str, str] = field(default_factory=dict)
    used_sources: frozenset[str] = frozenset()
    used_records: frozenset[str] = frozenset()
    used_terms: frozenset[str] = frozenset()
    language: str = "en"
    declared: Declared = NOTHING_DECLARED
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    memo: dict[Any, Any] = field(init=False, repr=False, default_factory=dict)

    @property
    def is_english(self) -> bool:
        """Whether our texts are in English, the only language whose grammar the rules know."""
        return self.language.casefold().split("-")[0] == "en"

    def is_broken(self, id: str) -> bool:
        """Whether there is a record with an id, and mistakes in it: what it lacks may be what could not be read."""
        document = self.graph.documents.get(id)
        return document is not None and not document.has_no_errors

    def span(self, record: Record, loc: Loc = ()) -> Span:
        """The place of a part of a record."""
        return self.graph.documents[record.id].span(loc)

    def key_span(self, record: Record, loc: Loc) -> Span:
        """The place of a key of a record."""
        return self.graph.documents[record.id].key_span(loc)

    def find(self, record: Record, loc: Loc, words: str, *, nth: int = 0) -> Span:
        """The place of some words in a text of a record, also where the file folds them over two lines."""
        document = self.graph.documents[record.id]
        if document.tree is None:
            return document.span(loc)
        node = document.tree.node(document.in_file(loc)[0])
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
        matches = pattern.finditer(document.tree.source.text, node.start, node.end)
        match = next(islice(matches, nth, None), None)
        return document.tree.source.span(*match.span()) if match else document.span(loc)

    def written(self, record: Record, loc: Loc) -> bool:
        """Whether the file has a key, its value right or wrong: what is wrong is not missing."""
        document = self.graph.documents[record.id]
        if value_at(record, loc) not in _LEFT_OUT:
            return True
        if document.has_no_errors or document.tree is None:
            return False
        return document.tree.has_key(document.in_file(loc)[0])

    def texts(self, record: Record) -> Iterable[tuple[Loc, str]]:
        """Every text of a record's file with its path in the record; not those in parts that were taken out."""
        tree = self.graph.documents[record.id].tree
        return in_record(tree.texts(), record) if tree else ()


def in_record(texts: Iterable[tuple[Loc, str]], record: Record) -> Iterable[tuple[Loc, str]]:
    """Texts with their paths in the record, where a file may have list entries that the record lost."""
    kept = record.kept
    if not kept:
        return texts
    return ((place, text) for loc, text in texts if (place := _without_lost(loc, kept)) is not None)


def _without_lost(loc: Loc, kept: Mapping[Loc, tuple[int, ...]]) -> Loc | None:
    """A path in a file as it is in the record, or None if it leads into a part that was taken out."""
    place: Loc = ()
    for index, step in enumerate(loc):
        left = kept.get(loc[:index], ())
        if left and step not in left:
            return None
        place = (*place, left.index(step) if left and isinstance(step, int) else step)
    return place
