"""What is made of a record: its page and its file for programs, by one process, which works out once what both say."""

from __future__ import annotations

from dataclasses import dataclass

from explainers.exports import ExportedFile, record_file
from explainers.pages import Job, Page, make
from explainers.prose.site import Site
from explainers.prose.uses import Uses


@dataclass(frozen=True, slots=True)
class Made:
    """A page, what it cites and marks, and the file of its record; a page of no record has none."""

    page: Page
    uses: Uses
    data: ExportedFile | None = None


def made(site: Site, job: Job, uses: Uses) -> Made:
    """A page and its record's file. `uses`, of other pages, are seen only by a page that lists them."""
    page, own = make(site, job, uses)
    return Made(page, own, record_file(site.graph.records[job.record], site) if job.record else None)
