"""The terms of one page: where they are in its text, and which were marked or spelled out before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from explainers.glossary.abbreviations import is_explained, long_form, place_behind
from explainers.glossary.choice import EVERYTHING, Choice
from explainers.glossary.matcher import Match, Matcher
from explainers.glossary.quotations import inside, quotations
from explainers.kinds.term.model import Term


class Piece(NamedTuple):
    """A stretch of a paragraph; terms are looked for across pieces, and marked in one that is open."""

    text: str
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class AmbiguousWords:
    """Words that may mean several terms, where nothing chooses between them."""

    words: str
    terms: tuple[str, ...]


@dataclass
class PageTerms:
    """Says which terms of a page are marked. What was marked so far is remembered."""

    matcher: Matcher | None = None
    scope: str = "section"
    choice: Choice = EVERYTHING
    subject: str = ""
    language: str = "en"
    doubts: list[AmbiguousWords] = field(default_factory=list)
    _marked: set[str] = field(default_factory=set)
    _spelled_out: set[str] = field(default_factory=set)

    def new_section(self) -> None:
        """From here on, terms are marked afresh."""
        if self._scope == "section":
            self._marked.clear()

    def found(self, pieces: Sequence[Piece]) -> list[list[Match]]:
        """The terms in each piece of a paragraph. What is in quotation marks is left to who said it."""
        found: list[list[Match]] = [[] for _ in pieces]
        if self.matcher is None or self._scope == "off":
            return found
        text = "".join(piece.text for piece in pieces)
        matches = list(self.matcher.find(text, self.choice))
        if not matches:
            return found
        quoted = quotations(text)
        starts = list(accumulate((len(piece.text) for piece in pieces), initial=0))
        for match in matches:
            at = bisect_right(starts, match.start) - 1
            if pieces[at].is_open and match.end <= starts[at + 1] and not inside(quoted, match.start, match.end):
                found[at].append(Match(match.start - starts[at], match.end - starts[at], match.terms))
        return found

    def is_marked(self, match: Match, words: str) -> bool:
        """Whether the words are to be marked: a term's first use in its scope, but never the page's own."""
        if not match.term:
            self.doubts.append(AmbiguousWords(words, match.terms))
        return bool(match.term) and match.term != self.subject and match.term not in self._marked

    def is_done(self, match: Match) -> bool:
        """Whether a term is neither to be marked nor to be spelled out, wherever it is from here on."""
        id = match.term
        return bool(id) and (id == self.subject or (id in self._marked and id in self._spelled_out))

    def mark(self, id: str) -> None:
        """Remember that a term is marked."""
        if self._scope != "every":
            self._marked.add(id)

    def spelled_out(self, term: Term, text: str, match: Match) -> tuple[str, int]:
        """The long form to be printed after an abbreviation's first use on the page, and where; empty, if none."""
        words = text[match.start : match.end]
        if term.id in self._spelled_out or term.id == self.subject:
            return "", match.end
        is_label = words.casefold() == term.term.casefold()
        long = "" if is_label else long_form(term, words, language=self.language)
        if is_label or (long and is_explained(text, match)):
            self._spelled_out.add(term.id)
            return "", match.end
        place = place_behind(text, match) if long else 0
        if not place:
            return "", match.end
        self._spelled_out.add(term.id)
        return long, place

    @property
    def _scope(self) -> str:
        return self.choice.scope or self.scope
