"""A page of a site, made from its records."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from explainers.kinds import Kind, kind_of
from explainers.model.base import Record
from explainers.model.edtf_dates import spoken
from explainers.pages.environment import environment
from explainers.pages.jsonld import jsonld
from explainers.pages.page import Page
from explainers.pages.page_spec import PageSpec
from explainers.pages.sheet import Sheet
from explainers.pages.views.changes import changes
from explainers.pages.views.long_lists import ListPage, page_links
from explainers.pages.views.tags import parts_of_tag
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


def make(site: Site, spec: PageSpec, uses: Uses) -> tuple[Page, Uses]:
    """A page, and what it cites and marks. `uses`, of other pages, are seen only by a page that lists them.

    The uses of the pages that go across records are not counted: they repeat what records say.
    """
    if spec.record:
        record = site.graph.records[spec.record]
        return _record_page(site, kind_of(site.kinds, spec.kind), record, spec.query(site, spec, uses))
    return _page(site, spec, spec.query(site, spec, uses)), Uses()


def _record_page(site: Site, kind: Kind, record: Record, view: object) -> tuple[Page, Uses]:
    """A record's page, and what it cites and marks."""
    address = site.addresses.record(record.id)
    title = title_of(record, site.graph)
    sheet = Sheet(site, address, record.id, title)
    html = _render(
        site, sheet, _template(kind), title=title, kind=kind.name, record=record, view=view,
        changes=changes([record]), kicker=kind.label,
        crumbs=[Crumb(kind.plural_label, site.addresses.index(kind.plural))],
        data=site.data(record.id), edit=_edit(site, record), form=_form(site, sheet, record),
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


def _turns(site: Site, spec: PageSpec) -> tuple[ListPage, ...]:
    if spec.tag:
        first = site.addresses.page(tag_path(spec.tag))
        titles = [part.title for part in parts_of_tag(spec.tag, site)]
        return page_links(tag_path(spec.tag), spec.part, titles, site, first=first)
    if spec.index is None or spec.explainer:
        return ()
    return page_links(spec.index.path, spec.part, spec.index.titles(site), site)


def _page(site: Site, spec: PageSpec, view: object) -> Page:
    """A page of no record. A part of an index has that above it."""
    above = spec.index if spec.explainer or spec.tag or spec.part else None
    sheet = Sheet(site, spec.address, title=spec.title)
    changed = max(site.changed.values(), default="")
    html = _render(
        site, sheet, f"{spec.kind}.html", title=spec.title, kind=spec.kind, record=None, view=view,
        kicker="Tag" if spec.tag else "",
        crumbs=[Crumb(above.title, site.addresses.index(above.path))] if above else [],
        data="data/records.json", edit="", form="", changed=changed, turns=_turns(site, spec),
    )  # fmt: skip
    description = str(getattr(view, "words", "")) or site.description
    return Page(
        spec.path, spec.address, spec.title, description, html, tuple(sheet.headings), spec.kind,
        jsonld=jsonld(None, site, page=spec.kind, terms=tuple(getattr(view, "terms", ()))), changed=changed,
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


def _form(site: Site, sheet: Sheet, record: Record) -> str:
    """Where an editor who looks at a preview edits the record, if the site has a form."""
    kind = kind_of(site.kinds, site.graph.kind(record.id))
    return f"{sheet.to(site.form)}#/collections/{kind.plural}/entries/{record.id}" if site.form else ""
