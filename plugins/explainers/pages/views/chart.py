"""A chart of figures as its template draws it: lengths along the axis in per cent, all others in pixels.

Nothing is scaled: on a narrow page the text keeps its size, and the axis gets shorter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from textwrap import wrap
from typing import Literal, NamedTuple
from unicodedata import east_asian_width

from explainers.graph.axis import Axis, axis
from explainers.graph.figure_spans import Shape
from explainers.graph.figures import FigureGroup, FigureRow
from explainers.graph.graph import Graph
from explainers.prose.figure_words import (
    OUR_READING,
    a_part,
    date_given,
    description,
    names,
    on_axis,
    one_origin,
    title,
    way_back,
)

Dating = Literal["stated", "inferred", "unknown"]

# What a page of 320 pixels has room for: characters in a line; and how many lines a name may take.
_CHARACTERS, _LINES = 42, 3
_LINE, _MARK, _GAP, _TICKS = 18, 22, 10, 22
# The length of a taper, which is shorter where the axis ends before it, on the narrowest page.
_TAPER, _NARROWEST = 34, 2.6
_FEWEST_ROWS = 2
# Above these, the chart has a second row of ticks at the top.
_FEW_ROWS = 6
# The width of the narrowest axis, of a digit, and of the space between two ticks.
_AXIS, _DIGIT, _SPACE = 260, 7, 8


class Line(NamedTuple):
    """A line of text in a row: a strong part, and a soft one after it."""

    y: int
    strong: str
    soft: str


class FigureMark(NamedTuple):
    """The figure of a row. `left` and `right` are the lengths of the tapers at its open ends, 0 where it is closed."""

    y: int
    shape: Shape
    dating: Dating
    low: float
    high: float
    left: int
    right: int


class Brace(NamedTuple):
    """A line along rows that go back to one origin."""

    top: int
    bottom: int


class Tick(NamedTuple):
    """A tick of the axis; without words it is a line alone."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its words for those who do not see it, and all that is drawn."""

    title: str
    description: str
    height: int
    zero: float
    ticks: tuple[Tick, ...]
    scales: tuple[int, ...]
    """Where the numbers of the axis are."""
    lines: tuple[Line, ...]
    marks: tuple[FigureMark, ...]
    braces: tuple[Brace, ...]
    legend: tuple[tuple[Shape, str], ...]
    datings: tuple[Dating, ...]


def chart(group: FigureGroup, graph: Graph) -> Chart | None:
    """The chart of a group, or None where it has no two figures to compare on an axis."""
    rows = group.charted
    if len(rows) < _FEWEST_ROWS:
        return None
    scale = axis([row.span for row in rows if row.span])
    top = _TICKS if len(rows) > _FEW_ROWS else 0
    drawing = _Drawing(graph, scale, top)
    for same in ([row] for row in rows) if group.open else _by_origin(rows):
        drawing.add(same)
    marks = tuple(drawing.marks)
    return Chart(
        title=title(group), description=description(group, scale, graph), height=drawing.y + _TICKS,
        zero=scale.at(Decimal(0)), ticks=tuple(_ticks(scale, on_axis(scale.ticks, group.unit, graph))),
        scales=(*([_TICKS - 8] if top else []), drawing.y + _TICKS - 8), lines=tuple(drawing.lines), marks=marks,
        braces=tuple(drawing.braces), legend=tuple(_legend(rows)),
        datings=tuple(d for d in ("inferred", "unknown") if any(mark.dating == d for mark in marks)),
    )  # fmt: skip


def _by_origin(rows: Sequence[FigureRow]) -> Iterator[list[FigureRow]]:
    return (list(same) for _, same in groupby(rows, key=lambda row: row.origin))


class _Drawing:
    """Sets rows below each other."""

    def __init__(self, graph: Graph, scale: Axis, top: int) -> None:
        self.graph = graph
        self.scale = scale
        self.y = top
        self.lines: list[Line] = []
        self.marks: list[FigureMark] = []
        self.braces: list[Brace] = []

    def add(self, rows: Sequence[FigureRow]) -> None:
        """Rows of one origin; if there are several, this is above them, and a brace along them."""
        top = self.y + 4
        if len(rows) > 1:
            self._text(one_origin(rows, self.graph), strong=False)
            self.y += 4
        for row in rows:
            back = (OUR_READING if row.inferred else "") if len(rows) > 1 else way_back(row, self.graph)
            self._row(row, back=back)
        if len(rows) > 1:
            self.braces.append(Brace(top, self.y - _GAP))

    def _row(self, row: FigureRow, *, back: str) -> None:
        self._text(names(row.by, self.graph), strong=True)
        if row.part:
            self._text(a_part(row), strong=False)
        figure, date = row.quantity.alone, date_given(row)
        if len(figure) + len(date) + 2 <= _CHARACTERS:
            self._line(figure, date)
        else:
            self._text(figure, strong=True)
            self._text(date, strong=False)
        if back:
            self._text(back, strong=False)
        self.marks.append(self._mark(row))
        self.y += _MARK + _GAP

    def _text(self, words: str, *, strong: bool) -> None:
        wide = any(east_asian_width(letter) in "WF" for letter in words)
        width = _CHARACTERS // 2 if wide else _CHARACTERS
        for line in wrap(words, width, max_lines=_LINES, placeholder=" …"):
            self._line(*((line, "") if strong else ("", line)))

    def _line(self, strong: str, soft: str) -> None:
        self.y += _LINE
        self.lines.append(Line(self.y - 4, strong, soft))

    def _mark(self, row: FigureRow) -> FigureMark:
        span = row.span
        assert span is not None  # what has none is not charted
        low, high = self.scale.at(span.low), self.scale.at(span.high)
        zero = self.scale.at(Decimal(0))
        # A taper that went beyond zero would say that there may be fewer than none, or more.
        left = _taper(low - (zero if span.low > 0 else 0)) if span.open_below else 0
        right = _taper((zero if span.high < 0 else 100) - high) if span.open_above else 0
        return FigureMark(self.y + _MARK // 2, span.shape, dating_of(row), low, high, left, right)


def _taper(room: float) -> int:
    return max(1, min(_TAPER, int(room * _NARROWEST)))


def dating_of(row: FigureRow) -> Dating:
    """Whether the date below which a figure is listed is known."""
    return row.said.basis if row.said else "unknown"


def _ticks(scale: Axis, words: Sequence[str]) -> Iterator[Tick]:
    """The ticks; where their words are too long for all, every second or third has them, zero among them."""
    zero = scale.ticks.index(0)
    needed = max(map(len, words)) * _DIGIT + _SPACE
    every = 1 + needed * (len(words) - 1) // (_AXIS + 1)
    for index, (value, word) in enumerate(zip(scale.ticks, words, strict=True)):
        yield Tick(scale.at(value), word if (index - zero) % every == 0 else "")


def _legend(rows: Sequence[FigureRow]) -> Iterator[tuple[Shape, str]]:
    """The shapes that occur; a single number's with the qualifiers that it shows here."""
    found: dict[Shape, dict[str, None]] = {}
    for row in rows:
        if row.span:
            found.setdefault(row.span.shape, {})[row.quantity.relation.replace("-", " ")] = None
    for shape, relations in found.items():
        qualified = shape in {"about", "under", "over"}
        yield shape, ", ".join(f"“{relation}”" for relation in relations) if qualified else ""
