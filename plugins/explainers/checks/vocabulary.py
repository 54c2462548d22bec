"""The words of our texts, and the texts that have each: a search for words looks only at those texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from explainers.checks.expressions import may_have_expressions
from explainers.checks.gathered import gathered
from explainers.checks.voice import OwnText, passages, words_of
from explainers.glossary.words import is_plain, words
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim

_WORD = re.compile(r"\w+")
# All marks begin and end with signs but `@source`, behind which a word can go on.
_RUN_ON = re.compile(r"@[a-z0-9]+(?:-[a-z0-9]+)*(?!-?[a-z0-9])\w")
# Each byte as it is in a folded word, and as a space outside: to cut a text so takes a third of the pattern's time.
_APART = bytes(ord(sign.lower()) if (sign := chr(byte)).isalnum() or sign == "_" else 32 for byte in range(128))
_APART += b" " * 128


def passages_with(graph: Graph, phrases: Iterable[tuple[str, ...]]) -> list[OwnText]:
    """The texts that may have one of some phrases, given as folded words: those that have its rarest word."""
    index = _index(graph).places
    texts = passages(graph)
    rarest = (min((index.get(word, ()) for word in phrase), key=len) for phrase in set(phrases))
    return [texts[at] for at in sorted({at for places in rarest for at in places})]


def passages_with_expressions(graph: Graph) -> list[OwnText]:
    """The texts that may have something that is treated as a name or set off."""
    texts = passages(graph)
    return [texts[at] for at in _index(graph).capitals]


def statements_with(graph: Graph, phrases: Iterable[tuple[str, ...]]) -> list[OwnText]:
    """The same of the statements of claims alone."""
    return [text for text in passages_with(graph, phrases) if _is_statement(text)]


@gathered
def statements(graph: Graph) -> Sequence[OwnText]:
    """The statements of all claims."""
    return tuple(text for text in passages(graph) if _is_statement(text))


def _is_statement(text: OwnText) -> bool:
    return text.loc == ("statement",) and isinstance(text.record, Claim)


class _Index(NamedTuple):
    """Where each word is, and where expressions can be."""

    places: Mapping[str, list[int]]
    capitals: list[int]


@gathered
def _index(graph: Graph) -> _Index:
    # In one go: what makes this slow is to fetch all texts from memory, and not what is asked of them.
    places: defaultdict[str, list[int]] = defaultdict(list)
    capitals: list[int] = []
    for at, (_, _, text) in enumerate(passages(graph)):
        for word in _words(text):
            places[word].append(at)
        if may_have_expressions(text):
            capitals.append(at)
    return _Index(places, capitals)


def _words(text: str) -> set[str]:
    """All words of a text, folded, and those in its marks; where there are two ways to cut it into words, of both."""
    if "@" in text and _RUN_ON.search(text):
        text = words_of(text)
    if is_plain(text):
        return set(text.encode().translate(_APART).decode().split())
    return {*words(text).folded, *(word.casefold() for word in _WORD.findall(text))}
