"""A drawing of stops and the ways between them, as inline SVG: one row a stop, rails on the left, words on the right.

Rows and rails are laid out as version-control tools draw a history. Positions are in pixels and nothing is scaled, so
that words are as large on a phone as on a desk; they are broken for the narrowest screen by an estimate of their width.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from explainers.text.escaped import as_markup, escaped

WIDTH = 288
_LEADING = 18
_GAP = 14
_MARK = 15
_RAIL = 16
_LONGEST_RUN = 8


@dataclass(frozen=True, slots=True)
class Stop:
    """A row: its lines, the first of which is its name, and the sort of its mark."""

    key: str
    lines: tuple[str, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class Way:
    """A line from a stop to one below it."""

    near: str
    far: str
    dashed: bool


def drawing(stops: Sequence[Stop], ways: Sequence[Way], *, id: str, title: str, description: str) -> Markup:
    """The drawing; `description` says all of it in words. Every way leads to a stop further down."""
    stops, ways = _shortened(stops, ways)
    rows = _rows(stops, ways)
    rails = max((row.rails for row in rows), default=1)
    step = min(_RAIL, 96 // rails)
    left = 2 * (_RAIL // 2) + (rails - 1) * step + 14
    top = 0
    body: list[str] = []
    for row in rows:
        lines = [
            (part, index == 0)
            for index, line in enumerate(row.stop.lines)
            for part in _broken(line, WIDTH - left, bold=index == 0)
        ]
        height = len(lines) * _LEADING + _GAP
        body += _lines_of(row, top, height, step)
        body.append(_mark_of(row, top, step))
        for number, (words, bold) in enumerate(lines):
            name = ' class="xp-stop-name"' if bold else ""
            body.append(f'<text x="{left}" y="{top + _MARK + 5 + number * _LEADING}"{name}>{escaped(words)}</text>')
        top += height
    return as_markup(
        f'<svg class="xp-rails" role="img" aria-labelledby="{id}-title {id}-text" width="{WIDTH}" height="{top}">'
        f'<title id="{id}-title">{escaped(title)}</title><desc id="{id}-text">{escaped(description)}</desc>'
        f"{''.join(body)}</svg>"
    )


@dataclass(frozen=True, slots=True)
class _Row:
    stop: Stop
    at: int
    come: tuple[tuple[int, bool], ...]
    go: tuple[tuple[int, bool], ...]
    past: tuple[tuple[int, bool], ...]
    rails: int


def _rows(stops: Sequence[Stop], ways: Sequence[Way]) -> list[_Row]:
    """Which rail each stop stands on, and which rails come to it, leave it, and pass."""
    leaving: dict[str, list[Way]] = {}
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


def _lines_of(row: _Row, top: int, height: int, step: int) -> Iterator[str]:
    middle, bottom = top + _MARK, top + height
    at = _x(row.at, step)
    found = [(_path(_x(rail, step), top, _x(rail, step), bottom), dashed) for rail, dashed in row.past]
    found += [(_path(_x(rail, step), top, at, middle), dashed) for rail, dashed in row.come]
    found += [(_path(at, middle, _x(rail, step), bottom), dashed) for rail, dashed in row.go]
    for path, dashed in found:
        yield f'<path class="xp-way{" xp-way-dashed" if dashed else ""}" d="{path}"/>'


def _path(x0: int, y0: int, x1: int, y1: int) -> str:
    if x0 == x1:
        return f"M{x0} {y0}V{y1}"
    half = (y0 + y1) // 2
    return f"M{x0} {y0}C{x0} {half} {x1} {half} {x1} {y1}"


def _x(rail: int, step: int) -> int:
    return _RAIL // 2 + 1 + rail * step


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
    "more": '<path class="xp-stop xp-stop-more" d="M{x} {top}v12"/>',
}


def _mark_of(row: _Row, top: int, step: int) -> str:
    x, y = _x(row.at, step), top + _MARK
    return _MARKS[row.stop.mark].format(x=x, y=y, left=x - 6, top=y - 6, high=y - 8, foot=y + 4)


def _shortened(stops: Sequence[Stop], ways: Sequence[Way]) -> tuple[list[Stop], list[Way]]:
    """A long run of stops, each with one way in and one out, keeps its ends; one row says how many are left out."""
    into: dict[str, list[Way]] = {}
    out: dict[str, list[Way]] = {}
    for way in ways:
        out.setdefault(way.near, []).append(way)
        into.setdefault(way.far, []).append(way)
    simple = {
        stop.key
        for stop in stops
        if len(into.get(stop.key, ())) == len(out.get(stop.key, ())) == 1 and stop.mark != "explained"
    }
    left_out: dict[str, str] = {}
    rows: list[Stop] = []
    for run in _runs([stop.key for stop in stops], simple, out):
        if len(run) > _LONGEST_RUN:
            gap = f"more:{run[2]}"
            left_out |= dict.fromkeys(run[2:-2], gap)
    told: set[str] = set()
    for stop in stops:
        gap = left_out.get(stop.key, "")
        if not gap:
            rows.append(stop)
        elif gap not in told:
            told.add(gap)
            number = sum(other == gap for other in left_out.values())
            rows.append(Stop(gap, (f"{number:,} more stops", "each in the list"), "more"))
    kept: dict[tuple[str, str], bool] = {}
    for way in ways:
        near, far = left_out.get(way.near, way.near), left_out.get(way.far, way.far)
        if near != far:
            kept[near, far] = kept.get((near, far), False) or way.dashed
    return rows, [Way(near, far, dashed) for (near, far), dashed in kept.items()]


def _runs(keys: Sequence[str], simple: set[str], out: dict[str, list[Way]]) -> Iterator[list[str]]:
    """Stops that follow one another in a line."""
    led_to = {out[key][0].far for key in simple}
    for key in keys:
        if key in simple and (key not in led_to or not any(out[k][0].far == key for k in simple)):
            run = [key]
            while (far := out[run[-1]][0].far) in simple and far not in run:
                run.append(far)
            yield run


def _broken(words: str, width: int, *, bold: bool) -> list[str]:
    """A line broken so that no part is wider than `width` pixels, as far as an estimate can tell."""
    room = width * 10_000 // (1484 if bold else 1300)
    found: list[str] = []
    line, used = "", 0
    for word in words.split():
        trial, wide = word, _wide(word)
        if line and used + _SPACE + wide > room:
            found.append(line)
        elif line:
            trial, wide = f"{line} {word}", used + _SPACE + wide
        while wide > room:
            cut = next(n for n in range(len(trial) - 1, 0, -1) if _wide(trial[:n]) <= room or n == 1)
            found.append(trial[:cut])
            trial = trial[cut:]
            wide = _wide(trial)
        line, used = trial, wide
    return [*found, line] if line or not found else found


@lru_cache(maxsize=4096)
def _wide(words: str) -> int:
    """An estimate of the width of words in a common sans-serif face, in hundredths of its size."""
    return sum(_WIDTHS.get(c) or _by_class(c) for c in words)


_SPACE = 28
_WIDTHS = dict.fromkeys("ijl.,:;'|!’‘ ", _SPACE) | dict.fromkeys("ftrI()[]-/“”", 38) | dict.fromkeys("mwMW@%—", 90)


def _by_class(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 100
    return 70 if character.isupper() else 56
