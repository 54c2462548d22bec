"""`data/figures.csv`: every figure with the one who gave it, its qualifier and what it counts. (RFC 4180)"""

from __future__ import annotations

import csv
import io

from explainers.exports.exported import ExportedFile
from explainers.graph.dates import said_on
from explainers.graph.figures import FigureGroup, FigureRow, figure_groups
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim
from explainers.prose.site import Site

HEADINGS = (
    "claim", "counted", "who", "figure", "relation", "value", "min", "max", "unit",
    "said", "said_basis", "sources", "origin",
)  # fmt: skip


def figures_file(site: Site) -> ExportedFile:
    """The table behind the page of figures."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(HEADINGS)
    for group in figure_groups(site.graph.of(Claim), site.graph):
        writer.writerows([_cell(value) for value in _row(row, group, site.graph)] for row in group.rows)
    return ExportedFile("data/figures.csv", stream.getvalue().encode())


def _row(row: FigureRow, group: FigureGroup, graph: Graph) -> tuple[object, ...]:
    q = row.quantity
    said = said_on(row.refs[0].attribution, graph)
    sources = dict.fromkeys(c.source for ref in row.refs for c in ref.attribution.cites)
    return (
        row.claim.id, group.otherwise(row) or group.of, _names(row.refs[0].attribution.by, graph), q.alone, q.relation,
        q.value, q.min, q.max, q.unit, said.edtf if said else None, said.basis if said else None,
        " ".join(sources), _names(row.origin.attribution.by, graph),
    )  # fmt: skip


def _names(actors: tuple[str, ...], graph: Graph) -> str:
    return "; ".join(graph.records[id].title if id in graph.records else id for id in actors)


def _cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula. (OWASP, "CSV Injection")"""
    text = "" if value is None else str(value)
    is_number = text.removeprefix("-").replace(".", "", 1).isdigit()
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} and not is_number else text
