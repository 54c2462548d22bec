"""`[@source]`, `[[record]]` and marked terms in hand-written Markdown.

Python-Markdown runs its inline patterns in its own order. So a pattern only leaves a placeholder with what it
read; the placeholders are written in the order of reading, which is the order in which notes are numbered.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from explainers.glossary.choice import EVERYTHING, Choice
from explainers.graph.graph import Graph
from explainers.markdown.bars import hide_bars
from explainers.markdown.bounds import register_bounds
from explainers.markdown.conversion import Conversion, PageState
from explainers.markdown.patterns import register_patterns
from explainers.markdown.placeholders import as_typed, show_marks, write_placeholders
from explainers.markdown.term_marking import mark_terms
from explainers.prose.notes_html import notes_list
from explainers.prose.site import Site


class ExplainersExtension(Extension):
    """One instance serves all pages, as MkDocs reuses it; what belongs to a conversion is made when it begins.

    `site` holds the records. `shown_on` gives the address of the page that shows what a Markdown instance converts,
    where that is another than the expected one. `state` is that of the last page. Without a site nothing is marked.
    """

    def __init__(self, site: Site | None = None, **kwargs: Any) -> None:
        self.site = site or Site(Graph({}, {}, (), {}))
        self.shown_on: Callable[[Markdown], str | None] = lambda md: None
        super().__init__(**kwargs)
        self.expect("")

    def expect(self, address: str, *, title: str = "", choice: Choice = EVERYTHING) -> None:
        """Say which page comes next: where it will be, what it is called, and what it wants of the glossary."""
        self._address, self._title, self._choice = address, title, choice
        self.state = self._begun(None)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register with a Markdown instance."""
        conversion = Conversion(md, self._begun, self._ended)
        hide_bars(md)
        # Before all others, such as those that include other files (32).
        md.preprocessors.register(_Begin(conversion), "explainers-begin", 1000)
        register_bounds(md, conversion)
        register_patterns(md, conversion)
        # After the inline patterns (20) and before the table of contents (5), which has to see our heading.
        md.treeprocessors.register(_NotesAtTheEnd(conversion), "explainers-notes", 15)
        # After the table of contents, which gives the headings their anchors.
        md.treeprocessors.register(_Terms(conversion), "explainers-terms", 4)
        # After all who read headings, such as MkDocs for the page's title (1).
        md.treeprocessors.register(_End(conversion), "explainers-end", -10)
        # After what was set aside has come back (30).
        md.postprocessors.register(_AsTyped(conversion), "explainers-as-typed", 5)

    def _begun(self, md: Markdown | None) -> PageState:
        shown_on = self.shown_on(md) if md else None
        address = self._address if shown_on is None else shown_on
        writer = self.site.writer(address, title=self._title, choice=self._choice)
        return PageState(writer, is_extract=shown_on is not None)

    def _ended(self, state: PageState) -> None:
        if not state.is_extract:
            self.state = state


class _Begin(Preprocessor):
    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, lines: list[str]) -> list[str]:
        self.conversion.begin()
        return lines


class _Step(Treeprocessor):
    """A step on the whole page, once its text is parsed."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    @property
    def state(self) -> PageState:
        return self.conversion.state

    def append(self, root: etree.Element, html: str) -> None:
        """Put HTML at the end of the page; Markdown leaves it alone."""
        if html:
            etree.SubElement(root, "p").text = self.md.htmlStash.store(html)


class _NotesAtTheEnd(_Step):
    """Writes links and marks in the order of reading, and the list of notes after them."""

    def run(self, root: etree.Element) -> None:
        write_placeholders(root, self.state, self.md.htmlStash.store)
        html = notes_list(self.state.writer)
        if html:
            heading = etree.SubElement(root, "h2", {"id": "notes"})
            heading.text = "Notes"
            self.append(root, html)


class _Terms(_Step):
    """Marks the terms."""

    def run(self, root: etree.Element) -> None:
        writer = self.state.writer
        writer.new_section()
        self.state.said = mark_terms(root, writer, self.md.htmlStash)


class _End(_Step):
    """Shows the marks in headings, and hands over what was found."""

    def run(self, root: etree.Element) -> None:
        show_marks(root)
        self.conversion.end()


class _AsTyped(Postprocessor):
    """Prints as it was typed what another extension took out of the text before it could be written."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, text: str) -> str:
        return as_typed(text, self.conversion.state)


def makeExtension(**kwargs: Any) -> ExplainersExtension:
    """The extension by its module's name."""
    return ExplainersExtension(**kwargs)
