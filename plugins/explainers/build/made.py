"""The page of a record and its file for programs, made by one process, which computes once what both say."""

from __future__ import annotations

from dataclasses import dataclass

from explainers.exports import ExportedFile, record_file
from explainers.pages import Page, PageSpec, make
from explainers.prose.site import Site
from explainers.prose.uses import Uses


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page, what it cites and marks, and the file of its record; a page of no record has none."""

    page: Page
    uses: Uses
    data: ExportedFile | None = None


def make_page_and_file(site: Site, spec: PageSpec, uses: Uses) -> MadePage:
    """A page and its record's file. `uses`, of other pages, are seen only by a page that lists them."""
    page, own = make(site, spec, uses)
    return MadePage(page, own, record_file(site.graph.records[spec.record], site) if spec.record else None)
