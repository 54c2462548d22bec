"""Figures side by side, by what they count: different populations never share an axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from explainers.graph.collisions import counted
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.origins import chain
from explainers.kinds.claim.model import Claim, printed_quantities
from explainers.kinds.parts import Quantity


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as some tellings of one speaker print it."""

    claim: Claim
    quantity: Quantity
    refs: tuple[AttributionRef, ...]
    origin: AttributionRef

    @property
    def shape(self) -> str:
        """How the chart draws its qualifier."""
        shapes = {
            "more-than": "over",
            "at-least": "over",
            "about": "about",
            "between": "range",
            "order-of-magnitude": "range",
        }
        under = {"nearly", "fewer-than", "at-most", "up-to"}
        return "under" if self.quantity.relation in under else shapes.get(self.quantity.relation, "bare")

    @property
    def low(self) -> Decimal:
        """The value, or the lower end."""
        q = self.quantity
        return q.value if q.value is not None else q.min if q.min is not None else Decimal(0)

    @property
    def high(self) -> Decimal:
        """The value, or the upper end; of an order of magnitude, ten times its base."""
        q = self.quantity
        if q.relation == "order-of-magnitude" and q.value is not None:
            return q.value * 10
        return q.max if q.max is not None else self.low


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """All figures of one thing counted. Rows that count it in other words are in the table, and not on the axis."""

    id: str
    of: str
    unit: str
    rows: tuple[FigureRow, ...]

    @property
    def charted(self) -> tuple[FigureRow, ...]:
        """The rows that count exactly this."""
        return tuple(row for row in self.rows if not self.otherwise(row))

    def otherwise(self, row: FigureRow) -> str:
        """What a row counts, where that is not what the group counts."""
        return "" if counted(row.quantity) == " ".join(self.of.casefold().split()) else row.quantity.of or ""

    @property
    def scale(self) -> Decimal:
        """The right end of the axis: a round number above every figure."""
        top = max((row.high for row in self.charted), default=Decimal(1))
        if top <= 0:
            return Decimal(1)
        step = Decimal(10) ** (top.adjusted())
        return next(step * n for n in _ROUND if step * n >= top * Decimal("1.05"))

    def percent(self, value: Decimal) -> str:
        """Where a value stands on the axis."""
        return f"{max(min(value / self.scale * 100, Decimal(100)), Decimal(0)):.1f}"


_ROUND = tuple(Decimal(n) for n in ("1.2", "1.5", "2", "3", "4", "5", "6", "8", "10", "12"))


def figure_groups(claims: Sequence[Claim], graph: Graph) -> list[FigureGroup]:
    """Figures by what they count, in the order of the claims."""
    names: dict[tuple[str, str], str] = {}
    for claim in claims:
        for quantity in claim.quantities.values():
            names.setdefault(_key(quantity), quantity.of or "not stated")
    groups: dict[tuple[str, str], list[FigureRow]] = {}
    for row, base in _rows(claims, graph):
        # A telling with a population of its own goes to the chart of that population, if there is one.
        groups.setdefault(_key(row.quantity) if _key(row.quantity) in names else _key(base), []).append(row)
    return [
        FigureGroup(f"figure-{index}", names[key], key[1], tuple(rows))
        for index, (key, rows) in enumerate(groups.items(), start=1)
    ]


def _key(quantity: Quantity) -> tuple[str, str]:
    return counted(quantity), (quantity.unit or "").casefold()


def _rows(claims: Sequence[Claim], graph: Graph) -> Iterator[tuple[FigureRow, Quantity]]:
    """Each figure as its speakers give it, with the claim's own."""
    for claim in claims:
        found: dict[tuple[object, ...], tuple[Quantity, str, list[AttributionRef]]] = {}
        for attribution in claim.attributions:
            if attribution.stance == "affirms":
                for name, quantity in printed_quantities(claim, attribution).items():
                    key = (attribution.by, name, quantity.phrase, counted(quantity))
                    found.setdefault(key, (quantity, name, []))[2].append(AttributionRef(claim, attribution))
        for quantity, name, refs in found.values():
            yield FigureRow(claim, quantity, tuple(refs), chain(refs[0], graph)[-1]), claim.quantities[name]
