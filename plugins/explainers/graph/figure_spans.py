"""From where to where a figure reaches: the qualifier as a shape."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from explainers.kinds.quantity import Quantity

Shape = Literal["bare", "about", "under", "over", "range", "magnitude"]

_BELOW = frozenset({"nearly", "fewer-than", "at-most", "up-to"})
_ABOVE = frozenset({"more-than", "at-least"})
_BOTH = frozenset({"about", "order-of-magnitude"})


class FigureSpan(NamedTuple):
    """The lower and the upper end of a figure, which are one for a single number, and whether it is open there."""

    low: Decimal
    high: Decimal
    open_below: bool
    open_above: bool

    @property
    def shape(self) -> Shape:
        """How it is drawn. A range that is open at both ends is drawn like an order of magnitude."""
        if self.low != self.high:
            return "magnitude" if self.open_below and self.open_above else "range"
        if self.open_below:
            return "about" if self.open_above else "under"
        return "over" if self.open_above else "bare"


def span(quantity: Quantity) -> FigureSpan | None:
    """The span of a figure, or None where it gives no number. An order of magnitude goes up to ten times its foot."""
    if quantity.min is not None and quantity.max is not None:
        low, high = sorted((quantity.min, quantity.max))
    elif quantity.value is not None:
        low = high = quantity.value
    else:
        return None
    if quantity.relation == "order-of-magnitude" and low == high != 0:
        near, far = sorted((foot := Decimal(1).scaleb(low.adjusted()), foot * 10))
        low, high = (near, far) if low > 0 else (-far, -near)
    both = quantity.relation in _BOTH
    return FigureSpan(low, high, both or quantity.relation in _BELOW, both or quantity.relation in _ABOVE)
