"""Numbers in digits, with their sign, their scale and their unit: -3 °C, £9.1 million, 7,15 Milliarden, 30k."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from unicodedata import numeric

from explainers.text.numbers.figure import Doubt, Number
from explainers.text.numbers.language import SPACES, Language, alternatives, folded_words
from explainers.text.numbers.units import unit_after, unit_before

# Letters of scripts that set words apart: close up to these, digits are part of a name.
_LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff_"
_SPACE = f"[{SPACES}]"
_MINUS = re.compile(r"(?:^|(?<=[\s(“\"‘'$€£]))[-−–]$")
_BEFORE_WORD = re.compile(rf"([^\W\d_][\w.’'-]*)\.?{_SPACE}$")
_ATTACHED = re.compile(rf"[{_LETTERS}°]+")
_SCALE_WORD = re.compile(rf"(?:{_SPACE}|-|{_SPACE}?)([^\W\d_]+\.?)")
_HYPHENED = re.compile(r"-([^\W\d_]+)")
_VULGAR = "½⅓⅔¼¾⅛"
# Two decimals or fewer after a sign that could part groups, or three: which it is depends on the language.
_AMBIGUOUS = re.compile(r"^\d{1,3}([.,])\d{3}$")


@lru_cache(maxsize=32)
def _pattern(language: Language) -> re.Pattern[str]:
    groups = re.escape(language.groups.replace(".", "").replace(",", ""))
    # By commas also in groups of two, as in India: 1,50,000.
    by_sign = "|".join(rf"\d{{1,3}}(?:{sign}\d{{3}})+" for sign in (f"[{groups}]", r"\.", "٬"))
    grouped = rf"{by_sign}|\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}"
    return re.compile(
        rf"""
          (?<![{_LETTERS}\d.,:/\#№])(?<![{_LETTERS}][-–'’])(?<!\d[-–]\d)(?<!\d\()
          (?P<digits>(?:(?:{grouped})(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,٫]\d+)?)(?:[{_VULGAR}]|\s[1-7]/[2-8])?|[{_VULGAR}]|\.\d+)
          (?![\d:/]|[.,]\d)
        """,
        re.VERBOSE,
    )


def in_digits(text: str, language: Language) -> Iterator[Number]:
    """The numbers in digits, with their places."""
    for match in _pattern(language).finditer(text):
        found = _number(match, text, language)
        if found:
            yield found


def _number(match: re.Match[str], text: str, language: Language) -> Number | None:
    start, end = match.span()
    values = _values(match["digits"], language)
    doubt: Doubt = ""
    money = unit_before(text, start)
    scaled = False
    attached = _ATTACHED.match(text, end)
    if attached:
        letters = attached[0]
        scale = language.letters.get(letters.casefold()) or language.scale(letters.casefold())
        unit = unit_after(text, end, language.tag)
        if scale:
            own = scale if money or len(letters) > 1 or letters.casefold() != "m" else None
            values = tuple(v * scale for v in values) + (() if own else values)
            end, scaled = attached.end(), True
        elif not unit:
            return None
    hyphened = _HYPHENED.match(text, end)
    if hyphened and not language.scale(hyphened[1].casefold()) and not unit_after(text, end, language.tag):
        doubt = "" if hyphened[1].casefold() in language.words("compounds") else "compound"
    elif hyphened and not language.scale(hyphened[1].casefold()):
        doubt = "compound"
    while (scale_at := _scale(text, end, language, after_money=bool(money))) is not None:
        size, end = scale_at
        values, scaled = tuple(value * size for value in values), True
    core_end = end
    after = unit_after(text, end, language.tag) if doubt != "compound" else None
    end = after.end if after else end
    core_start, start = start, money.start if money else start
    if _MINUS.search(text, max(0, start - 2), start):
        values, start = tuple(-value for value in values), start - 1
    elif money and _MINUS.search(text, max(0, core_start - 2), core_start):
        values = tuple(-value for value in values)
    elif (minus := _minus(language)) and (found := minus.search(text, max(0, start - 40), start)):
        is_loss = found.lastgroup == "loss"
        values = (*((values) if is_loss else ()), *(-value for value in values))
        start = start if is_loss else found.start()
    name, words = _unit(money, after, text)
    return Number(
        start, end, values, name, words, doubt, scaled or bool(name), core_start=core_start, core_end=core_end
    )


def _unit(money: object, after: object, text: str) -> tuple[str, str]:
    for unit in (money, after):
        if isinstance(unit, tuple):
            name, start, end = unit
            return name, text[start:end].strip(" \u00a0\u202f-")
    return "", ""


@lru_cache(maxsize=32)
def _minus(language: Language) -> re.Pattern[str] | None:
    minus, loss = alternatives(language.words("minus")), alternatives(language.words("loss"))
    if not minus:
        return None
    lost = rf"|\b(?P<loss>{loss})\s+" if loss else ""
    return re.compile(rf"(?:\b(?P<minus>{minus})\s+{lost})$", re.IGNORECASE)


def _scale(text: str, end: int, language: Language, *, after_money: bool) -> tuple[Decimal, int] | None:
    """The scale right after a number, and where it ends."""
    # Where words are not set apart, a scale is only the first sign of what follows: 15億円.
    if end < len(text) and text[end].isalpha() and not _cased(text[end]):
        signs = [key for key in language.scales if text.startswith(key, end)]
        return (language.scales[longest := max(signs, key=len)], end + len(longest)) if signs else None
    word = _SCALE_WORD.match(text, end)
    if not word:
        return None
    key = folded_words(word[1])
    size = language.scale(key)
    if size is None and after_money:
        size = language.letters.get(key)
    if size is None or (len(key) == 1 and key.isascii() and not after_money):
        return None
    ends_with_stop = word[1].endswith(".") and key not in language.scales
    return size, word.end() - ends_with_stop


def _cased(letter: str) -> bool:
    return letter.upper() != letter.lower()


def _values(digits: str, language: Language) -> tuple[Decimal, ...]:
    """The readings of digits with their marks: as the language has them first."""
    if digits[0] == ".":
        return (Decimal(f"0{digits}"),)
    half = Decimal(0)
    if "/" in digits:
        digits, fraction = digits[:-4], digits[-3:]
        half = Decimal(str(round(int(fraction[0]) / int(fraction[2]), 4)))
    elif digits[-1] in _VULGAR:
        half = Decimal(str(round(numeric(digits[-1]), 4)))
        digits = digits[:-1]
        if not digits:
            return (half,)
    ambiguous = _AMBIGUOUS.match(digits)
    if ambiguous:
        whole, part = Decimal(digits.replace(ambiguous[1], "")), Decimal(digits.replace(ambiguous[1], "."))
        if ambiguous[1] == language.group:
            return (whole,)
        return (part, whole) if ambiguous[1] == language.decimal else (whole, part)
    marks = [sign for sign in digits if not sign.isdecimal()]
    last = marks[-1] if marks else ""
    is_decimal = last in {".", ",", "٫"} and marks.count(last) == 1 and len(digits.rpartition(last)[2]) != 3
    is_decimal = is_decimal or (last in {".", ",", "٫"} and marks.count(last) == 1 and len(marks) > 1)
    if is_decimal:
        whole_part, _, decimals = digits.rpartition(last)
        return (Decimal(f"{_only(whole_part)}.{_only(decimals)}") + half,)
    return (Decimal(_only(digits)) + half,)


def _only(digits: str) -> str:
    return "".join(str(int(sign)) for sign in digits if sign.isdecimal())
