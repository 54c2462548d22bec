"""The tags of a site, and the records of one tag."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explainers.glossary.letters import heading_letter, place_in_alphabet
from explainers.graph.graph import Graph
from explainers.graph.memo import whole
from explainers.model.base import Record
from explainers.pages.views.listed import by_letter_or_year
from explainers.pages.views.long_lists import MOST, ListPart, cut_into_pages
from explainers.prose.address import tag_path
from explainers.prose.lists import counted
from explainers.prose.site import Site
from explainers.prose.titles import title_of


@dataclass(frozen=True, slots=True)
class TagEntry:
    """A tag in the list of all."""

    label: str
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class TagsView:
    """What the list of tags prints."""

    words: str
    entries: tuple[TagEntry, ...]


@dataclass(frozen=True, slots=True)
class TaggedGroup:
    """The records of a tag that are of one kind."""

    kind: str
    title: str
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class TagView:
    """What the page of a tag prints."""

    words: str
    count: int
    groups: tuple[TaggedGroup, ...]


@whole
def tagged(graph: Graph) -> Mapping[str, Sequence[str]]:
    """The ids of the records of each tag."""
    found: dict[str, list[str]] = {}
    for id in sorted(id for id, record in graph.records.items() if record.tags):
        for tag in dict.fromkeys(graph.records[id].tags):
            found.setdefault(tag, []).append(id)
    return found


def tags_of(site: Site) -> list[str]:
    """All tags, by the words in which they are printed."""
    return sorted(tagged(site.graph), key=lambda tag: (site.tag(tag).casefold(), tag))


def parts_of_tag(tag: str, site: Site) -> tuple[ListPart[Record], ...]:
    """The records of a tag page by page."""
    records = [site.graph.records[id] for id in tagged(site.graph).get(tag, ())]
    return by_letter_or_year(records, "", site.language)


def parts_of_tags(site: Site) -> tuple[ListPart[str], ...]:
    """The tags page by page."""
    found = sorted(tags_of(site), key=lambda tag: (place_in_alphabet(site.tag(tag), language=site.language), tag))
    return cut_into_pages(((heading_letter(site.tag(tag), language=site.language), tag) for tag in found), MOST)


def tags_view(site: Site, part: int) -> TagsView:
    """The tags on one page of their list."""
    found = tagged(site.graph)
    on_page = parts_of_tags(site)[part].items
    entries = (
        TagEntry(site.tag(tag), site.addresses.page(tag_path(tag)), counted(len(found[tag]), "record", "records"))
        for tag in on_page
    )
    return TagsView("What the records here have to do with. Each tag leads to its records.", tuple(entries))


def tag_view(tag: str, site: Site, part: int) -> TagView:
    """The records of a tag on one of its pages, by kind."""
    graph, count = site.graph, len(tagged(site.graph).get(tag, ()))
    pages = parts_of_tag(tag, site)
    on_page = sorted(
        pages[part].items if part < len(pages) else (),
        key=lambda record: (title_of(record, graph).casefold(), record.id),
    )
    groups = []
    for kind in site.kinds:
        if records := tuple(record for record in on_page if graph.kind(record.id) == kind.name):
            groups.append(TaggedGroup(kind.name, kind.plural_label, records))
    return TagView(f"Everything here that is tagged “{site.tag(tag)}”.", count, tuple(groups))
