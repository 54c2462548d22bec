"""Figures by what they count: for `data/records.json`, and as a table, `data/figures.csv`. (RFC 4180)"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable

from explainers.exports.exported import ExportedFile
from explainers.exports.figure_shapes import FigureFacts, FigureGroupFacts
from explainers.graph.figures import FigureGroup, FigureRow, all_figures
from explainers.graph.graph import Graph
from explainers.graph.telling_figures import figure_named
from explainers.prose.figure_sums import sums_in
from explainers.prose.plain_sentence import plain_sentence
from explainers.prose.plain_text import plain_text
from explainers.prose.site import Site
from explainers.text.inline import plain

HEADINGS = (
    "claim", "url", "status", "chart", "in_chart", "counted", "who", "speaks_for", "figure", "relation", "value",
    "min", "max", "unit", "said", "said_basis", "attributions", "goes_back_to", "way_back", "sources",
    "sentence", "note",
)  # fmt: skip

PATH = "data/figures.csv"


def figure_facts(graph: Graph) -> list[FigureGroupFacts]:
    """All figures as the pages show them."""
    return [
        FigureGroupFacts(
            id=group.id,
            counted=group.of,
            unit=group.unit,
            rows=tuple(row_facts(row, graph) for row in group.rows),
            sums=tuple(plain(words) for words in sums_in(group, graph)),
        )
        for group in all_figures(graph)
    ]


def row_facts(row: FigureRow, graph: Graph) -> FigureFacts:
    """A row of a chart or a table."""
    q = row.quantity
    return FigureFacts(
        claim=row.claim.id,
        figure=row.name,
        attributions=tuple(ref.key for ref in row.refs),
        by=row.by,
        speaks_for=row.refs[0].attribution.speaks_for or "",
        phrase=q.alone,
        relation=q.relation,
        value=q.value,
        min=q.min,
        max=q.max,
        unit=q.unit or "",
        counted=q.counted,
        part_of=_whole(row, graph),
        shape=row.span.shape if row.span else "none",
        charted=row.charted,
        withdrawn=row.withdrawn,
        taken_back=row.ended == "taken-back",
        replaced=row.ended == "replaced",
        updated=row.ended == "updated",
        said=row.dates,
        roots=tuple(root.key for root in row.roots),
        passed_on_from=row.passed_on,
        inferred=row.inferred,
    )


def _whole(row: FigureRow, graph: Graph) -> str:
    """The figure of which a row gives a part."""
    found = figure_named(row.quantity.part_of, row.claim, graph) if row.quantity.part_of else None
    return f"{found[0].id}#{found[1]}" if found else ""


def figures_file(site: Site) -> ExportedFile:
    """The table behind the page of figures: one line for each row of a chart or table."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(HEADINGS)
    for group in all_figures(site.graph):
        writer.writerows([_cell(value) for value in _row(row, group, site)] for row in group.rows)
    return ExportedFile(PATH, stream.getvalue().encode())


def _row(row: FigureRow, group: FigureGroup, site: Site) -> tuple[object, ...]:
    q, graph = row.quantity, site.graph
    attributions = [ref.attribution for ref in row.refs]
    sources = dict.fromkeys(c.source for a in attributions for c in a.cites)
    notes = dict.fromkeys(plain_text(a.note, graph) for a in attributions if a.note)
    return (
        row.claim.id, site.permalink(site.addresses.record(row.claim.id)), _status(row), group.of,
        "yes" if row.charted else "no", q.counted, _names(row.by, graph), _names(_behalf(row), graph), q.alone,
        q.relation,
        q.value, q.min, q.max, q.unit, " ".join(date.edtf for date in row.dates),
        " ".join(date.basis for date in row.dates), " ".join(ref.key for ref in row.refs),
        _names(row.passed_on, graph), _way_back(row), " ".join(sources), plain_sentence(row.claim, graph),
        " ".join(notes),
    )  # fmt: skip


def _status(row: FigureRow) -> str:
    return row.claim.status if row.withdrawn or not row.ended else row.ended.replace("-", " ")


def _way_back(row: FigureRow) -> str:
    """How we know whom it goes back to; nothing, if it is no one else's."""
    return ("inferred" if row.inferred else "stated") if row.passed_on else ""


def _behalf(row: FigureRow) -> tuple[str, ...]:
    behalf = row.refs[0].attribution.speaks_for
    return (behalf,) if behalf else ()


def _names(actors: Iterable[str], graph: Graph) -> str:
    return "; ".join(graph.records[id].title if id in graph.records else id for id in actors)


def _cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula. (OWASP, "CSV Injection")"""
    text = "" if value is None else str(value)
    is_number = text.isascii() and text.removeprefix("-").replace(".", "", 1).isdigit()
    # Some read the wide forms of these signs as the signs themselves, and pass over the space before them.
    first = unicodedata.normalize("NFKC", text.lstrip()[:1])
    is_formula = first in {"=", "+", "-", "@", "−"} or text[:1] in {"\t", "\r", "\n"}
    return f"'{text}" if is_formula and not is_number else text
