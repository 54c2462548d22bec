"""The figures of a statement, each with its qualifier, its unit and what is counted; and the statement without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from explainers.checks.copies import LONGEST_RUN
from explainers.checks.loaded_words import attributing
from explainers.checks.phrases import Phrases
from explainers.text.numbers import Figure, figures, refers
from explainers.text.numbers.reading import read

CUT = "[cut]"
UNKNOWN = "[to be decided]"
_NO_FIGURES = frozenset({"name", "year", "share", "pronoun"})
# Words as the check counts them that compares our texts with the page’s.
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_FIGURE = re.compile(r"\{q\d+\}")
_NOUN = re.compile(
    r"(?:[\s-]+(?:of\s+)?(?:the\s+|these\s+|its\s+|their\s+)?(?P<words>[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,5}))"
)
_STOPS = frozenset(
    """
    in on at to from for with by since after before during between among across against into over under near about per a
    year is are was were has have had will would can could may might must should do did who whom which that where when
    while and or but if than as be been being not more less fewer could took sent fell rose last this next every each
    instead so because until through onto off out up down away back there
    """.split()
)
_PEOPLE = frozenset(
    """
    people person persons soldiers soldier troops men women children passengers commuters workers residents students
    patients seekers migrants refugees pilgrims voters members families victims officers employees staff farmers
    teachers protesters protestors fighters civilians walkers prisoners hostages tourists users customers
    """.split()
)
# A statement says neither who says so nor more than a few words as they are printed.
_ATTRIBUTING = Phrases((phrase, phrase) for phrase in attributing())
_NEAR = 4


class Counted(NamedTuple):
    """A statement, with `{q1}` where its figures were, and the figures."""

    statement: str
    quantities: dict[str, dict[str, Any]]


def with_figures_apart(words: str) -> Counted:
    """The words of a statement as one that passes the checks: its figures apart, and few words of the page in a row."""
    found = list(_figures(words))
    quantities = {f"q{at}": _quantity(figure, words) for at, figure in enumerate(found, 1)}
    named, at = "", 0
    for number, figure in enumerate(found, 1):
        named += f"{words[at : figure.from_]}{{q{number}}}"
        at = max(figure.to, figure.end)
    named = _without_attribution(named + words[at:])
    text = _without_figures(_shortened(" ".join(named.split()))).strip(" ,;:")
    return Counted(f"{text[:1].upper()}{text[1:]}.", quantities)


def _figures(words: str) -> Iterator[Figure]:
    end = 0
    for figure in figures(words):
        in_digits = figure.doubt == "share" and any(sign.isdecimal() for sign in figure.words)
        if (in_digits or figure.doubt not in _NO_FIGURES) and not refers(figure, words, "en") and figure.from_ >= end:
            yield figure
            end = max(figure.to, figure.end)


def _quantity(figure: Figure, words: str) -> dict[str, Any]:
    printed = " ".join(words[figure.from_ : max(figure.to, figure.end)].split())
    noun = _noun(words, max(figure.to, figure.end))
    made: dict[str, Any] = {"of": noun or UNKNOWN}
    if read(printed):
        made["printed"] = printed
    elif figure.shape == "range":
        made |= {"relation": "between", "min": f"{figure.numbers[0].value:f}", "max": f"{figure.numbers[1].value:f}"}
    else:
        made |= {"relation": next(iter(figure.relations), "unqualified"), "value": f"{figure.value:f}"}
    if not figure.unit and noun.casefold().split()[-1:] and noun.casefold().split()[-1] in _PEOPLE:
        made["unit"] = "person"
    return made


def _noun(words: str, at: int) -> str:
    """What is counted, as far as it comes right after the figure."""
    found = _NOUN.match(words, at)
    kept: list[str] = []
    for word in found["words"].split() if found else ():
        if word.casefold() in _STOPS:
            break
        kept.append(word)
    return " ".join(kept)


def _without_attribution(text: str) -> str:
    """A statement without the words that tell who says so."""
    for found in reversed(list(_ATTRIBUTING.found(text))):
        text = f"{text[: found.start]}{CUT}{text[found.end :]}"
    return text


def _without_figures(text: str) -> str:
    """A statement without a figure that only what is left of it seems to print."""
    for figure in reversed(list(_figures(_FIGURE.sub(lambda name: "_" * len(name[0]), text)))):
        text = f"{text[: figure.start]}{CUT}{text[figure.end :]}"
    return text


def _shortened(text: str) -> str:
    """A text with at most as many words in a row as may be the same as on the page; its figures stay."""
    words = text.split(" ")
    figures_at = [at for at, word in enumerate(words) if _FIGURE.search(word)]
    kept, in_row = list[str](), 0
    is_first_part = True
    for at, word in enumerate(words):
        is_figure = bool(_FIGURE.search(word))
        in_row = 0 if is_figure else in_row + len(_WORD.findall(word))
        near_figure = any(abs(at - figure) <= _NEAR for figure in figures_at)
        if is_figure or (in_row <= LONGEST_RUN and (is_first_part or near_figure)):
            kept.append(word)
        else:
            is_first_part = False
            if kept[-1:] != [CUT]:
                kept.append(CUT)
            in_row = 0
    return " ".join(kept)
