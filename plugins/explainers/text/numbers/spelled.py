"""Numbers in words: two hundred and fifty, dozens, two-thirds, one in five."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from explainers.text.numbers.figure import Doubt, Number
from explainers.text.numbers.language import Language, alternatives, folded
from explainers.text.numbers.units import PERCENT

# The letters of an article before a scale, with its space.
_ARTICLE = 6
_WORD = re.compile(r"[^\w’']+")


class _Patterns(NamedTuple):
    """The patterns of a language's words; None where it has none."""

    number: re.Pattern[str] | None
    magnitude: re.Pattern[str] | None
    fraction: re.Pattern[str] | None
    ratio: re.Pattern[str] | None
    mixed: re.Pattern[str] | None
    token: re.Pattern[str]
    any: re.Pattern[str] | None
    words: frozenset[str]


def spelled(text: str, language: Language) -> Iterator[Number]:
    """The numbers in words, with their places; those in the words of a longer one are left out."""
    if not language.is_known or not _may_have(text, language):
        return
    taken: list[tuple[int, int]] = []
    parts = (*_ratios(text, language), *_mixed(text, language), *_fractions(text, language))
    for number in (*parts, *_magnitudes(text, language)):
        if not _overlaps(number, taken):
            taken.append((number.start, number.end))
            yield number
    for number in _numbers(text, language):
        if not _overlaps(number, taken):
            yield number


def _may_have(text: str, language: Language) -> bool:
    """Whether to look for numbers in words, which takes ten times as long as this."""
    patterns = _patterns(language)
    if not patterns.words.isdisjoint(_WORD.split(text.casefold())):
        return True
    return any(pattern.search(text) for pattern in (patterns.ratio, patterns.any) if pattern)


def _overlaps(number: Number, taken: list[tuple[int, int]]) -> bool:
    return any(start < number.end and number.start < end for start, end in taken)


@lru_cache(maxsize=32)
def _patterns(language: Language) -> _Patterns:
    scales = {word for word in language.scales if len(word) > 2}
    known = alternatives([*language.small, *scales])
    stems = "".join(rf"|{re.escape(stem)}\w*" for stem in language.stems)
    token = rf"(?:{known}{stems})" if not language.table.get("glued") else rf"(?:{known})"
    joiner = alternatives(language.words("joiner"))
    articles = alternatives(language.words("article"))
    first = rf"(?:(?:{articles})\s+(?=(?:{alternatives([*scales, 'dozen'])})\b))?" if articles else ""
    glue = r"[\s-]?" if language.table.get("glued") else r"[\s-]"
    between = rf"(?:{glue}(?:{joiner}){glue}|{glue})" if joiner else glue
    number = rf"\b{first}{token}(?:{between}{token})*\b"
    magnitudes = alternatives(language.magnitudes)
    several = alternatives(language.words("several"))
    more = rf"|(?:{several})\s+(?:{alternatives(scales)})\b" if several else ""
    parts = alternatives(language.fractions)
    some = [word for word, value in language.small.items() if 0 < value < 20]
    count = alternatives(some)
    articles_or_counts = alternatives([*language.words("article"), *some])
    fraction = rf"\b(?:(?P<count>{articles_or_counts}|\d{{1,2}})[\s-])?(?P<part>{parts})\b" if parts else None
    ratio_words = alternatives(language.words("ratio"))
    one = rf"(?:{count}|\d{{1,3}})"
    ratio = rf"\b(?P<some>{one})\s+(?:{ratio_words})\s+(?:every\s+)?(?P<all>{one})\b" if ratio_words else None
    article = rf"(?:(?:{articles})\s+)?" if articles else ""
    whole = rf"\b(?P<whole>{count}|\d{{1,3}})\s+(?:{joiner})\s+"
    mixed = rf"{whole}{article}(?P<part>{parts})\b" if joiner and parts else None
    firsts = (*language.small, *scales, *language.magnitudes, *language.fractions)
    return _Patterns(
        re.compile(number, re.IGNORECASE),
        re.compile(rf"\b(?:{magnitudes}{more})\b", re.IGNORECASE) if magnitudes else None,
        re.compile(fraction, re.IGNORECASE) if fraction else None,
        re.compile(ratio, re.IGNORECASE) if ratio else None,
        re.compile(mixed, re.IGNORECASE) if mixed else None,
        re.compile(rf"{known}{stems}", re.IGNORECASE),
        re.compile(token, re.IGNORECASE) if stems or language.table.get("glued") else None,
        frozenset(_WORD.split(first)[0] or first for first in firsts),
    )


