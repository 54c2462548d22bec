"""Scalars, sequences and mappings, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import overload

Loc = tuple[str | int, ...]
Plain = str | list["Plain"] | dict[str, "Plain"] | None
NULLS = frozenset({"~", "null", "Null", "NULL"})
"""Words that, outside quotes, mean no value."""


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


@dataclass(frozen=True)
class Mapping:
    """Keys and values, in the order they are written, no key twice."""

    start: int
    end: int
    entries: tuple[tuple[Scalar, Node], ...]
    flow: bool = False

    @cached_property
    def below(self) -> dict[str, tuple[Scalar, Node]]:
        """The same by the words of the keys."""
        return {key.value: (key, value) for key, value in self.entries}


Node = Scalar | Sequence | Mapping


@overload
def plain(node: Mapping) -> dict[str, Plain]: ...


@overload
def plain(node: Node) -> Plain: ...


def plain(node: Node) -> Plain:
    """The values alone, as lists, dicts, text and None."""
    if isinstance(node, Scalar):
        return None if node.empty else node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.entries}


def scalars(node: Node, loc: Loc = ()) -> Iterator[tuple[Loc, Scalar]]:
    """Every scalar below a node with its path."""
    if isinstance(node, Scalar):
        yield loc, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from scalars(item, (*loc, index))
    else:
        for key, value in node.entries:
            yield from scalars(value, (*loc, key.value))


def plain_texts(value: Plain, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text in plain values with its path; nothing for what is empty."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from plain_texts(item, (*loc, index))
    elif value:
        for key, inner in value.items():
            yield from plain_texts(inner, (*loc, key))
