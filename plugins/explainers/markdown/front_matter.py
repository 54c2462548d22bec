"""The front matter of a hand-written page, read as records are: every scalar is text and knows its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from explainers.text.diagnostic import Diagnostic
from explainers.tree.read_tree import read
from explainers.tree.tree import Tree

# As MkDocs takes it off a page.
_FRONT_MATTER = re.compile(r"\A-{3}[ \t]*\n(?P<yaml>.*?\n)(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class FrontMatter:
    """What a page says of itself, and the `body` below; the tree is missing where there is none that we can read.

    `hidden` are the invisible characters.
    """

    body: str
    meta: Mapping[str, object] = field(default_factory=dict)
    tree: Tree | None = None
    hidden: tuple[Diagnostic, ...] = ()


def front_matter(path: str, text: str) -> FrontMatter:
    """A page cut into front matter and body. What is wrong in the first is for the engine to report."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return FrontMatter(text)
    body = text[found.end() :]
    # The line of dashes is blanked out, so that every place is one in the page.
    head = " " * (found.start("yaml") - 1) + "\n" + found["yaml"]
    tree, wrong = read(path, head.encode("utf-8", errors="replace"))
    hidden = tuple(fault for fault in wrong if fault.code == "hidden-character")
    if tree is None:
        return FrontMatter(body, hidden=hidden)
    return FrontMatter(body, cast(Mapping[str, object], tree.values), tree, hidden)
