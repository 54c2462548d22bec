"""The words on a chart of figures: who, which figure, when, and whom it goes back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from explainers.graph.axis import Axis
from explainers.graph.figures import FigureGroup, FigureRow
from explainers.graph.graph import Graph
from explainers.kinds.actor.model import Actor
from explainers.prose.lists import counted
from explainers.text.numbers import affixes, grouped, unit_named
from explainers.text.numbers.units import PERCENT

# If a chart is longer, the table has the rest.
_MOST_LISTED = 12


def names(actors: Sequence[str], graph: Graph) -> str:
    """Names in a row, as a chart has room for: A, B and C. Who is not named says so."""
    *first, last = (_name(id, graph) for id in actors)
    row = f"{', '.join(first)} and {last}" if first else last
    return row[:1].upper() + row[1:]


def sides(actors: Sequence[str], graph: Graph) -> list[str]:
    """Whose party those who give a figure are; of several, which of them."""
    found = []
    for id in actors:
        actor = graph.get(id, Actor)
        side = "; ".join(dict.fromkeys(party.side for party in actor.parties)) if actor else ""
        if actor and side and (len(actors) == 1 or side != actor.name):
            found.append(f"{names([id], graph)}: {side}" if len(actors) > 1 else side)
    return found


def date_given(row: FigureRow) -> str:
    """When a figure was given, marked where that is our inference; of many days, the first."""
    if row.said is None:
        return "date not established"
    more = f" and {counted(len(row.dates) - 1, 'other date', 'other dates')}" if len(row.dates) > 1 else ""
    return f"{row.said.spoken}{' (inferred)' if row.said.basis == 'inferred' else ''}{more}"


def a_part(row: FigureRow) -> str:
    """What a figure counts that is a part of what its chart counts; else nothing."""
    return f"a part: {row.part}" if row.part else ""


def way_back(row: FigureRow, graph: Graph) -> str:
    """Whom a figure goes back to, where that is someone else."""
    if not row.passed_on:
        return ""
    return f"goes back to {names(row.passed_on, graph)}{' (inferred)' if row.inferred else ''}"


# Under a row of those that go back to one origin, where a step of its way is not stated.
OUR_READING = "that it goes back there is our inference"


def one_origin(rows: Sequence[FigureRow], graph: Graph) -> str:
    """What is above rows that go back to the same. How many origins these are, only the claim's page can say."""
    roots = dict.fromkeys(actor for row in rows for root in row.roots for actor in root.attribution.by)
    if rows[0].unknown:
        return f"Origin not known: {names(list(roots), graph)}"
    return f"The same origin{'' if len(rows[0].origin) == 1 else 's'}: {names(list(roots), graph)}"


def title(group: FigureGroup) -> str:
    """What a chart shows."""
    return f"Figures given for: {group.of or 'what is counted is not stated'}"


def description(group: FigureGroup, axis: Axis, graph: Graph) -> str:
    """A chart in words, row by row."""
    rows = group.charted
    unit = f" Unit: {group.unit}." if group.unit else ""
    low, high = on_axis((axis.low, axis.high), group.unit, graph)
    sentences = [f"{counted(len(rows), 'row', 'rows')} on an axis from {low} to {high}.{unit}"]
    for row in rows[:_MOST_LISTED]:
        back = way_back(row, graph)
        part = f", {a_part(row)}" if row.part else ""
        words = f"{names(row.by, graph)}: {row.quantity.alone}{part}, {date_given(row)}{f', {back}' if back else ''}"
        # A name at the end may have its own full stop.
        sentences.append(f"{words.removesuffix('.')}.")
    if len(rows) > _MOST_LISTED:
        sentences.append(f"The other {len(rows) - _MOST_LISTED} are in the table below.")
    return " ".join(sentences)


def title_in_time(group: FigureGroup) -> str:
    """What a chart of counts through time shows."""
    return f"Through time: {group.of or 'what is counted is not stated'}"


def count_in_words(row: FigureRow, graph: Graph) -> str:
    """Who counted how many, and when."""
    return f"{names(row.by, graph)}: {row.quantity.alone}, {date_given(row)}"


def in_time(rows: Mapping[tuple[str, ...], Sequence[FigureRow]], graph: Graph) -> str:
    """A chart of counts in words, counter by counter."""
    lines = []
    for by, counts in rows.items():
        words = [f"{row.quantity.alone}, {date_given(row)}" for row in counts[:_MOST_LISTED]]
        if more := len(counts) - len(words):
            words.append(counted(more, "more count", "more counts"))
        lines.append(f"{names(by, graph)}: {'; '.join(words)}.")
    return " ".join(lines)


def on_axis(values: Sequence[Decimal], unit: str, graph: Graph) -> list[str]:
    """Numbers of an axis, each with the unit in which it measures; of per cent, the sign is enough."""
    sign = "%" if unit_named(unit, graph.language) == PERCENT else unit
    found = []
    for value in values:
        before, after = affixes(sign, value, graph.language)
        found.append(f"{before}{grouped(value.normalize(), graph.language)}{after}")
    return found


def _name(id: str, graph: Graph) -> str:
    actor = graph.get(id, Actor)
    record = graph.records.get(id)
    name = record.in_sentence if record else id
    said = actor is None or actor.named or any(word in name.casefold() for word in ("unnamed", "not named"))
    return name if said else f"{name} (not named)"
