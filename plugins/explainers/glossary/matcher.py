"""The terms of the glossary in a text: longest label first, whole words, in one pass.

A tree of words leads from the first word of a label to its last. A text is cut into words once; only where a
word begins some label is anything looked at more closely, so that the cost does not grow with the glossary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from explainers.glossary.addresses import Place, addresses
from explainers.glossary.choice import EVERYTHING, Choice
from explainers.glossary.forms import plurals
from explainers.glossary.words import SOFT_HYPHEN, SplitText, folded_word, gap, words
from explainers.kinds.term.model import Term

# A longer label is a sentence: no reader looks for it, and a hostile one could be tried at every word.
MOST_WORDS = 24
# C does not occur in C++ and C#, nor A in A*: their signs belong to the name.
_LONGER = re.compile(r"\w(?:\+\+|\+(?!\w)|#)|(?<!\w)\w\*")


@dataclass(frozen=True, slots=True)
class Match:
    """A label at its place in a text, and the terms it may mean."""

    start: int
    end: int
    terms: tuple[str, ...]

    @property
    def term(self) -> str:
        """The term it means; empty where nothing chooses between several."""
        return self.terms[0] if len(self.terms) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Label:
    """A label or one of its forms: its term, what it needs besides its words, and how close it is to the label."""

    term: str
    domain: str
    gaps: list[str]
    before: str
    after: str
    exact: tuple[tuple[int, str], ...]
    rank: int
    is_bare: bool


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    labels: list[_Label] = field(default_factory=list)


class Matcher:
    """Finds the labels of some terms, unless they are withdrawn; with `avoided`, those that are not to be used."""

    def __init__(self, terms: Iterable[Term], *, avoided: bool = False, language: str = "en") -> None:
        self._root: dict[str, _Node] = {}
        self._words: list[tuple[str, ...]] = []
        for term in terms:
            if term.status != "withdrawn" and (avoided or term.match != "off"):
                for label in [a.label for a in term.avoid] if avoided else term.names:
                    capitals = label in term.capitals
                    self._add(label, term, 0, capitals=capitals)
                    for form in plurals(label, language=language) if avoided or term.match == "inflected" else ():
                        self._add(form, term, 1, capitals=capitals)

    @property
    def words(self) -> Iterable[tuple[str, ...]]:
        """The words of each label, folded: if one is missing from a text, the label does not occur in it."""
        return self._words

    def find(self, text: str, choice: Choice = EVERYTHING) -> Iterator[Match]:
        """The terms in a text, none inside another; the choice says which, and decides between two."""
        cut = words(text)
        root = self._root
        if root.keys().isdisjoint(cut.folded):
            return
        chosen = choice if choice.only or choice.without else None
        free = 0
        aside: list[tuple[int, int]] | None = None
        following = [*cut.folded[1:], ""]
        for at in [at for at, word in enumerate(cut.folded) if word in root]:
            node = root[cut.folded[at]]
            if at >= free and (node.labels or following[at] in node.next):
                labels, last = _longest(node, at, cut, chosen)
                if labels:
                    start, end = cut.start(at), cut.end(last) + len(labels[0].after)
                    aside = addresses(text) if aside is None else aside
                    if _LONGER.match(text, end - 1) or _is_part(start, end, aside):
                        continue
                    yield Match(start, end, _meant(labels, choice))
                    free = last + 1

    def _add(self, label: str, term: Term, rank: int, *, capitals: bool) -> None:
        cut = words(label)
        written = [_plain(cut.word(index)) for index in range(len(cut.folded))]
        if not 0 < len(written) <= MOST_WORDS:
            return
        exact = [(i, w) for i, w in enumerate(written) if w.isupper() and (len(w) > 1 or label.isupper())]
        if capitals:
            exact = list(enumerate(written))
        if rank and term.match == "inflected" and not exact:
            # The plural of a label in capitals: NGOs.
            exact = [(i, w) for i, w in enumerate(written) if w[:-1].isupper() and len(w) > 2 and w[-1] == "s"]
        entry = _Label(
            term=term.id,
            domain=(term.domain or "").casefold(),
            gaps=[gap(part) for part in cut.parts[2:-1:2]],
            before=cut.parts[0].lstrip(),
            after=cut.parts[-1].rstrip(),
            exact=tuple(exact),
            rank=rank if exact else rank + 2,
            is_bare=not exact and label == cut.word(0),
        )
        first, *more = folded = [folded_word(word) for word in written]
        self._words.append(tuple(folded))
        node = self._root.setdefault(first, _Node())
        for word in more:
            node = node.next.setdefault(word, _Node())
        node.labels.append(entry)


def _longest(node: _Node | None, at: int, cut: SplitText, choice: Choice | None) -> tuple[list[_Label], int]:
    """The longest labels that begin at a word, and the last word they take."""
    found: list[_Label] = []
    folded = cut.folded
    last = depth = at
    while node:
        if node.labels:
            labels = [label for label in node.labels if label.is_bare or _fits(label, at, depth, cut)]
            if choice:
                labels = [label for label in labels if choice.allows(label.term)]
            if labels:
                found, last = labels, depth
        depth += 1
        node = node.next.get(folded[depth]) if node.next and depth < len(folded) else None
    if len(found) > 1:
        longest = max(len(label.after) for label in found)
        found = [label for label in found if len(label.after) == longest]
    return found, last


def _fits(label: _Label, start: int, last: int, cut: SplitText) -> bool:
    """Whether a label's words, which are there, also have its joints, its capitals and its signs."""
    gaps = cut.gaps(start, last)
    if gaps != label.gaps and [gap(between) for between in gaps] != label.gaps:
        return False
    for index, word in label.exact:
        if _plain(cut.word(start + index)) != word:
            return False
    return _is_bounded(label, cut.start(start), cut.end(last), cut.text)


def _is_bounded(label: _Label, start: int, end: int, text: str) -> bool:
    """Whether a label's signs are there, and no word goes on after them: not in C++11, nor in ASP.NET."""
    if not (text.endswith(label.before, 0, start) and text.startswith(label.after, end)):
        return False
    first, behind = start - len(label.before), end + len(label.after)
    goes_on = label.after and text[behind : behind + 1].isalnum()
    return not (goes_on or (label.before and first and text[first - 1].isalnum()))


def _is_part(start: int, end: int, places: Sequence[Place]) -> bool:
    """Whether a match is a part of some place; a label may look like an address, and be the whole of it."""
    return any(first <= start < behind and (start, end) != (first, behind) for first, behind in places)


def _meant(labels: list[_Label], choice: Choice) -> tuple[str, ...]:
    """The page's field decides, then what is closer to the label as it was written."""
    if len(labels) == 1:
        return (labels[0].term,)
    domain = choice.domain.casefold()
    fitting = [label for label in labels if domain and label.domain == domain] or labels
    closest = min(label.rank for label in fitting)
    return tuple(sorted({label.term for label in fitting if label.rank == closest}))


def _plain(word: str) -> str:
    """A word with its accents composed and without soft hyphens; its capitals stay."""
    return word if word.isascii() else unicodedata.normalize("NFC", word.replace(SOFT_HYPHEN, ""))
