"""The axis of a chart: it holds zero and every figure, with a few round ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from explainers.graph.figure_spans import FigureSpan

_STEPS = tuple(Decimal(n) for n in ("1", "2", "2.5", "5", "10"))
# The room left beyond the outermost figure, as a part of the whole: more where that figure is open.
_ROOM, _OPEN_ROOM = Decimal("0.05"), Decimal("0.13")


@dataclass(frozen=True, slots=True)
class Axis:
    """Both ends and the ticks, in the unit of the figures. Zero is a tick."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    def at(self, value: Decimal) -> float:
        """Where a value is, from 0 (the left end) to 100 (the right end)."""
        share = (value - self.low) / (self.high - self.low) * 100
        return round(float(min(max(share, Decimal(0)), Decimal(100))), 1)


def axis(spans: Sequence[FigureSpan]) -> Axis:
    """An axis of at most six steps that begins at zero, or goes through it where a figure is below zero."""
    zero = Decimal(0)
    width = max([zero, *(s.high for s in spans)]) - min([zero, *(s.low for s in spans)])
    room = {False: width * _ROOM, True: width * _OPEN_ROOM}
    low = min((s.low - room[s.open_below] for s in spans if s.low < 0), default=zero)
    high = max((s.high + room[s.open_above] for s in spans if s.high > 0), default=zero)
    if low == high:
        high = Decimal(1)
    raw = (high - low) / 4
    foot = Decimal(1).scaleb(raw.adjusted())
    step = next(foot * n for n in _STEPS if foot * n >= raw)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    ticks = tuple(step * n for n in range(int(first), int(last) + 1))
    return Axis(ticks[0], ticks[-1], ticks)
