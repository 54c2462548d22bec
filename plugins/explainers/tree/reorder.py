"""A record's keys in another order: whole lines are moved, with the comments above them, and none is changed.

Only blocks are reordered: lists and mappings in braces stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from explainers.text.file_text import SourceText
from explainers.tree.nodes import Loc, Mapping, Node, Scalar
from explainers.tree.nodes import Sequence as List

# The order wanted of the keys of the mapping at a path, which has these keys; there is none for some mappings.
Order = Callable[[Loc, Sequence[str]], Sequence[str]]
_DASHES = re.compile(r" *(?:- +)*")
_BLOCK = re.compile(r"[|>][0-9+-]*[ \t]*(?:#.*)?$", re.MULTILINE)
_KEEPS_BLANKS = re.compile(r"[|>][0-9]?\+")
# An editor looks for its schema in the first lines.
_OF_EDITORS = re.compile(r" *# *yaml-language-server:")


def reordered(source: SourceText, root: Mapping, order: Order) -> str:
    """The text with the keys of each mapping in their order, those that have no place in it last.

    Spaces at the ends of lines are taken off, but for those that may belong to a text.
    """
    of_texts = _ends_of_texts(source, root)
    written = source.text.removesuffix("\n").split("\n")
    lines = [line if i in of_texts else line.rstrip(" \t") for i, line in enumerate(written)]
    while not lines[-1] and len(lines) - 1 not in of_texts:
        lines.pop()
    end = "\n" if source.text.endswith("\n") else ""
    return "\n".join(_Reordering(source, lines, order).of(root, (), 0, len(lines))) + end


@dataclass(slots=True)
class _Entry:
    """A key with all that goes along with it; `at` is the index of the key's own line."""

    key: str
    lines: list[str]
    at: int

    def without_blanks_above(self) -> list[str]:
        """Take off the empty lines it begins with."""
        blanks = [*takewhile(_is_blank, self.lines[: self.at])]
        self.lines, self.at = self.lines[len(blanks) :], self.at - len(blanks)
        return blanks


@dataclass(frozen=True, slots=True)
class _Reordering:
    source: SourceText
    lines: list[str]
    order: Order

    def of(self, node: Node, loc: Loc, start: int, end: int) -> list[str]:
        """The lines from `start` up to `end`, in which a node is, with all that is in it reordered."""
        if isinstance(node, Scalar) or self.source.text[node.start : node.start + 1] in {"[", "{"}:
            return self.lines[start:end]
        if isinstance(node, List):
            firsts = [start, *(_line(self.source, item.start) for item in node.items[1:]), end]
            items = zip(node.items, pairwise(firsts), strict=True)
            return [line for i, (item, part) in enumerate(items) for line in self.of(item, (*loc, i), *part)]
        return self._mapping(node, loc, start, end)

    def _mapping(self, node: Mapping, loc: Loc, start: int, end: int) -> list[str]:
        at = [_line(self.source, key.start) for key, _ in node.entries]
        column = node.entries[0][0].start - self.source.start(at[0] + 1)
        dashes = self.lines[at[0]][:column]
        if not _DASHES.fullmatch(dashes):
            return self.lines[start:end]
        firsts = [at[0] if dashes.strip() else self._first(at[0], start)]
        firsts += [self._ends(node, i, column, following) for i, following in enumerate(at[1:])]
        firsts.append(self._ends(node, -1, column, end, is_last=True))
        entries = [
            _Entry(key.value, self.of(value, (*loc, key.value), first, last), line - first)
            for (key, value), line, (first, last) in zip(node.entries, at, pairwise(firsts), strict=True)
        ]
        moved = [
            line
            for entry in _moved(entries, self.order(loc, [entry.key for entry in entries]), dashes)
            for line in entry.lines
        ]
        return [*self.lines[start : firsts[0]], *moved, *self.lines[firsts[-1] : end]]

    def _first(self, at: int, start: int) -> int:
        """Where the comments right above a mapping's first key begin."""
        first = at
        while first > start and _is_comment(self.lines[first - 1]) and not _OF_EDITORS.match(self.lines[first - 1]):
            first -= 1
        return first

    def _ends(self, node: Mapping, index: int, column: int, following: int, *, is_last: bool = False) -> int:
        """Where an entry ends that is followed, perhaps after comments and empty lines, by another line."""
        key, value = node.entries[index]
        written = _last(self.source, value)
        end = _line(self.source, _end(written)) + 1
        between = [*takewhile(lambda line: _is_blank(line) or _is_comment(line), self.lines[end:following])]
        own = 0
        if end - 1 > _line(self.source, key.start):
            # A comment deeper than the key is about what is below it.
            deep = (i for i, line in enumerate(between, 1) if _is_comment(line) and _depth(line) > column)
            own = max(deep, default=0)
        if not is_last:
            # So is one right below it that an empty line divides from what follows.
            near = len([*takewhile(_is_comment, between)])
            own = max(own, near if near < len(between) and not between[near].strip() else 0)
        blanks = [*takewhile(_is_blank, between)]
        if blanks and _is_block(self.source, written):
            keeps = _KEEPS_BLANKS.match(self.source.text, written.start) or any(blanks)
            own = max(own, len(blanks) if keeps else 0)
        return end + own


