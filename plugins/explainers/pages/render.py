"""Every page of a site, rendered once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from explainers.kinds import Kind, kind_of
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.model.base import Record
from explainers.model.edtf_dates import spoken
from explainers.pages.environment import environment
from explainers.pages.jsonld import jsonld
from explainers.pages.page import Page
from explainers.pages.sheet import Sheet
from explainers.pages.views.changes import changes
from explainers.pages.views.claim import claim_view
from explainers.pages.views.explainer import explainer_view
from explainers.pages.views.figures import figures_view
from explainers.pages.views.glossary import glossary_view
from explainers.pages.views.indexes import (
    doors,
    home_view,
    index_view,
    indexes,
    timeline_view,
)
from explainers.pages.views.others import record_view
from explainers.pages.views.positions import WHO_SAID_WHAT, matrix_path, who_view, who_views
from explainers.prose.plain_text import plain_text
from explainers.prose.sentence import plain_sentence
from explainers.prose.site import Site
from explainers.prose.uses import Uses


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the breadcrumb."""

    title: str
    address: str


def pages(site: Site) -> list[Page]:
    """Record pages, indexes and the home page.

    Sources come after the records that cite them, and the glossary last: they say where they are used.
    """
    uses = Uses()
    uses.add(site.by_hand)
    made: list[Page] = []
    for kind in sorted(site.kinds, key=lambda kind: kind.model is Source):
        if kind.model is not Term:
            for record in site.graph.of(kind.model):
                page, found = _record_page(site, kind, record, uses)
                made.append(page)
                uses.add(found)
    made += _index_pages(site, uses)
    return made


def _record_page(site: Site, kind: Kind, record: Record, uses: Uses) -> tuple[Page, Uses]:
    """A record's page, and what it cites and marks."""
    address = site.addresses.record(record.id)
    sheet = Sheet(site, address, record.id, record.title)
    template = f"{kind.name}/page.html" if (kind.folder / "page.html").exists() else "record.html"
    html = _render(
        site, sheet, template, title=record.title, kind=kind.name, record=record, view=_view(record, site, uses),
        changes=changes(_with_updates(record, site)), kicker="" if kind.model is Explainer else kind.label,
        crumbs=[Crumb(kind.plural_label, site.addresses.index(kind.plural))],
        data=site.data(record.id), edit=_edit(site, record),
        changed=site.changed.get(record.id, ""),
    )  # fmt: skip
    page = Page(
        path=f"{kind.plural}/{record.id}",
        address=address,
        title=record.title,
        description=_description(record, site),
        html=html,
        headings=tuple(sheet.headings),
        kind=kind.name,
        record=record.id,
        jsonld=jsonld(record, site),
        changed=site.changed.get(record.id, ""),
    )
    return page, sheet.writer.uses


def _view(record: Record, site: Site, uses: Uses) -> object:
    if isinstance(record, Claim):
        return claim_view(record, site.graph)
    if isinstance(record, Explainer):
        return explainer_view(record, site.graph)
    return record_view(record, site.graph, uses, language=site.language)


def _with_updates(record: Record, site: Site) -> list[Record]:
    """A record, and for an explainer the claims and sources it rests on."""
    if isinstance(record, Explainer):
        return list(explainer_view(record, site.graph).changed)
    return [record]


def _index_pages(site: Site, uses: Uses) -> Iterator[Page]:
    """The home page and the indexes that this site has."""
    graph = site.graph
    found = indexes(site)
    views: dict[str, Callable[[], object]] = {
        WHO_SAID_WHAT: lambda: who_view(graph),
        "figures": lambda: figures_view(graph),
        "timeline": lambda: timeline_view(graph),
        "glossary": lambda: glossary_view(site, uses),
        "changes": lambda: _Changes(tuple(changes(list(graph.records.values())))),
    }
    yield _page(site, "index", site.name, "home", home_view(site, list(doors(site, found))))
    for index in found:
        if index.kind:
            view: object = index_view(kind_of(site.kinds, index.kind), graph)
            yield _page(site, f"{index.path}/index", index.title, "index", view)
        else:
            yield _page(site, f"{index.path}/index", index.title, index.path, views[index.path]())
    for explainer, view in who_views(graph):
        above = Crumb(next(i.title for i in found if i.path == WHO_SAID_WHAT), site.addresses.index(WHO_SAID_WHAT))
        title = f"{above.title}: {explainer.title}"
        yield _page(site, matrix_path(explainer), title, WHO_SAID_WHAT, view, above=above)


@dataclass(frozen=True, slots=True)
class _Changes:
    changes: tuple[object, ...]


def _page(site: Site, path: str, title: str, template: str, view: object, *, above: Crumb | None = None) -> Page:
    """A page of no record; `above` is the index that it is a part of."""
    folder, _, name = path.rpartition("/")
    address = (
        site.addresses.index(folder) if folder and name == "index" else site.addresses.page(path if folder else "")
    )
    sheet = Sheet(site, address, title=title)
    changed = max(site.changed.values(), default="")
    html = _render(
        site, sheet, f"{template}.html", title=title, kind=template, record=None, view=view, changes=(), kicker="",
        crumbs=[above] if above else [], data="data/records.json", edit="", changed=changed,
    )  # fmt: skip
    description = str(getattr(view, "words", "")) or site.description
    return Page(
        path, address, title, description, html, tuple(sheet.headings), template,
        jsonld=jsonld(None, site, page=template), changed=changed,
    )  # fmt: skip


def _render(site: Site, sheet: Sheet, template: str, **values: object) -> str:
    changed = str(values["changed"])
    return environment(tuple(site.kinds)).get_template(template).render(
        s=sheet, address=sheet.address, permalink=site.permalink(sheet.address),
        changed_spoken=spoken(changed) if changed else "", **values,
    )  # fmt: skip


def _edit(site: Site, record: Record) -> str:
    kind = kind_of(site.kinds, site.graph.kind(record.id))
    return f"{site.edit_url}{kind.plural}/{record.id}.yml" if site.edit_url else ""


def _description(record: Record, site: Site) -> str:
    """A page's description for search engines, at most 160 characters, and never a claim without its speaker."""
    summary = plain_text(record.summary or "", site.graph)
    words = " ".join((plain_sentence(record, site.graph) if isinstance(record, Claim) else summary).split())
    if len(words) <= 160:
        return words
    return f"{words[:158].rsplit(' ', 1)[0]} …"
