"""An article's paragraphs as words, with the quotations and the sentences that they are in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from explainers.checks.sentences import sentences

_TITLES = "Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Dr|Prof|Mr|Mrs|Ms|Rev|Hon"
# U.S.-based, Dr., 14.40, al-Amr, Mecca's; else one sign.
_WORD = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}(?:-\w+)?|(?:{_TITLES})\.(?= )|\d+(?:[.,]\d+)*%?|\w+(?:[-'’.]\w+)*(?:['’](?=\s))?|\S"
)
_OPENING, _CLOSING = "“„«", "”»"
# A title before a name: it ends no sentence.
_TITLED = re.compile(rf"\b(?:{_TITLES})\.$")
_LONGEST_QUOTATION = 3_000


class Word(NamedTuple):
    """A word or a sign, with its place in the text and the quotation that it is in, or -1."""

    text: str
    start: int
    end: int
    quotation: int

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is a word, and no sign."""
        return self.text[0].isalnum()


@dataclass(frozen=True)
class SentenceWords:
    """The words of a sentence."""

    words: tuple[Word, ...]
    paragraph: int

    @property
    def quotations(self) -> set[int]:
        """The quotations that it has a part of."""
        return {word.quotation for word in self.words if word.quotation >= 0}


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's place in the text, and whether it is a line without a sentence: a heading, a caption, a credit."""

    start: int
    end: int
    is_line: bool


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a text: between blank lines, or, if there are none, its lines."""
    parted = re.compile(r"\n[ \t]*\n" if re.search(r"\n[ \t]*\n", text.strip()) else r"\n")
    at = 0
    for end in [*(found.start() for found in parted.finditer(text)), len(text)]:
        words = text[at:end].strip()
        if words:
            start = at + len(text[at:end]) - len(text[at:end].lstrip())
            yield Paragraph(start, start + len(words), not _has_sentence(words))
        at = end


def _has_sentence(words: str) -> bool:
    """Whether a paragraph ends as sentences end, marks and brackets aside."""
    return words.rstrip("”\"’'»)] ").endswith((".", "!", "?", "…", ":", ";", ",")) and len(words.split()) > 2


def sentences_of(text: str, paragraph: Paragraph, number: int) -> Iterator[SentenceWords]:
    """The sentences of a paragraph."""
    part = text[paragraph.start : paragraph.end]
    quotes = quotations(part)
    pieces = _joined(part, sentences(part))
    for start, end in pieces:
        words = tuple(_words(part, start, end, quotes, paragraph.start))
        if words:
            yield SentenceWords(words, number)


def quotations(text: str) -> list[tuple[int, int]]:
    """Where the quotations of a paragraph are, without their marks; one that is left open goes on to its end."""
    found, opened = [], -1
    straight_single = False
    for at, sign in enumerate(text):
        if opened < 0:
            if sign in _OPENING or (sign == '"'):
                opened, straight_single = at + 1, False
            elif sign == "‘" and not text[at - 1 : at].isalnum():
                opened, straight_single = at + 1, True
        elif straight_single:
            if sign == "’" and not text[at + 1 : at + 2].isalnum() and not text[at - 1 : at].isspace():
                found.append((opened, at))
                opened = -1
        elif sign in _CLOSING or sign == '"':
            found.append((opened, at))
            opened = -1
    if opened >= 0 and len(text) - opened < _LONGEST_QUOTATION:
        found.append((opened, len(text)))
    return found


def _joined(part: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences, those joined that were cut after a title: Gen. Amr."""
    made: list[tuple[int, int]] = []
    for start, end in pieces:
        if made and _TITLED.search(part[made[-1][0] : made[-1][1]][-8:]):
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    return made


def _words(part: str, start: int, end: int, quotes: list[tuple[int, int]], offset: int) -> Iterator[Word]:
    at = 0
    for found in _WORD.finditer(part, start, end):
        while at < len(quotes) and quotes[at][1] <= found.start():
            at += 1
        inside = at < len(quotes) and quotes[at][0] <= found.start() < quotes[at][1]
        # The number of a quotation is its place, which no other has.
        yield Word(found[0], found.start() + offset, found.end() + offset, quotes[at][0] + offset if inside else -1)
