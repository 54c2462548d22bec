"""The small inline grammar of record text: emphasis, links, citations and figures, and nothing else.

*emphasis*   **strong**   [[id]]   [[id|words]]   {q1}   [@source, p. 4; see @other]   @source   @source [p. 4]
blank lines part paragraphs; a backslash takes a mark's meaning away, and from a \\word that it is a term
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from explainers.text.citation import CitedItem, read_items, source_keys
from explainers.text.locators import LOCATOR

# A text is read for its checks, its page, its description and its exports.
_REMEMBERED = 4096
ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
# A source that is named in the sentence, and after it, in brackets, where in it; other brackets are not part of it.
NARRATIVE = (
    rf"@(?:(?P<narrative>{ID})|\{{(?P<braced>{ID})\}})"
    rf"(?:[ ]?\[(?=[^\[\]]*\](?![(\[]))(?P<within>(?i:{LOCATOR})(?!\w)[^\[\]]*)\])?"
)
# The first look ahead is for the sign that every mark begins with: most characters are none, and are passed at once.
# That for `]` keeps an unclosed bracket from being searched again for each `@` after it.
_TOKEN = re.compile(
    rf"""
    (?=[\\\[@{{*])
    (?:
      \\(?P<escaped>[\\*\[\]{{}}@|])
    | \\(?P<unmarked>\w+)
    | \[\[(?P<link>[^\[\]|\n]*)(?:\|(?P<words>[^\[\]]*))?\]\]
    | \[(?=[^\[\]]*\])(?P<cite>[^\[\]]*(?<![\w@\\])-?@[^\[\]]*)\]
    | (?<![\w@.-]){NARRATIVE}
    | \{{(?P<figure>[A-Za-z]\w*)\}}
    | (?P<star>(?<!\w)\*{{1,2}}(?=\S)|(?<=\S)\*{{1,2}}(?!\w))
    )
    """,
    re.VERBOSE,
)
_NAMED = {"narrative", "braced", "within"}
# Most texts have no mark at all: this spares them the search for each.
_MAY_BE_MARK = re.compile(r"[\\*\[{@]")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


# Words and links are tuples: sentences are made of thousands of them, and tuples are made and hashed faster.
class Words(NamedTuple):
    """Plain text; `unmarked` words lead to no term of the glossary."""

    text: str
    unmarked: bool = False


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised parts, or strong ones."""

    parts: tuple[Inline, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Foreign:
    """Parts in a language, by its tag; record text has no mark for it, references have."""

    parts: tuple[Inline, ...]
    language: str


class RecordLink(NamedTuple):
    """A link to a record by its id; without words it prints the record's own name."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Cite:
    """One mark that cites one or more sources; a narrative one prints the source's name before it."""

    items: tuple[CitedItem, ...]
    narrative: bool = False


@dataclass(frozen=True, slots=True)
class FigureRef:
    """The place of one of a claim's figures."""

    name: str


Inline = Words | Emphasis | Foreign | RecordLink | Cite | FigureRef
Paragraph = tuple[Inline, ...]


@lru_cache(maxsize=_REMEMBERED, typed=True)
def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Text cut at blank lines, each part parsed."""
    return tuple(parse(part) for part in _PARAGRAPHS.split(text.strip()) if part.strip())


@lru_cache(maxsize=_REMEMBERED, typed=True)
def parse(text: str) -> Paragraph:
    """One paragraph. Never fails: what is not a mark is text."""
    if not _MAY_BE_MARK.search(text):
        return (Words(text),) if text else ()
    parts, _ = _close(list(_tokens(text)), 0, "")
    return _merged(parts)


def references(text: str) -> Iterator[tuple[str, bool]]:
    """The ids that a text links to and the keys that it cites, in their order, and whether one is cited."""
    for part in _PARAGRAPHS.split(text) if "\n" in text else (text,):
        for match in _TOKEN.finditer(part):
            group = match.lastgroup
            if group in {"link", "words"}:
                yield match["link"].strip(), False
            elif group == "cite":
                yield from ((key, True) for key in source_keys(match["cite"]))
            elif group in _NAMED:
                yield from ((item.key, True) for item in narrative(match).items)


def narrative(match: re.Match[str]) -> Cite:
    """A source named in the sentence, by a match of that pattern; with the other sources of the brackets after it."""
    key = match["narrative"] or match["braced"]
    if not match["within"]:
        return Cite((CitedItem(key),), narrative=True)
    inside = f"@{{{key}}}, {match['within']}"
    return Cite(read_items(inside) or read_items(inside.replace(";", ",")), narrative=True)


def walk(parts: Paragraph) -> Iterator[Inline]:
    """Every part, emphasised and foreign ones opened."""
    for part in parts:
        yield part
        if isinstance(part, Emphasis | Foreign):
            yield from walk(part.parts)


def plain(parts: Paragraph) -> str:
    """The words alone, without links, marks or figures."""
    # Asked of every sentence several times: a list, and classes compared, take a third of what `walk` would.
    return "".join([
        part.text if part.__class__ is Words else part.words if part.__class__ is RecordLink else _opened(part)
        for part in parts
    ])  # fmt: skip


def uncited(parts: Paragraph) -> Paragraph:
    """A paragraph without the marks that only cite, and without the space before them."""
    kept: list[Inline] = []
    for part in parts:
        if isinstance(part, Cite) and not part.narrative:
            if kept and isinstance(kept[-1], Words):
                kept[-1] = Words(kept[-1].text.rstrip(), kept[-1].unmarked)
        else:
            kept.append(Emphasis(uncited(part.parts), part.strong) if isinstance(part, Emphasis) else part)
    return tuple(kept)


def _opened(part: Inline) -> str:
    return plain(part.parts) if isinstance(part, Emphasis | Foreign) else ""


def _tokens(text: str) -> Iterator[Inline | str]:
    """Parts, with the stars of emphasis as bare strings."""
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() > end:
            yield Words(text[end : match.start()])
        end = match.end()
        yield _token(match)
    if end < len(text):
        yield Words(text[end:])


def _token(match: re.Match[str]) -> Inline | str:
    kind = match.lastgroup
    if kind == "star":
        return match[0]
    if kind in {"link", "words"}:
        return RecordLink(match["link"].strip(), " ".join((match["words"] or "").split()))
    if kind == "figure":
        return FigureRef(match["figure"])
    if kind in _NAMED:
        return narrative(match)
    if kind == "cite":
        items = read_items(match["cite"])
        return Cite(items) if items else Words(match[0])
    return Words(match["escaped"]) if kind == "escaped" else Words(match["unmarked"], unmarked=True)


def _close(tokens: list[Inline | str], start: int, mark: str) -> tuple[list[Inline], int]:
    """Parts up to the closing `mark`; an opening star that nothing closes stays a star."""
    parts: list[Inline] = []
    last = {token: index for index, token in enumerate(tokens) if isinstance(token, str)} if not mark else {}
    at = start
    while at < len(tokens):
        token = tokens[at]
        if not isinstance(token, str):
            parts.append(token)
        elif token == mark:
            return parts, at
        elif last.get(token, -1) > at:
            inner, at = _close(tokens, at + 1, token)
            parts.append(Emphasis(_merged(inner), strong=token == "**"))
        else:
            parts.append(Words(token))
        at += 1
    return parts, at


def _merged(parts: list[Inline]) -> Paragraph:
    merged: list[Inline] = []
    for part in parts:
        last = merged[-1] if merged else None
        if isinstance(part, Words) and isinstance(last, Words) and part.unmarked == last.unmarked:
            merged[-1] = Words(last.text + part.text, part.unmarked)
        else:
            merged.append(part)
    return tuple(merged)
