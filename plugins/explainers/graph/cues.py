"""What a printed verb of saying does: its words are looked up form by form, and what is not listed is not classed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from explainers.graph.verb_lexicon import (
    ADVERBS,
    BESIDE,
    HEARSAY,
    IRREGULAR,
    PASSIVE,
    PHRASES,
    RULINGS,
    VERBS,
    WITH_HEARER,
    Lean,
    listed,
)

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_PARTS = re.compile(r"\s*(?:,|;|/|\band\b|\bbut\b)\s*")
_VOWELS = "aeiou"
# What may follow the verb without changing it: to whom, where, about what.
_BEHIND = frozenset(
    """
    that to of on in at during by as about for from over via whether if how why reporters journalists it this them us
    him her me the a an his its their with against having upon so
    """.split()
)
_LEAVES_OPEN = frozenset(["not", "never", "no", "nor", "neither", "without", "n't", "hardly", "cannot"])


def lean(verb: str) -> Lean:
    """What a verb as printed does. Of several verbs that do different things, none is taken: `not-classed`."""
    words = _words(verb)
    phrase = _phrase(words)
    if phrase:
        return phrase
    found = {_lean_of(_words(part)) for part in _PARTS.split(_plain(verb)) if _words(part)}
    return found.pop() if len(found) == 1 else "not-classed"


def is_hearsay(verb: str) -> bool:
    """Whether a verb as printed names no one who says so: is reported to have, was believed to be, reportedly."""
    words = _words(verb)
    helpers = [word for word in words if word in BESIDE]
    heads = [entry[2] for at in range(len(words)) if words[at] not in BESIDE and (entry := _entry(words[at:]))]
    passive = bool(PASSIVE & set(helpers)) and any(head in HEARSAY for head in heads)
    return (passive and not words[-1].endswith("ing")) or (bool(words) and all(_adverbs().get(word) for word in words))


def ruling(verb: str) -> bool:
    """Whether a verb as printed is one of what courts and boards do: has found, ruled that."""
    words = [word for word in _words(verb) if word not in BESIDE]
    entry = _entry(words)
    return bool(entry and entry[2] in RULINGS)


def forms(verb: str) -> frozenset[str]:
    """The forms of an English verb, -ise and -our also spelled -ize and -or: deny, denies, denied, denying."""
    return frozenset(form for spelled in _spellings(verb) for form in _forms(spelled))


def _lean_of(words: list[str]) -> Lean:
    """What one verb does, with the adverbs beside it."""
    if _LEAVES_OPEN & set(words):
        return "not-classed"
    adverbs = {found for word in words if (found := _adverbs().get(word))}
    rest = [word for word in words if word not in _adverbs()]
    verb, behind = _verb(rest)
    if len(adverbs) > 1 or (behind and behind[0] not in _BEHIND) or (rest and not verb):
        return "not-classed"
    alone = verb or "neutral"
    if not adverbs:
        return alone if verb else "not-classed"
    [adverb] = adverbs
    # Strongly denied is a denial, and strongly urged is urged strongly; falsely admitted is neither.
    if adverb == "emphasis" and alone in {"opposition", "no-answer"}:
        return alone
    return adverb if alone in {"neutral", adverb} else "not-classed"


def _verb(words: list[str]) -> tuple[Lean | None, list[str]]:
    """What the verb at the head of some words does, and what follows it."""
    helpers = 0
    while helpers < len(words) and words[helpers] in BESIDE and not _entry(words[helpers:]):
        helpers += 1
    head = words[helpers:]
    entry = _entry(head)
    if not entry:
        return None, head
    length, found, verb = entry
    if verb in HEARSAY and PASSIVE & set(words[:helpers]) and not head[0].endswith("ing"):
        found = "distance"
    behind = [word for word in head[length:] if word not in BESIDE]
    return found, [] if verb in WITH_HEARER else behind


def _entry(words: list[str]) -> tuple[int, Lean, str] | None:
    """The longest entry of the lists with which some words begin: its length, what it does, its verb."""
    for verb, behind, found in _verbs().get(words[0], ()) if words else ():
        if tuple(words[1 : 1 + len(behind)]) == behind:
            return 1 + len(behind), found, verb
    return None


def _phrase(words: list[str]) -> Lean | None:
    """What a fixed phrase does, wherever it is among the words."""
    row = f" {' '.join(word for word in words if word == 'be' or word not in BESIDE)} "
    return next((found for phrase, found in _phrases() if f" {phrase} " in row), None)


@cache
def _verbs() -> Mapping[str, tuple[tuple[str, tuple[str, ...], Lean], ...]]:
    """By each form of a verb: the verb, the words that belong to it and what it does; longer entries first."""
    found: dict[str, list[tuple[str, tuple[str, ...], Lean]]] = {}
    for kind, text in VERBS.items():
        for entry in listed(text):
            verb, *behind = entry.split()
            for form in forms(verb):
                found.setdefault(form, []).append((verb, tuple(behind), kind))
    return {form: tuple(sorted(entries, key=lambda e: -len(e[1]))) for form, entries in found.items()}


@cache
def _phrases() -> tuple[tuple[str, Lean], ...]:
    found = [(phrase, kind) for kind, text in PHRASES.items() for phrase in listed(text)]
    return tuple(sorted(found, key=lambda item: -len(item[0])))


@cache
def _adverbs() -> Mapping[str, Lean]:
    return {adverb: kind for kind, text in ADVERBS.items() for adverb in listed(text)}


def _plain(verb: str) -> str:
    return " ".join(verb.casefold().replace("’", "'").replace("n't", " not").split())


def _words(verb: str) -> list[str]:
    return _WORD.findall(_plain(verb))


def _spellings(verb: str) -> Iterator[str]:
    yield verb
    if verb.endswith("ise"):
        yield f"{verb[:-3]}ize"
    if "our" in verb:
        yield verb.replace("our", "or")


def _forms(verb: str) -> Iterator[str]:
    yield verb
    if verb in IRREGULAR:
        yield from IRREGULAR[verb].split()
    elif verb.endswith("e"):
        yield from (f"{verb}s", f"{verb}d", f"{verb[:-1]}ing")
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    else:
        plural = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
        yield from (f"{verb}{plural}", f"{verb}ed", f"{verb}ing")
