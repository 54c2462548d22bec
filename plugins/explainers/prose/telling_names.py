"""What two tellings are called beside each other: their pages, or their speakers where they are on one page."""

from __future__ import annotations

from collections.abc import Sequence

from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.ways import pages_read
from explainers.kinds.actor.model import Actor
from explainers.kinds.source.model import Source
from explainers.prose.lists import joined
from explainers.prose.reference import short_name
from explainers.prose.speakers import speakers
from explainers.prose.version_words import day_beside_others, named_version
from explainers.text.inline import Inline, RecordLink, Words, plain


def sides(before: AttributionRef, after: Sequence[AttributionRef], graph: Graph) -> tuple[list[Inline], list[Inline]]:
    """Two sides by their pages; by their speakers too where they are on one page."""
    pages = pages_read(before, graph)
    others = dict.fromkeys(id for ref in after for id in pages_read(ref, graph))
    if on_other_pages(before, after, graph):
        apart = {_plain(id, graph) for id in pages}.isdisjoint(_plain(id, graph) for id in others)
        return (
            joined([[*_dated(id, graph, dated=not apart)] for id in pages]),
            joined([[*_dated(id, graph, dated=not apart)] for id in others]),
        )
    names_of = [list(speakers([ref.attribution], graph)) for ref in after]
    return list(speakers([before.attribution], graph)), joined(
        [list(names) for names in {plain(tuple(n)): n for n in names_of}.values()]
    )


def on_other_pages(before: AttributionRef, after: Sequence[AttributionRef], graph: Graph) -> bool:
    """Whether no page that we read has both sides."""
    pages, others = pages_read(before, graph), [id for ref in after for id in pages_read(ref, graph)]
    return bool(pages and others) and set(pages).isdisjoint(others)


def _dated(id: str, graph: Graph, *, dated: bool) -> list[Inline]:
    source = graph.get(id, Source)
    day = day_beside_others(source, graph) if dated and source else ""
    return [named_page(id, graph), *([Words(f" ({day})")] if day else [])]


def _plain(id: str, graph: Graph) -> str:
    return plain((named_page(id, graph),))


def speakers_of(ref: AttributionRef, graph: Graph) -> list[Inline]:
    """Who speaks in a telling, without the comma that would go on."""
    names = list(speakers([ref.attribution], graph))
    last = names[-1]
    return [*names[:-1], Words(last.text.rstrip(","))] if isinstance(last, Words) else names


def is_medium(id: str, graph: Graph) -> bool:
    """Whether a page goes by the name of a news medium, and not of somebody whose text it is."""
    source = graph.get(id, Source)
    publisher = graph.get(source.publisher, Actor) if source else None
    return publisher is not None and publisher.kind == "media-organisation"


def named_page(id: str, graph: Graph) -> Inline:
    """A page by its short name."""
    source = graph.get(id, Source)
    return RecordLink(id, short_name(source, graph) if source else "a source")


def versioned_page(id: str, graph: Graph) -> Inline:
    """A page by its short name, with its version where it has several."""
    source = graph.get(id, Source)
    return RecordLink(id, named_version(source, graph) if source else "a source")
