"""Sentences of ours as readers see them, and the claims and actors that they link."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from explainers.checks.gathered import gathered
from explainers.checks.quotes import word_count
from explainers.checks.rule import Fault
from explainers.checks.sentences import sentences
from explainers.checks.vocabulary import passages_with
from explainers.checks.voice import OwnText, passages, words_of
from explainers.graph.graph import Graph
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer

_LINK = re.compile(r"\[\[(?P<id>[^\[\]|\n]*)(?:\|(?P<words>[^\[\]]*))?\]\]")
_RUN = re.compile(r"\S+(?:\s\S+)*")
_PARAGRAPH = re.compile(r"\s*\n[ \t]*\n")
NEAR = 120
"""How far before a place to look: enough for a name with its title, a verb and its helping words."""
# What is longer is no sentence of a person, and is not looked at for figures and positions.
_LONGEST = 3000
# Propositions and names; what is linked there is not said by us.
_NO_SENTENCES = frozenset(["statement", "label", "heading", "question", "name", "role", "side"])


class LinkedWords(NamedTuple):
    """A link in a sentence: the record's id, where its words are, and whether we chose them."""

    id: str
    start: int
    end: int
    has_words: bool


class Stretch(NamedTuple):
    """Words that follow each other in a sentence and in the text: where they begin, and whether a mark prints them."""

    at: int
    offset: int
    is_name: bool


class Objection(NamedTuple):
    """What is wrong at a stretch of a text."""

    start: int
    end: int
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `words` are what is read, without marks and with the names that wordless links print.

    `stretches` lead from its words back to the text; `paragraph` is where its paragraph begins there.
    """

    text: str
    paragraph: int
    start: int
    end: int
    words: str
    stretches: Sequence[Stretch]
    links: tuple[LinkedWords, ...]
    graph: Graph

    @property
    def before(self) -> str:
        """What the paragraph says before it; of a very long one, the end."""
        start = max(self.paragraph, self.start - _LONGEST)
        return _read(self.text, self.paragraph, start, self.start, self.graph).words if start < self.start else ""

    @property
    def claims(self) -> tuple[tuple[LinkedWords, Claim], ...]:
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

    def doubt(self, message: str, help: str, start: int = -1, end: int = -1) -> Objection:
        """What is wrong at a stretch of its words, or with all of it."""
        if start < 0:
            text = self.text[self.start : self.end]
            return Objection(self.start + len(text) - len(text.lstrip()), self.end, message, help)
        return Objection(self._offset(start), self._offset(end - 1) + 1, message, help)

    def _offset(self, at: int) -> int:
        """Where in the text one of its characters is; of a name that a mark prints, the mark."""
        stretch = self.stretches[bisect_right(self.stretches, at, key=lambda each: each.at) - 1]
        return stretch.offset if stretch.is_name else stretch.offset + at - stretch.at


def fault(passage: OwnText, doubt: Objection) -> Fault:
    """What is wrong in a text of a record."""
    return replace(passage.fault(*doubt), in_prose=True)


def sentences_in(text: str, graph: Graph) -> Iterator[Sentence]:
    """The sentences of a text, in order."""
    return (_read(text, *place, graph) for place in _places(text))


@gathered
def answers(graph: Graph) -> Sequence[tuple[OwnText, Sequence[Sentence]]]:
    """Every explainer's answer with its sentences."""
    texts = (OwnText(explainer, ("answer",), explainer.answer) for explainer in graph.of(Explainer))
    return tuple((text, found) for text in texts if (found := tuple(sentences_in(text.text, graph))))


@gathered
def linking(graph: Graph) -> Sequence[tuple[OwnText, Sentence]]:
    """Every sentence of a record's own text that links a claim."""
    return tuple(_linking(passages(graph), graph))


def linking_with(words: Iterable[str], graph: Graph) -> Iterator[tuple[OwnText, Sentence]]:
    """Those in the texts that have one of some words, given folded."""
    return _linking(passages_with(graph, [(word,) for word in words]), graph)


def _linking(texts: Iterable[OwnText], graph: Graph) -> Iterator[tuple[OwnText, Sentence]]:
    for passage in texts:
        if "[[" in passage.text and passage.key not in _NO_SENTENCES:
            yield from ((passage, sentence) for sentence in sentences_linking(passage.text, graph))


def sentences_linking(text: str, graph: Graph) -> Iterator[Sentence]:
    """The sentences of a text that link claims."""
    linked = [link.start() for link in _LINK.finditer(text) if graph.get(link["id"].strip(), Claim)]
    for paragraph, start, end in _places(text) if linked else ():
        if end - start <= _LONGEST and bisect_left(linked, start) < bisect_left(linked, end):
            yield _read(text, paragraph, start, end, graph)


def _places(text: str) -> Iterator[tuple[int, int, int]]:
    """Where each sentence's paragraph begins, and where the sentence begins and ends."""
    paragraph = 0
    for start, end in sentences(words_of(text)):
        paragraph = start if _PARAGRAPH.match(text, start) else paragraph
        yield paragraph, start, end


def _read(text: str, paragraph: int, start: int, end: int, graph: Graph) -> Sentence:
    read = _Reading()
    links: list[LinkedWords] = []
    at = start
    for match in _LINK.finditer(text, start, end):
        read.add(words_of(text[at : match.start()]), at)
        id, from_ = match["id"].strip(), len(read.words)
        if match["words"] is not None:
            read.add(words_of(match["words"]), match.start("words"))
        elif record := graph.records.get(id):
            read.add_name(record.in_sentence, match.start())
        links.append(LinkedWords(id, from_, len(read.words), match["words"] is not None))
        at = match.end()
    read.add(words_of(text[at:end]), at)
    return Sentence(text, paragraph, start, end, read.words, read.stretches, tuple(links), graph)


class _Reading:
    """Words as they are read, one space between two, with the stretches of the text they are from."""

    def __init__(self) -> None:
        self.words = ""
        self.stretches: list[Stretch] = []

    def add(self, words: str, at: int) -> None:
        """Add words that are in the text at an offset."""
        end = 0
        for match in _RUN.finditer(words):
            if match.start() > end:
                self._add_space(at + end)
            self.stretches.append(Stretch(len(self.words), at + match.start(), False))
            self.words += " ".join(match[0].split())
            end = match.end()
        if end < len(words):
            self._add_space(at + end)

    def _add_space(self, at: int) -> None:
        if self.words and self.words[-1] != " ":
            self.stretches.append(Stretch(len(self.words), at, False))
            self.words += " "

    def add_name(self, name: str, at: int) -> None:
        """Add a name that a mark at an offset prints."""
        self.stretches.append(Stretch(len(self.words), at, True))
        self.words += name
