"""`[@source]`, `[[record]]` and marked terms in hand-written Markdown.

Python-Markdown runs its inline patterns in an order of its own. So a pattern only leaves a placeholder with what it
read; the placeholders are written in the order of reading, which is the order in which notes are numbered.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from explainers.glossary.choice import EVERYTHING
from explainers.graph.graph import Graph
from explainers.kinds.source.model import Source
from explainers.markdown.bars import BAR, hide_bars
from explainers.markdown.placeholders import Left, placeholder, write_placeholders
from explainers.markdown.terms import mark_terms
from explainers.prose.notes_html import definitions, notes_list
from explainers.prose.site import Site
from explainers.prose.writer import Writer
from explainers.text.citation import read_items
from explainers.text.inline import ID, Cite, Inline, RecordLink

# Above Python-Markdown's links (170) and below its backticks (190) and escapes (180): code stays code.
PRIORITY = 175
LINK = rf"\[\[(?P<link>[^\[\]|\x02\n]+)(?:(?:\||{BAR})(?P<words>[^\[\]]*))?\]\]"
CITE = r"\[(?P<cite>[^\[\]]*(?<![\w@])-?@[^\[\]]*)\]"
_LABEL = re.compile(r"\[([^\[\]]*)\]")
# An escaped bracket ends in the sign that parts Markdown's own placeholders from the text.
NARRATIVE = rf"(?<![\w@.\-/\x03])@(?P<narrative>{ID})"


@dataclass(frozen=True, slots=True)
class Problem:
    """An id in a page that leads nowhere, and the words in which it stands."""

    id: str
    words: str
    is_source: bool


@dataclass
class PageState:
    """What one page has cited, linked and got wrong; `parts` are behind its placeholders, `said` are its own words."""

    writer: Writer
    parts: list[Left] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    records: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)


class ExplainersExtension(Extension):
    """One instance serves all pages, as Python-Markdown reuses it: each conversion starts a page of its own.

    `site` holds the records; `address` is where the next page will stand, `title` what it is called,
    `choice` what it wants of the glossary. Without a site nothing is marked.
    """

    def __init__(self, site: Site | None = None, **kwargs: Any) -> None:
        self.site = site or Site(Graph({}, {}, (), {}))
        self.address = ""
        self.title = ""
        self.choice = EVERYTHING
        self.state = PageState(self.site.writer(""))
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register with a Markdown instance."""
        md.registerExtension(self)
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "@"]
        hide_bars(md)
        md.inlinePatterns.register(_Link(LINK, md, self), "explainers-link", PRIORITY + 1)
        md.inlinePatterns.register(_Cite(CITE, md, self), "explainers-cite", PRIORITY)
        md.inlinePatterns.register(_Narrative(NARRATIVE, md, self), "explainers-narrative", PRIORITY - 1)
        # After the inline patterns (20) and before the table of contents (5), which has to see our heading.
        md.treeprocessors.register(_NotesAtTheEnd(md, self), "explainers-notes", 15)
        # After the table of contents, which gives the headings their anchors.
        md.treeprocessors.register(_Terms(md, self), "explainers-terms", 4)
        self.reset()

    def reset(self) -> None:
        """Start a page."""
        self.state = PageState(self.site.writer(self.address, title=self.title, choice=self.choice))


class _Pattern(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, extension: ExplainersExtension) -> None:
        super().__init__(pattern, md)
        self.extension = extension

    @property
    def state(self) -> PageState:
        return self.extension.state

    def typed(self, text: str) -> str:
        """Text in which code, escaped signs and entities, which Markdown has set aside, are back."""
        whole = self.md.treeprocessors["unescape"].unescape(self.unescape(text))  # type: ignore[attr-defined]
        return unescape(str(whole))

    def left(self, part: Inline, m: re.Match[str]) -> tuple[etree.Element, int, int]:
        """A placeholder for what was read."""
        self.state.parts.append(Left(part, self.typed(m[0])))
        return placeholder(len(self.state.parts) - 1), m.start(0), m.end(0)


class _Link(_Pattern):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element | None, int | None, int | None]:  # type: ignore[override]
        id = m["link"].strip()
        record = self.state.writer.graph.records.get(id)
        if record is None or record.status == "draft":
            self.state.problems.append(Problem(id, m[0].replace(BAR, "|"), is_source=False))
            return None, None, None
        self.state.records.add(id)
        words = " ".join(self.typed(m["words"] or "").split())
        return self.left(RecordLink(id, words), m)


class _Cite(_Pattern):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element | None, int | None, int | None]:  # type: ignore[override]
        items = read_items(self.typed(m["cite"]))
        if not items or self._is_link(m["cite"], data[m.end(0) :]):
            return None, None, None
        unknown = [item.key for item in items if not self.state.writer.graph.get(item.key, Source)]
        self.state.problems += [Problem(key, m[0], is_source=True) for key in unknown]
        if len(unknown) == len(items):
            return None, None, None
        self.state.sources |= {item.key for item in items} - set(unknown)
        return self.left(Cite(items), m)

    def _is_link(self, text: str, after: str) -> bool:
        """`[text](address)` with an @ in the text is a link, and so is `[text][label]` where the label is known."""
        label = _LABEL.match(after)
        return after.startswith("(") or ((label and label[1]) or text).strip().lower() in self.md.references


class _Narrative(_Pattern):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element | None, int | None, int | None]:  # type: ignore[override]
        key = m["narrative"]
        # An unknown @name is most often a handle, not a source.
        if not self.state.writer.graph.get(key, Source):
            return None, None, None
        self.state.sources.add(key)
        return self.left(Cite(read_items(f"@{key}"), narrative=True), m)


class _Step(Treeprocessor):
    """A step on the whole page, once its text is parsed."""

    def __init__(self, md: Markdown, extension: ExplainersExtension) -> None:
        super().__init__(md)
        self.extension = extension

    @property
    def state(self) -> PageState:
        return self.extension.state

    def append(self, root: etree.Element, html: str) -> None:
        """Put HTML at the end of the page; Markdown leaves it alone."""
        if html:
            etree.SubElement(root, "p").text = self.md.htmlStash.store(html)


class _NotesAtTheEnd(_Step):
    """Writes links and marks in the order of reading, and the list of notes after them."""

    def run(self, root: etree.Element) -> None:
        writer = self.state.writer
        write_placeholders(root, self.state.parts, writer, self.md.htmlStash.store)
        html = notes_list(writer)
        if html:
            heading = etree.SubElement(root, "h2", {"id": "notes"})
            heading.text = "Notes"
            self.append(root, html)


class _Terms(_Step):
    """Marks the terms, and puts their definitions at the end of the page."""

    def run(self, root: etree.Element) -> None:
        writer = self.state.writer
        writer.new_section()
        self.state.said = mark_terms(root, writer, self.md.htmlStash)
        self.append(root, definitions(writer))


def makeExtension(**kwargs: Any) -> ExplainersExtension:
    """The extension by its module's name."""
    return ExplainersExtension(**kwargs)
