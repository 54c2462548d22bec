"""The words of our texts, and the texts that each stands in: what looks for words looks at those texts alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from explainers.checks.voice import Passage, passages
from explainers.glossary.words import words
from explainers.graph.graph import Graph

_WORD = re.compile(r"\w+")
# Letters of English and the signs that stand between its words: these are cut in one way only.
_FOREIGN = re.compile(r"[^\x00-\x7f“”‘’–—…]")


def passages_with(graph: Graph, phrases: Iterable[tuple[str, ...]]) -> list[Passage]:
    """The texts in which one of some phrases can stand, given as folded words: those that have its rarest word."""
    index = _index(graph)
    texts = passages(graph)
    rarest = (min((index.get(word, ()) for word in phrase), key=len) for phrase in set(phrases))
    return [texts[at] for at in sorted({at for places in rarest for at in places})]


@lru_cache(maxsize=2)
def _index(graph: Graph) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, passage in enumerate(passages(graph)):
        for word in _words(passage.words):
            found[word].append(at)
    return found


def _words(text: str) -> set[str]:
    """All words of a text, folded; where there are two ways to cut it into words, those of both."""
    if text.isascii() or not _FOREIGN.search(text):
        return set(_WORD.findall(text.lower()))
    return {*words(text).folded, *(word.casefold() for word in _WORD.findall(text))}
