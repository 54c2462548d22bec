"""The patterns for numbers in the words of one language, each made when it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from explainers.text.numbers.language import Language, alternatives

_WORD = re.compile(r"[^\w’']+")
# 9 in 10, 2 and a half.
_WITH_DIGITS = re.compile(r"\d\s+[^\W\d]+(?:\s+[^\W\d]+){0,2}\s+\d|\d\s+[^\W\d]+\s+[^\W\d]")


@lru_cache(maxsize=32)
def patterns(language: Language) -> WordPatterns:
    """The patterns of a language."""
    return WordPatterns(language)


class WordPatterns:
    """Each is None where the language has no words for it."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._glued = bool(language.table.get("glued"))
        self._scales = {word for word in language.scales if len(word) > 2}
        self._stems = "".join(rf"|{re.escape(stem)}\w*" for stem in language.stems)

    def firsts_in(self, text: str) -> frozenset[str]:
        """The words in a text with which a number may begin: to look for numbers takes ten times as long as this."""
        return self._firsts.intersection(_WORD.split(text.casefold()))

    def may_match_elsewhere(self, text: str) -> bool:
        """Whether there may be numbers that begin with none of these words."""
        return bool(_WITH_DIGITS.search(text) or (self._inner and self._inner.search(text)))

    @cached_property
    def of_fractions(self) -> frozenset[str]:
        """The words with which a part of a whole begins."""
        return _firsts(self._language.fractions)

    @cached_property
    def of_magnitudes(self) -> frozenset[str]:
        """Those of which a text with an order of magnitude has one."""
        return _firsts((*self._language.magnitudes, *self._scales))

    @cached_property
    def token(self) -> re.Pattern[str]:
        """One word of a number."""
        return _compiled(self._known + self._stems)

    @cached_property
    def number(self) -> re.Pattern[str]:
        """A number, with the article of `a million`."""
        token = f"(?:{self._known}{'' if self._glued else self._stems})"
        joiner, articles = self._words("joiner"), self._words("article")
        first = rf"(?:(?:{articles})\s+(?=(?:{alternatives(self._scales)})\b))?" if articles else ""
        glue = r"[\s-]?" if self._glued else r"[\s-]"
        between = rf"(?:{glue}(?:{joiner}){glue}|{glue})" if joiner else glue
        return _compiled(rf"\b{first}{token}(?:{between}{token})*\b")

    @cached_property
    def magnitude(self) -> re.Pattern[str] | None:
        """Dozens, several thousand."""
        magnitudes, several = alternatives(self._language.magnitudes), self._words("several")
        more = rf"|(?:{several})\s+(?:{alternatives(self._scales)})\b" if several else ""
        return _compiled(rf"\b(?:{magnitudes}{more})\b") if magnitudes else None

    @cached_property
    def fraction(self) -> re.Pattern[str] | None:
        """Two-thirds, a quarter, half."""
        counts = alternatives([*self._language.words("article"), *self._some])
        parts = self._parts
        return _compiled(rf"\b(?:(?P<count>{counts}|\d{{1,2}})[\s-])?(?P<part>{parts})\b") if parts else None

    @cached_property
    def ratio(self) -> re.Pattern[str] | None:
        """One in five, 9 out of 10, one in twenty-five, one in a hundred."""
        words, one = self._words("ratio"), self._one
        every = rf"(?:every\s+)?(?P<all>{self._of_all})\b"
        return _compiled(rf"\b(?P<some>{one})\s+(?:{words})\s+{every}(?!,\d)") if words else None

    @cached_property
    def mixed(self) -> re.Pattern[str] | None:
        """Two and a half."""
        joiner, articles, parts = self._words("joiner"), self._words("article"), self._parts
        article = rf"(?:(?:{articles})\s+)?" if articles else ""
        whole = rf"\b(?P<whole>{self._one})\s+(?:{joiner})\s+"
        return _compiled(rf"{whole}{article}(?P<part>{parts})\b") if joiner and parts else None

    @cached_property
    def _inner(self) -> re.Pattern[str] | None:
        """A number within a longer word."""
        token = f"(?:{self._known}{'' if self._glued else self._stems})"
        return _compiled(token) if self._stems or self._glued else None

    @cached_property
    def _firsts(self) -> frozenset[str]:
        """The words with which a number may begin."""
        own = self._language
        return _firsts((*own.small, *self._scales, *own.magnitudes, *own.fractions))

    @cached_property
    def _known(self) -> str:
        return alternatives([*self._language.small, *self._scales])

    @cached_property
    def _some(self) -> list[str]:
        return [word for word, value in self._language.small.items() if 0 < value < 20]

    @property
    def _one(self) -> str:
        return rf"(?:{alternatives(self._some)}|\d{{1,3}})"

    @property
    def _of_all(self) -> str:
        """Of how many: also in tens with ones, in hundreds, and with a sign between thousands."""
        own = self._language
        small = alternatives(word for word, value in own.small.items() if value > 0)
        article = rf"(?:(?:{self._words('article')})\s+)?" if self._words("article") else ""
        scales = alternatives(self._scales)
        return rf"(?:{article}(?:{scales})|(?:{small})(?:-(?:{small}))?|\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}})"

    @property
    def _parts(self) -> str:
        return alternatives(self._language.fractions)

    def _words(self, name: str) -> str:
        return alternatives(self._language.words(name))


def _firsts(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_WORD.split(word)[0] or word for word in words)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
