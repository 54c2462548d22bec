"""Everyone's positions, as they are published: the board of a claim, its views through time, the cells of a matrix."""

from __future__ import annotations

from explainers.exports.facts import Facts
from explainers.graph.as_of import AsOf, views
from explainers.graph.board import Cell, Row, When, board, matrix_of
from explainers.graph.graph import Graph
from explainers.graph.positions import Empty
from explainers.kinds.claim.model import Claim, Stance
from explainers.kinds.explainer.model import Explainer


class PositionFacts(Facts):
    """The position of one actor on a claim: a row of its board."""

    actor: str
    """The actor."""
    stance: Stance
    """The position it takes."""
    when: When
    """Whether it is held now, was left for a later one, or has no place in time."""
    unordered: bool = False
    """Whether the dates leave open which of the actor's positions came last."""
    dates: tuple[str, ...] = ()
    """When it was said, or of when it is known; of a silence, as of when nothing was found. (EDTF)"""
    last: str = ""
    """The day on which it was at the latest said last; absent where that is not known."""
    attributions: tuple[str, ...]
    """What shows it: `claim#a1`."""


class StandFacts(Facts):
    """Where one actor stood as of a day."""

    actor: str
    """The actor."""
    stance: Stance
    """Its position."""
    new: bool = False
    """Whether the actor's position changed on this day."""
    by_then: bool = False
    """Whether it may have been taken earlier: its date is a stretch of time that ends on this day."""


class AsOfFacts(Facts):
    """Where everyone stood as of a day on which the position of any actor changed."""

    day: str
    """The day."""
    inferred: bool = False
    """Whether all that is new has its date from our inference."""
    stands: tuple[StandFacts, ...]
    """Where everyone stood who had spoken by then, or whose silence we had found."""


class CellFacts(Facts):
    """One actor on one claim."""

    stances: tuple[Stance, ...] = ()
    """The positions that are held then."""
    earlier: tuple[Stance, ...] = ()
    """The positions it has left."""
    empty: Empty | None = None
    """Where it takes no position: whether it declined, or nothing was found."""


def position_facts(claim: Claim, graph: Graph) -> list[PositionFacts]:
    """The board of a claim."""
    return [_row(row) for row in board(claim, graph)]


def as_of_facts(claim: Claim, graph: Graph) -> list[AsOfFacts]:
    """The views of a claim through time, the oldest first."""
    return [_view(view) for view in views(claim, graph)]


def matrix_facts(explainer: Explainer, graph: Graph) -> dict[str, dict[str, CellFacts]]:
    """Actors by claims."""
    rows = matrix_of(explainer, graph)
    return {actor: {claim: _cell(cell) for claim, cell in row.items()} for actor, row in rows.items()}


def _row(row: Row) -> PositionFacts:
    return PositionFacts(
        actor=row.position.actor,
        stance=row.position.stance,
        when=row.when,
        unordered=not row.ordered,
        dates=tuple(date.edtf for date in row.dates),
        last=row.last.isoformat() if row.last else "",
        attributions=tuple(ref.key for ref in row.position.refs),
    )


def _view(view: AsOf) -> AsOfFacts:
    stands = (StandFacts(actor=s.actor, stance=s.stance, new=s.new, by_then=s.by_then) for s in view.held)
    return AsOfFacts(day=view.day.isoformat(), inferred=view.inferred, stands=tuple(stands))


def _cell(cell: Cell) -> CellFacts:
    return CellFacts(stances=cell.stances, earlier=cell.earlier, empty=cell.empty)
