"""A source as every format for reference managers has it: one place decides what they say, so that they agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explainers.exports.csl_export_dates import CslDate, csl_date, edtf_as_csl, points
from explainers.graph.graph import Graph
from explainers.kinds.source.csl import CslItem, Name
from explainers.kinds.source.model import Source
from explainers.model.edtf_dates import spoken
from explainers.prose.plain_text import plain_text
from explainers.prose.reference import cited_by, dated


@dataclass(frozen=True, slots=True)
class ReferenceEntry:
    """What a reference manager is given of a source. `about_date` says what its year alone would hide."""

    id: str
    csl: CslItem
    publisher: str
    issued: CslDate
    accessed: CslDate
    note: str
    about_date: str

    @property
    def day(self) -> Sequence[int]:
        """Year, month and day on which it appeared or began to, as far as they are known; may be empty."""
        return next(iter(points(self.issued)), ())

    @property
    def read_on(self) -> Sequence[int]:
        """Year, month and day on which we read it; may be empty."""
        return next(iter(points(self.accessed)), ())

    @property
    def whole_note(self) -> str:
        """The note, with what is to be known of the date for formats that have no field for it."""
        return " ".join(filter(None, (self.note, self.about_date)))


def entry(source: Source, graph: Graph) -> ReferenceEntry:
    """A source for reference managers."""
    csl = source.csl
    return ReferenceEntry(
        id=source.id,
        csl=csl,
        publisher=csl.publisher or _title(source.publisher, graph),
        issued=edtf_as_csl(csl.issued) if csl.issued else csl_date(source.published),
        accessed=csl_date(source.accessed),
        note=_note(source, graph),
        about_date=_about_date(source),
    )


def printable(names: Sequence[Name]) -> list[Name]:
    """The names that have something to print."""
    return [name for name in names if name.printed]


def _about_date(source: Source) -> str:
    """The date in words where it is more, or less sure, than a year, a month and a day; also where there is none."""
    date, own = source.published, source.csl.issued
    edtf = own or date.edtf
    sure = (own or date.basis == "stated") and set(edtf_as_csl(edtf) if edtf else {}) == {"date-parts"}
    plain = not {"/", "T"}.intersection(edtf)
    if edtf and sure and plain:
        return ""
    words = spoken(own) if own else dated(date)
    return f"Date: {words}." if edtf or date.as_stated else "No date."


def _note(source: Source, graph: Graph) -> str:
    """The notes of reference and record; of a source that we have not read, through whom we know it."""
    notes = [plain_text(source.csl.note or "", graph), plain_text(source.note or "", graph)]
    if source.seen == "cited-only":
        by = "; ".join(_title(id, graph) for id in cited_by(source, graph))
        notes.append(f"Not read by us; cited in: {by}." if by else "Not read by us.")
    return " ".join(" ".join(notes).split())


def _title(id: str, graph: Graph) -> str:
    record = graph.records.get(id)
    return record.title if record else id
