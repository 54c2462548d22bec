"""Collisions in a sentence: 50,000 means two different things that week. Made from the records alone."""

from __future__ import annotations

from collections.abc import Sequence

from explainers.graph.collisions import Collision, Side
from explainers.graph.figures import FigureRow
from explainers.graph.graph import Graph
from explainers.graph.origins import distance
from explainers.prose.ends import tidied
from explainers.prose.lists import joined, spelled
from explainers.prose.speakers import speakers
from explainers.text.inline import Emphasis, Inline, Paragraph, RecordLink, Words

# Beyond these the sentence says how many there are; the page of figures has them all.
_MOST_SIDES, _MOST_VOICES = 6, 3


def collision_sentence(collision: Collision, graph: Graph) -> Paragraph:
    """A collision in words: each thing with who gave which figure when, the qualifier where there is one."""
    sides = collision.sides
    if collision.kind == "same-number":
        things = f" was given for {spelled(len(sides))} different things: "
        each = [[_thing(side), *_voices(side, graph, figures=_qualified(sides))] for side in sides]
        return _ended([Words("The number "), _number(sides[0]), Words(things), *_row(each)])
    each = [_given(side, graph) for side in sides]
    numbers = f"{spelled(len(sides)).capitalize()} different numbers are given for "
    return _ended([Words(numbers), _thing(sides[0]), Words(": "), *_row(each)])


def collision_from(claim: str, collision: Collision, graph: Graph) -> Paragraph:
    """A collision as one of its claims sees it: what it says itself first."""
    here = [side for side in collision.sides if claim in side.claims]
    there = [side for side in collision.sides if side not in here]
    if not there or not here:
        return collision_sentence(collision, graph)
    if collision.kind == "same-number":
        figures = _qualified(collision.sides)
        ours, others = ([[_thing(s), *_voices(s, graph, figures=figures)] for s in sides] for sides in (here, there))
        also = ". It was also given for "
        return _ended(
            [
                Words("Here, the number "),
                _number(here[0]),
                Words(" was given for "),
                *_row(ours),
                Words(also),
                *_row(others),
            ]
        )
    ours, others = ([_given(side, graph) for side in sides] for sides in (here, there))
    return _ended(
        [
            Words("For "),
            _thing(here[0]),
            Words(", the figure here is "),
            *_row(ours),
            Words("; elsewhere it is "),
            *_row(others),
        ]
    )


def plain_collision(collision: Collision, graph: Graph) -> str:
    """The same without links, for machine-readable data."""
    return "".join(map(_plain, collision_sentence(collision, graph)))


def _plain(part: Inline) -> str:
    if isinstance(part, Emphasis):
        return "".join(map(_plain, part.parts))
    return part.text if isinstance(part, Words) else part.words if isinstance(part, RecordLink) else ""


def _ended(parts: list[Inline]) -> Paragraph:
    return (*tidied(parts), Words("."))


def _row(sides: list[list[Inline]]) -> list[Inline]:
    """Sides in a row, `and` before the last."""
    more = len(sides) - _MOST_SIDES
    shown: list[list[Inline]] = [*sides[:_MOST_SIDES], [Words(f"{more} more")]] if more > 1 else sides
    return joined(shown)


def _number(side: Side) -> Inline:
    return Emphasis((Words(side.number),), strong=True)


def _given(side: Side, graph: Graph) -> list[Inline]:
    """A number with its qualifier, if all who give it give it so, and with these."""
    figures = {row.quantity.alone for row in side.rows}
    shown = figures.pop() if len(figures) == 1 else side.number
    return [Emphasis((Words(shown),), strong=True), *_voices(side, graph, figures=bool(figures))]


def _thing(side: Side) -> Inline:
    """What is counted, as a link to the claim that says so."""
    return Emphasis((RecordLink(side.claims[0], side.of or "what is counted is not stated"),))


def _qualified(sides: Sequence[Side]) -> bool:
    """Whether a figure has a qualifier: then all are printed, or the bare number would pass for every one."""
    return any(row.quantity.alone != side.number for side in sides for row in side.rows)


def _first(side: Side, graph: Graph) -> list[FigureRow]:
    """Of each origin, the one nearest to it of those whose date is known best: the others repeat it."""
    nearest: dict[frozenset[str], FigureRow] = {}
    for row in sorted(side.rows, key=lambda row: (not _dated(row), min(distance(ref, graph) for ref in row.refs))):
        nearest.setdefault(row.origin, row)
    return list(nearest.values())


def _dated(row: FigureRow) -> bool:
    """Whether the days on which it was given lie between two that we know."""
    return bool(row.said and row.said.extent.first and row.said.extent.last)


def _voices(side: Side, graph: Graph, *, figures: bool) -> list[Inline]:
    """Who gave a number, when, and with which qualifier, in brackets."""
    rows = _first(side, graph)
    row: list[Inline] = [Words(" (")]
    for index, voice in enumerate(rows[:_MOST_VOICES]):
        row += [Words("; ")] if index else []
        row += [*speakers([voice.refs[0].attribution], graph), Words(f", {_date(voice)}")]
        if figures:
            row.append(Words(f": {' and '.join(_phrases(voice, side))}"))
    if len(rows) > _MOST_VOICES:
        row.append(Words(f"; {len(rows) - _MOST_VOICES} more"))
    return [*row, Words(")")]


def _phrases(voice: FigureRow, side: Side) -> list[str]:
    """The figure as the same speakers gave it, with each of its qualifiers."""
    return list(dict.fromkeys([voice.quantity.alone, *(r.quantity.alone for r in side.rows if r.by == voice.by)]))


def _date(row: FigureRow) -> str:
    if row.said is None:
        return "date not established"
    return f"{row.said.spoken}{', inferred' if row.said.basis == 'inferred' else ''}"
