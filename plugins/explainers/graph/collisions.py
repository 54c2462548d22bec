"""One number for different things, and different numbers for one thing, in claims that share a subject.

A collision is not the fault of those who gave the figures: it is what a reader may trip over. Only figures that are on
a chart collide: given by someone who says that it is so, not withdrawn, not taken back. An order of magnitude is not a
number. Counts of an open figure differ only where two parties give them for one time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from explainers.graph.counts import on_one_day
from explainers.graph.disjoint_sets import Groups
from explainers.graph.figure_circles import circle_of
from explainers.graph.figure_things import folded
from explainers.graph.figures import FigureGroup, FigureRow, all_figures, figure_groups
from explainers.graph.graph import Graph
from explainers.graph.memo import each, whole
from explainers.kinds.claim.model import Claim

CollisionKind = Literal["same-number", "different-numbers"]
Number = tuple[Decimal, Decimal]
_AT_MOST, _AT_LEAST = {"fewer-than", "at-most", "up-to"}, {"more-than", "at-least"}


@dataclass(frozen=True, slots=True)
class Side:
    """One thing with one number, and everyone who gives it."""

    of: str
    number: str
    rows: tuple[FigureRow, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that have it."""
        return tuple(dict.fromkeys(row.claim.id for row in self.rows))


@dataclass(frozen=True, slots=True)
class Collision:
    """Figures that a reader could take for one, or that disagree: two sides or more."""

    kind: CollisionKind
    unit: str
    about: tuple[str, ...]
    """The subjects that they share."""
    sides: tuple[Side, ...]


# A row of a chart, in its group, and its number.
_Charted = tuple[FigureGroup, FigureRow, Number]


class _Given(NamedTuple):
    """A row of a chart, with what distinguishes it from others."""

    group: FigureGroup
    row: FigureRow
    number: Number
    family: str
    """The claims that count as one for this collision: a closer form does not collide with what it refines."""


def collisions(claims: Sequence[Claim], graph: Graph) -> tuple[Collision, ...]:
    """All collisions among some claims, one for each number and unit, or thing counted, and circle of subjects."""
    return _collisions(figure_groups(claims, graph), _families(claims))


@each
def all_collisions(graph: Graph) -> tuple[Collision, ...]:
    """The collisions among all claims, worked out once."""
    return _collisions(all_figures(graph), _all_families(graph))


# A part has another number than the whole, and what came about another than what was foretold: that is no collision.
_CLOSE = {"refines", "supersedes", "part-of", "outcome-of"}


class _Families(NamedTuple):
    """Claims that count as one, since one takes the place of the other or is its part; `closer` with those refined."""

    closer: Groups
    replaced: Groups


@whole
def _all_families(graph: Graph) -> _Families:
    return _families(graph.of(Claim))


def _families(claims: Iterable[Claim]) -> _Families:
    found = _Families(Groups(), Groups())
    for claim in claims:
        for relation in claim.relations:
            if relation.type in _CLOSE:
                found.closer.join(claim.id, relation.to)
                if relation.type != "refines":
                    found.replaced.join(claim.id, relation.to)
    return found


def collisions_among(groups: Sequence[FigureGroup], graph: Graph) -> tuple[Collision, ...]:
    """The collisions among the figures of all claims, in the order of these groups of them."""
    return _collisions(groups, _all_families(graph))


def collisions_of(claim: Claim, graph: Graph) -> tuple[Collision, ...]:
    """The collisions of a claim's figures."""
    ids = circle_of(claim.id, graph)
    return _in_circle(ids[0], graph).get(claim.id, ()) if ids else ()


@each
def _in_circle(first: str, graph: Graph) -> Mapping[str, tuple[Collision, ...]]:
    """The collisions in the circle of a claim, by the claims that they are about."""
    claims = [claim for id in circle_of(first, graph) if (claim := graph.get(id, Claim))]
    found: dict[str, tuple[Collision, ...]] = {}
    families = _all_families(graph) if len(claims) > 1 else _families(claims)
    for collision in _collisions(figure_groups(claims, graph), families):
        for id in {id for side in collision.sides for id in side.claims}:
            found[id] = (*found.get(id, ()), collision)
    return found


def _collisions(groups: Sequence[FigureGroup], families: _Families) -> tuple[Collision, ...]:
    charted = [(group, row, number) for group in groups for row in group.charted if (number := _number(row))]
    if len({(_thing(figure), figure[2]) for figure in charted}) < 2:
        return ()
    # What does not say what it counts is not known to be another thing.
    lasting = [figure for figure in charted if figure[0].of and not figure[1].ended]
    same = _sorted(lasting, families.closer, _number_and_unit)
    different = _sorted([found for found in charted if not found[0].open], families.replaced, _thing)
    joined = _joined_things(charted)
    counted = _sorted([found for found in charted if found[0].open], families.replaced, _counted_on_a_day)
    at_one_time = (together for alike in counted for together in _at_one_time(alike))
    return (
        *_found("same-number", same, lambda given: (joined.find(_thing(given)), given.family)),
        *_found("different-numbers", different, lambda given: (given.number, (given.family, given.row.origin))),
        *_found("different-numbers", at_one_time, lambda given: (given.number, given.row.origin)),
    )


def _thing(figure: _Charted | _Given) -> str:
    """What a figure counts, by its chart; a part of that is another thing."""
    return f"{figure[0].id} {folded(figure[1].part)}"


