"""Placeholders in a page's tree for links and marks, until all of them can be written in reading order."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape

from markdown.util import AtomicString

from explainers.kinds.source.model import Source
from explainers.markdown.conversion import Left, PageState, Problem
from explainers.prose.labels import called
from explainers.prose.reference import short_name
from explainers.prose.writer import Writer
from explainers.text.inline import Cite, Inline, RecordLink

# Markdown removes this sign from what is typed: no author can write such an attribute, or such a text.
_KEY = "\x02explainers"
# An image's alternative text is made of its words' texts: they say what was in it.
_TEXT = re.compile("\x02explainers-(?P<index>\\d+)\x03")
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# Those who read a heading leave out what has such an id, as they do with the marks of Markdown's own footnotes.
_NO_WORDS = "fnref:explainers"
_IN_WORDS = frozenset({"alt", "title"})
_PUT_AFTER = "put the mark after it"


def placeholder(index: int) -> etree.Element:
    """A placeholder for the part of that index."""
    element = etree.Element("span", {_KEY: str(index)})
    element.text = AtomicString(f"\x02explainers-{index}\x03")
    return element


def write_placeholders(root: etree.Element, state: PageState, store: Callable[[str], str]) -> None:
    """Put the HTML of every part in the place of its element. `store` sets HTML aside and returns a stand-in."""
    _Writing(state, store).below(root, _Place())


def show_marks(root: etree.Element) -> None:
    """Put the marks into the headings, which all have been read by now."""
    for parent in root.iter():
        if any(_is_unread_mark(child) for child in parent):
            line = _Line(parent)
            for child in list(parent):
                if _is_unread_mark(child):
                    line.add(child.text or "", child.tail or "")
                else:
                    line.keep(child)
            line.end()


def as_typed(text: str, state: PageState) -> str:
    """A finished text without placeholders: the words that stood there are back."""
    return _TEXT.sub(lambda m: escape(state.parts[int(m["index"])].typed), text) if _KEY in text else text


def _is_unread_mark(element: etree.Element) -> bool:
    return element.tag == "sup" and element.get("id") == _NO_WORDS


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree a part is."""

    in_link: bool = False
    in_heading: bool = False

    def within(self, tag: object) -> _Place:
        return _Place(self.in_link or tag == "a", self.in_heading or tag in HEADINGS)


