"""The ways between the stops of a list, drawn next to it: for each row an inline SVG with the rails that pass it.

Rows and rails are laid out as version-control tools draw a history. A row is as high as its words, on any screen:
what goes on to its end does so in per cent, all else is in pixels, and nothing is scaled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from explainers.text.escaped import as_markup

# Where the mark of a row is, and how far below it a line has reached its rail: no row is lower.
MARK, BEND = 13, 24
_RAIL, _MARGIN, _WIDEST = 16, 9, 96


class Stop(NamedTuple):
    """A row, and what its mark looks like."""

    key: str
    mark: str


class RailLine(NamedTuple):
    """A line from a stop to one below it."""

    near: str
    far: str
    dashed: bool


def rails(stops: Sequence[Stop], ways: Sequence[RailLine]) -> tuple[Markup, ...]:
    """The rails next to each of a list of stops, all of one width. Every way leads to a stop further down."""
    rows = _rows(stops, ways)
    number = max((row.rails for row in rows), default=1)
    step = min(_RAIL, _WIDEST // number)
    width = 2 * _MARGIN + (number - 1) * step
    return tuple(_drawn(row, step, width) for row in rows)


def _drawn(row: _Row, step: int, width: int) -> Markup:
    lines = "".join(_lines(row, step))
    return as_markup(f'<svg class="xp-rail" width="{width}" aria-hidden="true">{lines}{_mark_of(row, step)}</svg>')


class _Row(NamedTuple):
    stop: Stop
    at: int
    come: tuple[tuple[int, bool], ...]
    go: tuple[tuple[int, bool], ...]
    past: tuple[tuple[int, bool], ...]
    rails: int


def _rows(stops: Sequence[Stop], ways: Sequence[RailLine]) -> list[_Row]:
    """Which rail each stop is on, and which rails come to it, leave it, and pass."""
    leaving: dict[str, list[RailLine]] = {}
    for way in ways:
        leaving.setdefault(way.near, []).append(way)
    rails: list[tuple[str, bool] | None] = []
    rows = []
    for stop in stops:
        come = [(index, rail[1]) for index, rail in enumerate(rails) if rail and rail[0] == stop.key]
        past = [(index, rail[1]) for index, rail in enumerate(rails) if rail and rail[0] != stop.key]
        for index, _ in come:
            rails[index] = None
        at = come[0][0] if come else _free(rails)
        go = []
        for way in leaving.get(stop.key, ()):
            target = (way.far, way.dashed)
            if target not in rails:
                # The first way goes straight on, if nothing else does.
                place = at if at >= len(rails) or rails[at] is None else _free(rails)
                rails += [None] * (place + 1 - len(rails))
                rails[place] = target
            go.append((rails.index(target), way.dashed))
        used = max([at, *(index for index, _ in (*come, *go, *past))]) + 1
        while rails and rails[-1] is None:
            rails.pop()
        rows.append(_Row(stop, at, tuple(come), tuple(go), tuple(past), used))
    return rows


def _free(rails: Sequence[object]) -> int:
    return next((index for index, rail in enumerate(rails) if rail is None), len(rails))


def _lines(row: _Row, step: int) -> Iterator[str]:
    at = _x(row.at, step)
    for rail, dashed in row.past:
        yield _straight(_x(rail, step), "0", dashed=dashed)
    for rail, dashed in row.come:
        yield _bent(_x(rail, step), 0, at, MARK, dashed=dashed)
    for rail, dashed in row.go:
        x = _x(rail, step)
        if x != at:
            yield _bent(at, MARK, x, MARK + BEND, dashed=dashed)
        yield _straight(x, str(MARK if x == at else MARK + BEND), dashed=dashed)


def _straight(x: int, top: str, *, dashed: bool) -> str:
    """A line down to the end of the row, however high that is."""
    return f'<line{_DASHED if dashed else ""} x1="{x}" x2="{x}" y1="{top}" y2="100%"/>'


def _bent(x0: int, y0: int, x1: int, y1: int, *, dashed: bool) -> str:
    half = (y0 + y1) // 2
    path = f"M{x0} {y0}V{y1}" if x0 == x1 else f"M{x0} {y0}C{x0} {half} {x1} {half} {x1} {y1}"
    return f'<path{_DASHED if dashed else ""} d="{path}"/>'


_DASHED = ' class="xp-dashed"'


def _x(rail: int, step: int) -> int:
    return _MARGIN + rail * step


_MARKS = {
    "explained": '<rect class="xp-stop xp-stop-full" x="{left}" y="{top}" width="12" height="12"/>',
    "text": '<circle class="xp-stop xp-stop-full" cx="{x}" cy="{y}" r="5.5"/>',
    "unread": '<circle class="xp-stop xp-stop-unread" cx="{x}" cy="{y}" r="5.5"/>',
    "voice": '<circle class="xp-stop xp-stop-full" cx="{x}" cy="{y}" r="3.5"/>',
    "origin": '<path class="xp-stop xp-stop-full" d="M{x} {high}l8 8l-8 8l-8 -8Z"/>',
    "origin-unstated": '<path class="xp-stop xp-stop-unstated" d="M{x} {high}l8 8l-8 8l-8 -8Z"/>'
    '<text class="xp-stop-sign" x="{x}" y="{foot}">?</text>',
    "origin-open": '<path class="xp-stop xp-stop-open" d="M{x} {high}l8 8l-8 8l-8 -8Z"/>'
    '<text class="xp-stop-sign" x="{x}" y="{foot}">?</text>',
    "withdrawn": '<path class="xp-stop xp-stop-withdrawn" d="M{left} {top}l12 12m0 -12l-12 12"/>',
}


def _mark_of(row: _Row, step: int) -> str:
    x, y = _x(row.at, step), MARK
    return _MARKS[row.stop.mark].format(x=x, y=y, left=x - 6, top=y - 6, high=y - 8, foot=y + 4)
