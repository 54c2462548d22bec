"""A claim's way to its origin as its page shows it: a count, a sentence, and a list with the ways drawn next to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from explainers.graph.chain import chain_of
from explainers.graph.graph import Graph
from explainers.graph.stops import Node
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.pages.rails import RailLine, Stop, rails
from explainers.prose.chain_words import stop_words
from explainers.prose.trail_words import count_in_words, trail
from explainers.text.inline import Paragraph, plain


class StopView(NamedTuple):
    """A stop of the way, as the list has it."""

    name: Paragraph
    sentences: tuple[Paragraph, ...]
    onwards: Paragraph
    stop: str
    """The full stop after the name, where that does not end in one."""
    rail: Markup
    """What is drawn next to it."""


@dataclass(frozen=True, slots=True)
class ChainView:
    """All that a page prints of the way to the origin; `marks` are the kinds of mark and line that are drawn.

    A way of one stop is not drawn.
    """

    count: str
    trail: Paragraph
    stops: tuple[StopView, ...]
    is_drawn: bool
    marks: frozenset[str]


def chain_view(claim: Claim, graph: Graph) -> ChainView:
    """The way of one claim."""
    chain = chain_of(claim, graph)
    words = stop_words(chain, graph)
    rows = [Stop(node.key, _mark(node, graph)) for node in chain.nodes]
    ways = [RailLine(step.near, step.far, not step.stated) for step in chain.steps]
    drawn = rails(rows, ways) if len(rows) > 1 else ()
    stops = tuple(
        StopView(
            words[node.key].name,
            words[node.key].sentences,
            words[node.key].onwards,
            "" if plain(words[node.key].name).endswith(".") else ".",
            drawn[at] if drawn else Markup(""),
        )
        for at, node in enumerate(chain.nodes)
    )
    marks = frozenset([*(row.mark for row in rows), *("dashed" if way.dashed else "solid" for way in ways)])
    return ChainView(count_in_words(chain), trail(chain, graph), stops, bool(drawn), marks)


def _mark(node: Node, graph: Graph) -> str:
    if node.kind == "origin" or node.origin:
        if node.end in {"taken-back", "replaced"}:
            return "withdrawn"
        if node.end == "unknown":
            return "origin-unstated"
        actors = [graph.get(actor, Actor) for actor in node.actors]
        if any(actor is not None and not actor.named for actor in actors):
            return "origin-open"
        return "origin" if node.origin and node.origin.stated else "origin-unstated"
    return "explained" if node.explained else "unread" if node.kind == "agency" else node.kind
