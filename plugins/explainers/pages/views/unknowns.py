"""What could not be established, as a claim's and an explainer's page print it: sorts with their sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explainers.graph.graph import Graph
from explainers.graph.unknowns import UnknownKind, unknowns
from explainers.graph.unknowns_folded import Fold, folded
from explainers.kinds.claim.model import Claim
from explainers.prose.unknown_words import unknown_sentence, unknown_title
from explainers.text.inline import Paragraph


@dataclass(frozen=True, slots=True)
class UnknownLine:
    """One sentence, and the claims it is true of."""

    sentence: Paragraph
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class UnknownGroup:
    """All of one sort, under a head that counts them."""

    kind: UnknownKind
    title: str
    lines: tuple[UnknownLine, ...]


def unknown_groups(claims: Sequence[Claim], graph: Graph, *, told: Sequence[str] = ()) -> tuple[UnknownGroup, ...]:
    """What is not known about some claims, by sort, the gravest first; gaps that were `told` before are left out."""
    return tuple(
        UnknownGroup(sort.kind, unknown_title(sort.kind, sort.count), tuple(_line(fold, graph) for fold in sort.folds))
        for sort in folded([unknown for unknown in unknowns(claims, graph) if unknown.words not in {*told} - {""}])
    )


def _line(fold: Fold, graph: Graph) -> UnknownLine:
    return UnknownLine(unknown_sentence(fold.unknown, graph), fold.claims)
