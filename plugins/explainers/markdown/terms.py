"""Terms marked in a page's tree: in running text only, never in headings, links, code or quotations."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from explainers.prose.terms import Match
from explainers.prose.writer import Writer

_CLOSED = frozenset("a abbr blockquote button code figcaption h1 h2 h3 h4 h5 h6 kbd math pre q samp script style svg textarea var".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# Python-Markdown's placeholders for what it has set aside.
_STASHED = re.compile("\x02[^\x03]*\x03")


def mark_terms(root: etree.Element, writer: Writer) -> None:
    """Mark the first use of each term in each section, in the order of reading."""
    if writer.matcher is not None and writer.scope != "off":
        _visit(root, writer)


def _visit(element: etree.Element, writer: Writer) -> None:
    if element.tag in _HEADINGS:
        writer.new_section()
    if not isinstance(element.tag, str) or element.tag in _CLOSED:
        return
    _mark_text(element, writer)
    for child in list(element):
        _visit(child, writer)
        _mark_tail(element, child, writer)


def _mark_text(element: etree.Element, writer: Writer) -> None:
    plain, links = _marked(element.text, writer)
    if links:
        element.text = plain
        for index, link in enumerate(links):
            element.insert(index, link)


def _mark_tail(parent: etree.Element, child: etree.Element, writer: Writer) -> None:
    plain, links = _marked(child.tail, writer)
    if links:
        child.tail = plain
        at = list(parent).index(child) + 1
        for index, link in enumerate(links):
            parent.insert(at + index, link)


def _marked(text: str | None, writer: Writer) -> tuple[str, list[etree.Element]]:
    """The text before the first term, and a link for each term with the text that follows it."""
    if not text or not text.strip():
        return text or "", []
    matches = list(writer.first_uses(_STASHED.sub(lambda m: "\x02" * len(m[0]), text)))
    if not matches:
        return text, []
    links = []
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        link = _link(text, match, writer)
        link.tail = text[match.end : following.start if following else len(text)]
        links.append(link)
    return text[: matches[0].start], links


def _link(text: str, match: Match, writer: Writer) -> etree.Element:
    link = etree.Element("a", {"class": "xp-term", "href": writer.url(match.term), "data-xp-term": match.term})
    link.text = text[match.start : match.end]
    return link
