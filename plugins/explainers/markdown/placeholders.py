"""What stands in a page's tree for a link or a mark until all of them can be written in the order of reading."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from explainers.prose.labels import called
from explainers.prose.writer import Writer
from explainers.text.inline import Cite, Inline, RecordLink

_KEY = "data-explainers"
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


@dataclass(frozen=True, slots=True)
class Left:
    """What was read, and the words in which it was typed."""

    part: Inline
    typed: str


def placeholder(index: int) -> etree.Element:
    """An element that stands for the part of that index."""
    return etree.Element("span", {_KEY: str(index)})


def write_placeholders(
    root: etree.Element, parts: Sequence[Left], writer: Writer, store: Callable[[str], str], *, in_link: bool = False
) -> None:
    """Put the HTML of every part in the place of its element. `store` sets HTML aside and returns a stand-in."""
    in_link = in_link or root.tag == "a"
    for child in list(root):
        if child.tag in HEADINGS:
            writer.new_section("".join(child.itertext()).strip(), child.get("id", ""))
        index = child.get(_KEY)
        if index is None:
            write_placeholders(child, parts, writer, store, in_link=in_link)
        elif in_link:
            _replace(root, child, _words(parts[int(index)], writer), close_up=False)
        elif child in list(root):
            row = [parts[int(index)].part, *(parts[i].part for i in _taken_in(root, child, parts))]
            _replace(root, child, store(writer.inline(tuple(row))), close_up=_is_mark(row[0]))


def _taken_in(parent: etree.Element, child: etree.Element, parts: Sequence[Left]) -> Iterator[int]:
    """Of the marks that follow one with nothing but space between: their indexes. They leave the tree."""
    while _is_mark(parts[int(child.get(_KEY, ""))].part) and not (child.tail or "").strip():
        at = list(parent).index(child) + 1
        following = parent[at] if at < len(parent) else None
        index = following.get(_KEY) if following is not None else None
        if following is None or index is None or not _is_mark(parts[int(index)].part):
            return
        child.tail = following.tail
        parent.remove(following)
        yield int(index)


def _is_mark(part: Inline) -> bool:
    return isinstance(part, Cite) and not part.narrative


def _words(left: Left, writer: Writer) -> str:
    """The text inside someone else's link, which can hold no link of ours."""
    if isinstance(left.part, RecordLink):
        return left.part.words or called(writer.graph.records[left.part.id], writer.graph)
    return left.typed


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
