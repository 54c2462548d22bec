"""Where every actor stands on a claim; three different empties are kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from explainers.graph.answers import on_claim
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.kinds.claim.model import Act, Attribution, Claim, Stance

# The order of stances: for it, for a part of it, against it, not said, taken back, passed on or asked, on something
# else only, none found.
ORDER: tuple[Stance, ...] = (
    "affirms",
    "partly",
    "denies",
    "doubts",
    "declines",
    "retracts",
    "none",
    "denies-other",
    "doubts-other",
    "declines-other",
    "no-position-found",
)
Empty = Literal["declined", "nothing-found", "not-recorded"]
# Two of the three empties are recorded; the third is that nothing is.
EMPTIES: dict[Stance, Empty] = {"declines": "declined", "no-position-found": "nothing-found"}


class Position(NamedTuple):
    """One actor's stance on one claim, with the attributions that show it, in the order written."""

    claim: Claim
    actor: str
    stance: Stance
    refs: tuple[AttributionRef, ...]

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """What shows it."""
        return tuple(ref.attribution for ref in self.refs)

    @property
    def acts(self) -> frozenset[Act]:
        """What was done with words."""
        return frozenset(attribution.act for attribution in self.attributions)

    @property
    def behalf(self) -> tuple[str, ...]:
        """On whose behalf it was taken, each once."""
        spoken_for = (ref.attribution.speaks_for for ref in self.refs)
        return tuple(dict.fromkeys(id for id in spoken_for if id and id != self.actor))


@once
def positions(claim: Claim, graph: Graph) -> tuple[Position, ...]:
    """Every actor's stances on a claim, in answers to its tellings too; an actor that took two has two."""
    found: dict[tuple[str, Stance], list[AttributionRef]] = {}
    for ref in on_claim(claim, graph):
        for actor in dict.fromkeys(ref.attribution.by):
            found.setdefault((actor, ref.stance), []).append(ref)
    return tuple(Position(claim, actor, stance, tuple(refs)) for (actor, stance), refs in found.items())


def stances_in_order(stances: Iterable[Stance]) -> tuple[Stance, ...]:
    """Stances in the fixed order, each once."""
    return tuple(sorted(set(stances), key=ORDER.index))


def empty(stances: Sequence[Stance]) -> Empty | None:
    """Which empty some stances come to: without any nothing is recorded; None where a position was taken."""
    if any(stance not in EMPTIES for stance in stances):
        return None
    return EMPTIES["declines" if "declines" in stances else "no-position-found"] if stances else "not-recorded"
