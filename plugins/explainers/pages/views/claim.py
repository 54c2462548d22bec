"""A claim's page: positions, the way to the origin, tellings, related claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from explainers.graph.collisions import Collision, collisions_of
from explainers.graph.followed import Following, outcomes, parts_of
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim, ClaimRelation
from explainers.pages.views.chain import ChainView, chain_view
from explainers.pages.views.drift import DriftView, drift_view
from explainers.pages.views.others import Backlinks, backlinks
from explainers.pages.views.positions import Board, board_view
from explainers.pages.views.unknowns import UnknownLines, unknown_lines
from explainers.prose.count_words import who_counts
from explainers.prose.figure_sums import sums_of
from explainers.text.inline import Paragraph

# A relation as the claim that draws it says it, and as the other claim's page does.
RELATIONS = {
    "supports": ("supports", "is supported by"),
    "attacks": ("speaks against", "is spoken against by"),
    "undercuts": ("qualifies", "is qualified by"),
    "contradicts": ("contradicts", "contradicts"),
    "refines": ("is a narrower form of", "has a narrower form in"),
    "compare-with": ("should be compared with", "should be compared with"),
    "supersedes": ("replaces", "is replaced by"),
    "part-of": ("is part of", "has among its parts"),
    "outcome-of": ("says what became of", "is followed up in"),
}
# These have their own section on the other claim's page.
_APART = {"part-of", "outcome-of"}
# That the explainer of a claim also speaks of it or shows it says nothing more.
_NO_NEWS = {"related", "mentioned_in", "shown_in"}


class Related(NamedTuple):
    """A claim that bears on this one."""

    words: str
    claim: Claim
    relation: ClaimRelation


@dataclass(frozen=True, slots=True)
class ClaimView:
    """All that a claim's page prints."""

    board: Board
    counted_by: Paragraph
    """Who counts its open figures."""
    sums: tuple[Paragraph, ...]
    """Parts that make its figures."""
    chain: ChainView
    drift: DriftView
    related: tuple[Related, ...]
    parts: tuple[Following, ...]
    outcomes: tuple[Following, ...]
    unknowns: tuple[UnknownLines, ...]
    collisions: tuple[Collision, ...]
    others: tuple[Backlinks, ...]

    @property
    def unknown_count(self) -> int:
        """How many things could not be established."""
        return sum(group.count for group in self.unknowns)


def claim_view(claim: Claim, graph: Graph) -> ClaimView:
    """Everything about one claim."""
    return ClaimView(
        board=board_view(claim, graph),
        counted_by=who_counts(claim, graph),
        sums=sums_of(claim, graph),
        chain=chain_view(claim, graph),
        drift=drift_view(claim, graph),
        related=tuple(related(claim, graph)),
        parts=tuple(parts_of(claim, graph)),
        outcomes=tuple(outcomes(claim, graph)),
        unknowns=unknown_lines([claim], graph),
        collisions=collisions_of(claim, graph),
        others=tuple(group for group in backlinks(claim.id, graph) if group.inverse not in _NO_NEWS),
    )


def related(claim: Claim, graph: Graph) -> Iterator[Related]:
    """Claims that this one bears on, and claims that bear on it."""
    for relation in claim.relations:
        other = graph.get(relation.to, Claim)
        if other:
            yield Related(RELATIONS[relation.type][0], other, relation)
    for edge in graph.incoming(claim.id, "related"):
        other = graph.get(edge.source, Claim)
        if other:
            drawn = other.relations[int(edge.loc[1])]
            if drawn.type in _APART:
                continue
            yield Related(RELATIONS[drawn.type][1], other, drawn)
