"""The way of a claim to its origin, as its page shows it: a count, a sentence, a drawing, and the same as a list."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from explainers.graph.chain import Chain, chain_of
from explainers.graph.graph import Graph
from explainers.graph.stops import Node
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution, Claim
from explainers.pages.rails import Stop, Way, drawing
from explainers.prose.chain_words import lines, stop_words
from explainers.prose.labels import label
from explainers.prose.trail_words import count, trail
from explainers.text.inline import Paragraph, plain


@dataclass(frozen=True, slots=True)
class StopView:
    """A stop of the way, as the list has it."""

    name: Paragraph
    told: tuple[Paragraph, ...]
    onwards: Paragraph
    attributions: tuple[Attribution, ...]
    explained: bool
    stop: str
    """The full stop behind the name, where that does not end in one."""


@dataclass(frozen=True, slots=True)
class ChainView:
    """All that a page prints of the way to the origin; `marks` are the sorts of mark and line that the drawing has."""

    count: str
    trail: Paragraph
    stops: tuple[StopView, ...]
    drawing: Markup
    marks: frozenset[str]


def chain_view(claim: Claim, graph: Graph) -> ChainView:
    """The way of one claim."""
    chain = chain_of(claim, graph)
    words = stop_words(chain, graph)
    stops = tuple(
        StopView(
            words[node.key].name,
            words[node.key].told,
            words[node.key].onwards,
            tuple(ref.attribution for ref in node.refs) if node.kind != "origin" else (),
            node.explained,
            "" if plain(words[node.key].name).endswith(".") else ".",
        )
        for node in chain.nodes
    )
    rows = [Stop(node.key, lines(node, graph), _mark(node, graph)) for node in chain.nodes]
    ways = [Way(step.near, step.far, not step.stated) for step in chain.steps]
    marks = frozenset([*(row.mark for row in rows), *("dashed" if way.dashed else "solid" for way in ways)])
    return ChainView(count(chain), trail(chain, graph), stops, _drawn(claim, chain, rows, ways, graph), marks)


def _drawn(claim: Claim, chain: Chain, rows: list[Stop], ways: list[Way], graph: Graph) -> Markup:
    """The drawing; a way of one stop has none."""
    if len(rows) < 2:
        return Markup("")
    words = " ".join(stop.text for stop in stop_words(chain, graph).values())
    return drawing(rows, ways, id="xp-chain", title=f"{label(claim, graph).lead}: {count(chain)}", description=words)


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
