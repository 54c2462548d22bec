"""The figures in quoted words, with the qualifiers right beside them. (English; rules, no model)"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from explainers.checks.gathered import gathered
from explainers.checks.parts import Voice, voices
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Attribution, printed_quantities
from explainers.kinds.parts import Citation, Quantity
from explainers.tree.nodes import Loc

# The words before a figure, by the relations that a record may give it; the first is the usual one.
_WORDS_BEFORE = {
    ("more-than",): "more than; just over; over; in excess of",
    ("more-than", "at-least"): "upwards of",
    ("at-least",): "at least; no fewer than; no less than",
    ("fewer-than",): "fewer than; less than; under",
    ("nearly",): "nearly; almost",
    ("nearly", "fewer-than"): "just under",
    ("nearly", "about"): "close to",
    ("about",): "about; around; some; approximately; roughly",
    ("up-to", "at-most"): "up to; as many as; as much as",
    ("at-most", "up-to"): "at most; no more than; not more than",
}
_WORDS_AFTER = {
    ("at-least",): "or more; at least",
    ("about",): "or so",
    ("at-most",): "or fewer; or less; at most",
    ("more-than", "at-least"): "+",
}
_BEFORE = {words: relations for relations, line in _WORDS_BEFORE.items() for words in line.split("; ")}
_AFTER = {words: relations for relations, line in _WORDS_AFTER.items() for words in line.split("; ")}
_MAGNITUDES = {
    "hundreds of thousands": 100_000,
    "tens of thousands": 10_000,
    "hundreds of millions": 10**8,
    "tens of millions": 10**7,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
}
_SCALES = {
    "k": 1000,
    "thousand": 1000,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
    "tn": 10**12,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}
_FIRST_WORDS = {words.partition(" ")[0] for words in _MAGNITUDES}
_DIGIT = re.compile(r"\d")
_NEAR = 60
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_NAMES = frozenset(
    """article articles resolution no nos number section paragraph paragraphs para paras part room route flight page
    chapter""".split()
)
_LONGEST_FIRST = "|".join(sorted(_BEFORE, key=len, reverse=True))
_QUALIFIER = re.compile(
    rf"\b(?P<words>{_LONGEST_FIRST}) (?:(?:an? )?(?:estimated |total of )?|another |the )$",
    re.IGNORECASE,
)
# The words that a qualifier can end with. Only there is one looked for, as that takes longer than all the rest.
_LAST_WORDS = {words.rpartition(" ")[2] for words in _BEFORE} | {"a", "an", "estimated", "of", "another", "the"}
# A sign right before a figure is part of it: about $11 billion.
_CURRENCY = re.compile(r"(?:\b[A-Z]{1,3})?[$€£¥₹₽₴]\s?$")
_WORD_BEFORE = re.compile(r"(\w+)\.? $")
_LONGEST_WORD = 16
_AFTERWARDS = re.compile(r"^\s?(?P<words>or more|or so|or fewer|or less|at most|at least|\+)")
_DIGITS = re.compile(
    r"""
      (?=\d)(?<![\w.,:/])(?<![A-Za-z]-)
      (?P<digits>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?)
      (?:(?P<letters>[A-Za-z]+)|[ -](?P<scale>thousand|million|billion|trillion|mn|bn|tn|lakh|crore)\b)?
      (?![\d:/])
    """,
    re.VERBOSE,
)
# 30 to 45 thousand
_SHARED_SCALE = re.compile(
    r"\s?(?:to|and|or|-|–)\s?\d+(?:\.\d+)?[ -]?(?P<scale>thousand|million|billion|trillion|k|bn)\b"
)
_MAGNITUDE = re.compile(rf"\b(?:{'|'.join(_MAGNITUDES)})\b", re.IGNORECASE)
# Of two days of one month, too: June 22 and 24, 22–24 June.
_DATE_BEFORE = re.compile(rf"\b{_MONTHS} (?:\d{{1,2}}\s?(?:to|and|or|-|–)\s?)?$")
_DATE_AFTER = re.compile(rf"^(?:\s?(?:to|and|or|-|–)\s?\d{{1,2}})? {_MONTHS}(?:\W|$)")


@dataclass(frozen=True, slots=True)
class QuotedFigure:
    """A figure as it is printed.

    `relations` are those a record may give it; `bare` if a word before it shows that no qualifier is printed.
    """

    words: str
    value: Decimal
    qualifier: str
    relations: tuple[str, ...]
    bare: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """A citation with figures in its quoted words, and the figures that the record gives for this telling."""

    voice: Voice
    loc: Loc
    figures: tuple[QuotedFigure, ...]
    quantities: tuple[Quantity, ...]

    @property
    def gives_its_figures(self) -> bool:
        """Whether the telling gives figures; one that denies, doubts, asks or takes back only names them."""
        return gives_figures(self.voice.attribution)

    def matching(self, figure: QuotedFigure) -> list[Quantity]:
        """The record's figures with that number."""
        return [q for q in self.quantities if figure.value in (q.value, q.min, q.max)]


