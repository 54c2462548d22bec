"""The wording of our own texts: loaded words, and places that speak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from explainers.checks.loaded_words import HELPERS, NOT_SPEECH, REPORTING
from explainers.checks.phrases import Found, Phrases
from explainers.checks.vocabulary import passages_with
from explainers.checks.voice import OwnText
from explainers.graph.graph import Graph
from explainers.kinds.actor.model import Actor
from explainers.kinds.term.model import Term

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
# Far enough for a verb with its helping words.
_NEAR = 120
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def in_our_voice(graph: Graph, words: Iterable[str]) -> Iterator[tuple[OwnText, str, Found[str]]]:
    """Every occurrence of a word in our texts, which come with their words; an entry may use the words it is about."""
    looked_for = Phrases((word, word) for word in words)
    for text in passages_with(graph, looked_for.words):
        in_text = text.words
        for found in looked_for.found(in_text):
            if found.words.casefold() not in _subjects(text):
                yield text, in_text, found


def is_speech(words: str, start: int, end: int) -> bool:
    """Whether a listed verb says that somebody spoke: not in `patients were admitted`, `it claimed 20 lives`."""
    if words[start].isupper() and words[start:end].split()[0].endswith("s"):
        # A sentence opens with its subject: Claims that bear on each other.
        return False
    around = max(0, start - _NEAR)
    near = " ".join(words[start : end + _NEAR].split())
    before = " ".join(words[around:start].split())
    at = len(before) + 1 if before else 0
    return not any(m.start() <= at < m.end() for m in NOT_SPEECH.finditer(f"{before} {near}" if before else near))


def metonyms(graph: Graph) -> dict[str, str]:
    """Actors by the places that are used for them, without articles."""
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


def _subjects(text: OwnText) -> set[str]:
    """The words that a glossary entry is about."""
    if not isinstance(text.record, Term):
        return set()
    return {word.casefold() for word in (*text.record.names, *(a.label for a in text.record.avoid))}
