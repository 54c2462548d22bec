"""The words of our texts, and the texts that each stands in: what looks for words looks at those texts alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from explainers.checks.gathered import gathered
from explainers.checks.voice import Passage, passages
from explainers.glossary.words import is_plain, words
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim

_WORD = re.compile(r"\w+")
# Each byte as it is in a folded word, and as a space outside: to cut a text so takes a third of the pattern's time.
_APART = bytes(ord(sign.lower()) if (sign := chr(byte)).isalnum() or sign == "_" else 32 for byte in range(128))
_APART += b" " * 128


def passages_with(graph: Graph, phrases: Iterable[tuple[str, ...]]) -> list[Passage]:
    """The texts in which one of some phrases can stand, given as folded words: those that have its rarest word."""
    index = _index(graph)
    texts = passages(graph)
    rarest = (min((index.get(word, ()) for word in phrase), key=len) for phrase in set(phrases))
    return [texts[at] for at in sorted({at for places in rarest for at in places})]


def statements_with(graph: Graph, phrases: Iterable[tuple[str, ...]]) -> list[Passage]:
    """The same of the statements of claims alone."""
    return [text for text in passages_with(graph, phrases) if _is_statement(text)]


@gathered
def statements(graph: Graph) -> Sequence[Passage]:
    """The statements of all claims."""
    return tuple(text for text in passages(graph) if _is_statement(text))


def _is_statement(text: Passage) -> bool:
    return text.loc == ("statement",) and isinstance(text.record, Claim)


@gathered
def _index(graph: Graph) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, passage in enumerate(passages(graph)):
        for word in _words(passage.words):
            found[word].append(at)
    return found


def _words(text: str) -> set[str]:
    """All words of a text, folded; where there are two ways to cut it into words, those of both."""
    if is_plain(text):
        return set(text.encode().translate(_APART).decode().split())
    return {*words(text).folded, *(word.casefold() for word in _WORD.findall(text))}
