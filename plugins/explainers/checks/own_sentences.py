"""Sentences of ours as readers see them, and the claims and actors that they link."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from explainers.checks.gathered import gathered
from explainers.checks.quotes import word_count
from explainers.checks.rule import Fault
from explainers.checks.sentences import sentences
from explainers.checks.voice import Passage, passages, words_of
from explainers.graph.graph import Graph
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer

_LINK = re.compile(r"\[\[(?P<id>[^\[\]|\n]*)(?:\|(?P<words>[^\[\]]*))?\]\]")
_PARAGRAPH = re.compile(r"\s*\n[ \t]*\n")
NEAR = 120
"""How far before a place to look: enough for a name with its title, a verb and its helping words."""
# What is longer is no sentence of a person, and is not looked at for figures and positions.
_LONGEST = 3000
# Propositions and names; what is linked there is not said by us.
_NO_SENTENCES = frozenset(["statement", "label", "heading", "question", "name", "role", "side"])


class Linked(NamedTuple):
    """A link in a sentence: the record's id, where its words are, and whether we chose them."""

    id: str
    start: int
    end: int
    has_words: bool


class Doubt(NamedTuple):
    """What is wrong at a stretch of a text."""

    start: int
    end: int
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `words` are what is read, without marks and with the names that wordless links print.

    `offsets` leads from each of its characters back to the text; `before` is what the paragraph says before it.
    """

    text: str
    start: int
    end: int
    words: str
    offsets: Sequence[int]
    links: tuple[Linked, ...]
    before: str
    graph: Graph

    @property
    def claims(self) -> tuple[tuple[Linked, Claim], ...]:
        """The claims that it links, each link with its claim."""
        return tuple((link, claim) for link in self.links if (claim := self.graph.get(link.id, Claim)))

    @property
    def actors(self) -> frozenset[str]:
        """The actors that it links."""
        return frozenset(link.id for link in self.links if self.graph.get(link.id, Actor))

    @property
    def is_readable(self) -> bool:
        """Whether it is no longer than a sentence can be."""
        return self.end - self.start <= _LONGEST

    def just_before(self, place: int) -> str:
        """The words right before a place."""
        return self.words[max(0, place - NEAR) : place]

    @property
    def word_count(self) -> int:
        """How many words a reader reads."""
        return word_count(self.words)

    def doubt(self, message: str, help: str, start: int = -1, end: int = -1) -> Doubt:
        """What is wrong at a stretch of its words, or with all of it."""
        if start < 0:
            text = self.text[self.start : self.end]
            return Doubt(self.start + len(text) - len(text.lstrip()), self.end, message, help)
        return Doubt(self.offsets[start], self.offsets[end - 1] + 1, message, help)


def fault(passage: Passage, doubt: Doubt) -> Fault:
    """What is wrong in a text of a record."""
    return replace(passage.fault(*doubt), in_prose=True)


def sentences_in(text: str, graph: Graph) -> Iterator[Sentence]:
    """The sentences of a text, in order."""
    words = words_of(text)
    before = ""
    for start, end in sentences(words):
        before = "" if _PARAGRAPH.match(text, start) else before
        sentence = _sentence(text, start, end, before, graph)
        yield sentence
        before = f"{before} {sentence.words}"[-_LONGEST:]


@gathered
def answers(graph: Graph) -> Sequence[tuple[Passage, Sequence[Sentence]]]:
    """Every explainer's answer with its sentences."""
    texts = (Passage(explainer, ("answer",), explainer.answer) for explainer in graph.of(Explainer))
    return tuple((text, found) for text in texts if (found := tuple(sentences_in(text.text, graph))))


@gathered
def linking(graph: Graph) -> Sequence[tuple[Passage, Sentence]]:
    """Every sentence of a record's own text that links a claim."""
    return tuple(
        (passage, sentence)
        for passage in passages(graph)
        if "[[" in passage.text and passage.key not in _NO_SENTENCES
        for sentence in sentences_linking(passage.text, graph)
    )


def sentences_linking(text: str, graph: Graph) -> Iterator[Sentence]:
    """The sentences of a text that link claims."""
    if any(graph.get(link["id"].strip(), Claim) for link in _LINK.finditer(text)):
        yield from (sentence for sentence in sentences_in(text, graph) if sentence.is_readable and sentence.claims)


def _sentence(text: str, start: int, end: int, before: str, graph: Graph) -> Sentence:
    read = _Read()
    links: list[Linked] = []
    at = start
    for match in _LINK.finditer(text, start, end):
        read.add(words_of(text[at : match.start()]), at)
        id, from_ = match["id"].strip(), len(read.words)
        if match["words"] is not None:
            read.add(words_of(match["words"]), match.start("words"))
        elif record := graph.records.get(id):
            read.add_name(record.in_sentence, match.start())
        links.append(Linked(id, from_, len(read.words), match["words"] is not None))
        at = match.end()
    read.add(words_of(text[at:end]), at)
    return Sentence(text, start, end, "".join(read.words), read.offsets, tuple(links), before, graph)


class _Read:
    """Words as they are read, one space between two, each character with its offset in the text."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.offsets: list[int] = []

    def add(self, words: str, at: int) -> None:
        """Add words that are in the text at an offset."""
        for offset, sign in enumerate(words, at):
            if not sign.isspace():
                self._put(sign, offset)
            elif self.words and self.words[-1] != " ":
                self._put(" ", offset)

    def add_name(self, name: str, at: int) -> None:
        """Add a name that a mark at an offset prints."""
        for sign in name:
            self._put(sign, at)

    def _put(self, sign: str, offset: int) -> None:
        self.words.append(sign)
        self.offsets.append(offset)
