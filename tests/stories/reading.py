"""A page as a reader meets it: sentences and rows of tables, each with the heading that it has above it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

_OPENS = frozenset(
    "p li h1 h2 h3 h4 h5 dt dd div section ul ol figcaption blockquote summary details caption text title desc main "
    "article header footer nav table thead tbody".split()
)
# What is no sentence of ours about the story: marks of notes, permalinks, scripts; the notes and passages as printed.
_SKIPPED = frozenset(["sup", "script", "style"])
_OTHERS_WORDS = frozenset(["blockquote"])
_VOID = frozenset("br img hr input meta link wbr path line circle rect use polygon polyline".split())
# What goes on with the words before it: who says so behind a claim's label, how a day is known.
_JOINED = frozenset(["xp-by"])
# Keys of a record's file under which there are its own fields, not words of ours.
_RECORD_KEYS = frozenset(["fields", "incoming"])


@dataclass(frozen=True)
class Block:
    """Some words that belong together; of a row, its cells by their heads as well."""

    text: str
    section: str = ""
    group: str = ""
    day: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_row(self) -> bool:
        return bool(self.cells)


_DIFFERS = re.compile(r"(?:Differs: |(?=Nothing differs))([^()]*(?:\([^()]*\)[^()]*)*?\(compared with .*?\)(?=\.))")


class _Reader(HTMLParser):
    """Cuts a page into blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Block] = []
        self.words: list[str] = []
        self.section = self.group = self.day = ""
        self.open: list[str] = []
        self.skipping: list[str] = []
        self.cells: dict[str, str] = {}
        self.cell = ""
        self.in_row = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self.skipping:
            if tag not in _VOID:
                self.skipping.append(tag)
            return
        if tag in _SKIPPED or tag in _OTHERS_WORDS or "headerlink" in given.get("class", ""):
            self.skipping.append(tag)
        elif tag == "tr":
            self._end()
            self.in_row, self.cells = True, {}
        elif tag in {"td", "th"}:
            self._end_cell()
            if given.get("scope") == "rowgroup":
                self.cell = "rowgroup"
            else:
                self.cell = given.get("data-label") or ("who" if tag == "th" else f"cell {len(self.cells)}")
        elif tag == "br" or (self.in_row and tag == "span" and given.get("class") not in _JOINED):
            self.words.append("; " if self.in_row else " ")
        elif tag in _OPENS and not self.in_row:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            if tag == self.skipping[-1]:
                self.skipping.pop()
            return
        if tag in {"td", "th"}:
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag in {"tbody", "dl"}:
            self._end()
            self.group = ""
        elif tag in _OPENS and not self.in_row:
            self._end(heading=tag in {"h1", "h2", "h3"}, group=tag == "dt")
            self.day = "" if tag == "ol" else self.day

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.words.append(data)

    def _take(self) -> str:
        text = " ".join("".join(self.words).split()).strip("; ")
        self.words = []
        return re.sub(r"(; )+", "; ", text.replace(" ;", ";"))

    def _end(self, *, heading: bool = False, group: bool = False) -> None:
        text = self._take()
        if not text:
            return
        if heading:
            # The heading of what is folded says how much there is.
            self.section, self.group, self.day = re.sub(r" \([\d,]+\)$", "", text), "", ""
        if found := re.match(r"As of (\d+ \w+ \d{4})", text):
            self.day = found[1]
        self.found.append(Block(text, self.section, self.group, self.day, _telling(text)))
        if group:
            self.group = text

    def _end_cell(self) -> None:
        text = self._take()
        if self.cell == "rowgroup":
            self.group = text
        elif self.cell and text:
            self.cells[self.cell] = text
        self.cell = ""

    def _end_row(self) -> None:
        self._end_cell()
        if self.cells:
            text = " | ".join(self.cells.values())
            self.found.append(Block(text, self.section, self.group, "", self.cells))
        self.in_row, self.cells = False, {}


def _telling(text: str) -> dict[str, str]:
    """An item of the list of tellings, as a row: whose it is, what it has, in what it differs from which others."""
    who, _, rest = text.partition(": ")
    found = _DIFFERS.findall(rest)
    return {"who": who, "Differs": " ".join(found)} if found and "compared with" in rest else {}


def blocks(html: str) -> list[Block]:
    """All words of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader._end()
    return reader.found


def words_of_data(data: Any) -> Iterator[Block]:
    """All sentences in a file for programs, but for the record as it was written."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            if key not in _RECORD_KEYS:
                yield from words_of_data(value)
    elif isinstance(data, list):
        for value in data:
            yield from words_of_data(value)
    elif isinstance(data, str) and " " in data:
        yield Block(data, "data")


def loaded(data: bytes) -> Any:
    return json.loads(data)


# Every check asks for the sentences of a text.
@lru_cache(256)
def sentences(text: str) -> tuple[str, ...]:
    """A text cut after full stops; what stands in quotation marks stays whole."""
    return tuple(part.strip() for part in re.split(r"(?<=[.!?])\s+(?=[A-Z“0-9])", text) if part.strip())
