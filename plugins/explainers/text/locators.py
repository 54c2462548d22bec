"""Where in a source: `p. 4`, `pp. iv–xii`, `vol. 2, p. 5`. (Pandoc, "Citation syntax"; the locator terms of CSL)

A word is a value only if it has a digit in it, or is a whole roman number after a label: *in* and *mix* are words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# How pages print one and several of each, and every form in which either is typed.
_TERMS = (
    ("p.", "pp.", "p page", "pp pages pgs"),
    ("para.", "paras.", "para paragraph ¶", "paras paragraphs ¶¶"),
    ("ch.", "chs.", "ch chap chapter", "chs chaps chapters"),
    ("§", "§§", "§ sec sect section", "§§ secs sects sections"),
    ("min.", "min.", "min minute", "mins minutes"),
    ("art.", "arts.", "art article", "arts articles"),
    ("l.", "ll.", "l line", "ll lines"),
    ("vol.", "vols.", "vol volume", "vols volumes"),
    ("fig.", "figs.", "fig figure", "figs figures"),
    ("col.", "cols.", "col column", "cols columns"),
    ("v.", "vv.", "v verse", "vv verses"),
    ("n.", "nn.", "n note", "nn notes"),
    ("pt.", "pts.", "pt part", "pts parts"),
    ("no.", "nos.", "no number issue", "nos numbers issues"),
    ("bk.", "bks.", "bk book", "bks books"),
    ("fol.", "fols.", "fol folio", "fols folios"),
    ("app.", "apps.", "app appendix", "apps appendices"),
    ("tbl.", "tbls.", "tbl table", "tbls tables"),
    ("op.", "opp.", "op opus", "opp opera"),
)
_LABELS = {
    form: printed
    for one, several, ones, severals in _TERMS
    for printed, forms in ((one, ones), (several, severals))
    for form in forms.split()
}
_LABEL = rf"(?:{'|'.join(sorted(map(re.escape, _LABELS), key=len, reverse=True))})(?:\.|(?![^\W\d]))"
_ROMAN = r"(?=[ivxlcdm])m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_WITH_DIGIT = r"[^\W\d_]{0,3}\d\w*(?:[.:/]\w+)*(?:\(\w+\))*(?:(?<=\df)\.|(?<=ff)\.)?"
_RANGE = r"\s?(?:--|[-–—])\s?"
_AND = r"\s*,\s*and\s+|\s*[,&]\s*|\s+and\s+"
_VALUE = rf"(?:{_WITH_DIGIT}|{_ROMAN})(?!\w)"
_ONE = rf"{_VALUE}(?:{_RANGE}{_VALUE})*"
# Only a number can go on a list: `p. 3, v. the other` has one page.
_MORE = rf"{_WITH_DIGIT}(?!\w)(?:{_RANGE}{_VALUE})*"
# `n.d.` is a page without a date, and no note 500.
_VALUES = rf"(?:\s*(?={_WITH_DIGIT})|\s+|(?=[ivxlcdm]{{2}})){_ONE}(?:(?:{_AND}){_MORE})*"
LABELLED = rf"(?!n\.?\s*d\b){_LABEL}{_VALUES}"
BARE = rf"(?=\d){_MORE}(?:(?:{_AND}){_MORE})*"
# Without groups, for larger patterns; letters count whatever their case.
LOCATOR = rf"(?:{LABELLED}|{BARE})(?:\s*,\s*{LABELLED})*"
_LOCATOR = re.compile(LOCATOR, re.IGNORECASE)
_PART = re.compile(rf"(?P<label>{_LABEL})(?P<value>{_VALUES})|(?P<bare>{BARE})", re.IGNORECASE)
_BRACED = re.compile(rf"(?:(?P<label>{_LABEL})\s*)?(?P<value>.*)", re.IGNORECASE | re.DOTALL)
_SEVERAL = re.compile(r"[-–—,&]|\band\b")


class Located(NamedTuple):
    """A locator with its labels as pages print them, and the text after it."""

    locator: str
    rest: str


def read_locator(text: str) -> Located:
    """The locator that a text begins with, or none."""
    found = _LOCATOR.match(text)
    if not found:
        return Located("", text)
    parts = [_printed(part["label"], part["value"] or part["bare"]) for part in _PART.finditer(found[0])]
    return Located(", ".join(parts), text[found.end() :])


def braced_locator(text: str) -> str:
    """A locator between braces, whatever it is made of: `{ii, A, D–Z}`."""
    found = _BRACED.match(text.strip())
    return _printed(found["label"], found["value"]) if found and found["value"] else ""


def _printed(label: str | None, value: str) -> str:
    value = " ".join(value.split())
    shown = _LABELS[label.casefold().removesuffix(".")] if label else "pp." if _SEVERAL.search(value) else "p."
    return f"{shown}{value}" if shown.startswith("§") else f"{shown} {value}"
