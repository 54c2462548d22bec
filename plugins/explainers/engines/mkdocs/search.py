"""What a page says, section by section, for the search of Material: as its own reader finds it, in a fraction of the time.

Material reads every page's HTML with the parser of the standard library. The HTML of our own pages is well formed and
knows no comments and no scripts, so that one regular expression splits it. What follows is Material's own logic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s+[\w:.-]+(?:="[^"]*")?)*)\s*(/?)>')
_ID = re.compile(r'\sid="([^"]*)"')
# Elements whose content is no HTML, and what Material leaves out of its index.
_UNREADABLE = re.compile(r"<(?:script|style|object|textarea|iframe|no[a-z]|plaintext|xmp|pre|!|\?)|data-search-|linenodiv")
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LEFT = float("inf")


@dataclass(slots=True)
class Section:
    """A heading and what stands under it. `depth` is the number of elements around it and itself."""

    tag: str
    depth: float = 0
    id: str | None = None
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def sections(html: str) -> list[Section] | None:
    """The sections of a page's HTML; None where it holds what only a full parser reads."""
    if _UNREADABLE.search(html):
        return None
    pieces = _TAG.split(html)
    if any("<" in text for text in pieces[::5]):
        return None
    reader = _Reader()
    if pieces[0]:
        reader.text(pieces[0])
    for at in range(1, len(pieces), 5):
        closing, tag, attributes, empty, text = pieces[at : at + 5]
        if closing:
            reader.end(tag)
        else:
            reader.start(tag, attributes)
            if empty:
                reader.end(tag)
        if text:
            reader.text(text)
    return reader.found


class _Reader:
    """Where the reading of a page is: the elements that are open, and the section that the next text belongs to."""

    def __init__(self) -> None:
        self.found: list[Section] = []
        self._open: list[str] = []
        self._permalinks: list[int] = []
        self._section: Section | None = None
        # The kept elements that were closed in a list of texts: what stands in it is more than empty elements.
        self._closed: set[tuple[int, str]] = set()

    def start(self, tag: str, attributes: str) -> None:
        """An element opens."""
        if tag in _VOID:
            return
        self._open.append(tag)
        if tag in _HEADINGS and (id := _ID.search(attributes)):
            self._heading(tag, unescape(id[1]))
        section = self._current()
        if tag in _KEPT:
            self._texts(section).append(f"<{tag}>")
        elif tag == "a" and 'class="headerlink"' in attributes:
            self._permalinks.append(len(self._open))

    def end(self, tag: str) -> None:
        """An element closes; a section ends with the element that it stands in."""
        if not self._open or self._open[-1] != tag:
            return
        section, depth = self._current(), len(self._open)
        if section.depth > depth:
            around = next((earlier for earlier in reversed(self.found) if earlier.depth <= depth), None)
            if around is not None:
                section.depth = _LEFT
                self._section = section = around
        self._open.pop()
        if self._permalinks and self._permalinks[-1] == depth:
            self._permalinks.pop()
        if tag in _KEPT:
            self._close(self._texts(section), tag)

    def text(self, written: str) -> None:
        """A text between two tags."""
        text = unescape(written) if "&" in written else written
        section, blank = self._current(), text.isspace()
        text = " " if blank else escape(text.replace("\n", " "), quote=False)
        if section.tag in self._open:
            if not self._permalinks:
                section.title.append(text)
        elif not blank or not section.text or not section.text[-1].isspace():
            section.text.append(text)

    def _current(self) -> Section:
        if self._section is None:
            self._section = Section("hx")
            self.found.append(self._section)
        return self._section

    def _heading(self, tag: str, id: str) -> None:
        depth = len(self._open)
        if tag != "h1" and not self.found:
            self.found.append(Section("hx", depth))
        self._section = Section(tag, depth, id if self.found else None)
        self.found.append(self._section)

    def _texts(self, section: Section) -> list[str]:
        return section.title if section.tag in self._open else section.text

    def _close(self, texts: list[str], tag: str) -> None:
        """Close a kept element, or take it back if nothing stands behind the first of its name."""
        if (id(texts), tag) not in self._closed:
            first = texts.index(f"<{tag}>")
            if all(text.isspace() for text in texts[first + 1 :]):
                del texts[first:]
                return
            self._closed.add((id(texts), tag))
        texts.append(f"</{tag}>")
