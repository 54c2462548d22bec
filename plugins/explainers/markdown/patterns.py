"""The marks in a page's text, each left as a placeholder with what it was read as."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from html import unescape

from markdown import Markdown
from markdown.inlinepatterns import AUTOLINK_RE, AUTOMAIL_RE, HTML_RE, InlineProcessor

from explainers.checks.rules.wording.mark_not_read import HELP, unread_part_message
from explainers.kinds.source.model import Source
from explainers.markdown.bars import BAR
from explainers.markdown.conversion import Conversion, Left, PageState, Problem
from explainers.markdown.placeholders import placeholder
from explainers.text.citation import read_items, source_keys, sourceless
from explainers.text.inline import ID, NARRATIVE, Cite, Inline, RecordLink, narrative

# Above Python-Markdown's links (170) and below its backticks (190) and escapes (180): code stays code.
PRIORITY = 175
LINK = rf"\[\[(?P<link>[^\[\]|\x02\n]+)(?:(?:\||{BAR})(?P<words>[^\[\]]*))?\]\]"
CITE = r"\[(?=[^\[\]]*\])(?P<cite>[^\[\]]*(?<![\w@\\])-?@[^\[\]]*)\]"
# An escaped bracket ends in the sign that parts Markdown's own placeholders from the text.
NAMED = rf"(?<![\w@.\-/\\\x03]){NARRATIVE}"
ESCAPED = rf"(?<!\\)\\@(?=\{{?(?P<escaped>{ID}))"
_ESCAPED_AT = f"\x02{ord('@')}\x03"
_LABEL = re.compile(r"\[([^\[\]]*)\]")
# Tags, comments and addresses, which Markdown takes out only after links.
_HTML = re.compile(rf"{HTML_RE}|{AUTOLINK_RE}|{AUTOMAIL_RE}", re.DOTALL)
# Those of them that may be as long as a page, by how they open and close.
_LONG_HTML = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))

Found = tuple[etree.Element | str | None, int | None, int | None]


def register_patterns(md: Markdown, conversion: Conversion) -> None:
    """Have the marks read; a source that the sentence names takes the brackets after it, so it is read first."""
    for name, pattern, priority in (
        ("escaped", _Escaped(ESCAPED, md, conversion), PRIORITY + 6),
        ("link", _Link(LINK, md, conversion), PRIORITY + 2),
        ("narrative", _Narrative(NAMED, md, conversion), PRIORITY + 1),
        ("cite", _Cite(CITE, md, conversion), PRIORITY),
    ):
        md.inlinePatterns.register(pattern, f"explainers-{name}", priority)


class _Pattern(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, conversion: Conversion) -> None:
        super().__init__(pattern, md)
        self.conversion = conversion
        self._asked: tuple[str, int, int] = ("", -1, 0)

    @property
    def state(self) -> PageState:
        return self.conversion.state

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        if self._is_in_html(m.start(), data):
            return None, None, None
        return self.read(m, data)

    def read(self, m: re.Match[str], data: str) -> Found:
        """What takes the place of a match, and where that begins and ends."""
        raise NotImplementedError

    def typed(self, text: str, *, at: str = "@") -> str:
        """Text in which code, escaped signs and entities, which Markdown has set aside, are back."""
        shown = self.unescape(text).replace(_ESCAPED_AT, at)
        return unescape(str(self.md.treeprocessors["unescape"].unescape(shown)))  # type: ignore[attr-defined]

    def left(self, part: Inline, m: re.Match[str]) -> Found:
        """A placeholder for what was read."""
        self.state.parts.append(Left(part, self.typed(m[0])))
        return placeholder(len(self.state.parts) - 1), m.start(0), m.end(0)

    def is_source(self, key: str) -> bool:
        """Whether a key names a source of the site."""
        return self.state.writer.graph.get(key, Source) is not None

    def unknown(self, found: Sequence[str], words: str) -> list[str]:
        """The keys that name no source, each of which is a problem."""
        unknown = [key for key in found if not self.is_source(key)]
        self.state.problems += [Problem(key, words, is_source=True) for key in unknown]
        return unknown

    def _is_in_html(self, at: int, data: str) -> bool:
        starts = {data.rfind(sign, 0, at) for sign in ("<", "<!--")} - {-1}
        return any(self._end_of_html(start, data, beyond=at) > at for start in starts)

    def _end_of_html(self, start: int, data: str, *, beyond: int) -> int:
        """Where a tag, a comment or an address ends that would have to end beyond a place; 0 if there is none."""
        for sign, close in _LONG_HTML:
            if data.startswith(sign, start):
                end = data.find(close, start + len(sign))
                return end + len(close) if end >= 0 and data.find(sign, start + 1, end) < 0 else 0
        if data.find(">", beyond) < 0:
            return 0
        # Marks in one tag are all asked about it, and it is read to its end each time.
        if not (self._asked[0] is data and self._asked[1] == start):
            found = _HTML.match(data, start)
            self._asked = (data, start, found.end() if found else 0)
        return self._asked[2]


class _Escaped(_Pattern):
    """`\\@source` is no mark; the backslash goes only where there would be one, as Markdown prints all others."""

    def read(self, m: re.Match[str], data: str) -> Found:
        return (_ESCAPED_AT if self.is_source(m["escaped"]) else None), m.start(0), m.end(0)


class _Link(_Pattern):
    def read(self, m: re.Match[str], data: str) -> Found:
        id = m["link"].strip()
        record = self.state.writer.graph.records.get(id)
        # Only a preview has drafts, and a hand-written page that links to one is wrong all the same.
        if record is None or record.status == "draft":
            self.state.problems.append(Problem(id, m[0].replace(BAR, "|")))
        if record is None:
            return None, None, None
        return self.left(RecordLink(id, " ".join(self.typed(m["words"] or "").split())), m)


class _Cite(_Pattern):
    def read(self, m: re.Match[str], data: str) -> Found:
        typed = self.typed(m["cite"], at="\\@")
        if self._is_link(m["cite"], data[m.end(0) :]):
            return None, None, None
        items = read_items(typed)
        if not items:
            part = sourceless(typed)
            if part and any(self.is_source(key) for named in typed.split(";") for key in source_keys(named)):
                problem = Problem("", m[0], code="mark-not-read", message=unread_part_message(part), help=HELP)
                self.state.problems.append(problem)
            return None, None, None
        if len(self.unknown([item.key for item in items], m[0])) == len(items):
            return None, None, None
        return self.left(Cite(items), m)

    def _is_link(self, text: str, after: str) -> bool:
        """`[text](address)` with an @ in the text is a link, and so is `[text][label]` where the label is known."""
        label = _LABEL.match(after)
        return after.startswith("(") or ((label and label[1]) or text).strip().lower() in self.md.references


class _Narrative(_Pattern):
    def read(self, m: re.Match[str], data: str) -> Found:
        # An unknown @name is most often a handle, not a source.
        if not self.is_source(m["narrative"] or m["braced"]) or self._is_in_brackets(m, data):
            return None, None, None
        found = narrative(m)
        self.unknown([item.key for item in found.items], m[0])
        return self.left(found, m)

    def _is_in_brackets(self, m: re.Match[str], data: str) -> bool:
        """Whether a mark in brackets, which is read later, has it: the last bracket before it is an open one."""
        before = data[: m.start()]
        opened = max(before.rfind("["), before.rfind("]"))
        return opened >= 0 and data[opened] == "[" and "]" in data[m.end() :].partition("[")[0]
