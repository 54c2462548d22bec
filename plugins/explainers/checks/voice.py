"""What we say in our own voice: every field that is our wording, with its marks blanked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from explainers.checks.context import in_record
from explainers.checks.gathered import gathered
from explainers.checks.rule import Fault
from explainers.graph.graph import Graph
from explainers.model.base import Record
from explainers.text.inline import ID
from explainers.tree.nodes import Loc, Plain

OURS = frozenset(
    """label statement summary reason note gaps question answer heading text method definition example why
    not_to_confuse side""".split()
)
# Fields that are our wording in one place and a name, an id or a printed word in another.
_OURS_BELOW = {"of": "quantities", "role": "participants"}
_OURS_IN = {"name": "event", "in_text": "event"}
_AT_TIMES = _OURS_BELOW.keys() | _OURS_IN.keys()
_NOT_OURS = frozenset({"csl", "allow", "as_printed", "avoid", "cites", "by", "also", "metonyms"})
_MARKS = re.compile(
    rf"""
    (?=[\[\]@{{\\*])                           # the signs that every mark begins with
    (?:
      \[\[[^\[\]|\n]*\]\]                      # a link that prints the record's name
    | \[\[[^\[\]|\n]*\|                        # the start of a link with words
    | \]\]
    | \[(?=[^\[\]]*\])[^\[\]]*(?<![\w@])-?@[^\[\]]*\]  # a citation; an unclosed one is searched once
    | (?<![\w@.-])@{ID}
    | \{{[A-Za-z]\w*\}}                        # a figure
    | \\(?=[\\*\[\]{{}}@|\w])
    | \*{{1,2}}
    )
    """,
    re.VERBOSE,
)
_LINK = re.compile(r"\[\[(?P<id>[^\[\]|\n]*)(?:\|(?P<words>[^\[\]]*))?\]\]")
PRINTED = "\ufffc"
"""Stands where a mark prints something that is not written here: a record's name, a figure."""


class Passage(NamedTuple):
    """A text of ours. `words` is as long as `text`, and blank where a mark stands."""

    record: Record
    loc: Loc
    text: str
    words: str

    @property
    def key(self) -> str:
        """The field it stands in."""
        *above, last = self.loc
        return last if isinstance(last, str) else str(next(step for step in reversed(above) if isinstance(step, str)))

    def fault(self, start: int, end: int, message: str, help: str = "") -> Fault:
        """A fault at a stretch of it."""
        words = self.text[start:end]
        return Fault(self.record, self.loc, message, help, words=words, nth=self.text.count(words, 0, start))


@dataclass(frozen=True, slots=True)
class LinkInText:
    """A link to a record in a text; without words it prints the record's name."""

    id: str
    words: str
    start: int
    end: int


@gathered
def passages(graph: Graph) -> tuple[Passage, ...]:
    """All our texts, record by record, in the order of the files."""
    return tuple(
        passage(record, loc, text)
        for record in graph.of(Record)
        if (document := graph.documents[record.id]).tree
        for loc, text in in_record(_ours(document.tree.values, document.kind), record)
    )


def passage(record: Record, loc: Loc, text: str) -> Passage:
    """One text of ours."""
    return Passage(record, loc, text, words_of(text))


def links(passage: Passage) -> Iterator[LinkInText]:
    """The links to records in a text, with their places."""
    for match in _LINK.finditer(passage.text):
        yield LinkInText(match["id"].strip(), " ".join((match["words"] or "").split()), match.start(), match.end())


def words_of(text: str) -> str:
    """A text with its marks blanked out, every other character in its place."""
    # Most texts have none, and to ask for one sign after the other is quicker than to search for any of them.
    if "[" in text or "{" in text or "@" in text or "*" in text or "\\" in text:
        return _MARKS.sub(_blank, text)
    return text


def _blank(mark: re.Match[str]) -> str:
    prints = mark[0].startswith("{") or (mark[0].startswith("[[") and mark[0].endswith("]]"))
    return (PRINTED if prints else " ") + " " * (len(mark[0]) - 1)


def _ours(values: Plain, kind: str) -> list[tuple[Loc, str]]:
    """The texts in a file that are our wording; what is not ours is not entered."""
    found: list[tuple[Loc, str]] = []
    _add_ours(values, (), kind, found)
    return found


def _add_ours(value: Plain, loc: Loc, kind: str, found: list[tuple[Loc, str]]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in _NOT_OURS or not inner:
                continue
            if isinstance(inner, str):
                if key in OURS or (key in _AT_TIMES and _is_ours(key, loc, kind)):
                    found.append(((*loc, key), inner))
            else:
                _add_ours(inner, (*loc, key), kind, found)
    elif isinstance(value, str):
        found.append((loc, value))
    elif value and (loc[-1] in OURS or any(not isinstance(item, str) for item in value)):
        for index, item in enumerate(value):
            _add_ours(item, (*loc, index), kind, found)


def _is_ours(key: str, loc: Loc, kind: str) -> bool:
    return _OURS_BELOW.get(key) in loc or _OURS_IN.get(key) == kind
