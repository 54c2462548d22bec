"""A file's bytes as a tree: read without places where that is certain to give the same values, else with them."""

from __future__ import annotations

from explainers.text.diagnostic import Diagnostic
from explainers.tree.guards import MAX_BYTES, decoded
from explainers.tree.nodes import plain
from explainers.tree.placed import placed
from explainers.tree.quick import values
from explainers.tree.tree import Tree


def read(path: str, data: bytes) -> tuple[Tree | None, list[Diagnostic]]:
    """The tree of one record file, or None, and every mistake found on the way."""
    tree = _quick(path, data) if len(data) <= MAX_BYTES else None
    return (tree, []) if tree else read_placed(path, data)


def read_placed(path: str, data: bytes) -> tuple[Tree | None, list[Diagnostic]]:
    """The same, with the places at once."""
    source, diagnostics = decoded(path, data)
    if source is None or diagnostics:
        return None, diagnostics
    root, diagnostics = placed(source)
    return Tree(path, data, root, plain(root)) if root else None, diagnostics


def _quick(path: str, data: bytes) -> Tree | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    found = values(text)
    return Tree(path, data, just_read=found) if found else None
