"""Parts of a figure: which are larger than their whole, and which make it, each as one party gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from explainers.graph.counts import counted_on, later_count, on_one_day, open_figures
from explainers.graph.endings import ending
from explainers.graph.figure_spans import span
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.memo import whole
from explainers.graph.parties import parties
from explainers.graph.telling_figures import figure_named, telling_figures
from explainers.kinds.claim.model import Claim
from explainers.kinds.quantity import Quantity

_ABOVE, _BELOW = frozenset({"more-than", "at-least"}), frozenset({"nearly", "fewer-than", "at-most", "up-to"})
_LEAST_PARTS = 2


class PartyFigure(NamedTuple):
    """A figure as one party gives it."""

    ref: AttributionRef
    name: str
    quantity: Quantity


class Sum(NamedTuple):
    """Parts that make a whole, all given by one party."""

    party: str
    parts: tuple[PartyFigure, ...]
    whole: PartyFigure

    @property
    def total(self) -> Decimal:
        """What the parts come to."""
        return sum((part.quantity.value or Decimal() for part in self.parts), Decimal())


def parts_of(claim: Claim, name: str, graph: Graph) -> Sequence[tuple[Claim, str]]:
    """The figures that are written as parts of one."""
    found = ((graph.get(id, Claim), own) for id, own in _parts(graph).get(f"{claim.id}#{name}", ()))
    return [(other, own) for other, own in found if other]


@whole
def _parts(graph: Graph) -> Mapping[str, Sequence[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for claim in graph.of(Claim):
        for name, quantity in claim.quantities.items():
            whole = figure_named(quantity.part_of, claim, graph) if quantity.part_of else None
            if whole:
                found.setdefault(f"{whole[0].id}#{whole[1]}", []).append((claim.id, name))
    return found


def larger_parts(claim: Claim, name: str, graph: Graph) -> Iterator[tuple[PartyFigure, PartyFigure]]:
    """The parts of a figure that are more than the whole as the same party gives it, each with that whole."""
    wholes = _by_party(claim, name, graph)
    for other, own in parts_of(claim, name, graph):
        for party, parts in _by_party(other, own, graph).items():
            for part in parts:
                given = [whole for whole in wholes.get(party, ()) if _one_time(part, whole, graph)]
                if given and all(_is_more(part.quantity, whole.quantity) for whole in given):
                    yield part, given[0]


def sums(claim: Claim, name: str, graph: Graph) -> tuple[Sum, ...]:
    """For each party whose parts make the whole, with its qualifier: all parts that it gives, nothing left over."""
    parts = parts_of(claim, name, graph)
    if len(parts) < _LEAST_PARTS:
        return ()
    given = [_by_party(other, own, graph) for other, own in parts]
    found = []
    for party, wholes in _by_party(claim, name, graph).items():
        own = [by_party[party] for by_party in given if party in by_party]
        alone = len(wholes) == 1 and all(len(tellings) == 1 for tellings in own)
        one = Sum(party, tuple(tellings[0] for tellings in own), wholes[0])
        if alone and len(own) >= _LEAST_PARTS and _adds_up(one, graph):
            found.append(one)
    return tuple(found)


def _by_party(claim: Claim, name: str, graph: Graph) -> Mapping[str, Sequence[PartyFigure]]:
    """What each party gives for a figure, each figure once; what was ended, or withdrawn here, is left out."""
    found: dict[str, dict[object, PartyFigure]] = {}
    for ref in graph.refs(claim) if claim.status != "withdrawn" else ():
        attribution = ref.attribution
        if ref.stance != "affirms" or any(_is_over(actor, ref, graph) for actor in attribution.by):
            continue
        quantity = telling_figures(ref, graph).get(name)
        if quantity and quantity.of == claim.quantities[name].of:
            key = (quantity.relation, quantity.value, quantity.min, quantity.max)
            for party in sorted(parties(attribution, graph)):
                found.setdefault(party, {}).setdefault(key, PartyFigure(ref, name, quantity))
    return {party: tuple(given.values()) for party, given in found.items()}


def _is_over(actor: str, ref: AttributionRef, graph: Graph) -> bool:
    return ending(actor, ref, graph) is not None or later_count(actor, ref, graph) is not None


def _one_time(one: PartyFigure, other: PartyFigure, graph: Graph) -> bool:
    """Whether two figures may be held against each other: counts only where they are of one day."""
    if not (open_figures(one.ref.claim) or open_figures(other.ref.claim)):
        return True
    ours, theirs = counted_on(one.ref, graph), counted_on(other.ref, graph)
    return bool(ours and theirs and on_one_day(ours.date, theirs.date))


def _is_more(part: Quantity, whole: Quantity) -> bool:
    """Whether a part is surely more than its whole, whatever their qualifiers leave open."""
    ours, theirs = span(part), span(whole)
    if not (ours and theirs) or ours.open_below or theirs.open_above or (part.unit or "") != (whole.unit or ""):
        return False
    return ours.low > theirs.high


def _adds_up(one: Sum, graph: Graph) -> bool:
    """Whether exact parts come to the whole; to a rounded one, as it is rounded."""
    whole = one.whole.quantity
    exact = all(part.quantity.relation == "unqualified" and part.quantity.value is not None for part in one.parts)
    alike = all((part.quantity.unit or "") == (whole.unit or "") for part in one.parts)
    at_one_time = all(_one_time(part, one.whole, graph) for part in one.parts)
    if not (exact and alike and at_one_time) or whole.value is None:
        return False
    if whole.relation == "unqualified":
        return one.total == whole.value
    rounding = {"about": ROUND_HALF_UP} | dict.fromkeys(_ABOVE, ROUND_FLOOR) | dict.fromkeys(_BELOW, ROUND_CEILING)
    how = rounding.get(whole.relation)
    place = Decimal(1).scaleb(int(whole.value.normalize().as_tuple().exponent))
    rounded = (one.total / place).to_integral_value(how) * place if how else None
    strict = whole.relation in {"more-than", "fewer-than", "nearly"} and one.total == whole.value
    return rounded == whole.value and not strict
