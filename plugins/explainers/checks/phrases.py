"""Many phrases looked for in many texts at once, as whole words. (A token dictionary: one look per word)"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T")
_WORD = re.compile(r"\w+")
_FOLDED = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "‐": "-"})


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase at its place in a text, and what it was looked for with."""

    start: int
    end: int
    words: str
    meaning: T


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    meaning: T


class Phrases(Generic[T]):
    """Phrases with a meaning each. A small letter matches a capital one; a capital letter only itself."""

    def __init__(self, meanings: Iterable[tuple[str, T]]) -> None:
        self._by_word: dict[str, list[_Phrase[T]]] = {}
        for phrase, meaning in meanings:
            words, gaps = _cut(phrase)
            if words:
                self._by_word.setdefault(words[0].casefold(), []).append(_Phrase(words, gaps, meaning))
        for phrases in self._by_word.values():
            phrases.sort(key=lambda phrase: -len(phrase.words))

    @property
    def words(self) -> Iterable[tuple[str, ...]]:
        """The words of each phrase, folded: if one is missing from a text, the phrase does not occur in it."""
        phrases = (phrase for phrases in self._by_word.values() for phrase in phrases)
        return (tuple(word.casefold() for word in phrase.words) for phrase in phrases)

    def found(self, text: str) -> Iterator[Found[T]]:
        """Every occurrence of a phrase, the longest at each place, none inside another."""
        tokens = list(_WORD.finditer(text))
        at = 0
        while at < len(tokens):
            known = self._by_word.get(tokens[at][0].casefold())
            phrase = _first(known, tokens, at, text) if known else None
            if phrase is None:
                at += 1
                continue
            start, end = tokens[at].start(), tokens[at + len(phrase.words) - 1].end()
            yield Found(start, end, text[start:end], phrase.meaning)
            at += len(phrase.words)


def _first(phrases: list[_Phrase[T]], tokens: list[re.Match[str]], at: int, text: str) -> _Phrase[T] | None:
    """The first of the phrases that begins at a word."""
    for phrase in phrases:
        stretch = tokens[at : at + len(phrase.words)]
        if len(stretch) == len(phrase.words) and _same(phrase, stretch, text):
            return phrase
    return None


def _same(phrase: _Phrase[T], stretch: list[re.Match[str]], text: str) -> bool:
    for wanted, token in zip(phrase.words, stretch, strict=True):
        if token[0] != wanted and (wanted != wanted.lower() or token[0].casefold() != wanted.casefold()):
            return False
    gaps = (text[one.end() : other.start()] for one, other in pairwise(stretch))
    return all(gap.translate(_FOLDED).strip() == wanted for gap, wanted in zip(gaps, phrase.gaps, strict=True))


def _cut(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    tokens = list(_WORD.finditer(phrase))
    gaps = (phrase[one.end() : other.start()] for one, other in pairwise(tokens))
    return tuple(token[0] for token in tokens), tuple(gap.translate(_FOLDED).strip() for gap in gaps)
