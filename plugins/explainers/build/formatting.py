"""Records in their usual form: keys in the order of the model, no spaces at line ends, one line end at the end."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from explainers.build.fixes import edited
from explainers.kinds import Kind
from explainers.model.decode import decode
from explainers.model.shape import keys, keys_at
from explainers.model.short_forms import DEFAULTS, first_key
from explainers.text.diagnostic import Diagnostic, in_order
from explainers.tree.nodes import Loc
from explainers.tree.read_tree import read_placed
from explainers.tree.reorder import reordered
from explainers.tree.tree import Tree

# What `explainers new` begins a draft with.
_FIRST = ("status", "reason")


@dataclass(frozen=True)
class KeyOrder:
    """The order of the keys of a kind's records: that of its model.

    A reference (`csl`) has the order of the program that it comes from.
    """

    kind: Kind

    def __call__(self, loc: Loc, written: Sequence[str]) -> Sequence[str]:
        """The keys of the mapping at a path, where these are written."""
        if not loc:
            return self._of_record()
        if loc[0] == "csl":
            return ()
        first = first_key(loc, written)
        return (*([first] if first else []), *keys_at(self.kind.model, loc))

    def _of_record(self) -> tuple[str, ...]:
        found = [key for key in keys(self.kind.model) if key not in _FIRST]
        if DEFAULTS in found:
            # The manual explains attributions first; a file has what they share above them.
            found.remove(DEFAULTS)
            found.insert(found.index("attributions"), DEFAULTS)
        return (*_FIRST, *found)


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file as it should be; or the same bytes and why it is left alone."""

    data: bytes
    left: str = ""
    mistakes: tuple[Diagnostic, ...] = ()


def formatted(path: str, data: bytes, order: KeyOrder) -> Formatted:
    """A record's file in its usual form. What it says is the same; if that is not certain, the file is left alone."""
    tree, mistakes = read_placed(path, data)
    if tree is None or mistakes:
        return Formatted(data, "it cannot be read as it is", tuple(in_order(mistakes)))
    text = tree.text
    moved = reordered(tree.source, tree.root, order)
    # Empty lines at the end, and the line end itself, may belong to a last text.
    for now in dict.fromkeys([f"{moved.rstrip()}\n", moved]):
        if now == text:
            return Formatted(data)
        again, faults = read_placed(path, now.encode())
        if again and not faults and _say_the_same(order.kind, tree, again):
            written = edited(data, [(0, len(text), now)])
            return Formatted(written, "" if written != data else "its line ends are mixed")
    return Formatted(data, "its lines cannot be moved without changing a text")


def _say_the_same(kind: Kind, tree: Tree, other: Tree) -> bool:
    """Whether two files have the same values, or values of which a record without a mistake keeps the same."""
    if tree.values == other.values:
        return True
    decoded = decode(kind.model, tree, "record")
    return decoded.record is not None and not decoded.mistakes and decoded == decode(kind.model, other, "record")


def key_orders(kinds: Iterable[Kind]) -> Mapping[str, KeyOrder]:
    """The orders of keys by the folders of the kinds."""
    return {kind.plural: KeyOrder(kind) for kind in kinds}


def order_of(path: str, orders: Mapping[str, KeyOrder]) -> KeyOrder | None:
    """The order of the keys of the record in a file, if it is in the folder of a kind."""
    return orders.get(posixpath.basename(posixpath.dirname(path)))
