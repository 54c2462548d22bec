"""Whether a few words assert something: a subject with a finite verb. (English; rules, no model)

English has few verb forms that can be nothing else, and names of things are full of the others: *troops held back*,
*rent rises*, *the treaty the state has signed*. Only what is certain counts; everything else is a noun phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from explainers.checks.verb_forms import (
    AUXILIARIES,
    BARE_WITH_OBJECT,
    BEFORE_A_NOUN,
    DETERMINERS,
    HEARSAY_NOUNS,
    INTRANSITIVE_PASTS,
    MODALS,
    NAMING_PARTICIPLES,
    NOT_A_BARE_VERB,
    OF_TIME,
    ONLY_PAST,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    SINGULAR_VERBS,
    SINGULAR_VERBS_WITH_OBJECT,
    SUBORDINATING,
)
from explainers.glossary.quotations import blanked, quotations

_TOKEN = re.compile(r"\ufffc+|[^\W_]+(?:[-’'.][^\W_]+)*[’']?")
_PART = re.compile(r"[:;–—]|(?<=\S)\s-\s")
_AGREES = re.compile(r"(?<!s)s$|ses$|people$|children$|men$|women$|police$|forces$")


def asserts(text: str) -> bool:
    """Whether the words certainly say that something is so."""
    return any(_is_sentence(part) for part in _PART.split(blanked(text, quotations(text))))


def _is_sentence(part: str) -> bool:
    words = [match[0].replace("’", "'") for match in _TOKEN.finditer(part)]
    # A question names what it asks for, and so does a clause: what the soldiers do.
    if len(words) < 2 or part.rstrip().endswith("?") or words[0].casefold() in SUBORDINATING | AUXILIARIES | MODALS:
        return False
    return any(_has_subject(words, at) for at in _verbs(words))


def _verbs(words: Sequence[str]) -> Iterator[int]:
    """Where finite verbs are."""
    shouted = sum(word[0].isupper() for word in words) > len(words) / 2 and len(words) > 3
    for at in range(1, len(words)):
        if _is_finite(words, at, shouted=shouted):
            yield at


def _is_finite(words: Sequence[str], at: int, *, shouted: bool) -> bool:
    word, after = words[at], words[at + 1 : at + 3]
    if word[0].isupper():
        # May, Will and Rose are names.
        return shouted and word.casefold() in AUXILIARIES and word != word.upper()
    if word in AUXILIARIES or (word.endswith("n't") and word[:-3] in AUXILIARIES | MODALS):
        return True
    if word in MODALS:
        return bool(after) and _is_bare_verb(after, words[at - 1])
    if word in ONLY_PAST:
        return word != "rose" or _is_plural(words[at - 1])
    if word in INTRANSITIVE_PASTS:
        return True
    if word in SINGULAR_VERBS:
        return bool(after) and not _is_plural(words[at - 1]) and _may_be_object(after[0])
    return _has_object(words, at, shouted=shouted)


def _has_object(words: Sequence[str], at: int, *, shouted: bool) -> bool:
    """Whether a word that can be a noun or a participle as well has an object: block the army, invaded Northland."""
    word, rest = words[at], words[at + 1 :]
    if not rest:
        return False
    plural = _is_plural(words[at - 1])
    if word in BARE_WITH_OBJECT and plural:
        return _is_object(rest) or (BARE_WITH_OBJECT[word] and _may_be_object(rest[0]))
    if word in SINGULAR_VERBS_WITH_OBJECT and not plural:
        return _is_object(rest)
    if not word.endswith("ed") or word in NAMING_PARTICIPLES or word.endswith("eed"):
        return False
    return _is_object(rest) or (not shouted and _is_plain_name(words[:at]) and _is_name(rest[0]))


def _may_be_object(word: str) -> bool:
    """Whether a noun can begin here: not a participle, or what hangs on a noun before it."""
    return word not in PREPOSITIONS | SUBORDINATING | PARTICIPLES | {"and", "or"} and not word.endswith("ed")


def _is_plain_name(before: Sequence[str]) -> bool:
    """Whether names alone go before: Northland; not: life in newly."""
    return all(word[0].isupper() for word in before) and not before[-1].endswith(("ian", "ese", "ish"))


def _is_object(rest: Sequence[str]) -> bool:
    """Whether a noun phrase with its article begins here, which is no time: the army; not: the same night."""
    if rest[0] not in DETERMINERS or len(rest) < 2 or not OF_TIME.isdisjoint(word.casefold() for word in rest[1:4]):
        return False
    # Strikes the army denied: what follows the article has its own verb.
    return not any(word.endswith("ed") or word in ONLY_PAST | AUXILIARIES | MODALS for word in rest[2:])


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.casefold().removesuffix("'s") not in OF_TIME and word != "\ufffc"


def _is_bare_verb(after: Sequence[str], before: str) -> bool:
    """Whether a helping verb has its verb after it: will rise; not: the will of the people."""
    return after[0] not in NOT_A_BARE_VERB and before.casefold() not in BEFORE_A_NOUN and after[0].islower()


def _is_plural(word: str) -> bool:
    return bool(_AGREES.search(word)) and not word.endswith("'s")


def _has_subject(words: Sequence[str], at: int) -> bool:
    """Whether the words before a verb are its subject, and not a noun with a clause: the treaty we signed."""
    before = words[:at]
    folded = [word.casefold() for word in before]
    if any(word in SUBORDINATING for word in folded) or folded[-1] in PREPOSITIONS | DETERMINERS | {"and", "or", "to"}:
        return False
    if at > 1 and folded[-1] in PRONOUNS:
        return False
    if any(word in HEARSAY_NOUNS for word in folded[:-1]):
        return False
    return not any(_opens_clause(before, index) for index in range(1, at))


def _opens_clause(before: Sequence[str], at: int) -> bool:
    """Whether a second noun phrase begins here with nothing that joins it to the first."""
    word, last = before[at], before[at - 1]
    if word.casefold() in DETERMINERS:
        return last.casefold() not in _joining()
    if not word[0].isupper():
        return False
    # Troops Northland is holding, the bridge Northland has built: a common noun and then a name.
    common = last[0].islower() or (at == 1 and last.endswith("s") and not last.endswith("ss"))
    return common and last.casefold() not in _joining() | DETERMINERS and not last.endswith(("'s", "'", "-"))


@cache
def _joining() -> frozenset[str]:
    return PREPOSITIONS | {"and", "or", "nor", "but", "all", "both", "half", "not", "only", "even", "also"}