def _moved(entries: list[_Entry], order: Sequence[str], dashes: str) -> list[_Entry]:
    """Entries in their order. The first has the dash of its list before it, and no empty line above it."""
    places = {key: place for place, key in enumerate(order)}
    moved = sorted(entries, key=lambda entry: places.get(entry.key, len(places)))
    if moved == entries or not order:
        return entries
    was, now = entries[0], moved[0]
    if now is was:
        return moved
    blanks = now.without_blanks_above()
    column = len(dashes)
    was.lines[was.at] = " " * column + was.lines[was.at][column:]
    now.lines[now.at] = dashes + now.lines[now.at][column:]
    if dashes.strip():
        indent = dashes[: _depth(dashes)]
        now.lines[: now.at] = [f"{indent}{line.lstrip()}" if line.strip() else line for line in now.lines[: now.at]]
    was.lines[:0] = blanks
    was.at += len(blanks)
    return moved


def _ends_of_texts(source: SourceText, root: Mapping) -> set[int]:
    """The numbers of the lines, from 0, whose ends may belong to a text: those of texts of several lines."""
    found: set[int] = set()
    for text in _scalars(root):
        first, last = _line(source, text.start), _line(source, _end(text))
        if _is_block(source, text):
            first += 1
            # What follows may be the last lines of the text.
            while last + 1 < source.lines and not source.line(last + 2).strip():
                last += 1
            last += 1
        found.update(range(first, last))
    return found


def _scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, List):
        return [text for item in node.items for text in _scalars(item)]
    return [text for key, value in node.entries for text in (key, *_scalars(value))]


def _last(source: SourceText, node: Node) -> Node:
    """What a block ends with: the parser ends it where the next thing begins."""
    if isinstance(node, List) and node.items and source.text[node.start] != "[":
        return _last(source, node.items[-1])
    if isinstance(node, Mapping) and node.entries and not node.flow:
        return _last(source, node.entries[-1][1])
    return node


def _end(node: Node) -> int:
    """The offset of a node's last character; of nothing, where it is missing."""
    return max(node.start, node.end - 1)


def _is_block(source: SourceText, node: Node) -> bool:
    return isinstance(node, Scalar) and bool(_BLOCK.match(source.text, node.start))


def _line(source: SourceText, offset: int) -> int:
    """The number of the line of an offset, from 0."""
    return source.span(offset, offset).line - 1


def _is_blank(line: str) -> bool:
    return not line.strip()


def _is_comment(line: str) -> bool:
    return line.lstrip(" ").startswith("#")


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