def _joined_things(charted: Sequence[_Charted]) -> Groups:
    """The things that are no others: a part and its whole, and a threshold and the figure that it is."""
    of_figure = {(figure[1].claim.id, figure[1].name): _thing(figure) for figure in charted}
    joined = Groups()
    for figure in charted:
        group, row, _ = figure
        joined.join(f"{group.id} ", _thing(figure))
        id, _, name = row.claim.quantities[row.name].same_as.rpartition("#")
        if name and (same := of_figure.get((id or row.claim.id, name))):
            joined.join(same, _thing(figure))
    return joined


def _counted_on_a_day(figure: _Charted) -> Hashable:
    """What counts that may be of one time have in common."""
    row = figure[1]
    return (_thing(figure), row.said.extent.first) if row.said and row.said.extent.first else None


def _at_one_time(alike: Sequence[_Given]) -> Iterator[list[_Given]]:
    """Counts of one thing that two parties give for one time, those of each time together."""
    joined, clashing = Groups(), set()
    for later, own in enumerate(alike):
        for earlier, other in enumerate(alike[:later]):
            if own.row.origin != other.row.origin and _is_last(own, other, alike) and _is_last(other, own, alike):
                joined.join(f"{earlier:09}", f"{later:09}")
                clashing |= {earlier, later}
    together: dict[str, list[_Given]] = {}
    for index in sorted(clashing):
        together.setdefault(joined.find(f"{index:09}"), []).append(alike[index])
    yield from together.values()


def _is_last(given: _Given, beside: _Given, alike: Sequence[_Given]) -> bool:
    """Whether a count is of the time of another, and its party's last of that time."""
    own, other = given.row.said, beside.row.said
    if own is None or other is None or not on_one_day(own, other):
        return False
    later = (one.row.said for one in alike if one.row.origin == given.row.origin and one.row.said)
    return not any(own.before(said) and on_one_day(said, other) for said in later)


def _sorted(
    charted: Sequence[_Charted], families: Groups, by: Callable[[_Charted], Hashable]
) -> Iterator[list[_Given]]:
    """The figures that could collide: those of one number, or of one thing. What is alone collides with nothing."""
    found: dict[Hashable, list[_Charted]] = {}
    for figure in charted:
        found.setdefault(by(figure), []).append(figure)
    several = (alike for key, alike in found.items() if key is not None and len(alike) > 1)
    return ([_Given(*figure, families.find(figure[1].claim.id)) for figure in alike] for alike in several)


def _number_and_unit(figure: _Charted) -> Hashable:
    """What one number has to have in common; zero, which any two things may share, is reported for none."""
    group, _, number = figure
    return (number, folded(group.unit)) if any(number) else None


def _number(row: FigureRow) -> Number | None:
    span = row.span if row.quantity.relation != "order-of-magnitude" else None
    return (span.low, span.high) if span else None


def _found(
    kind: CollisionKind, kinds: Iterator[list[_Given]], marks: Callable[[_Given], tuple[Hashable, Hashable]]
) -> Iterator[Collision]:
    """Figures collide that differ in both marks. Subject by subject, and not pair by pair: that would take a square."""
    for alike in kinds:
        if not _clash(map(marks, alike)):
            continue
        by_subject: dict[str, list[int]] = {}
        for index, given in enumerate(alike):
            for subject in dict.fromkeys(given.row.claim.about):
                by_subject.setdefault(subject, []).append(index)
        circles: dict[str, list[tuple[str, list[int]]]] = {}
        joined = Groups()
        clashing = [(subject, found) for subject, found in by_subject.items() if _clash(map(marks, _at(alike, found)))]
        for _, found in clashing:
            for index in found[1:]:
                joined.join(f"{found[0]:09}", f"{index:09}")
        for subject, found in clashing:
            circles.setdefault(joined.find(f"{found[0]:09}"), []).append((subject, found))
        for circle in circles.values():
            members = _at(alike, sorted({index for _, found in circle for index in found}))
            if kind == "same-number" or not _can_all_hold(members):
                yield _collision(kind, tuple(sorted(subject for subject, _ in circle)), members)


def _at(alike: Sequence[_Given], indexes: Sequence[int]) -> list[_Given]:
    return [alike[index] for index in indexes]


def _can_all_hold(members: Sequence[_Given]) -> bool:
    """Whether all are open to the same side, so that one number fits all: more than 2,000 and more than 2,500."""
    relations = {given.row.quantity.relation for given in members}
    return relations <= _AT_MOST or relations <= _AT_LEAST


def _clash(marks: Iterator[tuple[Hashable, Hashable]]) -> bool:
    """Whether two differ in both marks: they do as soon as neither is the same for all."""
    ones, others = zip(*marks, strict=True)
    return len(set(ones)) > 1 and len(set(others)) > 1


def _collision(kind: CollisionKind, about: tuple[str, ...], members: Sequence[_Given]) -> Collision:
    sides: dict[tuple[str, Number], list[_Given]] = {}
    for given in members:
        sides.setdefault((_thing(given), given.number), []).append(given)
    return Collision(
        kind,
        members[0].group.unit,
        about,
        tuple(_side(same) for same in sides.values()),
    )


def _side(same: Sequence[_Given]) -> Side:
    first = same[0]
    return Side(first.row.part or first.group.of, first.row.quantity.number, tuple(given.row for given in same))
