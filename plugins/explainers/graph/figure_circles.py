"""Which claims have figures that could be taken for one another: all others need not be looked at for a collision."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from types import MappingProxyType

from explainers.graph.figure_spans import span
from explainers.graph.figure_things import charted_thing, folded, thing_of
from explainers.graph.figures import with_figures
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.memo import whole
from explainers.graph.telling_figures import claim_figures, figure_named, telling_figures
from explainers.kinds.claim.model import Attribution, Claim
from explainers.kinds.quantity import Quantity

_Marks = Mapping[str, frozenset[Hashable]]


def circle_of(claim: str, graph: Graph) -> Sequence[str]:
    """A claim with figures, and the claims whose charts, subjects and numbers bind them to it, by id.

    All figures of a chart are in one circle, and so are those of one number and unit in claims that share a subject.
    """
    return _circles(graph).get(claim, ())


def take_over_marks(before: Graph, graph: Graph, *, but: Set[str]) -> None:
    """Take over from another graph what its claims' figures have in common, but for those that may have changed."""
    known = before.memo.get(_all_marks)
    if known is not None:
        same = {id: marks for id, marks in known.items() if id not in but}
        graph.memo[_all_marks] = _all_marks(graph, same)


@whole
def _circles(graph: Graph) -> Mapping[str, Sequence[str]]:
    marks = _marks_of_all(graph)
    marked: dict[Hashable, list[str]] = {}
    for id, own in marks.items():
        for mark in own:
            marked.setdefault(mark, []).append(id)
    found: dict[str, Sequence[str]] = {}
    for id in marks:
        if id not in found:
            ids = sorted(_bound_to(id, marks, marked))
            found.update(dict.fromkeys(ids, ids))
    return found


def _all_marks(graph: Graph, known: _Marks = MappingProxyType({})) -> _Marks:
    """What the figures of each claim have in common with others; of a part or a threshold, it is worked out anew."""
    found = {}
    for claim in with_figures(graph):
        marks = None if any(q.part_of or q.same_as for q in claim.quantities.values()) else known.get(claim.id)
        found[claim.id] = marks or frozenset(_marks(claim, graph))
    return found


_marks_of_all = whole(_all_marks)


def _bound_to(id: str, marks: _Marks, marked: dict[Hashable, list[str]]) -> set[str]:
    """The claims that have a mark of one, or of one of these."""
    found, waiting = {id}, [id]
    while waiting:
        for mark in marks[waiting.pop()]:
            others = {*marked.pop(mark, ())} - found
            found |= others
            waiting += others
    return found


def _marks(claim: Claim, graph: Graph) -> Iterator[Hashable]:
    """What figures that collide, or count as one, have in common; some that do neither have it too."""
    own = claim_figures(claim, graph)
    for name in own:
        yield charted_thing(claim, name, graph)
        yield claim.id, name
        if same := figure_named(claim.quantities[name].same_as, claim, graph):
            yield same[0].id, same[1]
    told = [*_told_otherwise(claim, graph)]
    yield from (thing_of(quantity, claim, name) for name, quantity in told)
    for quantity in (*own.values(), *(quantity for _, quantity in told)):
        if number := span(quantity):
            yield from ((subject, number.low, number.high, folded(quantity.unit)) for subject in claim.about)


def _told_otherwise(claim: Claim, graph: Graph) -> Iterator[tuple[str, Quantity]]:
    """The figures that tellings give otherwise than the claim."""
    is_open = any(quantity.is_open for quantity in claim.quantities.values())
    for attribution in claim.attributions:
        if is_open or _has_its_own(attribution):
            yield from telling_figures(AttributionRef(claim, attribution), graph).items()


def _has_its_own(attribution: Attribution) -> bool:
    return bool(attribution.gives or attribution.as_printed or attribution.time)
