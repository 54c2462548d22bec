"""Which records are on which page of the index of their kind."""

from __future__ import annotations

from collections.abc import Sequence

from explainers.glossary.letters import heading_letter, place_in_alphabet
from explainers.graph.graph import Graph
from explainers.graph.memo import each
from explainers.kinds.event.model import Event
from explainers.model.base import Record
from explainers.model.edtf_words import numbered_year
from explainers.model.extents import UNKNOWN, Clock, Extent
from explainers.pages.views.long_lists import MOST, MOST_LONG, ListPart, cut_into_pages

# Rows of these kinds have several lines.
_LONG = {"claim", "event", "explainer"}


@each
def listed(kind: str, language: str, graph: Graph) -> tuple[ListPart[Record], ...]:
    """The records of a kind page by page: events by year, the others by letter."""
    return by_letter_or_year([record for id, record in graph.records.items() if graph.kind(id) == kind], kind, language)


def by_letter_or_year(records: Sequence[Record], kind: str, language: str) -> tuple[ListPart[Record], ...]:
    """Records of a kind, or of several (`kind` is empty), page by page."""
    most = MOST if kind and kind not in _LONG else MOST_LONG
    if len(records) <= most:
        return (ListPart("", tuple(sorted(records, key=by_title))),)
    if kind == "event":
        return cut_into_pages(((_year(record), record) for record in sorted(records, key=by_time)), most)
    ordered = sorted(records, key=lambda record: (place_in_alphabet(record.title, language=language), record.id))
    return cut_into_pages(((heading_letter(record.title, language=language), record) for record in ordered), most)


def by_title(record: Record) -> tuple[str, str]:
    """Its place in a list by title."""
    return record.title.casefold(), record.id


def by_time(record: Record) -> tuple[Clock, str]:
    """Its place in a list by time, where it is an event."""
    return _extent(record).by_start[0], record.id


def _extent(record: Record) -> Extent:
    return record.time.extent if isinstance(record, Event) and record.time else UNKNOWN


def _year(record: Record) -> str:
    extent = _extent(record)
    moment = extent.start or extent.end
    return numbered_year(moment.year) if moment else "Undated"
