"""A page of a site, made from its records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from explainers.kinds import Kind, kind_of
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.model.base import Record
from explainers.model.edtf_dates import spoken
from explainers.pages.environment import environment
from explainers.pages.jsonld import jsonld
from explainers.pages.page import Page
from explainers.pages.plan import Job, titles_of_pages
from explainers.pages.sheet import Sheet
from explainers.pages.views.changes import Change, changes
from explainers.pages.views.claim import claim_view
from explainers.pages.views.explainer import explainer_view
from explainers.pages.views.figures import figures_view
from explainers.pages.views.glossary import glossary_view
from explainers.pages.views.indexes import (
    changes_on,
    doors,
    home_view,
    index_view,
    indexes,
    timeline_view,
)
from explainers.pages.views.on_record import ON_RECORD, on_record_view
from explainers.pages.views.others import record_view
from explainers.pages.views.parts import Turn, turns
from explainers.pages.views.positions import WHO_SAID_WHAT, explainer_who_view, who_view
from explainers.pages.views.tags import parts_of_tag, tag_view, tags_view
from explainers.prose.address import tag_path
from explainers.prose.in_short import in_short
from explainers.prose.site import Site
from explainers.prose.titles import title_of
from explainers.prose.uses import Uses


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the breadcrumb."""

    title: str
    address: str


def make(site: Site, job: Job, uses: Uses) -> tuple[Page, Uses]:
    """A page, and what it cites and marks. `uses`, of other pages, are seen only by a page that lists them.

    The uses of the pages that go across records are not counted: they repeat what records say.
    """
    if job.record:
        record = site.graph.records[job.record]
        return _record_page(site, kind_of(site.kinds, job.kind), record, uses)
    return _page(site, job, _index_view(site, job, uses)), Uses()


def _record_page(site: Site, kind: Kind, record: Record, uses: Uses) -> tuple[Page, Uses]:
    """A record's page, and what it cites and marks."""
    address = site.addresses.record(record.id)
    title = title_of(record, site.graph)
    sheet = Sheet(site, address, record.id, title)
    view = _view(record, site, uses)
    html = _render(
        site, sheet, _template(kind), title=title, kind=kind.name, record=record, view=view,
        heading=sheet.label(record) if isinstance(record, Claim) else title,
        changes=changes([record]), kicker="" if isinstance(record, Explainer) else kind.label,
        crumbs=[Crumb(kind.plural_label, site.addresses.index(kind.plural))],
        data=site.data(record.id), edit=_edit(site, record),
        changed=site.changed.get(record.id, ""),
    )  # fmt: skip
    page = Page(
        path=f"{kind.plural}/{record.id}",
        address=address,
        title=title,
        description=in_short(record, site),
        html=html,
        headings=tuple(sheet.headings),
        kind=kind.name,
        record=record.id,
        jsonld=jsonld(record, site),
        changed=site.changed.get(record.id, ""),
    )
    return page, sheet.writer.uses


@cache
def _template(kind: Kind) -> str:
    """The name of a kind's template: its own, if it has one."""
    return f"{kind.name}/page.html" if (kind.folder / "page.html").exists() else "record.html"


def _view(record: Record, site: Site, uses: Uses) -> object:
    if isinstance(record, Claim):
        return claim_view(record, site.graph)
    if isinstance(record, Explainer):
        return explainer_view(record, site)
    return record_view(record, site.graph, uses)


def _index_view(site: Site, job: Job, uses: Uses) -> object:
    """What the home page, an index or a part of one prints."""
    graph = site.graph
    if job.index is None:
        return home_view(site, list(doors(site, indexes(site))))
    if explainer := graph.get(job.explainer, Explainer):
        if job.kind == ON_RECORD:
            return on_record_view(explainer, graph)
        return explainer_who_view(explainer, graph)
    if job.tag:
        return tag_view(job.tag, site, job.part)
    if job.index.kind:
        return index_view(kind_of(site.kinds, job.index.kind), site, job.part)
    views: dict[str, Callable[[], object]] = {
        WHO_SAID_WHAT: lambda: who_view(graph),
        "figures": lambda: figures_view(graph, site.language, job.part),
        "timeline": lambda: timeline_view(graph, job.part),
        "glossary": lambda: glossary_view(site, uses, job.part),
        "changes": lambda: _Changes(changes_on(graph, job.part)),
        "tags": lambda: tags_view(site, job.part),
    }
    return views[job.index.path]()


@dataclass(frozen=True, slots=True)
class _Changes:
    changes: tuple[Change, ...]


def _turns(site: Site, job: Job) -> tuple[Turn, ...]:
    if job.tag:
        first = site.addresses.page(tag_path(job.tag))
        titles = [part.title for part in parts_of_tag(job.tag, site)]
        return turns(tag_path(job.tag), job.part, titles, site, first=first)
    if job.index is None or job.explainer:
        return ()
    return turns(job.index.path, job.part, titles_of_pages(job.index, site), site)


def _page(site: Site, job: Job, view: object) -> Page:
    """A page of no record. A part of an index has that above it."""
    above = job.index if job.explainer or job.tag or job.part else None
    sheet = Sheet(site, job.address, title=job.title)
    changed = max(site.changed.values(), default="")
    html = _render(
        site, sheet, f"{job.kind}.html", title=job.title, heading=job.title, kind=job.kind, record=None, view=view,
        kicker="Tag" if job.tag else "",
        crumbs=[Crumb(above.title, site.addresses.index(above.path))] if above else [],
        data="data/records.json", edit="", changed=changed, turns=_turns(site, job),
    )  # fmt: skip
    description = str(getattr(view, "words", "")) or site.description
    return Page(
        job.path, job.address, job.title, description, html, tuple(sheet.headings), job.kind,
        jsonld=jsonld(None, site, page=job.kind, terms=tuple(getattr(view, "terms", ()))), changed=changed,
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
