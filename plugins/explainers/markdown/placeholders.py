"""What stands in a page's tree for a link or a mark until all of them can be written in the order of reading."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence

from explainers.prose.writer import Writer
from explainers.text.inline import Cite, Inline

_KEY = "data-explainers"
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


def placeholder(index: int) -> etree.Element:
    """An element that stands for the part of that index."""
    return etree.Element("span", {_KEY: str(index)})


def write_placeholders(
    root: etree.Element, parts: Sequence[Inline], writer: Writer, store: Callable[[str], str]
) -> None:
    """Put the HTML of every part in the place of its element. `store` sets HTML aside and returns a stand-in."""
    for child in list(root):
        if child.tag in HEADINGS:
            writer.new_section("".join(child.itertext()).strip(), child.get("id", ""))
        index = child.get(_KEY)
        if index is None:
            write_placeholders(child, parts, writer, store)
        else:
            part = parts[int(index)]
            _replace(root, child, store(writer.inline((part,))), close_up=isinstance(part, Cite) and not part.narrative)


def _replace(parent: etree.Element, child: etree.Element, text: str, *, close_up: bool) -> None:
    """Put text where an element stands; a mark closes up to the word before it."""
    at = list(parent).index(child)
    before = (parent[at - 1].tail if at else parent.text) or ""
    joined = f"{before.rstrip() if close_up else before}{text}{child.tail or ''}"
    if at:
        parent[at - 1].tail = joined
    else:
        parent.text = joined
    parent.remove(child)
