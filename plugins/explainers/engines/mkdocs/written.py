"""Record pages made, put into the theme and written in one go, by several processes, out of MkDocs' own loops.

Only where nobody but us and Material's search hears of each page: then a page need not come back to this process.
"""

from __future__ import annotations

import logging
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files

from explainers.build.cache import Fresh
from explainers.build.site import Built
from explainers.build.workers import shared_out, worthwhile
from explainers.engines.mkdocs.fast import StreamedShells, Unsound
from explainers.engines.mkdocs.generated import GeneratedFile, GeneratedPage
from explainers.engines.mkdocs.handover import HandedOver
from explainers.engines.mkdocs.head import with_data
from explainers.engines.mkdocs.progress import Progress
from explainers.pages import Job, Page, make
from explainers.prose.site import Site
from explainers.prose.uses import Uses

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

log = logging.getLogger("mkdocs.plugins.explainers")


@dataclass(frozen=True, slots=True)
class Written:
    """What the rest of the build has to know of a page that is written."""

    changed: str
    anchors: tuple[str, ...]
    entries: list[Any]


_Made: TypeAlias = tuple[Written | Page, Uses, Fresh | str]


class Writing:
    """The pages of a build: record pages are written, the others are left for MkDocs to put into the theme."""

    def __init__(self, env: Any, nav: Navigation, *, config: MkDocsConfig, search: HandedOver | None) -> None:
        self._env = env
        self._nav = nav
        self._config = config
        self._search = search
        self._whole: dict[str, str] = {}
        self._progress = Progress("pages")

    def run(self, built: Built, files: Files) -> None:
        """Make every page. Raises what making a page raises."""
        self._pages = {f.page.job: f.page for f in files if isinstance(f.page, GeneratedPage)}
        self._files = files
        self._docs = files.documentation_pages()
        self._written = self._to_write(files)
        self._addresses: dict[str, list[str]] = defaultdict(list)
        for job in built.jobs:
            if job in self._written:
                self._addresses[job.kind].append(self._pages[job].url)
        self._workers = built.workers
        self._cache = built.cache
        try:
            found = built.each(self._maker)
        finally:
            self._progress.end()
        for job, result in zip(built.jobs, found, strict=True):
            if isinstance(result, Written):
                self._note(self._pages[job], result)
            elif job in self._pages:
                self._pages[job].fill_late(result, self._config, files)

    def _to_write(self, files: Files) -> frozenset[Job]:
        """The pages that stand in no navigation, and have their address to themselves."""
        in_nav = {id(page) for page in self._nav.pages}
        others = {file.dest_uri for file in files if not isinstance(file, GeneratedFile)}
        return frozenset(
            job
            for job, page in self._pages.items()
            if job.is_record and id(page) not in in_nav and page.file.dest_uri not in others
        )

    def _maker(self, site: Site, jobs: Sequence[Job], uses: Uses) -> Iterable[tuple[Written | Page, Uses]]:
        workers = worthwhile(self._workers, len(jobs))
        while True:
            # Each process comes to know the theme's shells for itself; what it learned before it was copied, it has.
            shells = StreamedShells(self._env, self._nav, addresses=self._addresses, whole=self._whole)
            try:
                made = shared_out(partial(self._made, site, uses, shells), jobs, workers=workers, tell=self._progress)
                return self._noted(jobs, made)
            except Unsound as found:
                log.info("pages of the kind `%s` are rendered one by one: %s", *found.args)
                self._whole[found.args[0]] = found.args[1]

    def _noted(self, jobs: Sequence[Job], made: Sequence[_Made]) -> list[tuple[Written | Page, Uses]]:
        """What was made, once the cache has taken what it keeps of it."""
        for job, (_, _, kept) in zip(jobs, made, strict=True):
            if self._cache and kept:
                self._cache.note(job, kept)
        return [(result, uses) for result, uses, _ in made]

    def _made(self, site: Site, uses: Uses, shells: StreamedShells, job: Job) -> _Made:
        kept: Fresh | str = ""
        if self._cache:
            made, found, kept = self._cache.make(site, job, uses)
        else:
            made, found = make(site, job, uses)
        if job not in self._written:
            return made, found, kept
        page = self._pages[job]
        page.fill_late(made, self._config, self._files)
        page.active = True
        try:
            context = get_context(self._nav, self._docs, self._config, page)
            if self._search:
                self._search(context, page=page, config=self._config, nav=self._nav)
            _write(with_data(shells.render(context), made), page.file)
        finally:
            page.active = False
        entries = self._search.entries[page.file.src_uri] if self._search else []
        page.emptied()
        return Written(made.changed, tuple(heading.id for heading in made.headings), entries), found, kept

    def _note(self, page: GeneratedPage, written: Written) -> None:
        assert isinstance(page.file, GeneratedFile)
        page.file.written = True
        page.update_date = written.changed or page.update_date
        page.present_anchor_ids = set(written.anchors)
        if self._search:
            self._search.entries[page.file.src_uri] = written.entries


def _write(output: str, file: File) -> None:
    """Write a page as MkDocs does."""
    path = file.abs_dest_path
    data = output.encode("utf-8", errors="xmlcharrefreplace")
    os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 – a page is written in 30 µs
    with open(path, "wb") as stream:  # noqa: PTH123
        stream.write(data)
