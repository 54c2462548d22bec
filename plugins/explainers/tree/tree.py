"""One file's values, and their places, which are looked up only on demand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from explainers.text.file_text import SourceText, Span, as_lines, whole_file
from explainers.tree.nodes import Loc, Mapping, Node, Plain, Scalar, Sequence, plain, plain_texts
from explainers.tree.placed import placed
from explainers.tree.quick import values


@dataclass(frozen=True)
class Tree:
    """One file's path and bytes; `nodes`, where they were needed to read it. `just_read` are its values.

    These take three times the room of the file: once they are let go of, who asks for them has them read again.
    """

    path: str
    data: bytes = field(repr=False)
    nodes: Mapping | None = field(default=None, repr=False, compare=False)
    just_read: dict[str, Plain] | None = field(default=None, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The text, with one kind of line end."""
        return as_lines(self.data.decode())

    @property
    def values(self) -> dict[str, Plain]:
        """The values in the file, without places."""
        if self.just_read is not None:
            return self.just_read
        found = plain(self.nodes) if self.nodes else values(self.text)
        return plain(self.root) if found is None else found

    def let_go(self) -> None:
        """Keep no values."""
        object.__setattr__(self, "just_read", None)

    @cached_property
    def source(self) -> SourceText:
        """The text, in which places are counted."""
        return SourceText(self.path, self.text)

    @cached_property
    def root(self) -> Mapping:
        """The nodes with their places."""
        root = self.nodes or placed(self.source)[0]
        if root is None:
            raise RuntimeError(f"{self.path} was read without places, and cannot be read with them")
        return root

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the record itself: kept, because each place that is looked up asks for them."""
        return frozenset(self.values)

    @property
    def is_quick(self) -> bool:
        """Whether it was read without places: then nothing in it is empty."""
        return self.nodes is None

    def texts(self) -> Iterator[tuple[Loc, str]]:
        """Every text with its path, in the order of the file; nothing for what is empty."""
        return plain_texts(self.values)

    def has_key(self, loc: Loc) -> bool:
        """Whether the file has a key, its value right or wrong."""
        if loc[0] not in self.keys:
            return False
        node = self.node(loc[:-1])
        return isinstance(node, Mapping) and loc[-1] in node.below

    def node(self, loc: Loc) -> Node:
        """The node at a path of keys and indexes, or the nearest one above it that exists."""
        node: Node = self.root
        for step in loc:
            below = _child(node, step)
            if below is None:
                return node
            node = below
        return node

    def span(self, loc: Loc) -> Span:
        """The place of what is at `loc`: of a list or mapping its first line, of the record its file."""
        if not loc or loc[0] not in self.keys:
            return whole_file(self.path)
        node = self.node(loc)
        if node is self.root:
            return whole_file(self.path)
        end = node.end if isinstance(node, Scalar) else _line_end(self.source.text, node)
        return self.source.span(node.start, end)

    def key_span(self, loc: Loc) -> Span:
        """The place of the key that leads to `loc`, or of the value where there is no such key."""
        if loc[0] not in self.keys and loc[-1] not in self.keys:
            # What is missing in the record itself needs no places to be looked up.
            return whole_file(self.path)
        parent = self.node(loc[:-1])
        if isinstance(parent, Mapping) and loc[-1] in parent.below:
            key, _ = parent.below[str(loc[-1])]
            return self.source.span(key.start, key.end)
        return self.span(loc)

    def find(self, loc: Loc, needles: Iterable[str], *, after: int = 0) -> tuple[Span, int]:
        """The place of the last of some needles that follow each other in the text at `loc`, and the offset of its end.

        Only what comes after the offset `after` is looked at, so that a text is read once. A needle that is folded
        apart has the place of the whole text.
        """
        node = self.node(loc)
        at, end = -1, max(after, node.start)
        for needle in needles:
            at = self.source.text.find(needle, end, node.end)
            end = at + len(needle) if at >= 0 else end
        return (self.source.span(at, end) if at >= 0 else self.span(loc)), end


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return node.below[step][1] if isinstance(step, str) and step in node.below else None
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _line_end(text: str, node: Node) -> int:
    line_end = text.find("\n", node.start)
    return min(node.end, line_end if line_end >= 0 else len(text))
