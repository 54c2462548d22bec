"""The forms in which a label is looked for: the plural and the possessive of English. (Quirk et al. 1985, 5.73-5.98)

Rules where they hold for nearly every word, a short list where they do not, and nothing where no rule is certain.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from explainers.kinds.term.model import Term

_IRREGULAR = {
    "child": "children", "foot": "feet", "goose": "geese", "louse": "lice", "mouse": "mice", "ox": "oxen",
    "tooth": "teeth", "person": "people", "criterion": "criteria", "phenomenon": "phenomena", "quiz": "quizzes",
    "calf": "calves", "elf": "elves", "half": "halves", "knife": "knives", "leaf": "leaves", "life": "lives",
    "loaf": "loaves", "self": "selves", "sheaf": "sheaves", "shelf": "shelves", "thief": "thieves",
    "wife": "wives", "wolf": "wolves",
}  # fmt: skip
_MEN = re.compile(r"(?:^|wo|(?<!ali)s|police|chair|fire|lay|gun|mid|rifle|frog|camera|congress)man$")
_NO_PLURAL = frozenset("aircraft series species spacecraft hovercraft sheep offspring headquarters crossroads".split())
_SINGULAR_IN_S = frozenset("gas bus lens alias atlas bias canvas iris pancreas plus focus".split())
_OES = frozenset("echo embargo hero potato tomato torpedo veto".split())
_HARD_CH = re.compile(r"(?:stomach|eunuch|epoch|loch|czech|tech|[ntg]arch|iarch)$")
# Longer ones are no labels of anything, and would take their time.
MOST_CHARACTERS = 200
# The noun that is counted precedes the preposition: prisoners of war, commanders-in-chief.
_HEAD = re.compile(r"(?P<head>\w+)(?P<rest>[ \-](?:of|in|at|to|by|on|for|with|under|from)[ \-]\w.*)", re.IGNORECASE)
_AFTER_NOUN = frozenset("general designate elect".split())
# Who does something is counted, not where to: runners-up, passers-by, hangers-on.
_DOER = re.compile(r"(?P<head>\w+er)(?P<rest>[ \-](?:by|in|off|on|out|up))\Z", re.IGNORECASE)


def forms(label: str, *, language: str = "en") -> tuple[str, ...]:
    """A label, its plural, and the possessive of both; in other languages than English the label alone."""
    found = (label, *plurals(label, language=language))
    owned = [possessive(form) for form in found] if _is_english(label, language) else []
    return tuple(dict.fromkeys([*found, *owned]))


def plurals(label: str, *, language: str = "en") -> tuple[str, ...]:
    """The plural of a label, in the spellings that are in use."""
    if len(label) > MOST_CHARACTERS or not _is_english(label, language):
        return ()
    headed = _HEAD.search(label) or _DOER.search(label)
    if headed:
        before, after = label[: headed.start()], headed["rest"]
        return tuple(f"{before}{plural}{after}" for plural in _of_word(headed["head"]))
    before, last = _last_word(label)
    found = [f"{before}{plural}" for plural in _of_word(last)]
    if last.casefold() in _AFTER_NOUN and before[-1:] in {" ", "-"}:
        head, noun = _last_word(before[:-1])
        found += [f"{head}{plural}{before[-1:]}{last}" for plural in _of_word(noun)]
    return tuple(found)


def possessive(form: str) -> str:
    """A form with the ending of the one who owns: ally’s, allies’."""
    return f"{form}’" if form[-1:] in {"s", "S"} else f"{form}’s"


def _of_word(word: str) -> Iterator[str]:
    low = word.casefold()
    if len(word) < 2 or not word[-1].isalpha() or low in _NO_PLURAL:
        return
    if word.isupper():
        if low[-1] != "s":
            yield f"{word}s"
    elif low in _IRREGULAR:
        yield word[:1] + _IRREGULAR[low][1:]
        if low == "person":
            yield f"{word}s"
    elif _MEN.search(low):
        yield f"{word[:-2]}en"
    elif not _is_plural(low):
        yield from _regular(word, low)


def _regular(word: str, low: str) -> Iterator[str]:
    if low.endswith("sis"):
        yield f"{word[:-2]}es"
    elif low.endswith(("s", "x", "z", "sh")) or low in _OES or (low.endswith("ch") and not _HARD_CH.search(low)):
        yield f"{word}es"
    elif low.endswith("y") and (low[-2] not in "aeiou" or low.endswith("quy")):
        yield f"{word[:-1]}ies"
        if word[0].isupper():
            # A name keeps its letters: the Kennedys.
            yield f"{word}s"
    else:
        yield f"{word}s"


def _is_plural(low: str) -> bool:
    """Whether a word has the looks of a plural: forces, sanctions. No ending is added to it."""
    return low.endswith("s") and not low.endswith(("ss", "us", "is")) and low not in _SINGULAR_IN_S


def _is_english(label: str, language: str) -> bool:
    last = next((char for char in reversed(label) if char.isalpha()), "")
    return language.casefold().partition("-")[0] == "en" and unicodedata.name(last or "?", "").startswith("LATIN")


def _last_word(label: str) -> tuple[str, str]:
    cut = max(label.rfind(" "), label.rfind("-"), label.rfind("\u00a0"), label.rfind("\u2011")) + 1
    return label[:cut], label[cut:]


def found_as(term: Term, *, language: str = "en") -> tuple[str, ...]:
    """Every form in which a term is found in text: its labels and what is made from them."""
    if term.match == "off":
        return ()
    inflected = term.match == "inflected"
    found = (form for label in term.names for form in (forms(label, language=language) if inflected else (label,)))
    return tuple(dict.fromkeys(found))
