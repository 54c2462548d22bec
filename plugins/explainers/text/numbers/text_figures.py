"""All figures of a text, each with its number, its qualifier and its unit, in the language of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from explainers.text.numbers import language as languages
from explainers.text.numbers import names, qualifiers
from explainers.text.numbers.digits import in_digits
from explainers.text.numbers.figure import Doubt, Figure, Number, Shape
from explainers.text.numbers.language import Language, folded_words
from explainers.text.numbers.spelled import spelled
from explainers.text.numbers.units import unit_after

_DASH = re.compile(r"\s?[-–—]\s?$")
_OF_A = re.compile(r"\s(?:of\s)?(?:an?)\s")
_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅛]")
_NEAR = 60
# The words between both sides of a vote are not longer.
_BETWEEN = 20
# The numbers of a figure, its shape, and where it begins.
_Group: TypeAlias = tuple[tuple[Number, ...], Shape, int]


def figures(text: str, tag: str = "en") -> list[Figure]:
    """The figures in their order. What may be a name, a year or no figure at all is among them, with its doubt."""
    language = languages.language(tag)
    numbers = _numbers(text, language)
    if not numbers:
        return []
    return [_qualified(group, text, language) for group in _grouped(numbers, text, language)]


def _numbers(text: str, language: Language) -> list[Number]:
    """The numbers that may be figures, in their order."""
    digits = [*in_digits(text, language)] if _DIGIT.search(text) else []
    in_words = [_scaled(number, text, language) for number in spelled(text, language)]
    if not digits and not in_words:
        return []
    words = _without_inner(in_words)
    # 9 in 10, 2 and a half million.
    longer = [number for number in words if _DIGIT.search(text, number.start, number.end)]
    digits = [n for n in digits if not any(o.start < n.end and n.start < o.end for o in longer)]
    taken = [(n.start, n.end) for n in digits]
    words = [n for n in words if not any(start < n.end and n.start < end for start, end in taken)]
    found = sorted([*digits, *words])
    no_figures = [*names.date_places(text, language)] if digits else []
    return [
        _doubted(number, text, language)
        for number in found
        if not any(start < number.core_end and number.core_start < end for start, end in no_figures)
        and not names.is_name(number, text, language)
    ]


def _without_inner(numbers: Sequence[Number]) -> list[Number]:
    """Numbers without those that lie in others: a million in half a million."""
    return [n for n in numbers if not any(o is not n and o.start <= n.start and n.end <= o.end for o in numbers)]


def _scaled(number: Number, text: str, language: Language) -> Number:
    """A number in words with its unit; half a million, and a quarter of a percentage point, with theirs."""
    if number.doubt == "share":
        article = _OF_A.match(text, number.end)
        at = article.end() - 1 if article else -1
        unit = unit_after(text, at, language.tag) if article else None
        if unit:
            words = text[at : unit.end].strip()
            return number._replace(
                end=unit.end, values=number.values[1:], unit=unit.name, unit_words=words, doubt="", scaled=True
            )
        word = re.compile(r"\s([^\W\d_]+)").match(text, at) if article else None
        size = language.scale(folded_words(word[1])) if word else None
        if word and size:
            values = (number.values[1] * size,)
            return number._replace(end=word.end(), core_end=word.end(), values=values, unit="", doubt="", scaled=True)
        return number
    unit = unit_after(text, number.end, language.tag) if not number.magnitude else None
    if unit is None:
        return number
    words = text[unit.start : unit.end].strip(" \u00a0\u202f-")
    doubt: Doubt = "pronoun" if number.doubt == "pronoun" else ""
    return number._replace(end=unit.end, unit=unit.name, unit_words=words, doubt=doubt, scaled=True)


def _doubted(number: Number, text: str, language: Language) -> Number:
    if number.doubt == "small" and names.is_capitalised(number, text):
        return number._replace(doubt="name")
    if number.doubt in {"", "small"} and names.is_multiple(number, text, language):
        return number._replace(doubt="share")
    if number.doubt or number.magnitude:
        return number
    if names.may_be_year(number, text, language):
        return number._replace(doubt="year")
    return number._replace(doubt="name") if names.may_be_name(number, text, language) else number


def _grouped(numbers: Sequence[Number], text: str, language: Language) -> Iterator[_Group]:
    """Numbers, those of one range or of one vote together, with where each begins."""
    at = 0
    while at < len(numbers):
        first = numbers[at]
        second = numbers[at + 1] if at + 1 < len(numbers) else None
        shape, start = _together(first, second, text, language) if second else ("single", first.start)
        if second and shape in {"range", "pair"}:
            yield (_shared(first, second, shape), second), shape, start
            at += 2
        else:
            yield (first,), "magnitude" if first.magnitude else "single", first.start
            at += 1


def _together(first: Number, second: Number, text: str, language: Language) -> tuple[Shape, int]:
    """Whether two numbers are the ends of a range, or both sides of a vote, and where they begin."""
    single: tuple[Shape, int] = ("single", first.start)
    between = text[first.end : second.start]
    if _are_both_sides(first, second, between, language):
        return "pair", first.start
    units = {first.unit, second.unit}
    # A sign of money before the first number is that of both: $6–8 billion.
    if first.unit and len(units) > 1 and (second.unit or first.core_start == first.start):
        return single
    if first.magnitude or second.magnitude or len(between) > 8 or {first.doubt, second.doubt} & {"share", "name"}:
        return single
    dashed = bool(_DASH.fullmatch(between)) and "year" not in {first.doubt, second.doubt}
    opened = _opened(text, first, between, language)
    if opened is not None:
        return "range", opened
    joined = folded_words(between) in language.words("range")
    if not dashed and not joined:
        return single
    value = _shared(first, second, "range").value
    if value < second.value and not (dashed and _is_vote(text, first, second, language)):
        return "range", first.start
    plain = not (first.unit or second.unit or first.scaled or second.scaled)
    if plain and (dashed or (joined and _is_vote(text, first, second, language))):
        return "pair", first.start
    return single


def _opened(text: str, first: Number, between: str, language: Language) -> int | None:
    """Where a range begins that a word opens: between 6 and 8."""
    for opening, joint in language.table.get("between", {}).items():
        if folded_words(between) == folded_words(joint):
            found = re.compile(rf"\b{opening}\s+$", re.IGNORECASE).search(text, max(0, first.start - 12), first.start)
            # From 25 to 30 may be a rise: both are figures, and neither is the whole of it.
            if found:
                return found.start()
    return None


def _are_both_sides(first: Number, second: Number, between: str, language: Language) -> bool:
    """Whether two plain numbers are those of a vote: 52 to 48, 31 votes to 17."""
    plain = not any(number.unit or number.scaled or number.doubt not in {"", "small"} for number in (first, second))
    words = folded_words(between).split() if len(between) <= _BETWEEN else []
    joined = bool(words) and words[-1] in language.words("against")
    counted = len(words) == 2 and words[0] in language.words("votes")
    return plain and joined and (counted or (len(words) == 1 and first.value > second.value))


def _is_vote(text: str, first: Number, second: Number, language: Language) -> bool:
    near = text[max(0, first.start - _NEAR) : second.end + _NEAR]
    return any(folded_words(word) in language.words("votes") for word in re.findall(r"[^\W\d_]+", near))


def _shared(first: Number, second: Number, shape: Shape) -> Number:
    """The lower end, with the scale and the unit that only the upper one has: 6 to 8 billion dollars."""
    if shape == "pair":
        return first
    number = first
    if not first.unit and second.unit:
        number = number._replace(unit=second.unit, unit_words=second.unit_words)
    factor = _factor(first, second)
    # Between 2010 and 2014 are years, if both are.
    doubt: Doubt = "year" if first.doubt == second.doubt == "year" else ""
    return number._replace(values=tuple(value * factor for value in first.values), doubt=doubt)


def _factor(first: Number, second: Number) -> int:
    """What the scale of the upper end makes of the lower one, if that has none."""
    for size in (10**12, 10**9, 10**6, 10**3):
        scaled = first.value < 1000 and second.value >= size and second.scaled
        if scaled and first.core_end == first.end and first.value * size <= second.value:
            return size
    return 1


def _qualified(group: _Group, text: str, language: Language) -> Figure:
    """A figure with its qualifier."""
    numbers, shape, start = group
    end = numbers[-1].end
    words = text[numbers[0].start : end]
    ahead = qualifiers.before(text, start, language)
    behind = qualifiers.after(text, end, language) or qualifiers.after(text, numbers[-1].core_end, language)
    if shape == "magnitude":
        return Figure(start, end, words, numbers, shape, ("order-of-magnitude",), words, from_=start, to=end)
    if shape == "pair" or (shape == "range" and not (ahead and ahead.relations != ("unqualified",))):
        return Figure(start, end, words, numbers, shape, from_=start, to=end)
    if ahead and ahead.relations != ("unqualified",):
        return Figure(start, end, words, numbers, shape, ahead.relations, ahead.words, from_=ahead.start, to=end)
    if behind:
        from_ = qualifiers.opening(text, start, language)
        return Figure(start, end, words, numbers, shape, behind.relations, behind.words, from_=from_, to=behind.end)
    bare = language.is_known and bool(text[:start].strip())
    from_ = ahead.start if ahead else start
    return Figure(start, end, words, numbers, shape, bare=bare, from_=from_, to=end)
