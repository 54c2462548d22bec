"""Scalars, sequences and mappings, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explainers.text.source import SourceText, Span, whole_file

Loc = tuple[str | int, ...]
Plain = str | list["Plain"] | dict[str, "Plain"] | None


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text; `empty` where nothing (or a plain `null`) is written."""

    start: int
    end: int
    value: str
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    start: int
    end: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in the order they are written, no key twice."""

    start: int
    end: int
    entries: tuple[tuple[Scalar, Node], ...]
    flow: bool = False


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Tree:
    """One file's nodes and its text."""

    source: SourceText
    root: Mapping

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
        """The place of what stands at `loc`: of a list or mapping its first line, of the record its file."""
        node = self.node(loc)
        if node is self.root:
            return whole_file(self.source.path)
        end = node.end if isinstance(node, Scalar) else _line_end(self.source.text, node)
        return self.source.span(node.start, end)

    def key_span(self, loc: Loc) -> Span:
        """The place of the key that leads to `loc`, or of the value where there is no such key."""
        parent = self.node(loc[:-1])
        if isinstance(parent, Mapping):
            for key, _ in parent.entries:
                if key.value == loc[-1]:
                    return self.source.span(key.start, key.end)
        return self.span(loc)

    def find(self, loc: Loc, needle: str, *, nth: int = 0) -> Span:
        """The place of the nth `needle` in the text at `loc`, or of the whole text if it is folded apart."""
        node = self.node(loc)
        at = node.start - 1
        for _ in range(nth + 1):
            at = self.source.text.find(needle, at + 1, node.end)
            if at < 0:
                return self.span(loc)
        return self.source.span(at, at + len(needle))


def plain(node: Node) -> Plain:
    """The values alone, as lists, dicts, text and None."""
    if isinstance(node, Scalar):
        return None if node.empty else node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.entries}


def texts(node: Node, loc: Loc = ()) -> Iterator[tuple[Loc, Scalar]]:
    """Every scalar below a node with its path."""
    if isinstance(node, Scalar):
        yield loc, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from texts(item, (*loc, index))
    else:
        for key, value in node.entries:
            yield from texts(value, (*loc, key.value))


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return next((value for key, value in node.entries if key.value == step), None)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _line_end(text: str, node: Node) -> int:
    line_end = text.find("\n", node.start)
    return min(node.end, line_end if line_end >= 0 else len(text))
