"""Terms marked in a page's tree: in running text only, never in headings, links, code or quotations."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown.util import HtmlStash
from markupsafe import Markup

from explainers.glossary.quotations import blanked, quotations
from explainers.prose.page_terms import Piece
from explainers.prose.writer import Writer

NO_GLOSSARY = "no-glossary"
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# Ours, but no place for a mark.
_UNMARKED = frozenset("a abbr button dfn figcaption label option select summary".split()) | _HEADINGS
# Other people's words, and what is no prose.
_NOT_OURS = frozenset("blockquote cite code kbd math pre q samp script style svg textarea tt var".split())
# What pymdownx.arithmatex makes of a formula.
_FORMULA = frozenset({"arithmatex", "MathJax_Preview"})
_INLINE = frozenset(
    """a abbr b bdi bdo br cite code del dfn em i img input ins kbd label mark q s samp small span strong sub sup
    time tt u var wbr""".split()
)
# Python-Markdown's stand-ins for what it has set aside; those with a number are for HTML.
_STASHED = re.compile("\x02(?:wzxhzdk:(?P<index>\\d+)|[^\x03]*)\x03")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^>]*)>\s*")
_OUR_TERM = re.compile(r'data-xp-term="([^"]+)"')
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Text of one node of the tree, or of a stand-in for something set aside; `is_ours` if we say it.

    `typed` is the text as it is in the tree, where a letter may be an entity that was set aside.
    """

    node: etree.Element
    slot: str
    text: str
    is_open: bool
    is_ours: bool
    typed: str

    @property
    def piece(self) -> Piece:
        shown = self.text if self.is_open else _LETTER.sub("\ufffc", _STASHED.sub("\ufffc", self.text))
        return Piece(shown, self.is_open)


def mark_terms(root: etree.Element, writer: Writer, stash: HtmlStash) -> list[str]:
    """Mark the first use of each term in each section, in the order of reading. Returns what the page says itself.

    What is marked is put into `stash`: links that we made need no one's checking.
    """
    walk = _Walk(writer, stash)
    walk.element(root, _Surroundings())
    return walk.said


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """How text is treated, by what encloses it."""

    is_open: bool = True
    is_ours: bool = True

    def within(self, tag: Any, classes: str) -> _Surroundings:
        if not isinstance(tag, str) or tag in _NOT_OURS or not _FORMULA.isdisjoint(classes.split()):
            return _Surroundings(is_open=False, is_ours=False)
        if tag in _UNMARKED or NO_GLOSSARY in classes.split():
            return _Surroundings(is_open=False, is_ours=self.is_ours)
        return self


@dataclass
class _Walk:
    """Goes through a page paragraph by paragraph: a quotation or a term may begin in one node and end in another."""

    writer: Writer
    stash: HtmlStash
    said: list[str] = field(default_factory=list)
    _paragraph: list[_Stretch] = field(default_factory=list)
    _raw: list[tuple[str, _Surroundings]] = field(default_factory=list)

    def element(self, element: etree.Element, around: _Surroundings) -> None:
        """Read an element, and with it every paragraph that ends in it."""
        is_block = element.tag not in _INLINE
        if is_block:
            self._end_paragraph()
        if element.tag in _HEADINGS:
            self.writer.new_section(_words(element), element.get("id", ""))
        around = around.within(element.tag, element.get("class", ""))
        self._text(element, "text", around)
        for child in element:
            self.element(child, around)
            self._text(child, "tail", around)
        if is_block:
            self._end_paragraph()

    def _text(self, node: etree.Element, slot: str, around: _Surroundings) -> None:
        """The text of a node; HTML typed within it opens and closes what only its tags know."""
        text = getattr(node, slot) or ""
        shown = typed = ""
        end = 0
        for stashed in _STASHED.finditer(text):
            between = text[end : stashed.start()]
            shown, typed, end = shown + between, typed + between, stashed.end()
            raw = self._raw_html(stashed)
            sign = html.unescape(raw)
            if len(sign) == 1 and sign.isalpha():
                shown, typed = shown + sign, typed + stashed[0]
                continue
            self._add(node, slot, shown, around, typed=typed)
            self._add(node, slot, stashed[0], _Surroundings(is_open=False, is_ours=False), sign=sign)
            self._tags(raw, around)
            shown = typed = ""
        self._add(node, slot, shown + text[end:], around, typed=typed + text[end:])

    def _add(
        self, node: etree.Element, slot: str, text: str, around: _Surroundings, *, sign: str = "", typed: str = ""
    ) -> None:
        if text:
            now = self._raw[-1][1] if self._raw and around.is_open else around
            self._paragraph.append(_Stretch(node, slot, text, now.is_open, now.is_ours, typed or text))
            if len(sign) == 1:
                # A quotation mark that was set aside (by SmartyPants) counts as one.
                self._paragraph.append(_Stretch(node, "", sign, is_open=False, is_ours=False, typed=sign))

    def _raw_html(self, stashed: re.Match[str]) -> str:
        blocks = self.stash.rawHtmlBlocks
        index = int(stashed["index"]) if stashed["index"] else len(blocks)
        return str(blocks[index]) if index < len(blocks) else ""

    def _tags(self, raw: str, around: _Surroundings) -> None:
        for id in _OUR_TERM.findall(raw):
            self.writer.page_terms.mark(id)
        tag = _TAG.fullmatch(raw)
        if tag is None or tag["rest"].endswith("/"):
            return
        name = tag["name"].casefold()
        if not tag["end"]:
            classes = re.search(r"""class=["']?([^"'>]*)""", tag["rest"])
            around = self._raw[-1][1] if self._raw else around
            self._raw.append((name, around.within(name, classes[1] if classes else "")))
        elif name in [opened for opened, _ in self._raw]:
            while self._raw.pop()[0] != name:
                pass

    def _end_paragraph(self) -> None:
        stretches, self._paragraph = self._paragraph, []
        self._raw.clear()
        if not any(stretch.is_ours and stretch.text.strip() for stretch in stretches):
            return
        self.said.append(_said(stretches))
        found = self.writer.page_terms.found([stretch.piece for stretch in stretches])
        texts: dict[tuple[int, str], list[str]] = {}
        for stretch, matches in zip(stretches, found, strict=True):
            parts = self.writer.marked(stretch.text, matches) if matches else (stretch.typed,)
            shown = "".join(self.stash.store(part) if isinstance(part, Markup) else part for part in parts)
            texts.setdefault((id(stretch.node), stretch.slot), []).append(shown)
        for stretch in {(id(s.node), s.slot): s for s in stretches if s.slot}.values():
            setattr(stretch.node, stretch.slot, "".join(texts[id(stretch.node), stretch.slot]))


def _said(stretches: Sequence[_Stretch]) -> str:
    """A paragraph with other people's words blanked out."""
    text = "".join(s.text if s.is_ours and "\x02" not in s.text else s.piece.text for s in stretches)
    return blanked(text, quotations(text))


def _words(heading: etree.Element) -> str:
    """A heading without the link to itself."""
    links = [child for child in heading if child.tag == "a" and "headerlink" in child.get("class", "").split()]
    text = "".join(heading.itertext())
    for link in links:
        text = text.removesuffix("".join(link.itertext()))
    return _STASHED.sub("", text).strip()
