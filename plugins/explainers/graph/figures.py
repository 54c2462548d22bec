"""Figures side by side, by what they count: different populations never share an axis."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal, NamedTuple

from explainers.graph.counts import counted_on, later_count
from explainers.graph.endings import ending
from explainers.graph.figure_spans import FigureSpan, span
from explainers.graph.figure_things import Thing, charted_thing, is_same_thing, thing_of, whole_of
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import lasting
from explainers.graph.memo import each, whole
from explainers.graph.origins import origins
from explainers.graph.said_on import said_on
from explainers.graph.telling_figures import claim_figures, telling_figures
from explainers.graph.ways import bases
from explainers.kinds.claim.model import Attribution, Claim
from explainers.kinds.quantity import Quantity
from explainers.model.base import Date
from explainers.model.extents import UNKNOWN, Key

Ended = Literal["", "taken-back", "replaced", "updated"]
# The parties at a telling at which a trail ends, by its key.
_Ends = Mapping[str, tuple[str, ...]]


class FigureRow(NamedTuple):
    """A figure as some speakers give it, in one or more tellings."""

    claim: Claim
    name: str
    quantity: Quantity
    refs: tuple[AttributionRef, ...]
    dates: tuple[Date, ...]
    """When they gave it, each day once; the ones that are stated first."""
    roots: tuple[AttributionRef, ...]
    """The tellings that it goes back to; itself, where it goes back to none."""
    origin: frozenset[str]
    """The parties at these, one name for those that may be one: equal for rows that go back to the same."""
    unknown: bool
    """Whether it is not known from whom any of these has it."""
    inferred: bool
    """Whether a step of the way back to others is our reading."""
    otherwise: bool
    """Whether it counts another thing than its claim, and no chart counts that."""
    ended: Ended
    """Whether its speakers took it back later, another figure took its place, or its counter gave a later one."""
    span: FigureSpan | None
    """From where to where it reaches."""

    @property
    def by(self) -> tuple[str, ...]:
        """Who gives it."""
        return self.refs[0].attribution.by

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """The tellings that give it."""
        return tuple(ref.attribution for ref in self.refs)

    @property
    def said(self) -> Date | None:
        """The date that it is listed under."""
        return self.dates[0] if self.dates else None

    @property
    def part(self) -> str:
        """What it counts, where that is a part of what its chart counts; else nothing."""
        return self.quantity.counted if self.quantity.part_of and not self.otherwise else ""

    @property
    def is_open(self) -> bool:
        """Whether it is a count, one of several through time."""
        return self.claim.quantities[self.name].is_open

    @property
    def withdrawn(self) -> bool:
        """Whether the editors took the claim back."""
        return self.claim.status == "withdrawn"

    @property
    def charted(self) -> bool:
        """Whether it is on the axis: a number that holds, of just what the group counts."""
        is_over = self.ended in {"taken-back", "replaced"}
        return not (self.otherwise or self.withdrawn or is_over or self.span is None)

    @property
    def passed_on(self) -> tuple[str, ...]:
        """Whom it goes back to, where they are others than those who give it."""
        found = _speakers(self.roots)
        return () if set(found) <= set(self.by) else found


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """All figures of one thing counted, those of one origin together, each in the order in which they were given.

    Of an open figure, all are in the order of time.
    """

    id: str
    of: str
    unit: str
    rows: tuple[FigureRow, ...]
    open: bool = False

    @property
    def charted(self) -> tuple[FigureRow, ...]:
        """The rows on the axis."""
        return tuple(row for row in self.rows if row.charted)

    @property
    def single(self) -> bool:
        """Whether there is nothing to compare."""
        return len(self.rows) == 1


def figure_groups(claims: Sequence[Claim], graph: Graph) -> list[FigureGroup]:
    """Figures by what they count, in the order of the claims. Only who says that a claim is so has given its figure."""
    first: dict[Thing, tuple[Claim, str]] = {}
    for claim in claims:
        for name in claim.quantities:
            first.setdefault(charted_thing(claim, name, graph), whole_of(claim, name, graph))
    groups: dict[Thing, list[FigureRow]] = {}
    for thing, row in _rows(claims, first, graph):
        groups.setdefault(thing, []).append(row)
    return [_group(*first[thing], rows, graph) for thing, rows in groups.items()]


@each
def all_figures(graph: Graph) -> tuple[FigureGroup, ...]:
    """The figures of all claims, worked out once."""
    return tuple(figure_groups(with_figures(graph), graph))


@whole
def with_figures(graph: Graph) -> tuple[Claim, ...]:
    """The claims that have figures: what is made from these does not depend on the others."""
    return tuple(claim for claim in graph.of(Claim) if claim.quantities)


def _group(claim: Claim, name: str, rows: Sequence[FigureRow], graph: Graph) -> FigureGroup:
    quantity = claim_figures(claim, graph)[name]
    id = f"figure-{claim.id}-{name}"
    is_open = any(row.is_open for row in rows)
    in_time = sorted(rows, key=lambda row: _moment(row.said)) if len(rows) > 1 else rows
    if len(rows) == 1 or is_open:
        return FigureGroup(id, quantity.counted, quantity.unit or "", tuple(in_time), is_open)
    together: dict[frozenset[str], list[FigureRow]] = {}
    for row in in_time:
        together.setdefault(row.origin, []).append(row)
    ordered = tuple(row for same in together.values() for row in sorted(same, key=lambda row: bool(row.part)))
    return FigureGroup(id, quantity.counted, quantity.unit or "", ordered)


def _moment(said: Date | None) -> Key:
    """The order of dates, by the clock: what is open at its beginning is at its end, and what is not known last."""
    return (said.extent if said else UNKNOWN).by_start


def _rows(claims: Sequence[Claim], first: Mapping[Thing, object], graph: Graph) -> Iterator[tuple[Thing, FigureRow]]:
    """Each figure as its speakers give it, with the thing that it is listed under."""
    for claim in claims:
        for thing, own, row in _given(claim, graph) if claim.quantities else ():
            # A telling with its own population goes to the chart of that population, if there is one.
            yield (thing, row) if thing in first else (own, row._replace(otherwise=True))


@lasting
def _given(claim: Claim, graph: Graph) -> tuple[tuple[Thing, Thing, FigureRow], ...]:
    """Each figure of a claim as its speakers give it, with what it counts, and what the claim itself counts."""
    found: dict[Hashable, tuple[str, Quantity, list[AttributionRef]]] = {}
    for ref in graph.refs(claim):
        attribution = ref.attribution
        if ref.stance == "affirms":
            speaker = (attribution.by, attribution.speaks_for)
            for name, q in telling_figures(ref, graph).items():
                day = counted_on(ref, graph) if claim.quantities[name].is_open else None
                thing = thing_of(q, claim, name)
                key = (speaker, thing, name, q.relation, q.value, q.min, q.max, day and day.date.edtf)
                found.setdefault(key, (name, q, []))[2].append(ref)
    claimed = claim_figures(claim, graph)
    ends = _ends(claim, graph) if found else {}
    unknown = {root.ref.key for end in origins(claim, graph).unknown for root in end.roots} if found else set()
    rows = []
    for name, quantity, refs in found.values():
        own = charted_thing(claim, name, graph)
        thing = own if is_same_thing(quantity, claimed[name]) else thing_of(quantity, claim, name)
        rows.append((thing, own, _row(name, quantity, refs, ends, unknown, graph)))
    return tuple(rows)


def _row(
    name: str, quantity: Quantity, refs: Sequence[AttributionRef], ends: _Ends, unknown: AbstractSet[str], graph: Graph
) -> FigureRow:
    way = _way(refs, graph)
    roots = [step for step in way if step.key in ends]
    passed_on = not set(_speakers(roots)) <= set(refs[0].attribution.by)
    return FigureRow(
        claim=refs[0].claim, name=name, quantity=quantity, refs=tuple(refs), dates=tuple(_dates_of(name, refs, graph)),
        roots=tuple(roots), origin=frozenset(party for root in roots for party in ends[root.key]),
        unknown=all(root.key in unknown for root in roots),
        inferred=passed_on and not all(root.key in _stated_way(refs, graph) for root in roots),
        otherwise=False,
        ended=_ended(name, refs, graph),
        span=span(quantity),
    )  # fmt: skip


def _ended(name: str, refs: Sequence[AttributionRef], graph: Graph) -> Ended:
    """What ended a figure in every telling of it: its speakers took it back, or another took its place."""
    found = [ending(actor, ref, graph) for ref in refs for actor in ref.attribution.by]
    if all(found):
        return "taken-back" if all(end and end.how == "taken-back" for end in found) else "replaced"
    if _superseded(refs[0].claim, graph):
        return "replaced"
    is_open = refs[0].claim.quantities[name].is_open
    voices = ((actor, ref) for ref in refs for actor in ref.attribution.by)
    return "updated" if is_open and all(later_count(actor, ref, graph) for actor, ref in voices) else ""


def _superseded(claim: Claim, graph: Graph) -> bool:
    """Whether another claim takes the place of one."""
    edges = graph.incoming(claim.id, "related")
    others = ((graph.get(edge.source, Claim), edge.loc) for edge in edges)
    return any(other and other.relations[int(loc[1])].type == "supersedes" for other, loc in others)


def _ends(claim: Claim, graph: Graph) -> _Ends:
    """The parties at the tellings at which a claim's trails end; those that are one origin have one name."""
    found = origins(claim, graph)
    parties: dict[str, list[str]] = {}
    for origin in found.all:
        name = min(root.party for root in origin.roots)
        for root in origin.roots:
            parties.setdefault(root.ref.key, []).append(name)
    return {key: tuple(names) for key, names in parties.items()}


