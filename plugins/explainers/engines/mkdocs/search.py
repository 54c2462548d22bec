"""What a page says, section by section, as Material's search finds it, in a fraction of the time.

Material reads every page with the HTML parser of the standard library. The HTML of our own pages is well formed and
has no comments and no scripts, so that one regular expression splits it. What follows is Material's own logic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape, unescape

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s+[\w:.-]+(?:="[^"]*")?)*)\s*(/?)>')
_ID = re.compile(r'\sid="([^"]*)"')
# Elements whose content is no HTML, or of which Material keeps the spaces.
_FOREIGN = frozenset("script style object textarea iframe noembed noframes noscript plaintext xmp pre".split())
_KEPT = frozenset("p code li ol ul sub sup".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_NOTED = _KEPT | _VOID | _HEADINGS | {"a"}
_LEFT = float("inf")


@dataclass(slots=True)
class Section:
    """A heading and what stands under it. `depth` is the number of elements around it and itself."""

    tag: str
    depth: float = 0
    id: str | None = None
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    # The kept elements that were closed in the text: more than empty elements stands behind the first of each.
    closed: set[str] = field(default_factory=set)


def sections(html: str) -> list[Section] | None:
    """The sections of a page's HTML; None where it holds what only a full parser reads."""
    pieces = _TAG.split(html)
    # What is left out of the search is marked, by an author or by a highlighter of code.
    if "data-search-" in html or "linenodiv" in html or not _FOREIGN.isdisjoint(pieces[2::5]):
        return None
    if any("<" in text for text in pieces[::5]):
        return None
    reader = _Reader()
    reader.read(pieces)
    return reader.found


class _Reader:
    """Where the reading of a page is: the elements that are open, and the section that the next text belongs to."""

    def __init__(self) -> None:
        self.found: list[Section] = []
        self._open: list[str] = []
        self._headings = 0
        self._permalinks: list[int] = []
        self._section: Section | None = None

    def read(self, pieces: Sequence[str]) -> None:
        """A text, then four pieces of a tag and the text behind it, again and again."""
        if pieces[0]:
            self._say(pieces[0])
        behind = (pieces[at::5] for at in range(1, 5))
        for closing, tag, attributes, empty, text in zip(*behind, pieces[5::5], strict=True):
            if closing:
                self._end(tag)
            elif tag in _NOTED:
                self._start(tag, attributes)
            else:
                self._open.append(tag)
                self._section = self._section or self._preface()
            if empty:
                self._end(tag)
            if text:
                self._say(text)

    def _start(self, tag: str, attributes: str) -> None:
        if tag in _VOID:
            return
        self._open.append(tag)
        if tag in _KEPT:
            self._texts(self._section or self._preface()).append(f"<{tag}>")
        elif tag == "a":
            if 'class="headerlink"' in attributes:
                self._permalinks.append(len(self._open))
        else:
            self._headings += 1
            if found := _ID.search(attributes):
                self._head(tag, unescape(found[1]))
        self._section = self._section or self._preface()

    def _end(self, tag: str) -> None:
        """Close an element; a section ends with the element that it stands in."""
        depth = len(self._open)
        if not depth or self._open[-1] != tag:
            return
        section = self._section
        if section is not None and section.depth > depth:
            section = self._leave(section, depth)
        self._open.pop()
        if tag not in _NOTED:
            return
        if tag in _HEADINGS:
            self._headings -= 1
        elif tag == "a" and self._permalinks and self._permalinks[-1] == depth:
            self._permalinks.pop()
        elif tag in _KEPT and section is not None:
            self._close(section, tag)

    def _say(self, written: str) -> None:
        """A text between two tags."""
        section = self._section or self._preface()
        text = unescape(written) if "&" in written else written
        titled = self._headings and section.tag in self._open
        if text.isspace():
            if titled or not section.text or not section.text[-1].isspace():
                text = " "
            else:
                return
        elif "&" in text or ">" in text or "<" in text:
            text = escape(text, quote=False)
        if not titled:
            section.text.append(text.replace("\n", " "))
        elif not self._permalinks:
            section.title.append(text.replace("\n", " "))

    def _preface(self) -> Section:
        """The section of what stands before any heading."""
        self._section = Section("hx")
        self.found.append(self._section)
        return self._section

    def _head(self, tag: str, id: str) -> None:
        depth = len(self._open)
        if tag != "h1" and not self.found:
            self.found.append(Section("hx", depth))
        self._section = Section(tag, depth, id if self.found else None)
        self.found.append(self._section)

    def _leave(self, section: Section, depth: int) -> Section:
        around = next((earlier for earlier in reversed(self.found) if earlier.depth <= depth), None)
        if around is None:
            return section
        section.depth = _LEFT
        self._section = around
        return around

    def _texts(self, section: Section) -> list[str]:
        return section.title if self._headings and section.tag in self._open else section.text

    def _close(self, section: Section, tag: str) -> None:
        """Close a kept element, or take it back if nothing stands behind the first of its name."""
        texts = self._texts(section)
        if texts is section.title or tag not in section.closed:
            first = texts.index(f"<{tag}>")
            if all(text.isspace() for text in texts[first + 1 :]):
                del texts[first:]
                return
            if texts is section.text:
                section.closed.add(tag)
        texts.append(f"</{tag}>")
