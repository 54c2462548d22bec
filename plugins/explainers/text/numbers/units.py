"""Units: shares, money and measures, each by one name whatever its words; what is counted has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from explainers.text.numbers import locales
from explainers.text.numbers.language import alternatives, folded_words, language

PERCENT, POINT, BASIS_POINT, PERMILLE = "percent", "percentage-point", "basis-point", "permille"
SHARES = frozenset({PERCENT, POINT, BASIS_POINT, PERMILLE})
# The signs of money that name one currency, and the dollar that names none.
_SIGNS = {
    "US$": "USD", "$US": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "NT$": "TWD", "R$": "BRL", "$": "dollar", "€": "EUR", "£": "GBP", "¥": "yen", "₹": "INR",
    "₽": "RUB", "₴": "UAH", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₦": "NGN", "₱": "PHP", "zł": "PLN",
    "Rs": "rupee", "kr": "krone",
}  # fmt: skip
_SIGN_OF = {name: sign for sign, name in reversed(_SIGNS.items())}
# A sign that ends with a letter is none where a word goes on: 100 krill.
_ANY_SIGN = "|".join(
    re.escape(sign) + (r"(?![^\W\d])" if sign[-1].isalpha() else "") for sign in sorted(_SIGNS, key=len, reverse=True)
)
_SIGN_BEFORE = re.compile(rf"(?<![A-Za-z])(?:{_ANY_SIGN}|[A-Z]{{3}}(?=[\s\u00a0]|$))[\s\u00a0\u202f]?$")
_SIGN_AFTER = re.compile(rf"[\s\u00a0\u202f]?(?:{_ANY_SIGN})")
_WORD = re.compile(r"[\s\u00a0\u202f-]?([^\W\d_]+(?:[.'’/][^\W\d_]+)*\.?)")
_CLOSE = re.compile(r"[^\W\d_]+(?!\w)")
_GENERIC = {"yen": frozenset({"JPY", "CNY"}), "krone": frozenset({"SEK", "NOK", "DKK", "ISK", "CZK"})}
_MOST_WORDS = 4
_FAMILIES = frozenset(
    "length mass duration temperature energy power volume area speed pressure digital frequency force electric "
    "consumption concentr".split()
)
# Signs that are words, letters or names more often than units.
_NO_UNITS = frozenset(
    "in pt pts point points mm st dot dots bit oz r ct cm3 cent cents hand hands bar bars item items".split()
)


class Unit(NamedTuple):
    """A unit in a text: its name, and where its words begin and end."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def unit_named(words: str, tag: str = "en") -> str:
    """The name of a unit that a record gives in words: `percent` for `per cent`, `EUR` for `euros`; else nothing."""
    sign = _SIGNS.get(words.strip())
    code = words.strip() if words.strip() in _codes() else ""
    known = sign or code or language(tag).attached.get(words) or _names(tag).get(folded_words(words), "")
    return known or (unit_named(rate[0], tag) if (rate := rate_of(words, tag)) else "")


@lru_cache(maxsize=1024)
def rate_of(unit: str, tag: str) -> tuple[str, str] | None:
    """What a unit measures, and for what: litre, and ` per second`; None where it is no rate."""
    per = alternatives(language(tag).words("per"))
    found = re.fullmatch(rf"(?P<unit>.+?)(?P<rate>(?:\s(?:{per})\s|/).+)", unit) if per else None
    return (found["unit"], found["rate"]) if found else None


def unit_before(text: str, end: int) -> Unit | None:
    """The sign or code of money right before a number: US$, USD."""
    found = _SIGN_BEFORE.search(text, max(0, end - 6), end)
    if not found:
        return None
    sign = found[0].strip()
    name = _SIGNS.get(sign) or (sign if sign in _codes() else "")
    return Unit(name, found.start(), end) if name else None


def unit_after(text: str, start: int, tag: str) -> Unit | None:
    """The unit right after a number, in a sign or in words."""
    sign = _SIGN_AFTER.match(text, start)
    if sign:
        return Unit(_SIGNS[sign[0].strip()], start, sign.end())
    close = _CLOSE.match(text, start)
    if close and close[0] in language(tag).attached:
        return Unit(language(tag).attached[close[0]], start, close.end())
    names = _names(tag)
    of = _of(tag)
    joint = of.match(text, start) if of else None
    start = joint.end() if joint else start
    mark = _MARK.match(text, start)
    if mark and folded_words(mark[1]) in names:
        return Unit(names[folded_words(mark[1])], start, mark.end())
    ends: list[int] = []
    at = start
    while len(ends) < _MOST_WORDS and (word := _WORD.match(text, at)):
        at = word.end()
        ends.append(at)
    for end in reversed(ends):
        words = text[start:end].lstrip(" \u00a0\u202f-")
        name = next(filter(None, map(names.get, _spellings(words))), "")
        if name or (words in _codes()):
            return Unit(name or words, start, end - (words.endswith(".") and folded_words(words) not in names))
    return None


def _spellings(words: str) -> Iterator[str]:
    """How a unit may be spelt: U.S. dollars like US dollars, percentage-point like percentage point."""
    plain = folded_words(words)
    yield from (plain, plain.rstrip("."), plain.replace(".", ""), plain.replace("-", " "))


_MARK = re.compile(r"[\s\u00a0\u202f]?((?:%|‰|°\s?[CFKcf]\b|℃|°))")


def may_be_one(unit: str, other: str) -> bool:
    """Whether two units, by their names, may be the same: dollars that name no country may be any."""
    return not unit or not other or unit == other or bool(_may_be(unit) & _may_be(other))


def sign_of(unit: str, name: str) -> str:
    """The sign or code by which money is printed, where a record gives a sign or a code; of dollars, that of any."""
    sign = _SIGN_OF.get(name, "")
    if unit.strip() in _SIGNS or unit.strip() in _codes():
        return sign or name
    return sign if name == "dollar" else ""


def is_money(unit: str) -> bool:
    """Whether a unit, by its name, is money."""
    return unit in _codes() or bool(_may_be(unit) & _codes())


@lru_cache(maxsize=1024)
def _may_be(unit: str) -> frozenset[str]:
    """The currencies that a unit may be."""
    if unit in _GENERIC:
        return _GENERIC[unit]
    own = {"rouble": "ruble"}.get(unit, unit)
    found = frozenset(code for name, code in locales.currencies("en") if name.rpartition(" ")[2] == own)
    return found or frozenset({unit})


@lru_cache(maxsize=16)
def _of(tag: str) -> re.Pattern[str] | None:
    """What may come between a number and its unit: milliards d’euros."""
    words = alternatives(language(tag).words("of"))
    return re.compile(rf"[\s\u00a0\u202f](?:{words})(?:(?<=[’'])|(?=\s))", re.IGNORECASE) if words else None


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return locales.currency_codes()


@lru_cache(maxsize=16)
def _names(tag: str) -> Mapping[str, str]:
    """All words for units in a language, folded."""
    measures = {
        word: unit
        for word, unit in locales.measures(tag)
        if unit.partition("-")[0] in _FAMILIES and word not in _NO_UNITS and (len(word) > 1 or not word.isalpha())
    }
    table = language(tag).table
    money = {folded_words(word): name for word, name in table.get("money", {}).items()}
    shares = {folded_words(word): name for name, words in table.get("units", {}).items() for word in words}
    measures |= {folded_words(word): name for word, name in table.get("measures", {}).items()}
    return {**measures, **dict(locales.currencies(tag)), **money, "%": PERCENT, "‰": PERMILLE, **shares}
