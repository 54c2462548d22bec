"""Numbers that are no figures: dates, times of day, years, and parts of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from explainers.text.numbers.figure import Figure, Number
from explainers.text.numbers.language import Language, alternatives, folded_words, language

_ISO = r"\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
_YEARS = r"(?<![\d.,])(?:1[5-9]|20)\d\d[-–/](?:\d\d|(?:1[5-9]|20)\d\d)(?![\d.,]*\d|-)"
_YEAR = {"年", "년"}
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)\.?[\s\u00a0]$")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)")


@lru_cache(maxsize=32)
def _dates(language: Language) -> re.Pattern[str]:
    """Days of months, ranges of days, and times."""
    months = "|".join(sorted(map(re.escape, language.months), key=len, reverse=True))
    ordinal = alternatives(language.words("date_ordinals"))
    day = rf"\d{{1,2}}(?i:{ordinal})?" if ordinal else r"\d{1,2}"
    connector = alternatives([*language.words("range"), *language.words("joiner"), "-", "–", ",", "/"])
    and_words = alternatives(language.table.get("between", {}).values())
    connector = f"{connector}|{and_words}" if and_words else connector
    # No month has more days: a row of ten thousand numbers is read once, and not again from each of them.
    days = rf"{day}(?:\s?(?i:{connector})\s?{day}){{0,31}}"
    year = r"(?:,?\s(?:de\s)?(?:[12]\d{3})\b)?"
    clock = alternatives(language.words("clock"))
    zones = alternatives(word for word in language.table.get("clock", ()) if word.isupper()) or "UTC"
    # Letters of a clock follow one or two digits, or 12.30.
    military = rf"|\b[0-2]\d[0-5]\d\s(?:{zones})\b"
    time = rf"|\b\d{{1,2}}(?:[:.]\d{{2}})?[\s\u00a0]?(?i:{clock})(?![\w]){military}" if clock else ""
    return re.compile(
        rf"(?<!\d)(?<!\d[.,]){days}\s(?:de\s|of\s)?(?:{months})\b\.?{year}"
        rf"|\b(?:{months})\b\.?\s{days}(?![\d]|[,.]\d|\s?%){year}"
        rf"|{_ISO}|{_YEARS}|\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?\b{time}"
    )


def date_places(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The places of dates and times of day."""
    for match in _dates(language).finditer(text):
        yield match.span()


def refers(figure: Figure, text: str, tag: str) -> bool:
    """Whether a small number in words only refers to what is known: the two schools, these four towns, its ports."""
    words = figure.words
    is_small = figure.doubt == "small" and 0 < figure.value <= _MOST_REFERRED and not figure.relations
    if not is_small or any(sign.isdigit() for sign in words):
        return False
    pattern = _referring(language(tag))
    return bool(pattern and pattern.search(text, max(0, figure.start - _REACH), figure.start))


@lru_cache(maxsize=32)
def _referring(language: Language) -> re.Pattern[str] | None:
    """An article, a demonstrative or a possessive right before a number."""
    words, ends = alternatives(language.words("refer")), "|".join(map(re.escape, language.words("possessive")))
    if not words:
        return None
    also = alternatives(language.words("refer_also"))
    between = rf"(?:(?:{also})\s+)?" if also else ""
    possessive = rf"|\w(?:{ends})" if ends else ""
    return re.compile(rf"(?:\b(?:{words}){possessive})\s+{between}$", re.IGNORECASE)


_REACH = 40
# The largest number that is written in words by most.
_MOST_REFERRED = 12


def is_name(number: Number, text: str, language: Language) -> bool:
    """Whether a number after some word is surely part of a name: Article 5, page 12, No. 3."""
    word = _word_before(text, number.start)
    return not number.scaled and not number.unit and bool(word) and folded_words(word).rstrip(".") in language.labels


def may_be_name(number: Number, text: str, language: Language) -> bool:
    """Whether a plain number after a capitalised word may be part of a name: Boeing 737."""
    words = text[number.start : number.end]
    if number.scaled or number.unit or not re.fullmatch(r"\d{1,4}|\d{1,2}\.\d{1,2}", words):
        return False
    word = _word_before(text, number.start)
    return any(letter.isupper() for letter in word) and folded_words(word) not in language.plain


def is_capitalised(number: Number, text: str) -> bool:
    """Whether a number in words has a capital within a sentence, as part of a name: the Big Four."""
    before = text[: number.start].rstrip(" “‘\"'(*")
    return text[number.start].isupper() and bool(before) and before[-1] not in ".!?:"


def is_multiple(number: Number, text: str, language: Language) -> bool:
    """Whether a number in words says how many times: three times as many."""
    word = _WORD_AFTER.match(text, number.end)
    in_words = not any(sign.isdecimal() for sign in text[number.start : number.end])
    return in_words and word is not None and folded_words(word[1]) in language.words("multiples")


def may_be_year(number: Number, text: str, language: Language) -> bool:
    """Whether a plain number of four digits may be a year; one outside of our time, after a word such as `since`."""
    words = text[number.start : number.end]
    if number.scaled or number.unit or not re.fullmatch(r"\d{4}", words):
        return False
    value = int(words)
    if 1900 <= value < 2100:
        # Where words are not set apart, what is counted follows at once.
        return text[number.end : number.end + 1].casefold() in _YEAR or not text[number.end : number.end + 1].isalpha()
    before = folded_words(_word_before(text, number.start))
    following = _WORD_AFTER.match(text, number.end)
    counts = following and following[1][:1].islower() and folded_words(following[1]) not in language.plain
    return 1000 <= value < 2200 and before in language.words("year_before") and not counts


def _word_before(text: str, start: int) -> str:
    found = _WORD_BEFORE.search(text, max(0, start - 30), start)
    return found[1] if found else ""
