"""The tags of a site, and the records of one tag."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explainers.graph.graph import Graph
from explainers.graph.memo import whole
from explainers.model.base import Record
from explainers.pages.views.parts import cut, parts
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
    for id, record in sorted(graph.records.items()):
        for tag in dict.fromkeys(record.tags):
            found.setdefault(tag, []).append(id)
    return found


def tags_of(site: Site) -> list[str]:
    """All tags, by the words in which they are printed."""
    return sorted(tagged(site.graph), key=lambda tag: (site.tag(tag).casefold(), tag))


def parts_of_tag(tag: str, site: Site) -> int:
    """How many pages the records of a tag need."""
    return parts(len(tagged(site.graph)[tag]))


def tags_view(site: Site, part: int) -> TagsView:
    """The tags on one page of their list."""
    found = tagged(site.graph)
    on_page = next((tags for _, tags in cut([("", tags_of(site))], part)), ())
    entries = (
        TagEntry(site.tag(tag), site.addresses.page(tag_path(tag)), counted(len(found[tag]), "record", "records"))
        for tag in on_page
    )
    return TagsView("What the records here have to do with. Each tag leads to its records.", tuple(entries))


def tag_view(tag: str, site: Site, part: int) -> TagView:
    """The records of a tag that stand on one of its pages, by kind."""
    graph, ids = site.graph, tagged(site.graph).get(tag, ())
    groups = []
    for kind in site.kinds:
        records = [graph.records[id] for id in ids if graph.kind(id) == kind.name]
        records.sort(key=lambda record: (title_of(record, graph).casefold(), record.id))
        groups.append((kind.name, records))
    titles = {kind.name: kind.plural_label for kind in site.kinds}
    found = tuple(TaggedGroup(name, titles[name], records) for name, records in cut(groups, part))
    return TagView(f"Everything here that is tagged “{site.tag(tag)}”.", len(ids), found)
