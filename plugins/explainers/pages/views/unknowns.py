"""What could not be established, as a claim's and an explainer's page print it: heads with their sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from explainers.graph.graph import Graph
from explainers.graph.unknowns import unknowns
from explainers.graph.unknowns_folded import Fold, UnknownGroup, UnknownHead, under_heads
from explainers.kinds.claim.model import Claim
from explainers.kinds.shared_parts import Gap, gap_of
from explainers.prose.unknown_words import UNKNOWN_HEADS, gap_sentence, unknown_sentence
from explainers.text.inline import Paragraph


class UnknownLine(NamedTuple):
    """One sentence, and the claims it is true of; none where it is about all of the explainer."""

    sentence: Paragraph
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class UnknownLines:
    """All under one head; `own` if it has a gap of the explainer."""

    head: UnknownHead
    title: str
    count: int
    lines: tuple[UnknownLine, ...]
    own: bool = False

    @property
    def counted(self) -> str:
        """The head with how many things there are."""
        return f"{self.title} ({self.count:,})"


def unknown_lines(claims: Sequence[Claim], graph: Graph, *, gaps: Sequence[str | Gap] = ()) -> tuple[UnknownLines, ...]:
    """What is not known about some claims, by head, the gravest first; before it an explainer's own gaps.

    What an explainer says itself is not repeated for its claims.
    """
    own = [gap_of(gap) for gap in gaps]
    texts = {gap.text for gap in own}
    found = {group.head: group for group in under_heads([u for u in unknowns(claims, graph) if u.words not in texts])}
    looked_for = [gap for gap in own if gap.looked_in]
    left_open = [gap for gap in own if not gap.looked_in]
    mine: dict[UnknownHead, list[Gap]] = {"looked-for": looked_for, "left-open": left_open}
    heads = (head for head in UNKNOWN_HEADS if head in found or mine.get(head))
    return tuple(_lines(head, mine.get(head, []), found.get(head), graph) for head in heads)


def _lines(head: UnknownHead, own: Sequence[Gap], group: UnknownGroup | None, graph: Graph) -> UnknownLines:
    lines = [UnknownLine(gap_sentence(gap, graph), ()) for gap in own]
    lines += [_line(fold, graph) for fold in group.folds] if group else []
    count = len(own) + (group.count if group else 0)
    return UnknownLines(head, UNKNOWN_HEADS[head], count, tuple(lines), bool(own))


def _line(fold: Fold, graph: Graph) -> UnknownLine:
    return UnknownLine(unknown_sentence(fold.unknown, graph), fold.claims)
