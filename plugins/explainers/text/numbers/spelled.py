"""Numbers in words: two hundred and fifty, dozens, two-thirds, one in five."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from explainers.text.numbers.figure import Doubt, Number
from explainers.text.numbers.language import Language, folded_words
from explainers.text.numbers.units import PERCENT
from explainers.text.numbers.word_patterns import patterns

# The letters of an article before a scale, with its space.
_ARTICLE = 6


def spelled(text: str, language: Language) -> Iterator[Number]:
    """The numbers in words, with their places; those in the words of a longer one are left out."""
    if not language.is_known:
        return
    own = patterns(language)
    firsts = own.firsts_in(text)
    if not firsts and not own.may_match_elsewhere(text):
        return
    taken: list[tuple[int, int]] = []
    # An apostrophe may join a word to another.
    is_plain = "'" not in text and "’" not in text
    parts = [*_ratios(text, language)]
    if not (is_plain and firsts.isdisjoint(own.of_fractions)):
        parts += (*_mixed(text, language), *_fractions(text, language))
    if not (is_plain and firsts.isdisjoint(own.of_magnitudes)):
        parts += _magnitudes(text, language)
    for number in parts:
        if not _overlaps(number, taken):
            taken.append((number.start, number.end))
            yield number
    for number in _numbers(text, language):
        if not _overlaps(number, taken):
            yield number


def _overlaps(number: Number, taken: list[tuple[int, int]]) -> bool:
    return any(start < number.end and number.start < end for start, end in taken)


def _numbers(text: str, language: Language) -> Iterator[Number]:
    own = patterns(language)
    for match in own.number.finditer(text):
        for tokens in _apart([*own.token.finditer(text, *match.span())], text, language):
            # With the article of `a million`.
            start = match.start() if tokens[0].start() - match.start() <= _ARTICLE else tokens[0].start()
            found = _number([folded_words(token[0]) for token in tokens], start, tokens[-1].end(), language)
            if len(tokens) == 1 and start == tokens[0].start() and found.scaled:
                found = found._replace(doubt="small")
            is_pronoun = folded_words(text[start : found.end]) in language.words("alone")
            yield found._replace(doubt="pronoun") if is_pronoun else found


def _number(tokens: list[str], start: int, end: int, language: Language) -> Number:
    value = _value(tokens, language)
    scaled = any(token not in language.small for token in tokens)
    doubt: Doubt = "" if scaled or value >= 20 else "small"
    return Number(start, end, (value,), doubt=doubt, scaled=scaled, core_start=start, core_end=end)


def _apart(tokens: list[re.Match[str]], text: str, language: Language) -> Iterator[list[re.Match[str]]]:
    """Words of numbers, those of one number together: two hundred and fifty, but seven and nine."""
    together = tokens[:1]
    for token in tokens[1:]:
        between = text[together[-1].end() : token.start()]
        if _is_one(folded_words(together[-1][0]), between, folded_words(token[0]), language):
            together.append(token)
        else:
            yield together
            together = [token]
    if together:
        yield together


def _is_one(word: str, between: str, next: str, language: Language) -> bool:
    """Whether a number in words goes on with another word."""
    if next not in language.small or (language.table.get("glued") and " " not in between):
        return True
    before = language.small.get(word, 100)
    joined = folded_words(between) in language.words("joiner")
    tens = before >= 20 and (not joined or word not in language.small or language.table.get("joined_tens", False))
    return language.small[next] < before and tens


def _value(tokens: list[str], language: Language) -> Decimal:
    """The value of number words: what is small adds up, a hundred multiplies it, a scale closes it."""
    total, current = Decimal(0), Decimal(0)
    for token in tokens:
        small = language.small.get(token)
        size = language.scale(token)
        if small is not None:
            current += small
        elif size == 100:
            current = (current or Decimal(1)) * 100
        elif size and current == 0 and total and total < size:
            total *= size  # mil millones
        elif size:
            total += (current or Decimal(1)) * size
            current = Decimal(0)
    return total + current


def _magnitudes(text: str, language: Language) -> Iterator[Number]:
    pattern = patterns(language).magnitude
    for match in pattern.finditer(text) if pattern else ():
        words = folded_words(match[0])
        size = language.magnitudes.get(words) or language.scale(words.rpartition(" ")[2])
        if size and not _counted(text, match.start()):
            yield Number(
                match.start(), match.end(), (size,), magnitude=True, core_start=match.start(), core_end=match.end()
            )


def _counted(text: str, start: int) -> bool:
    """Whether digits come right before: 7,15 Milliarden, two hundred millions."""
    return bool(_DIGIT_BEFORE.search(text, max(0, start - 4), start))


_DIGIT_BEFORE = re.compile(r"\d[\s\u00a0\u202f-]?$")


def _fractions(text: str, language: Language) -> Iterator[Number]:
    """Shares in words, in per cent and as such: two-thirds, a quarter of. A `third` without a count is an ordinal."""
    pattern = patterns(language).fraction
    for match in pattern.finditer(text) if pattern else ():
        part = language.fractions[folded_words(match["part"])]
        count = folded_words(match["count"] or "")
        if not count and part.denominator != 2 and language.tag[:2] == "en":
            continue
        times = int(count) if count.isdecimal() else language.small.get(count, 1)
        share = part * times
        value = Decimal(share.numerator) / share.denominator
        yield Number(
            match.start(), match.end(), (value * 100, value), unit=PERCENT, doubt="share",
            core_start=match.start(), core_end=match.end(),
        )  # fmt: skip


def _mixed(text: str, language: Language) -> Iterator[Number]:
    """Two and a half, two and a half million."""
    pattern = patterns(language).mixed
    for match in pattern.finditer(text) if pattern else ():
        whole = int(match["whole"]) if match["whole"].isdecimal() else language.small[folded_words(match["whole"])]
        part = language.fractions[folded_words(match["part"])]
        word = _WORD_AFTER.match(text, match.end())
        size = (language.scale(folded_words(word[1])) if word else None) or Decimal(1)
        end = word.end() if word and size > 1 else match.end()
        value = (whole + Decimal(part.numerator) / part.denominator) * size
        yield Number(match.start(), end, (value,), scaled=True, core_start=match.start(), core_end=end)


_WORD_AFTER = re.compile(r"\s([^\W\d_]+)")


def _whole(words: str, language: Language) -> int:
    """A plain whole number: 20, 1,000, twenty, twenty-five, a hundred."""
    digits = words.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    *_, last = folded_words(words).split()
    parts = [language.small.get(folded_words(words))] if folded_words(words) in language.small else [
        language.small.get(part) for part in last.split("-")
    ]  # fmt: skip
    return sum(part for part in parts if part) or int(language.scale(last) or 0)


def _ratios(text: str, language: Language) -> Iterator[Number]:
    """One in five."""
    pattern = patterns(language).ratio
    for match in pattern.finditer(text) if pattern else ():
        some, all_ = (_whole(words, language) for words in match.group("some", "all"))
        if 0 < some < all_:
            value = Decimal(some) / all_
            # In digits, it may be some things in some places: 5 in 14 towns.
            counted = (Decimal(some),) if match["some"].isdecimal() else ()
            yield Number(
                match.start(), match.end(), (value * 100, value, *counted), unit=PERCENT, doubt="share",
                core_start=match.start(), core_end=match.end(),
            )  # fmt: skip
