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
    line = _Line(root)
    at = 0
    while at < len(children):
        child = children[at]
        at += 1
        if child.tag in HEADINGS:
            writer.new_section("".join(child.itertext()).strip(), child.get("id", ""))
        index = child.get(_KEY)
        if index is None:
            write_placeholders(child, parts, writer, store, in_link=in_link)
            line.keep(child)
        elif in_link:
            line.add(_words(parts[int(index)], writer), child.tail or "")
        else:
            row, tail = [parts[int(index)].part], child.tail or ""
            while _is_mark(row[0]) and not tail.strip() and at < len(children) and _mark(children[at], parts):
                row.append(parts[int(children[at].get(_KEY, ""))].part)
                tail = children[at].tail or ""
                at += 1
            line.add(store(writer.inline(tuple(row))), tail, close_up=_is_mark(row[0]))
    line.end()


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


class _Line:
    """The children that an element keeps, and the text between them, which is put together once."""

    def __init__(self, root: etree.Element) -> None:
        self._root = root
        self._kept: list[etree.Element] = []
        self._pieces: list[str] = [root.text or ""]

    def keep(self, child: etree.Element) -> None:
        """Go on behind a child."""
        self._write()
        self._kept.append(child)
        self._pieces = [child.tail or ""]

    def add(self, text: str, tail: str, *, close_up: bool = False) -> None:
        """Text in the place of a child, and what was behind that; a mark closes up to the word before it."""
        if close_up:
            self._pieces[-1] = self._pieces[-1].rstrip()
        self._pieces += [text, tail] if tail else [text]

    def end(self) -> None:
        """All children have been gone through."""
        self._write()
        if len(self._kept) < len(self._root):
            self._root[:] = self._kept

    def _write(self) -> None:
        if len(self._pieces) == 1:
            return
        if self._kept:
            self._kept[-1].tail = "".join(self._pieces)
        else:
            self._root.text = "".join(self._pieces)
