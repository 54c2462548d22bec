"""Editions, volumes, issues, pages and numbers: a bare number gets its word, words are printed as they are."""

from __future__ import annotations

import re

from explainers.prose.reference.joining import tidy

_NUMBER = r"(?=[IVXLCDMivxlcdm\d])[IVXLCDMivxlcdm]*\d*[A-Za-z]?"
_BARE = re.compile(rf"[A-Z]|{_NUMBER}(?:\s*[-–—/,.]\s*{_NUMBER})*")
_RANGE = re.compile(r"(?<=\w)\s*[-–—]+\s*(?=\w)")
_SEVERAL = re.compile(r"[–,;&]")
_ENDS = {1: "st", 2: "nd", 3: "rd"}


def labelled(label: str, value: str | None) -> str:
    """`vol. 12`, but `Winter Supplement` as it is."""
    words = tidy(value)
    return f"{label} {_RANGE.sub('–', words)}" if _BARE.fullmatch(words) else words


def numbered(value: str | None) -> str:
    """`no. 3633-IX`, whatever the signs in it; what names itself a number does so once."""
    words = tidy(value)
    # A number that holds no digit is a word: Annex, Supplement.
    named = re.match(r"[Nn][or]\b|[Nn]umber\b|№", words) or not re.search(r"\d", words)
    return words if named or not words else f"no. {words}"


def printed_pages(value: str | None) -> str:
    """`p. 4`, `pp. 4–18`; other signs of place, such as `front page`, as they are."""
    words = _RANGE.sub("–", tidy(value))
    counted = re.search(r"\d", words) or _BARE.fullmatch(words)
    if not counted or re.match(r"(?i)pp?\.|pages?\b", words):
        return words
    return f"{'pp.' if _SEVERAL.search(words) else 'p.'} {words}"


def edition(value: str | None) -> str:
    """`2` is the 2nd edition, `revised` the revised edition."""
    words = tidy(value)
    if words.isascii() and words.isdecimal():
        words = ordinal(int(words))
    return words if not words or re.search(r"(?i)\bed(?:n|s|ition)?\b", words) else f"{words} edition"


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`."""
    end = "th" if number % 100 in {11, 12, 13} else _ENDS.get(number % 10, "th")
    return f"{number}{end}"


def version(value: str | None) -> str:
    """`version 1.2`, once."""
    words = tidy(value)
    return words if not words or re.match(r"(?i)v(?:ersion)?\.?\s*\d", words) else f"version {words}"
