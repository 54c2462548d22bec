"""Counts of one thing through time, as the template draws them: across in per cent, up and down in pixels.

Only counts of an open figure are drawn so: each is of another day. Other figures are given at various times for
one time, and a line between them would say that something grew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from explainers.graph.axis import Axis, axis
from explainers.graph.figures import FigureGroup, FigureRow
from explainers.graph.graph import Graph
from explainers.pages.views.chart import Dating, dating_of
from explainers.prose.figure_words import count_in_words, in_time, on_axis, title_in_time

# Each counter has its own mark; more than these cannot be distinguished.
COUNTERS = ("circle", "square", "diamond", "triangle")
_HEIGHT, _TOP, _DATES, _TAPER = 200, 22, 22, 16
_FEWEST = 2
# The narrowest axis, and the width of a digit: there the numbers have the left of the drawing to themselves.
_AXIS, _DIGIT, _MOST_MARGIN = 260, 7, 30


class CountMark(NamedTuple):
    """A count: when (`left` to `right`, in the middle `at`), how many (`top` to `bottom`), and where it is open."""

    at: float
    left: float
    right: float
    y: int
    top: int
    bottom: int
    up: int
    down: int
    mark: str
    dating: Dating


class CountLine(NamedTuple):
    """The line from a count to the next by the same counter."""

    x1: float
    y1: int
    x2: float
    y2: int


class GridLine(NamedTuple):
    """A line across at a round number."""

    y: int
    words: str


@dataclass(frozen=True, slots=True)
class TimeChart:
    """A chart of counts: its words for those who do not see it, and all that is drawn."""

    title: str
    description: str
    height: int
    levels: tuple[GridLine, ...]
    steps: tuple[CountLine, ...]
    counts: tuple[CountMark, ...]
    first: str
    last: str
    legend: tuple[tuple[str, str], ...]
    """The mark of each counter, with its name and its last count."""


class _Moment(NamedTuple):
    """The first and the last second of what a count is of."""

    start: int
    end: int

    @property
    def middle(self) -> Decimal:
        return Decimal(self.start + self.end) / 2


def time_chart(group: FigureGroup, graph: Graph) -> TimeChart | None:
    """The counts of an open figure through time; None where there are not at least two times to compare."""
    dated = [(row, moment) for row in group.charted if group.open and not row.part and (moment := _moment(row))]
    counters: dict[tuple[str, ...], list[tuple[FigureRow, _Moment]]] = {}
    for row, moment in dated:
        counters.setdefault(row.by, []).append((row, moment))
    if len({moment for _, moment in dated}) < _FEWEST or len(counters) > len(COUNTERS):
        return None
    numbers = axis([row.span for row, _ in dated if row.span])
    levels = on_axis(numbers.ticks, group.unit, graph)
    scale = _Scale([moment for _, moment in dated], numbers, margin=_margin(levels))
    marks = dict(zip(counters, COUNTERS, strict=False))
    drawn = {by: [scale.count(*count, mark=marks[by]) for count in counts] for by, counts in counters.items()}
    rows = {by: [row for row, _ in counts] for by, counts in counters.items()}
    return TimeChart(
        title=title_in_time(group),
        description=in_time(rows, graph),
        height=_TOP + _HEIGHT + _DATES,
        levels=tuple(scale.levels(levels)),
        steps=tuple(_steps(drawn)),
        counts=tuple(count for counts in drawn.values() for count in counts),
        first=_spoken(dated[0][0]),
        last=_spoken(dated[-1][0]),
        legend=tuple((marks[by], count_in_words(counts[-1], graph)) for by, counts in rows.items()),
    )


class _Scale:
    """Where times and numbers are in the drawing."""

    def __init__(self, moments: Sequence[_Moment], numbers: Axis, *, margin: float) -> None:
        self._start = min(moment.start for moment in moments)
        self._length = max(moment.end for moment in moments) - self._start
        self._numbers = numbers
        self._margin = margin

    def count(self, row: FigureRow, moment: _Moment, *, mark: str) -> CountMark:
        span = row.span
        assert span is not None  # what has none is not charted
        top, bottom = self._y(span.high), self._y(span.low)
        return CountMark(
            *(self._x(moment.middle), self._x(Decimal(moment.start)), self._x(Decimal(moment.end))),
            *((top + bottom) // 2, top, bottom),
            up=_TAPER if span.open_above else 0,
            down=_TAPER if span.open_below else 0,
            mark=mark,
            dating=dating_of(row),
        )

    def levels(self, words_of_ticks: Sequence[str]) -> Iterator[GridLine]:
        for value, words in zip(self._numbers.ticks, words_of_ticks, strict=True):
            yield GridLine(self._y(value), words)

    def _x(self, second: Decimal) -> float:
        share = float((second - self._start) / self._length)
        return round(self._margin + share * (100 - self._margin), 1)

    def _y(self, number: Decimal) -> int:
        return _TOP + round(_HEIGHT * (1 - self._numbers.at(number) / 100))


def _margin(words: Sequence[str]) -> float:
    """The room for the numbers at the left, in per cent."""
    return min(_MOST_MARGIN, max(map(len, words)) * _DIGIT / _AXIS * 100)


def _moment(row: FigureRow) -> _Moment | None:
    """The time of a count; None where it is open or not known. A time without a zone is taken as it is shown."""
    extent = row.said.extent if row.said else None
    if extent is None or extent.start is None or extent.end is None:
        return None
    return _Moment(extent.start.shown - (extent.start.ahead or 0), extent.end.shown - (extent.end.ahead or 0))


def _steps(drawn: Mapping[tuple[str, ...], Sequence[CountMark]]) -> Iterator[CountLine]:
    for counts in drawn.values():
        for one, other in pairwise(counts):
            yield CountLine(one.at, one.y, other.at, other.y)


def _spoken(row: FigureRow) -> str:
    return row.said.spoken if row.said else ""
