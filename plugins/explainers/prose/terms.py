"""Terms found in running text: longest match, inflected, whole words, in one pass.

A dictionary leads from a first word to the labels that begin with it: the cost does not grow with the number of terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from unicodedata import normalize

from explainers.kinds.term.model import Term

# A letter keeps the accents that are typed behind it.
_WORD = re.compile(r"\w[\w\u0300-\u036f]*")
_BETWEEN = re.compile(r"[\s\u00a0]*[-\u2010\u2011/ \u00a0\n][\s\u00a0]*|[’']")


@dataclass(frozen=True, slots=True)
class Match:
    """A term in a text, by offsets."""

    start: int
    end: int
    term: str


@dataclass(frozen=True, slots=True)
class _Label:
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    term: str
    exact: str = ""


def forms(label: str) -> tuple[str, ...]:
    """A label and its plural; the possessive needs no form, since a match may be followed by `'s`."""
    head, space, last = label.rpartition(" ")
    return (label, *(f"{head}{space}{plural}" for plural in _plurals(last)))


def _plurals(word: str) -> Iterator[str]:
    low = word.casefold()
    if len(word) < 3 or not word[-1].isalpha() or word.isupper():
        return
    if low.endswith(("s", "x", "z", "ch", "sh")):
        yield f"{word}es"
    elif low.endswith("y") and low[-2] not in "aeiou":
        yield f"{word[:-1]}ies"
    else:
        yield f"{word}s"


@dataclass(frozen=True)
class Matcher:
    """Finds the labels of some terms."""

    terms: Iterable[Term]
    _by_first: dict[str, list[_Label]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for term in self.terms:
            if term.match != "off":
                for label in (term.term, *term.also):
                    self._add(label, term)
        for labels in self._by_first.values():
            labels.sort(key=lambda label: (-len(label.words), label.term))

    def find(self, text: str) -> Iterator[Match]:
        """The terms in a text, none inside another."""
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            match = self._at(text, words, at)
            if match:
                yield match
                at = next((i for i in range(at, len(words)) if words[i].start() >= match.end), len(words))
            else:
                at += 1

    def _add(self, label: str, term: Term) -> None:
        exact = label if label.isupper() else ""
        for form in forms(label) if term.match == "inflected" else (label,):
            found = list(_WORD.finditer(form))
            words = tuple(_folded(word) for word in found)
            if words:
                label_form = _Label(words, tuple(_gaps(form, found)), term.id, exact)
                self._by_first.setdefault(words[0], []).append(label_form)

    def _at(self, text: str, words: list[re.Match[str]], at: int) -> Match | None:
        # Folding word by word keeps the offsets: a folded text can be longer than the text.
        for label in self._by_first.get(_folded(words[at]), ()):
            end = at + len(label.words)
            if end > len(words) or not _follows(label, text, words[at:end]):
                continue
            start, stop = words[at].start(), words[end - 1].end()
            if not label.exact or text[start:stop] == label.exact:
                return Match(start, stop, label.term)
        return None


def _follows(label: _Label, text: str, words: list[re.Match[str]]) -> bool:
    if any(_folded(word) != wanted for word, wanted in zip(words, label.words, strict=True)):
        return False
    gaps = zip(_gaps(text, words), label.gaps, strict=True)
    return all(gap == own or (_BETWEEN.fullmatch(gap) and _BETWEEN.fullmatch(own)) for gap, own in gaps)


def _gaps(text: str, words: list[re.Match[str]]) -> Iterator[str]:
    """What stands between the words: a label may hold more than spaces, as in `R&D` and `St. Clair`."""
    return (text[one.end() : other.start()] for one, other in pairwise(words))


def _folded(word: re.Match[str]) -> str:
    return normalize("NFC", word[0].casefold())