@dataclass(frozen=True, slots=True)
class _Writing:
    """Writes the parts of a page, and notes which records and sources it has used for them."""

    state: PageState
    store: Callable[[str], str]

    @property
    def writer(self) -> Writer:
        return self.state.writer

    def below(self, root: etree.Element, around: _Place) -> None:
        """Write the parts below an element, in the order of reading."""
        place = around.within(root.tag)
        children = list(root)
        line = _Line(root)
        at = 0
        while at < len(children):
            child = children[at]
            at += 1
            if child.tag in HEADINGS:
                self.writer.new_section(self._heading(child), child.get("id", ""))
            left = self._left(child)
            if left is None:
                self._attributes(child)
                self.below(child, place)
                line.keep(child)
                continue
            row, tail = [left.part], child.tail or ""
            while _is_mark(left.part) and not tail.strip() and at < len(children):
                more = self._left(children[at])
                if more is None or not _is_mark(more.part):
                    break
                row.append(more.part)
                tail = children[at].tail or ""
                at += 1
            self._write(left, row, tail, line, place)
        line.end()

    def _write(self, left: Left, row: list[Inline], tail: str, line: _Line, place: _Place) -> None:
        if place.in_link:
            line.add(self._words(left, "a link"), tail)
            return
        is_mark = _is_mark(left.part)
        if self.state.is_extract:
            line.add(self._stored(self._extract(left.part)), tail, close_up=is_mark)
        elif place.in_heading and isinstance(left.part, Cite):
            # A heading's anchor is made of its words, and not of the numbers of its notes.
            name = "" if is_mark else self._extract(left.part)
            line.add(self._stored(name), "", close_up=is_mark)
            mark = etree.Element("sup", {"id": _NO_WORDS})
            mark.text, mark.tail = self._stored(self._html([replace(left.part, narrative=False), *row[1:]])), tail
            line.keep(mark)
        else:
            line.add(self._stored(self._html(row)), tail, close_up=is_mark)

    def _stored(self, html: str) -> str:
        return self.store(html) if html else ""

    def _html(self, row: list[Inline]) -> str:
        for part in row:
            if isinstance(part, RecordLink):
                self.state.records.add(part.id)
            elif isinstance(part, Cite):
                graph = self.writer.graph
                self.state.sources |= {item.key for item in part.items if graph.get(item.key, Source)}
        return self.writer.inline(tuple(row))

    def _extract(self, part: Inline) -> str:
        """What an extract, which has no notes, shows: links, and of a named source the name."""
        if not isinstance(part, Cite):
            return self.writer.inline((part,))
        source = self.writer.graph.get(part.items[0].key, Source) if part.narrative else None
        return self.writer.link(source.id, short_name(source, self.writer.graph)) if source else ""

    def _left(self, element: etree.Element) -> Left | None:
        index = element.get(_KEY)
        return None if index is None else self.state.parts[int(index)]

    def _words(self, left: Left, place: str) -> str:
        """The text of a part where no link or note of ours can be."""
        if isinstance(left.part, RecordLink):
            self.state.records.add(left.part.id)
            return self._called(left.part)
        message = f"`{left.typed}` is in {place}, where no note can be"
        self.state.problems.append(Problem("", left.typed, code="mark-not-read", message=message, help=_PUT_AFTER))
        return left.typed if place == "a link" else ""

    def _called(self, link: RecordLink) -> str:
        return link.words or called(self.writer.graph.records[link.id], self.writer.graph)

    def _attributes(self, element: etree.Element) -> None:
        """Of an image's words, and of addresses, Markdown keeps what the placeholders in them have as text."""
        for name, value in element.items():
            if _KEY in value:
                typed = _TEXT.sub(lambda m: self.state.parts[int(m["index"])].typed, value)
                words = _TEXT.sub(lambda m: self._words(self.state.parts[int(m["index"])], "an image’s words"), value)
                element.set(name, " ".join(words.split()) if name in _IN_WORDS else typed)

    def _heading(self, element: etree.Element) -> str:
        """A heading's words: links by what they are called, and no marks."""

        def words(m: re.Match[str]) -> str:
            part = self.state.parts[int(m["index"])].part
            return self._called(part) if isinstance(part, RecordLink) else ""

        return " ".join(_TEXT.sub(words, "".join(element.itertext())).split())


def _is_mark(part: Inline) -> bool:
    return isinstance(part, Cite) and not part.narrative


class _Line:
    """The children that an element keeps, and the text between them, which is put together once."""

    def __init__(self, root: etree.Element) -> None:
        self._root = root
        self._kept: list[etree.Element] = []
        self._pieces: list[str] = [root.text or ""]
        self._is_same = True

    def keep(self, child: etree.Element) -> None:
        """Go on after a child."""
        self._write()
        self._kept.append(child)
        self._pieces, self._is_same = [child.tail or ""], True

    def add(self, text: str, tail: str, *, close_up: bool = False) -> None:
        """Text in the place of a child, and what was after that; a mark closes up to the word before it."""
        if close_up:
            self.close_up()
        self._pieces += [text, tail]
        self._is_same = False

    def close_up(self) -> None:
        """Take away the space at the end."""
        self._is_same = False
        while len(self._pieces) > 1 and not self._pieces[-1].strip():
            self._pieces.pop()
        self._pieces[-1] = self._pieces[-1].rstrip()

    def end(self) -> None:
        """All children have been gone through."""
        self._write()
        if self._kept != list(self._root):
            self._root[:] = self._kept

    def _write(self) -> None:
        if self._is_same:
            return
        if self._kept:
            self._kept[-1].tail = "".join(self._pieces)
        else:
            self._root.text = "".join(self._pieces)
