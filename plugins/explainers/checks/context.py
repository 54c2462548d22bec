"""What a rule may look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from explainers.graph.graph import Graph
from explainers.kinds import KINDS, Kinds
from explainers.model.base import Record
from explainers.model.decode import in_file
from explainers.text.source import Span
from explainers.tree import nodes
from explainers.tree.nodes import Loc


@dataclass(frozen=True, eq=False)
class Context:
    """The records and what stands beside them.

    `snapshots` holds texts by their sha256; `used_sources` and `used_records` are what hand-written pages
    use.
    """

    graph: Graph
    kinds: Kinds = KINDS
    snapshots: Mapping[str, str] = field(default_factory=dict)
    used_sources: frozenset[str] = frozenset()
    used_records: frozenset[str] = frozenset()

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
        node = document.tree.node(in_file(loc, record.kept))
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
        matches = pattern.finditer(document.tree.source.text, node.start, node.end)
        match = next(islice(matches, nth, None), None)
        return document.tree.source.span(*match.span()) if match else document.span(loc)

    def written(self, record: Record, loc: Loc) -> bool:
        """Whether a key stands in the file, its value right or wrong: what is wrong is not missing."""
        tree = self.graph.documents[record.id].tree
        parent = tree.node(in_file(loc, record.kept)[:-1]) if tree else None
        return isinstance(parent, nodes.Mapping) and any(key.value == loc[-1] for key, _ in parent.entries)

    def texts(self, record: Record) -> Iterator[tuple[Loc, str]]:
        """Every text of a record's file with its path in the record; not those in parts that were taken out."""
        tree = self.graph.documents[record.id].tree
        for loc, scalar in nodes.texts(tree.root) if tree else ():
            place = in_record(loc, record) if record.kept else loc
            if place is not None:
                yield place, scalar.value


def in_record(loc: Loc, record: Record) -> Loc | None:
    """A path in a file as it is in the record, or None if it leads into a part that was taken out."""
    place: Loc = ()
    for index, step in enumerate(loc) if record.kept else ():
        left = record.kept.get(loc[:index], ())
        if left and step not in left:
            return None
        place = (*place, left.index(step) if left and isinstance(step, int) else step)
    return place if record.kept else loc
