"""Where every actor stands on a claim; three different empties are kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explainers.graph.graph import AttributionRef
from explainers.kinds.claim.model import Claim, Stance


@dataclass(frozen=True, slots=True)
class Position:
    """One actor's stance on one claim, with the attributions that show it, in the order written."""

    claim: Claim
    actor: str
    stance: Stance
    refs: tuple[AttributionRef, ...]


def positions(claim: Claim) -> tuple[Position, ...]:
    """Every actor's stances on a claim; an actor that took two has two."""
    found: dict[tuple[str, Stance], list[AttributionRef]] = {}
    for attribution in claim.attributions:
        for actor in attribution.by:
            found.setdefault((actor, attribution.stance), []).append(AttributionRef(claim, attribution))
    return tuple(Position(claim, actor, stance, tuple(refs)) for (actor, stance), refs in found.items())


def matrix(claims: Sequence[Claim]) -> dict[str, dict[str, tuple[Position, ...]]]:
    """Actors by claims: what each actor's positions are; a claim that is missing for an actor was not looked for."""
    rows: dict[str, dict[str, tuple[Position, ...]]] = {}
    for claim in claims:
        for position in positions(claim):
            row = rows.setdefault(position.actor, {})
            row[claim.id] = (*row.get(claim.id, ()), position)
    return rows


def positions_of(actor: str, claims: Sequence[Claim]) -> list[Position]:
    """The positions an actor took on some claims."""
    return [p for claim in claims for p in positions(claim) if p.actor == actor]
