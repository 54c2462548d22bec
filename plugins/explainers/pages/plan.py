"""Which pages a site has, in their order, before any of them is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.model.base import Record
from explainers.pages.views.figures import figures_parts
from explainers.pages.views.indexes import CHANGES, GLOSSARY, TAGS, Index, changes_parts, indexes, timeline_parts
from explainers.pages.views.listed import listed
from explainers.pages.views.long_lists import ListPart, part_path
from explainers.pages.views.on_record import ON_RECORD, on_record_path
from explainers.pages.views.positions import WHO_SAID_WHAT, matrix_path, with_own_matrix
from explainers.pages.views.tags import parts_of_tag, parts_of_tags, tags_of
from explainers.prose.address import tag_path
from explainers.prose.glossary_pages import letter_pages
from explainers.prose.site import Site
from explainers.prose.titles import title_of

HOME = "index"
# Sources list the pages that cite them, and the glossary lists all pages that mark its terms.
FIRST, SOURCES, LAST = TURNS = range(3)


@dataclass(frozen=True, slots=True)
class Job:
    """A page to be made: of one record, by its id, or an `index`, or the part of an index about one `explainer`
    or one `tag`, or a later `part` of a list that needs several pages, counted from 0.

    `kind` is the record's, or the name of the page's template. A page says where on the site something is used
    only on pages whose `turn` is before its own.
    """

    path: str
    address: str
    title: str
    kind: str
    record: str = ""
    explainer: str = ""
    tag: str = ""
    index: Index | None = None
    turn: int = FIRST
    part: int = 0

    @property
    def is_record(self) -> bool:
        """Whether it is the page of one record, or of one record's part of an index: no navigation lists it."""
        return self.path.rpartition("/")[2] != "index"

    @property
    def named(self) -> str:
        """The id of the record in its address, if it has one."""
        return self.record or self.explainer


def plan(site: Site) -> tuple[Job, ...]:
    """Record pages, sources last, then the home page and the indexes."""
    return (*_records(site), *_indexes(site))


def titles_of_pages(index: Index, site: Site) -> tuple[str, ...]:
    """What stands on each page of an index: its letters or years, or nothing where there is one page."""
    graph = site.graph
    if index == TAGS:
        return _titles(parts_of_tags(site))
    if index.kind:
        return _titles(listed(index.kind, site.language, graph))
    if index.path == "figures":
        return _titles(figures_parts(site.language, graph))
    if index.path == "timeline":
        return _titles(timeline_parts(graph))
    return _titles(changes_parts(graph)) if index == CHANGES else ("",)


def _titles(parts: Sequence[ListPart[Any]]) -> tuple[str, ...]:
    return tuple(part.title for part in parts)


def _records(site: Site) -> Iterator[Job]:
    for kind in sorted(site.kinds, key=lambda kind: issubclass(kind.model, Source)):
        if not issubclass(kind.model, Term):
            for record in site.graph.of(kind.model):
                path = f"{kind.plural}/{record.id}"
                address = site.addresses.record(record.id)
                turn = SOURCES if issubclass(kind.model, Source) else FIRST
                yield Job(path, address, title_of(record, site.graph), kind.name, record.id, turn=turn)


def _indexes(site: Site) -> Iterator[Job]:
    found = indexes(site)
    yield Job(HOME, site.addresses.page(""), site.name, "home")
    for index in found:
        yield from of_index(index, site)
    for explainer in with_own_matrix(site.graph):
        above = next(index for index in found if index.path == WHO_SAID_WHAT)
        path, title = matrix_path(explainer), title_of_part(WHO_SAID_WHAT, above, explainer)
        yield Job(path, site.addresses.page(path), title, WHO_SAID_WHAT, explainer=explainer.id, index=above)
    for explainer in site.graph.of(Explainer):
        index = next(index for index in found if index.kind == "explainer")
        path, title = on_record_path(explainer), title_of_part(ON_RECORD, index, explainer)
        yield Job(path, site.addresses.page(path), title, ON_RECORD, explainer=explainer.id, index=index)


def of_index(index: Index, site: Site) -> Iterator[Job]:
    """The pages of a list."""
    kind = "index" if index.kind else index.path
    turn = LAST if index == GLOSSARY else FIRST
    yield Job(f"{index.path}/index", site.addresses.index(index.path), index.title, kind, index=index, turn=turn)
    for number, page in enumerate(letter_pages(site.language, site.graph) if index == GLOSSARY else (), 1):
        path, title = f"{index.path}/{page.path}", f"{index.title}: {page.title}"
        yield Job(path, site.addresses.page(path), title, kind, index=index, turn=turn, part=number)
    for part, letters in enumerate(titles_of_pages(index, site)):
        if part:
            path, title = part_path(index.path, part), f"{index.title}: {letters}"
            yield Job(path, site.addresses.page(path), title, kind, index=index, turn=turn, part=part)
    for tag in tags_of(site) if index == TAGS else ():
        yield from _of_tag(tag, site)


def _of_tag(tag: str, site: Site) -> Iterator[Job]:
    for part, found in enumerate(parts_of_tag(tag, site)):
        path = part_path(tag_path(tag), part) if part else tag_path(tag)
        title = f"{site.tag(tag)}: {found.title}" if part else site.tag(tag)
        yield Job(path, site.addresses.page(path), title, "tagged", tag=tag, index=TAGS, part=part)


def title_of_part(kind: str, index: Index, explainer: Record) -> str:
    """What a page about one explainer is called: of who said what, or of all that is on record."""
    return f"{'On record' if kind == ON_RECORD else index.title}: {explainer.title}"