def gives_figures(attribution: Attribution) -> bool:
    """Whether somebody gives figures, or passes them on, rather than speaks of those of others."""
    return attribution.stance in {"affirms", "none"} and attribution.act not in {"question", "contest"}


@gathered
def quoted(graph: Graph) -> Sequence[Quoted]:
    """Every citation that quotes figures for a claim that has some."""
    return tuple(_quoted(graph))


def _quoted(graph: Graph) -> Iterator[Quoted]:
    for voice in voices(graph):
        if not voice.claim.quantities:
            continue
        for index, citation in enumerate(voice.attribution.cites):
            found = tuple(_figures(citation)) if citation.role not in {"contradicts", "context"} else ()
            if found:
                quantities = tuple(printed_quantities(voice.claim, voice.attribution).values())
                yield Quoted(voice, (*voice.loc, "cites", index, "exact"), found, quantities)


def figures(text: str) -> Iterator[tuple[int, QuotedFigure]]:
    """The figures in a text with their offsets. Years, dates, ordinals and names do not count."""
    for match in _MAGNITUDE.finditer(text) if _may_have_magnitudes(text) else ():
        value = Decimal(_MAGNITUDES[match[0].casefold()])
        yield match.start(), QuotedFigure(match[0], value, match[0], ("order-of-magnitude",), False)
    for match in _DIGITS.finditer(text):
        number = _value(match, text)
        if number is not None:
            yield match.start(), qualified(match[0], number, text, *match.span())


def _figures(citation: Citation) -> Iterator[QuotedFigure]:
    """The figures of the quoted words; the words around them are looked at for qualifiers only."""
    if not citation.exact or not (_DIGIT.search(citation.exact) or _may_have_magnitudes(citation.exact)):
        return
    before = f"{' '.join(citation.prefix.split())} " if citation.prefix else ""
    exact = " ".join(citation.exact.split())
    for offset, figure in figures(f"{before}{exact} {' '.join(citation.suffix.split())}".rstrip()):
        if len(before) <= offset < len(before) + len(exact):
            yield figure


def _may_have_magnitudes(text: str) -> bool:
    """Whether to look for words of magnitude, which takes ten times as long as this."""
    folded = text.casefold()
    return any(word in folded for word in _FIRST_WORDS)


def _value(match: re.Match[str], text: str) -> Decimal | None:
    letters, digits = match["letters"], match["digits"]
    if letters and letters.lower() not in _SCALES:
        return None
    before, after = _around(text, *match.span())
    shared = _SHARED_SCALE.match(after)
    scale_word = letters or match["scale"] or (shared["scale"] if shared else "")
    scale = _SCALES[scale_word.lower()] if scale_word else 1
    plain = digits.isdigit() and scale == 1
    if plain and len(digits) == 4 and 1900 <= int(digits) < 2100:
        return None
    if plain and len(digits) <= 2 and (_DATE_BEFORE.search(before) or _DATE_AFTER.match(after)):
        return None
    if plain and _word_before(before) in _NAMES:
        return None
    return Decimal(re.sub(r"[^\d.]", "", digits)) * scale


def qualified(words: str, value: Decimal, text: str, start: int, end: int) -> QuotedFigure:
    """A figure that is a stretch of a text, with the qualifier right beside it."""
    before, after = _around(text, start, end)
    before = _CURRENCY.sub("", before)
    qualifier = _QUALIFIER.search(before) if _word_before(before) in _LAST_WORDS else None
    afterwards = _AFTERWARDS.match(after)
    if qualifier:
        return QuotedFigure(words, value, qualifier["words"], _BEFORE[qualifier["words"].casefold()], False)
    if afterwards:
        return QuotedFigure(words, value, afterwards["words"], _AFTER[afterwards["words"]], False)
    return QuotedFigure(words, value, "", (), bool(before.strip()))


def _word_before(before: str) -> str:
    """The word right before a figure, folded; of a longer one than any that is asked for, its end."""
    word = _WORD_BEFORE.search(before, max(0, len(before) - _LONGEST_WORD))
    return word[1].casefold() if word else ""


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words right before and after a figure."""
    return text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
