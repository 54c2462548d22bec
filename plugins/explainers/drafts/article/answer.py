"""The answer of a language model to our brief, as statements: what the text does not have is named and left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast, get_args

from explainers.checks.quotes import Quotable, quotable
from explainers.drafts.article.article_file import Article
from explainers.drafts.article.article_words import paragraphs
from explainers.drafts.article.brief import MOST
from explainers.drafts.article.said import Statement, Teller
from explainers.drafts.claims import TYPES
from explainers.drafts.fault import Unreadable
from explainers.drafts.item import clean, in_message
from explainers.drafts.read import json_of, text_of
from explainers.kinds.claim.model import Act

_FENCED = re.compile(r"\s*```(?:json)?\s*\n(.*?)\n\s*```\s*", re.DOTALL)
_MOST_SPEAKERS = 4


def answered(data: bytes, article: Article) -> tuple[list[Statement], list[str]]:
    """The statements of an answer that the text bears out, and why others are not drafted. Raises Unreadable."""
    text = text_of(data)
    fenced = _FENCED.fullmatch(text)
    value = json_of(fenced[1] if fenced else text)
    entries = value.get("statements") if isinstance(value, Mapping) else value
    if not isinstance(entries, list):
        raise Unreadable("has no list of `statements`: the brief says what an answer looks like")
    if len(entries) > MOST:
        raise Unreadable(f"has {len(entries):,} statements: at most {MOST} are read")
    words, starts = quotable(article.text), [part.start for part in paragraphs(article.text)]
    found, amiss = list[Statement](), list[str]()
    for at, entry in enumerate(entries, 1):
        one = _statement(entry, words, article.text, starts)
        if isinstance(one, str):
            amiss.append(f"not drafted: statement {at}: {one}")
        else:
            found.append(one)
    return sorted(found, key=lambda one: (one.start, one.end)), amiss


def _statement(entry: Any, words: Quotable, text: str, starts: list[int]) -> Statement | str:
    """A statement, or what is wrong with it."""
    if not isinstance(entry, Mapping):
        return "it is no object"
    said = _line(entry.get("words")).strip('“”"„«» ')
    places = words.places(said) if said else []
    if not places:
        return f"its words are not in the text: “{in_message(said)}”"
    act = _line(entry.get("act"))
    if act not in get_args(Act):
        return f"`{in_message(act)}` is not an act"
    start, end = places[0]
    names = entry.get("speakers", [])
    if not isinstance(names, list) or len(names) > _MOST_SPEAKERS:
        return f"`speakers` is no list of at most {_MOST_SPEAKERS} names"
    verb = _line(entry.get("verb"))
    tellers = list[Teller]()
    for at, name in enumerate(names):
        here = words.places(_line(name)) if _line(name) else []
        if not here:
            return f"the text has no “{in_message(_line(name))}”"
        near = min(here, key=lambda place: abs(place[0] - start))
        is_last = at == len(names) - 1
        tellers.append(Teller(*near, None, cast(Act, act) if is_last else "say", verb if is_last else ""))
    kind = _line(entry.get("type"))
    proposition = _line(entry.get("statement"))
    return Statement(
        start,
        end,
        tuple(tellers),
        "reply" if entry.get("answers") is True else "claim",
        cast(Act, act),
        "" if tellers else verb,
        _is_quoted(text, start, end),
        sum(begin <= start for begin in starts) - 1,
        proposition=proposition.rstrip("."),
        label=_line(entry.get("label")),
        type=kind if kind in TYPES else "",
    )


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether words are in quotation marks on the page."""
    return text[:start].rstrip()[-1:] in {"“", "„", "«", '"'} and text[end : end + 3].lstrip(",.!?")[:1] in {
        "”",
        "“",
        "»",
        '"',
    }


def _line(value: Any) -> str:
    return " ".join(clean(value).split()) if isinstance(value, str) else ""