def _speakers(refs: Iterable[AttributionRef]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for ref in refs for actor in ref.attribution.by))


def _dates_of(name: str, refs: Sequence[AttributionRef], graph: Graph) -> list[Date]:
    """When a figure was given; of an open one, when it was counted."""
    if not refs[0].claim.quantities[name].is_open:
        return _dates(refs, graph)
    found = [day.date for ref in refs if (day := counted_on(ref, graph))]
    return list({date.edtf: date for date in found}.values())


def _dates(refs: Sequence[AttributionRef], graph: Graph) -> list[Date]:
    """When something was given, each day once, with its best basis."""
    ranks = {"stated": 0, "inferred": 1, "unknown": 2}
    known = [said for ref in refs if (said := said_on(ref.attribution, graph)) and said.edtf]
    ordered = sorted(known, key=lambda said: (ranks[said.basis], _moment(said)))
    found: dict[str, Date] = {}
    for said in ordered:
        found.setdefault(said.edtf, said)
    return list(found.values())


def _stated_way(refs: Sequence[AttributionRef], graph: Graph) -> set[str]:
    """What some tellings rest on by steps that are not our reading: where several ways lead back, one is enough."""
    return {ref.key for ref in _way(refs, graph, stated=True)}


def _way(refs: Sequence[AttributionRef], graph: Graph, *, stated: bool = False) -> list[AttributionRef]:
    """Some tellings and all that they rest on, each once; with `stated`, without the steps that are our reading."""
    way = {ref.key: ref for ref in refs}
    waiting = list(refs)
    while waiting:
        here = waiting.pop()
        if stated and here.attribution.basis == "inferred":
            continue
        below = {base.key: base for base in bases(here, graph) if base.key not in way}
        way |= below
        waiting += below.values()
    return list(way.values())
