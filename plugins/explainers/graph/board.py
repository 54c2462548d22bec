"""A claim's board: each actor's stances with their dates, and which holds now; the matrix of many claims."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal, NamedTuple

from explainers.graph.as_of import Moment, date_of, moment, moments, present
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.positions import ORDER, Empty, Position, empty, positions, stances_in_order
from explainers.kinds.claim.model import ON_SOMETHING_ELSE, Claim, Stance
from explainers.kinds.explainer.model import Explainer
from explainers.model.base import Date

When = Literal["present", "past", "not-placed"]
# No position that an actor could leave for another.
_NEVER_LEFT = frozenset({"no-position-found", "none", "partly", *ON_SOMETHING_ELSE.values()})


class Row(NamedTuple):
    """A position in time: its dates, each once and the oldest first, and the last day on which it was taken.

    `when` says whether it holds now. `rival`: the actor took another position, so that one of them came last;
    `ordered`: the dates settle which.
    """

    position: Position
    dates: tuple[Date, ...]
    last: datetime.date | None
    when: When
    rival: bool
    ordered: bool


class Cell(NamedTuple):
    """One actor on one claim: the stances that hold, those it has left, and which empty they come to, if any."""

    claim: Claim
    stances: tuple[Stance, ...]
    earlier: tuple[Stance, ...]
    empty: Empty | None


class Taken(NamedTuple):
    """A position that an actor took itself, or that another took on its behalf: `through` is that other, or empty."""

    position: Position
    through: str
    dates: tuple[Date, ...]
    last: datetime.date | None


@once
def board(claim: Claim, graph: Graph) -> tuple[Row, ...]:
    """Every position on a claim, by stance in the fixed order, then in the order written."""
    placed, now = moments(claim, graph), present(claim, graph)
    found = sorted(positions(claim, graph), key=lambda p: ORDER.index(p.stance))
    return tuple(_row(p, placed.get(p.actor, ()), now.get(p.actor, frozenset()), graph) for p in found)


def matrix(claims: Sequence[Claim], graph: Graph) -> dict[str, dict[str, Cell]]:
    """Actors by claims, those with most positions first; a claim that is missing for an actor is not recorded."""
    rows: dict[str, dict[str, Cell]] = {}
    for claim in claims:
        by_actor: dict[str, list[Row]] = {}
        for row in board(claim, graph):
            by_actor.setdefault(row.position.actor, []).append(row)
        for actor, found in by_actor.items():
            rows.setdefault(actor, {})[claim.id] = _cell(claim, found)
    return {actor: rows[actor] for actor in sorted(rows, key=lambda id: (-len(rows[id]), id))}


@once
def matrix_of(explainer: Explainer, graph: Graph) -> dict[str, dict[str, Cell]]:
    """The matrix of an explainer's claims."""
    return matrix(claims_of(explainer, graph), graph)


def claims_of(explainer: Explainer, graph: Graph) -> list[Claim]:
    """An explainer's claims, each once, in the order in which they should be read."""
    return [claim for id in dict.fromkeys(explainer.claims) if (claim := graph.get(id, Claim))]


def taken(actor: str, graph: Graph) -> list[Taken]:
    """All positions of an actor, through others that speak for it too; the newest first, those without a date last."""
    ids = {edge.source for name in ("positions", "spoken_for_in") for edge in graph.incoming(actor, name)}
    claims = [claim for id in sorted(ids) if (claim := graph.get(id, Claim))]
    found = [
        _taken(position, refs, "" if position.actor == actor else position.actor, graph)
        for claim in claims
        for position in positions(claim, graph)
        if (refs := position.refs if position.actor == actor else _on_behalf_of(actor, position))
    ]
    return sorted(found, key=lambda one: one.last or datetime.date.min, reverse=True)


def _on_behalf_of(actor: str, position: Position) -> tuple[AttributionRef, ...]:
    """What others said for an actor that does not speak there itself."""
    spoken = [ref for ref in position.refs if ref.attribution.speaks_for == actor]
    return tuple(ref for ref in spoken if actor not in ref.attribution.by)


def _taken(position: Position, refs: tuple[AttributionRef, ...], through: str, graph: Graph) -> Taken:
    one = Position(position.claim, position.actor, position.stance, refs)
    return Taken(one, through, _dates(refs, graph), _last(_moments(refs, graph)))


def _row(position: Position, placed: Sequence[Moment], now: frozenset[Stance], graph: Graph) -> Row:
    """A row of the board; `placed` is all that its actor has said of the claim and that has a day."""
    own = [m for m in placed if m.stance == position.stance]
    when: When = "not-placed" if not own else "present" if position.stance in now else "past"
    left = [m for m in placed if m.stance not in now and m.stance not in _NEVER_LEFT]
    held = [m for m in placed if m.stance in now and m.stance not in _NEVER_LEFT]
    return Row(position, _dates(position.refs, graph), _last(own), when, bool(left), _ordered(left, held))


def _ordered(left: Sequence[Moment], held: Sequence[Moment]) -> bool:
    """Whether what holds was surely taken after what was left. Who takes back has said it before."""
    last = _last(held)
    return all(
        before.extent.before(after.extent) or (after.stance == "retracts" and before.stance == "affirms")
        for after in held
        if after.day == last
        for before in left
    )


def _cell(claim: Claim, rows: Sequence[Row]) -> Cell:
    """What holds, even without a date; a silence is not given where there is a position."""
    stances = [row.position.stance for row in rows if row.when != "past"]
    earlier = stances_in_order(s for row in rows if (s := row.position.stance) not in (*stances, "no-position-found"))
    spoken = [stance for stance in stances if stance != "no-position-found"]
    found = stances_in_order(spoken or stances)
    return Cell(claim, found, earlier, empty(found))


def _dates(refs: Sequence[AttributionRef], graph: Graph) -> tuple[Date, ...]:
    """The dates of some attributions; one that any of them states is not inferred."""
    dated = [date for ref in refs if (date := date_of(ref.attribution, graph))]
    found = {date.edtf: date for date in sorted(dated, key=lambda date: date.basis != "inferred")}
    return tuple(sorted(found.values(), key=lambda date: date.sort_key))


def _moments(refs: Sequence[AttributionRef], graph: Graph) -> list[Moment]:
    return [placed for ref in refs if (placed := moment(ref, graph))]


def _last(placed: Sequence[Moment]) -> datetime.date | None:
    return max((m.day for m in placed), default=None)
