"""A site while it is looked at: one record is edited, and each page is made again when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from explainers.build.cache import Cache, beside, name_of, page_and_facts
from explainers.build.check import Inputs
from explainers.build.load import load
from explainers.exports import ExportedFile, exports
from explainers.graph.fingerprints import Fingerprints
from explainers.graph.link import relinked
from explainers.graph.trace import Fact
from explainers.markdown.scan import scan
from explainers.model.decode import Document
from explainers.pages import Job, Page, plan
from explainers.pages.plan import FIRST, SOURCES, title_of
from explainers.prose.site import Site
from explainers.prose.uses import Uses
from explainers.text.diagnostic import Diagnostic, Severity


@dataclass(frozen=True)
class Edited:
    """What became of an edit: it is shown, or the record is shown as it was last good, or all has to be built anew."""

    outcome: Literal["shown", "last good", "whole"]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """A page that was made between two builds, and what was true then."""

    name: str
    page: Page
    uses: Uses
    marks: Mapping[Fact, str]


class Preview:
    """A site that was built with a cache, and what has been edited since."""

    def __init__(self, site: Site, documents: Iterable[Document], found: Inputs, cache: Cache) -> None:
        self.site = site
        self._documents = {document.path: document for document in documents}
        self._files = dict(found.files)
        self._by_hand = found.pages
        self._cache = cache
        self._jobs = {job.path: job for job in plan(site)}
        self._planned: dict[str, Job] = {}
        self._own: dict[str, _Known] = {}
        self._told: dict[str, _Known] = {}
        self._now = Fingerprints(site.graph, beside(site))

    def edit(self, path: str, data: bytes) -> Edited | None:
        """Take in a file of a record as it is now; None where it is as it was."""
        if self._files.get(path) == data:
            return None
        before = self._documents.get(path)
        if before is None or before.record is None:
            return Edited("whole")
        documents, diagnostics = load({path: data}, self.site.kinds)
        now = documents[0] if documents else None
        self._files[path] = data
        if now is None or now.record is None or any(d.severity is Severity.ERROR for d in diagnostics):
            return Edited("last good", tuple(diagnostics))
        if not self._is_in_its_place(before, now):
            return Edited("whole")
        self._documents[path] = now
        return self._taken_in(now, diagnostics)

    def page(self, path: str) -> Page | None:
        """A page as it is now, if it is not what it was when it was last asked for."""
        if path not in self._jobs:
            return None
        job = self._job(path)
        self._refresh(job, Uses() if job.turn == FIRST else self._uses(job))
        known = self._own.get(path)
        # A page is also made anew where another one asks what it uses.
        if known is None or known is self._told.get(path):
            return None
        self._told[path] = known
        return known.page

    def files(self) -> list[ExportedFile]:
        """The files for programs as they are now."""
        return exports(self.site)

    def _taken_in(self, now: Document, diagnostics: list[Diagnostic]) -> Edited:
        graph, found = relinked(self.site.graph, now, {document.id: document for document in self._documents.values()})
        site = replace(self.site, graph=graph)
        if now.kind == "term":
            site = replace(site, by_hand=scan(self._by_hand, site).uses)
        if now.kind == "explainer" and [job.path for job in plan(site)] != [*self._jobs]:
            return Edited("whole")
        self.site = site
        self._planned = {}
        self._now = Fingerprints(site.graph, beside(site))
        return Edited("shown", (*diagnostics, *found))

    def _is_in_its_place(self, before: Document, now: Document) -> bool:
        """Whether nothing but the content of a page is another: not who has a page, nor what leads there."""
        one, other = before.record, now.record
        if one is None or other is None or other.status == "draft" or self.site.references:
            return False
        same = (one.status, one.formerly, len(one.updates)) == (other.status, other.formerly, len(other.updates))
        return same and before.kind == now.kind and not (_cites(before) or _cites(now))

    def _job(self, path: str) -> Job:
        job = self._jobs[path]
        if job.record:
            return replace(job, title=title_of(self.site.graph.records[job.record]))
        # A long list may need another number of pages, which stands in their titles.
        self._planned = self._planned or {job.path: job for job in plan(self.site)}
        return self._planned.get(path, job)

    def _refresh(self, job: Job, uses: Uses) -> None:
        """Make a page anew, if it is not as it was in the last build, or when it was last made after that."""
        name = name_of(self.site, job, uses)
        own = self._own.get(job.path)
        if own:
            is_true = own.name == name and all(mark == self._now[fact] for fact, mark in own.marks.items())
        else:
            is_true = self._cache.last(job.path) == name and self._cache.is_true(name, self._now)
        if not is_true:
            page, used, facts = page_and_facts(self.site, job, uses)
            self._own[job.path] = _Known(name, page, used, {fact: self._now[fact] for fact in facts})

    def _uses(self, job: Job) -> Uses:
        """What all pages that come before one use, as they are now."""
        uses = Uses()
        uses.add(self.site.by_hand)
        for path, other in self._jobs.items():
            if other.record and other.turn < job.turn:
                self._refresh(self._job(path), Uses() if other.turn == FIRST else self._uses(self._job(path)))
                uses.add(self._uses_of(path))
        if job.turn == SOURCES and self._cited_by_others(job):
            for path, other in self._jobs.items():
                if other.turn == SOURCES:
                    uses.add(self._uses_of(path))
            return uses.of_source(job.record, but=job.address)
        return uses

    def _cited_by_others(self, job: Job) -> bool:
        """Whether another source's page cites a source. No edit changes that: it is for a whole build."""
        return any(
            other.turn == SOURCES and other.record != job.record and job.record in self._uses_of(path).sources
            for path, other in self._jobs.items()
        )

    def _uses_of(self, path: str) -> Uses:
        own = self._own.get(path)
        return own.uses if own else self._cache.uses_of(path) or Uses()


def _cites(document: Document) -> bool:
    return document.kind == "source" and document.tree is not None and "@" in document.tree.source.text
