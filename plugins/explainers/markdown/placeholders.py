"""What stands in a page's tree for a link or a mark until all of them can be written in the order of reading."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from explainers.prose.labels import called
from explainers.prose.writer import Writer
from explainers.text.inline import Cite, Inline, RecordLink

# Markdown takes this sign out of what is typed: nobody can write such an attribute.
_KEY = "\x02explainers"
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
    children = list(root)
    kept: list[etree.Element] = []
    at = 0
    while at < len(children):
        child = children[at]
        at += 1
        if child.tag in HEADINGS:
            writer.new_section("".join(child.itertext()).strip(), child.get("id", ""))
        index = child.get(_KEY)
        if index is None:
            write_placeholders(child, parts, writer, store, in_link=in_link)
            kept.append(child)
        elif in_link:
            _append(root, kept, f"{_words(parts[int(index)], writer)}{child.tail or ''}", close_up=False)
        else:
            row, tail = [parts[int(index)].part], child.tail or ""
            while _is_mark(row[0]) and not tail.strip() and at < len(children) and _mark(children[at], parts):
                row.append(parts[int(children[at].get(_KEY, ""))].part)
                tail = children[at].tail or ""
                at += 1
            _append(root, kept, f"{store(writer.inline(tuple(row)))}{tail}", close_up=_is_mark(row[0]))
    if len(kept) < len(children):
        root[:] = kept


def _mark(element: etree.Element, parts: Sequence[Left]) -> bool:
    """Whether an element stands for a mark: with nothing but space before it, it belongs to the mark there."""
    index = element.get(_KEY)
    return index is not None and _is_mark(parts[int(index)].part)


def _is_mark(part: Inline) -> bool:
    return isinstance(part, Cite) and not part.narrative


def _words(left: Left, writer: Writer) -> str:
    """The text inside someone else's link, which can hold no link of ours."""
    if isinstance(left.part, RecordLink):
        return left.part.words or called(writer.graph.records[left.part.id], writer.graph)
    return left.typed


def _append(root: etree.Element, kept: Sequence[etree.Element], text: str, *, close_up: bool) -> None:
    """Put text behind the children that are kept; a mark closes up to the word before it."""
    before = (kept[-1].tail if kept else root.text) or ""
    joined = f"{before.rstrip() if close_up else before}{text}"
    if kept:
        kept[-1].tail = joined
    else:
        root.text = joined
