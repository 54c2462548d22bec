"""How our own texts speak: loaded words, places that speak, and sentences of an answer without a speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from explainers.checks.gathered import gathered
from explainers.checks.phrases import Found, Phrases
from explainers.checks.quotes import word_count
from explainers.checks.rule import Fault
from explainers.checks.sentences import sentences
from explainers.checks.vocabulary import passages_with
from explainers.checks.voice import LinkInText, Passage, links
from explainers.checks.words import HELPERS, REPORTING
from explainers.graph.graph import Graph
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
# Far enough for a verb with its helping words.
_NEAR = 120
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an answer, and what it links."""

    explainer: Explainer
    answer: Passage
    start: int
    end: int
    words: str
    """The sentence without marks."""
    claims: tuple[Claim, ...]
    actors: frozenset[str]
    word_count: int

    def fault(self, message: str, help: str) -> Fault:
        """A fault at the sentence."""
        text = self.answer.text[self.start : self.end]
        at = self.start + len(text) - len(text.lstrip())
        return self.answer.fault(at, self.end, message, help)


def in_our_voice(graph: Graph, words: Iterable[str]) -> Iterator[tuple[Passage, Found[str]]]:
    """Every place where a word stands in our texts; a glossary entry may use the words it is about."""
    looked_for = Phrases((word, word) for word in words)
    for text in passages_with(graph, looked_for.words):
        for found in looked_for.found(text.words):
            if found.words.casefold() not in _subjects(text):
                yield text, found


def metonyms(graph: Graph) -> dict[str, str]:
    """Actors by the places that stand for them, without articles."""
    return {without_article(metonym): actor.id for actor in graph.of(Actor) for metonym in actor.metonyms}


def without_article(name: str) -> str:
    """A name without a leading `the`."""
    return _ARTICLE.sub("", " ".join(name.split()))


def followed_by_verb(words: str, end: int) -> bool:
    """Whether a verb of speech comes next, helping words aside: has not yet said."""
    rest = words[end : end + _NEAR]
    if not rest[:1].isspace():
        return False
    for word in _WORD.finditer(rest):
        if word[0].casefold() in REPORTING:
            return not re.search(r"[.;:!?()]", rest[: word.start()])
        if word[0].casefold() not in HELPERS:
            return False
    return False


@gathered
def answers(graph: Graph) -> Sequence[list[Sentence]]:
    """Every explainer's answer, sentence by sentence."""
    return tuple(_answers(graph))


def _answers(graph: Graph) -> Iterator[list[Sentence]]:
    for explainer in graph.of(Explainer):
        answer = Passage(explainer, ("answer",), explainer.answer)
        words, linked = answer.words, list(links(answer))
        starts = [link.start for link in linked]
        found = []
        for start, end in sentences(words):
            inside = linked[bisect_left(starts, start) : bisect_left(starts, end)]
            found.append(_sentence(explainer, answer, start, words[start:end], inside, graph))
        if found:
            yield found


def speakers_named(claim: Claim, sentence: Sentence, graph: Graph) -> bool:
    """Whether a sentence names one who takes a position; for an unnamed one, who reports it will do."""
    speakers = {actor for a in claim.attributions for actor in (*a.by, a.speaks_for) if actor}
    if any((actor := graph.get(id, Actor)) and not actor.named for id in speakers):
        cited = (graph.get(c.source, Source) for a in claim.attributions for c in a.cites)
        speakers |= {source.publisher for source in cited if source}
    if speakers & sentence.actors:
        return True
    printed = {a.as_named for a in claim.attributions if a.as_named}
    names = printed | {name for id in speakers for name in _names(graph.get(id, Actor))}
    return any(True for _ in Phrases((name, name) for name in names).found(sentence.words))


def _sentence(
    explainer: Explainer, answer: Passage, start: int, words: str, linked: Sequence[LinkInText], graph: Graph
) -> Sentence:
    printed = [record.in_sentence for link in linked if not link.words and (record := graph.records.get(link.id))]
    count = sum(word_count(text) for text in (words, *printed))
    claims = {link.id: claim for link in linked if (claim := graph.get(link.id, Claim))}
    actors = frozenset(link.id for link in linked if graph.get(link.id, Actor))
    return Sentence(explainer, answer, start, start + len(words), words, tuple(claims.values()), actors, count)


def _names(actor: Actor | None) -> Iterator[str]:
    """What an actor is called in a sentence, a person's first and last name alone too."""
    if actor:
        yield from actor.names
        if actor.kind == "person":
            yield from (word for word in (actor.name.split()[0], actor.name.split()[-1]) if len(word) > 2)


def _subjects(text: Passage) -> set[str]:
    """The words that a glossary entry is about."""
    if not isinstance(text.record, Term):
        return set()
    return {word.casefold() for word in (*text.record.names, *(a.label for a in text.record.avoid))}
