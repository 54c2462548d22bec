"""Which pages a site has, in their order, before any of them is made."""

from __future__ import annotations

from collections.abc import Iterator

from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.model.base import Record
from explainers.pages.page_spec import FIRST, SOURCES, Index, PageSpec, Query
from explainers.pages.site_lists import GLOSSARY, TAGS, WHO, indexes
from explainers.pages.views.indexes import doors, home_view
from explainers.pages.views.long_lists import part_path
from explainers.pages.views.of_records import view_of
from explainers.pages.views.on_record import ON_RECORD, on_record_path, on_record_view
from explainers.pages.views.positions import WHO_SAID_WHAT, explainer_who_view, matrix_path, with_own_matrix
from explainers.pages.views.tags import parts_of_tag, tag_view, tags_of
from explainers.prose.address import tag_path
from explainers.prose.glossary_pages import letter_pages
from explainers.prose.site import Site
from explainers.prose.titles import title_of
from explainers.prose.uses import Uses

HOME = "index"


def plan(site: Site) -> tuple[PageSpec, ...]:
    """Record pages, sources last, then the home page and the indexes."""
    return (*_records(site), *_indexes(site))


def _records(site: Site) -> Iterator[PageSpec]:
    for kind in sorted(site.kinds, key=lambda kind: issubclass(kind.model, Source)):
        if not issubclass(kind.model, Term):
            turn = SOURCES if issubclass(kind.model, Source) else FIRST
            for record in site.graph.of(kind.model):
                path, address = f"{kind.plural}/{record.id}", site.addresses.record(record.id)
                title = title_of(record, site.graph)
                yield PageSpec(path, address, title, kind.name, _record_view, record.id, turn=turn)


def _record_view(site: Site, page: PageSpec, uses: Uses) -> object:
    return view_of(site.graph.records[page.record], site, uses)


def _indexes(site: Site) -> Iterator[PageSpec]:
    found = indexes(site)
    yield PageSpec(HOME, site.addresses.page(""), site.name, "home", _home_view)
    for index in found:
        yield from of_index(index, site)
    for explainer in with_own_matrix(site.graph):
        yield _of_explainer(WHO_SAID_WHAT, WHO, matrix_path(explainer), _matrix_view, explainer, site)
    for explainer in site.graph.of(Explainer):
        index = next(index for index in found if index.kind == "explainer")
        yield _of_explainer(ON_RECORD, index, on_record_path(explainer), _on_record_view, explainer, site)


def _of_explainer(kind: str, index: Index, path: str, query: Query, explainer: Explainer, site: Site) -> PageSpec:
    title = title_of_part(kind, index, explainer)
    return PageSpec(path, site.addresses.page(path), title, kind, query, explainer=explainer.id, index=index)


def _home_view(site: Site, page: PageSpec, uses: Uses) -> object:
    return home_view(site, list(doors(site, indexes(site))))


def _matrix_view(site: Site, page: PageSpec, uses: Uses) -> object:
    return explainer_who_view(_explainer(site, page), site.graph)


def _on_record_view(site: Site, page: PageSpec, uses: Uses) -> object:
    return on_record_view(_explainer(site, page), site.graph)


def _explainer(site: Site, page: PageSpec) -> Explainer:
    explainer = site.graph.get(page.explainer, Explainer)
    assert explainer, "a page about an explainer is planned from its record"
    return explainer


def of_index(index: Index, site: Site) -> Iterator[PageSpec]:
    """The pages of a list."""

    def page(path: str, title: str, part: int) -> PageSpec:
        address = site.addresses.page(path) if part else site.addresses.index(index.path)
        own = path if part else f"{index.path}/index"
        return PageSpec(own, address, title, index.template, index.query, index=index, turn=index.turn, part=part)

    yield page(index.path, index.title, 0)
    for part, letter in enumerate(letter_pages(site.language, site.graph) if index == GLOSSARY else (), 1):
        yield page(f"{index.path}/{letter.path}", f"{index.title}: {letter.title}", part)
    for part, title in enumerate(index.titles(site)):
        if part:
            yield page(part_path(index.path, part), f"{index.title}: {title}", part)
    for tag in tags_of(site) if index == TAGS else ():
        yield from _of_tag(tag, site)


def _of_tag(tag: str, site: Site) -> Iterator[PageSpec]:
    for part, found in enumerate(parts_of_tag(tag, site)):
        path = part_path(tag_path(tag), part) if part else tag_path(tag)
        title = f"{site.tag(tag)}: {found.title}" if part else site.tag(tag)
        yield PageSpec(path, site.addresses.page(path), title, "tagged", _tag_view, tag=tag, index=TAGS, part=part)


def _tag_view(site: Site, page: PageSpec, uses: Uses) -> object:
    return tag_view(page.tag, site, page.part)


def title_of_part(kind: str, index: Index, explainer: Record) -> str:
    """What a page about one explainer is called: of who said what, or of all that is on record."""
    return f"{'On record' if kind == ON_RECORD else index.title}: {explainer.title}"
