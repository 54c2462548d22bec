"""What Markdown would work on for minutes, or nest deeper than it can, is reported and printed as it is typed."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from html import escape

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, nearing_recursion_limit

from explainers.markdown.conversion import Conversion, Problem
from explainers.markdown.looks import for_brackets, for_lines, for_marks, for_tags
from explainers.text.diagnostic import Severity

CODE = "endless-markdown"
# So many characters may a page have Markdown look at, or copy, or search by patterns: each is a second of work or two.
MOST, MOST_COPIED, MOST_SEARCHED = 4_000_000, 200_000_000, 400_000_000
# So many steps may lists and quotations be in each other; a list within a list is two or three.
DEEPEST = 150
_SHOWN = 60
# What Markdown has set aside, or has yet to read: no words of the page.
_UNTYPED = re.compile("[\x02\x03\n]")


def register_bounds(md: Markdown, conversion: Conversion) -> None:
    """Look at a page before Markdown does what takes long."""
    # Once code is set aside (25), and before raw HTML is read (20).
    md.preprocessors.register(_Whole(conversion), "explainers-bounds", 21)
    md.parser.blockprocessors.register(_Depth(conversion), "explainers-bounds", 1000)
    # Before the inline patterns (20), with the texts that they read.
    md.treeprocessors.register(_Texts(conversion), "explainers-bounds", 21)


def _note(conversion: Conversion, text: str, at: int, what: str) -> None:
    words = _UNTYPED.split(text[at : at + _SHOWN].lstrip())[0]
    message = f"{what}: the text is printed as it is typed"
    conversion.state.problems.append(Problem("", words, code=CODE, message=message, severity=Severity.ERROR))


class _Whole(Preprocessor):
    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        for looks, most, what in (
            (for_tags(text), MOST, "tags are opened here, again and again, and not closed"),
            (
                for_lines(text),
                MOST_COPIED,
                "a paragraph has too many links, headings or rules: empty lines part it",
            ),
        ):
            if looks.characters > most:
                _note(self.conversion, text, looks.at, what)
                return [self.md.htmlStash.store(f"<pre>{escape(text)}</pre>")]
        return lines


class _Texts(Treeprocessor):
    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, root: etree.Element) -> None:
        spent = {"brackets": 0, "marks": 0}
        for element in root.iter():
            element.text = self._bounded(element.text, spent)
            element.tail = self._bounded(element.tail, spent)

    def _bounded(self, text: str | None, spent: dict[str, int]) -> str | None:
        """A text as it is, or as one that is not read, once too much was looked at in the page."""
        if not text or isinstance(text, AtomicString):
            return text
        brackets, marks = for_brackets(text), for_marks(text)
        for kind, looks, most, what in (
            ("brackets", brackets, MOST, "brackets are opened here, again and again, and not closed"),
            ("marks", marks, MOST_SEARCHED, "one sign is repeated here, again and again, in one paragraph"),
        ):
            if spent[kind] + looks.characters > most and looks.characters > len(text):
                _note(self.conversion, text, looks.at, what)
                return AtomicString(text)
            spent[kind] += looks.characters
        return text


class _Depth(BlockProcessor):
    """Takes a block that is nested deeper than people nest: each level reads all that is below it once more."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md.parser)
        self.conversion = conversion

    def test(self, parent: etree.Element, block: str) -> bool:
        return len(self.parser.state) > DEEPEST or nearing_recursion_limit()

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        text = blocks.pop(0)
        _note(self.conversion, text, 0, "lists and quotations are nested too deep")
        etree.SubElement(parent, "p").text = AtomicString(text)
