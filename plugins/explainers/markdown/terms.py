"""Terms marked in a page's tree: in running text only, never in headings, links, code or quotations."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable

from explainers.prose.writer import Writer

_CLOSED = frozenset(
    "a abbr blockquote button code figcaption h1 h2 h3 h4 h5 h6 kbd math "
    "pre q samp script style svg textarea var".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# Python-Markdown's placeholders for what it has set aside.
_STASHED = re.compile("\x02[^\x03]*\x03")


def mark_terms(root: etree.Element, writer: Writer, store: Callable[[str], str]) -> None:
    """Mark the first use of each term in each section, in the order of reading.

    `store` sets HTML aside and returns what stands for it in the text: links that we made need no one's checking.
    """
    if writer.matcher is not None and writer.scope != "off":
        _visit(root, writer, store)


def _visit(element: etree.Element, writer: Writer, store: Callable[[str], str]) -> None:
    if element.tag in _HEADINGS:
        writer.new_section()
    if element.tag in _CLOSED:
        return
    element.text = _marked(element.text, writer, store)
    for child in element:
        _visit(child, writer, store)
        child.tail = _marked(child.tail, writer, store)


def _marked(text: str | None, writer: Writer, store: Callable[[str], str]) -> str | None:
    if not text or not text.strip():
        return text
    parts = []
    end = 0
    for match in writer.first_uses(_STASHED.sub(lambda m: "\x02" * len(m[0]), text)):
        parts += [text[end : match.start], store(writer.term(match.term, text[match.start : match.end]))]
        end = match.end
    return "".join([*parts, text[end:]])