def _numbers(text: str, language: Language) -> Iterator[Number]:
    patterns = _patterns(language)
    for match in patterns.number.finditer(text) if patterns.number else ():
        for tokens in _apart([*patterns.token.finditer(text, *match.span())], text, language):
            # With the article of `a million`.
            start = match.start() if tokens[0].start() - match.start() <= _ARTICLE else tokens[0].start()
            found = _number([folded(token[0]) for token in tokens], start, tokens[-1].end(), language)
            if len(tokens) == 1 and start == tokens[0].start() and found.scaled:
                found = found._replace(doubt="small")
            if folded(text[start : found.end]) not in language.words("alone"):
                yield found


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
        if _is_one(folded(together[-1][0]), between, folded(token[0]), language):
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
    joined = folded(between) in language.words("joiner")
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
    pattern = _patterns(language).magnitude
    for match in pattern.finditer(text) if pattern else ():
        words = folded(match[0])
        size = language.magnitudes.get(words) or language.scale(words.rpartition(" ")[2])
        if size and not _counted(text, match.start()):
            yield Number(
                match.start(), match.end(), (size,), magnitude=True, core_start=match.start(), core_end=match.end()
            )


def _counted(text: str, start: int) -> bool:
    """Whether digits stand right before: 7,15 Milliarden, two hundred millions."""
    return bool(_DIGIT_BEFORE.search(text, max(0, start - 4), start))


_DIGIT_BEFORE = re.compile(r"\d[\s\u00a0\u202f-]?$")


def _fractions(text: str, language: Language) -> Iterator[Number]:
    """Shares in words, in per cent and as such: two-thirds, a quarter of. A `third` without a count is an ordinal."""
    pattern = _patterns(language).fraction
    for match in pattern.finditer(text) if pattern else ():
        part = language.fractions[folded(match["part"])]
        count = folded(match["count"] or "")
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
    pattern = _patterns(language).mixed
    for match in pattern.finditer(text) if pattern else ():
        whole = int(match["whole"]) if match["whole"].isdecimal() else language.small[folded(match["whole"])]
        part = language.fractions[folded(match["part"])]
        word = _WORD_AFTER.match(text, match.end())
        size = (language.scale(folded(word[1])) if word else None) or Decimal(1)
        end = word.end() if word and size > 1 else match.end()
        value = (whole + Decimal(part.numerator) / part.denominator) * size
        yield Number(match.start(), end, (value,), scaled=True, core_start=match.start(), core_end=end)


_WORD_AFTER = re.compile(r"\s([^\W\d_]+)")


def _ratios(text: str, language: Language) -> Iterator[Number]:
    """One in five."""
    pattern = _patterns(language).ratio
    for match in pattern.finditer(text) if pattern else ():
        some, all_ = (
            int(words) if words.isdecimal() else language.small[folded(words)] for words in match.group("some", "all")
        )
        if 0 < some < all_:
            value = Decimal(some) / all_
            # In digits, it may be some things in some places: 5 in 14 towns.
            counted = (Decimal(some),) if match["some"].isdecimal() else ()
            yield Number(
                match.start(), match.end(), (value * 100, value, *counted), unit=PERCENT, doubt="share",
                core_start=match.start(), core_end=match.end(),
            )  # fmt: skip
