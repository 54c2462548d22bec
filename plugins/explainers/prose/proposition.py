"""A statement with its figures in their places, as one telling has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from explainers.graph.graph import AttributionRef, Graph
from explainers.kinds.claim.model import Attribution, Claim, printed_quantities
from explainers.kinds.parts import Quantity
from explainers.prose.speakers import named
from explainers.text.inline import Emphasis, Inline, Paragraph, RecordLink, Words, parse
from explainers.text.numbers import article

NOTHING_KNOWN = "something not on record"
# A figure with what stands close up to it: an article, a sign before it, a sign, a unit or `-strong` after it.
_FIGURE = re.compile(
    r"""
      (?P<article>\b[Aa]n?\ )?
      (?P<before>[$€£¥₹±+−]?)
      (?P<open>\*{0,2})
      (?<!\\)\{(?P<name>[A-Za-z]\w*)\}
      (?P<close>\*{0,2})
      (?P<after>-[A-Za-z]\w*|%|‰|°[CF]?|[A-Za-z]\w*)?
    """,
    re.VERBOSE,
)
_NEXT_WORD = re.compile(r"[*\]]*\s+[*“‘(]*(?:\[\[(?:[^\[\]|]*\|)?)?[*“‘(]*(?P<word>\w+)")
# Words before which a figure stands alone: tens of thousands in the lake, 5 of the boats.
_NO_NOUN = frozenset(
    "a an the in on at by for from with without to and or but nor of off as than then is are was were be been being "
    "has have had do does did will would can could may might must shall should who which that when where while if "
    "because since before after until during under over into onto out up down across along among around through it "
    "they he she each only also not".split()
)


def proposition(claim: Claim, attribution: Attribution) -> Paragraph:
    """What one telling says: its own statement or the claim's, with the figures as it prints them.

    For use behind a speaker only.
    """
    printed = printed_quantities(claim, attribution)
    return parse(_FIGURE.sub(lambda match: _written(match, claim, printed), attribution.statement or claim.statement))


def said_by(ref: AttributionRef, graph: Graph) -> list[Inline]:
    """What one telling says, each link with the words that a reader sees. For use behind a speaker only."""
    return [_with_its_name(part, graph) for part in proposition(ref.claim, ref.attribution)]


def _with_its_name(part: Inline, graph: Graph) -> Inline:
    if isinstance(part, Emphasis):
        return Emphasis(tuple(_with_its_name(inner, graph) for inner in part.parts), part.strong)
    if isinstance(part, RecordLink) and not part.words:
        return named(part.id, graph) if part.id in graph.records else Words(NOTHING_KNOWN)
    return part


def figures(claim: Claim, attribution: Attribution) -> tuple[str, ...]:
    """The figures of the statement, in its order, as one telling prints them, to stand without a noun."""
    if not claim.quantities:
        return ()
    printed = printed_quantities(claim, attribution)
    return tuple(dict(_alone(claim.statement, printed)).values())


def _alone(statement: str, printed: Mapping[str, Quantity]) -> Iterator[tuple[str, str]]:
    for match in _FIGURE.finditer(statement):
        if match["name"] in printed:
            unit = match["after"] or ""
            after = "" if unit.startswith("-") else unit
            yield match["name"], printed[match["name"]].worded(match["before"], after, noun=False)


def _written(match: re.Match[str], claim: Claim, printed: Mapping[str, Quantity]) -> str:
    """One figure in the statement, with the article that it asks for."""
    quantity = printed.get(match["name"]) or Quantity(relation="unqualified")
    before, after = match["before"], match["after"] or ""
    noun = not after and _noun_follows(match)
    words = quantity.worded(before, after, noun=noun)
    if noun and match["name"] in claim.quantities and claim.quantities[match["name"]].is_one != quantity.is_one:
        # The noun was written for another number, and nobody can inflect it: not `1 soldiers`.
        words = f"a number ({quantity.worded(noun=False)}) of"
    opening = ""
    if match["article"]:
        opening = article(words)
        opening = (opening.capitalize() if match["article"][0] == "A" else opening) + " "
    return f"{opening}{match['open']}{words}{match['close']}"


def _noun_follows(match: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(match.string, match.end())
    return following is not None and following["word"].casefold() not in _NO_NOUN
