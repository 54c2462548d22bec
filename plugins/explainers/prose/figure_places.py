"""The place of a figure in a statement: the signs, the unit and the noun beside it."""

from __future__ import annotations

import re
from typing import NamedTuple

from explainers.kinds.quantity import UNSTATED, Quantity
from explainers.text.numbers import article, unit_named
from explainers.text.numbers.units import Unit, may_be_one, unit_after

# A figure with what is close up to it: an article, a sign before it, a sign, a unit or `-strong` after it.
FIGURE = re.compile(
    r"""
      (?P<article>\b[Aa]n?\ )?
      (?P<before>[$€£¥₹±+−]?)
      (?P<open>\*{0,2})
      (?<!\\)\{(?P<name>[A-Za-z]\w*)\}
      (?P<close>\*{0,2})
      (?P<after>-[A-Za-z]\w*|%|‰|°[CF]?|[A-Za-z]\w*)?
    """,
    re.VERBOSE,
)
_NEXT_WORD = re.compile(r"[*\]]*\s+[*“‘(]*(?:\[\[(?:[^\[\]|]*\|)?)?[*“‘(]*(?P<word>\w+)")
# Words before which a figure is alone: tens of thousands in the lake, 5 of the boats.
_NO_NOUN = frozenset(
    "a an the in on at by for from with without to and or but nor of off as than then is are was were be been being "
    "has have had do does did will would can could may might must shall should who which that when where while if "
    "because since before after until during under over into onto out up down across along among around through it "
    "they he she each only also not".split()
)
# By {q1}. Since {q1}, …
_YEAR_BEFORE = re.compile(r"\b(?:in|by|since|until|before|after|from|during|of)\s+\*{0,2}$", re.IGNORECASE)


class FigurePlace(NamedTuple):
    """The place of a figure, and the language of the statement."""

    match: re.Match[str]
    language: str

    def filled(self, quantity: Quantity | None, claimed: Quantity | None) -> tuple[str, int]:
        """The figure with the article that it asks for, and where the statement goes on.

        Of a telling that does not give it, no number is known.
        """
        match = self.match
        if quantity is None and match["article"]:
            return self._without
        words, end = self._words(quantity, claimed) if quantity else (f"{UNSTATED}{self._of}", match.end())
        opening = ""
        if match["article"]:
            opening = article(words)
            opening = (opening.capitalize() if match["article"][0] == "A" else opening) + " "
        return f"{opening}{match['open']}{words}{match['close']}", end

    @property
    def _without(self) -> tuple[str, int]:
        """The article of the noun that follows: a group, for `a {q1}-strong group`."""
        following = _NEXT_WORD.match(self.match.string, self.match.end())
        end = self.match.end() if following is None else self.match.end() + 1
        opening = article(following["word"] if following else "")
        return f"{opening.capitalize() if self.match['article'][0] == 'A' else opening} ", end

    @property
    def _of(self) -> str:
        return " of" if self._noun_follows and not self.match["after"] else ""

    def _words(self, quantity: Quantity, claimed: Quantity | None) -> tuple[str, int]:
        match, unit = self.match, self._unit
        before, after = match["before"], match["after"] or ""
        if self._is_year(quantity):
            return f"{before}{int(quantity.value or 0)}{after}", match.end()
        noun = not after and self._noun_follows
        if unit and not _of_one_kind(unit.name, quantity, self.language):
            # The statement writes the unit of another telling.
            return quantity.alone, max(unit.end, match.end())
        if unit and quantity.reading and quantity.reading.unit:
            return quantity.worded(noun=False), max(unit.end, match.end())
        if quantity.is_measured and unit is None and not after.startswith("-"):
            return quantity.worded(*quantity.affixes, noun=False), match.end()
        if noun and claimed and (claimed.is_one != quantity.is_one or claimed.is_measured != quantity.is_measured):
            # The noun was written for another number, and cannot be inflected: not `1 soldiers`.
            return f"a number ({quantity.alone}) of", match.end()
        return quantity.worded(before, after, noun=noun), match.end()

    @property
    def _unit(self) -> Unit | None:
        """The unit that the statement writes around the figure: ${q1}, {q1}%, {q1} per cent, {q1}-year."""
        match = self.match
        text = match.string
        if match["before"] in {"$", "€", "£", "¥"}:
            return Unit(unit_named(match["before"], self.language), match.start(), match.end())
        start = match.start("after") if match["after"] else match.end()
        found = unit_after(text, start, self.language)
        if found is None and match["after"]:
            found = Unit(unit_named(match["after"].lstrip("-"), self.language), start, match.end())
        return found

    @property
    def _noun_follows(self) -> bool:
        following = _NEXT_WORD.match(self.match.string, self.match.end())
        return following is not None and following["word"].casefold() not in _NO_NOUN

    def _is_year(self, quantity: Quantity) -> bool:
        """Whether a number without a unit is where a year would be: by 2026."""
        value, match = quantity.value, self.match
        if value is None or quantity.relation != "unqualified" or quantity.reading or self._noun_follows:
            return False
        plain = not (quantity.unit or match["before"] or match["after"]) and value % 1 == 0
        return plain and 1900 <= value < 2100 and bool(_YEAR_BEFORE.search(match.string, 0, match.start("open")))


def _of_one_kind(name: str, quantity: Quantity, language: str) -> bool:
    """Whether a unit that a statement writes may be the unit of a figure."""
    own = unit_named(quantity.unit, language) if quantity.unit else ""
    return not own or not name or may_be_one(name, own)
