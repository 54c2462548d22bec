"""Record pages made, put into the theme and written in one go, by several processes, out of MkDocs' own loops.

Only where nobody but us and Material's search hears of each page: then a page need not come back to this process, and
one that stands in the site's folder already need not be made.
"""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from mkdocs.commands.build import get_context
from mkdocs.structure.files import Files

from explainers.build.entries import Fresh, Kept
from explainers.build.made import Made, made
from explainers.build.pages import explained_by
from explainers.build.progress import Progress
from explainers.build.site import Built
from explainers.build.workers import shared_out, worthwhile
from explainers.engines.mkdocs.fast import StreamedShells, Unsound
from explainers.engines.mkdocs.generated import GeneratedFile, GeneratedPage, anchors_of, every_page
from explainers.engines.mkdocs.head import with_data
from explainers.engines.mkdocs.listeners import handled
from explainers.engines.mkdocs.pieces import Piece
from explainers.engines.mkdocs.search import RecordIndexer
from explainers.engines.mkdocs.standing import Standing, StandingPage
from explainers.exports import ALL_RECORDS, ExportedFile, records
from explainers.pages import Job, Page
from explainers.prose.site import Site
from explainers.prose.uses import Uses

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

log = logging.getLogger("mkdocs.plugins.explainers")
# Of the pages of each kind that stand in the folder, so many are held against the theme's own rendering.
_HELD = 2


@dataclass(frozen=True, slots=True)
class Written:
    """What the rest of the build has to know of a page that is written. `was_there` if nothing had to be written."""

    changed: str
    anchors: tuple[str, ...]
    entries: list[Any]
    was_there: bool
    standing: StandingPage | None


_Result: TypeAlias = tuple[Written | Page, Uses, Fresh | str]


class Writing:
    """The pages of a build: record pages are written, the others are left for MkDocs to put into the theme.

    `unchanged` counts those that were there already.
    """

    def __init__(
        self, env: Any, nav: Navigation, *, config: MkDocsConfig, search: RecordIndexer | None, standing: Standing
    ) -> None:
        self._env = env
        self._nav = nav
        self._config = config
        self._search = search
        self._standing = standing
        self._handled = handled(config)
        self._whole: dict[str, str] = {}
        self._progress = Progress("pages", log.info, quiet=not log.isEnabledFor(logging.INFO))
        self.unchanged = 0

    def pages(self, built: Built, files: Files) -> None:
        """Make every page and its record's file. Raises what making one raises."""
        self._built = built
        self._pages = {f.page.job: f.page for f in files if isinstance(f.page, GeneratedPage)}
        self._files = files
        self._docs = every_page(files)
        data = map(built.site.data, built.site.graph.records)
        self._standing.make_way([*(file.dest_uri for file in files), *data])
        self._taken = {file.dest_uri for file in files if not isinstance(file, GeneratedFile)}
        self._written = frozenset(
            job
            for job, page in self._pages.items()
            if isinstance(page.file, GeneratedFile) and page.file.is_ours_to_write
        )
        self._addresses: dict[str, list[str]] = defaultdict(list)
        for job in built.jobs:
            if job in self._written:
                self._addresses[job.kind].append(self._pages[job].url)
        self._cache = built.cache
        try:
            found = built.each(self._maker)
        finally:
            self._progress.end()
        for job, result in zip(built.jobs, found, strict=True):
            if isinstance(result, Written):
                self._note(job, result)
            elif job in self._pages:
                self._pages[job].fill_late(result, self._config, files)

    def files(self, built: Built) -> None:
        """Write the files of the records that have no page, and that of all records."""
        own = {id: built.own_file(id) for id in built.without_page}
        for file in own.values():
            self._put(file)
        paths = {id: built.site.data(id) for id in built.site.graph.records}
        # Where the site's owner wrote a file by hand, ours is nowhere to be read.
        own |= {id: built.own_file(id) for id, path in paths.items() if path in self._taken}

        if ALL_RECORDS not in self._taken:
            self._standing.put_pieces(ALL_RECORDS, self._pieces(built, own))
        self._standing.leave(paths.values())

    def _pieces(self, built: Built, own: Mapping[str, ExportedFile]) -> Iterator[Piece]:
        """The pieces of the file of all records. `own` are the files of records that are not written with a page."""
        site, kept = built.site, self._standing.kept()
        pages = {job.record: job.path for job in built.jobs if job.record}

        def piece(id: str, *, is_first: bool) -> bytes:
            data = own[id].data if id in own else self._standing.text(site.data(id))
            return records.piece(id, data, is_first=is_first)

        yield "", partial(records.head, site)
        for at, id in enumerate(sorted(site.graph.records)):
            # A page's mark is that of its record's file, too.
            standing = kept.get(pages[id]) if id in pages and id not in own else None
            mark = f"{standing.mark} {id} {at == 0}" if standing and standing.mark else ""
            yield mark, partial(piece, id, is_first=at == 0)
        yield "", lambda: built.tail

    def _maker(self, site: Site, jobs: Sequence[Job], uses: Uses) -> Iterable[tuple[Written | Page, Uses]]:
        self._hold(site, jobs, uses)
        found = self._standing_pages(site, jobs, uses)
        left = [job for job in jobs if job not in found]
        workers = worthwhile(self._built.workers, len(left))
        while True:
            # Each process comes to know the theme's shells for itself; what it learned before it was copied, it has.
            shells = StreamedShells(self._env, self._nav, addresses=self._addresses, whole=self._whole)
            try:
                made = shared_out(
                    partial(self._made, site, uses, shells),
                    left,
                    workers=workers,
                    tell=self._progress,
                    together=explained_by(site),
                )
                found |= zip(left, made, strict=True)
                return self._noted(jobs, [found[job] for job in jobs])
            except Unsound as fault:
                log.info("pages of the kind `%s` are rendered one by one: %s", *fault.args)
                self._whole[fault.args[0]] = fault.args[1]

    def _standing_pages(self, site: Site, jobs: Sequence[Job], uses: Uses) -> dict[Job, _Result]:
        """The pages that stand as they are to be: to share them out would take longer than to see that.

        A page that others made is laid by the worker that would make it: to copy a file is worth sharing.
        """
        found: dict[Job, _Result] = {}
        for job in jobs if self._cache else ():
            if job.path in self._standing.pages and (known := self._known(site, job, uses)):
                found[job] = known
        return found

    def _known(self, site: Site, job: Job, uses: Uses) -> _Result | None:
        """A page that is known and stands."""
        known = self._cache.find(site, job, uses) if self._cache else None
        if known and (standing := self._standing_page(job, known[1])):
            return self._as_it_was(job, known[1], standing), known[1].brief.uses, known[0]
        return None

    def _noted(self, jobs: Sequence[Job], made: Sequence[_Result]) -> list[tuple[Written | Page, Uses]]:
        """What was made, once the cache has taken what it keeps of it."""
        for job, (_, _, kept) in zip(jobs, made, strict=True):
            if self._cache:
                self._cache.note(job, kept)
        return [(result, uses) for result, uses, _ in made]

    def _made(self, site: Site, uses: Uses, shells: StreamedShells, job: Job) -> _Result:
        if laid := self._known(site, job, uses):
            return laid
        known = self._cache.find(site, job, uses) if self._cache else None
        found, kept = self._made_or_kept(site, job, uses, known)
        is_new = found.data is not None and self._put(found.data)
        if job not in self._written:
            return found.page, found.uses, kept
        page = self._pages[job]
        page.fill_late(found.page, self._config, self._files)
        page.active = True
        try:
            context = get_context(self._nav, self._docs, self._config, page)
            entries = self._entries(page, context)
            output = _encoded(with_data(shells.render(context), found.page))
        finally:
            page.active = False
        is_new |= self._standing.put(page.file.dest_uri, output)
        page.emptied()
        mark = self._mark(kept, known, page)
        data = found.data.path if found.data and found.data.path not in self._taken else ""
        standing = self._standing.page(mark, page.file.dest_uri, data)
        anchors = tuple(heading.id for heading in found.page.headings)
        return Written(found.page.changed, anchors, entries, not is_new, standing), found.uses, kept

    def _made_or_kept(
        self, site: Site, job: Job, uses: Uses, known: tuple[str, Kept] | None
    ) -> tuple[Made, Fresh | str]:
        if self._cache is None:
            return made(site, job, uses), ""
        if known and (kept := self._cache.fetch(known[1])):
            return kept, known[0]
        return self._cache.make_anew(site, job, uses)

    def _mark(self, kept: Fresh | str, known: tuple[str, Kept] | None, page: GeneratedPage) -> str:
        mark = kept.place.mark if isinstance(kept, Fresh) else known[1].place.mark if known and kept else ""
        return page.mark_with_beside(mark) if self._handled and mark else mark

    def _standing_page(self, job: Job, kept: Kept) -> StandingPage | None:
        """A page of which the one in the site's folder is still true."""
        # Where the search has whole pages in it, they have to be read.
        if job not in self._written or (self._search and not self._search.brief):
            return None
        data = self._built.site.data(job.record) if job.record else ""
        data = "" if data in self._taken else data
        page = self._pages[job]
        mark = page.mark_with_beside(kept.place.mark) if self._handled else kept.place.mark
        return self._standing.still(job.path, mark, page.file.dest_uri, data) if mark else None

    def _as_it_was(self, job: Job, kept: Kept, standing: StandingPage) -> Written:
        brief = kept.brief
        page = self._pages[job]
        page.fill_late(brief.page(job), self._config, self._files)
        entries = self._entries(page, {})
        page.emptied()
        return Written(brief.changed, tuple(brief.anchors), entries, True, standing)

    def _hold(self, site: Site, jobs: Sequence[Job], uses: Uses) -> None:
        """Hold some of the pages that stand against the theme's own rendering: if they differ, none is left."""
        template = self._env.get_template("main.html")
        for job, kept in self._samples(site, jobs, uses):
            found = (self._cache and self._cache.fetch(kept)) or made(site, job, uses)
            page = self._pages[job]
            page.fill_late(found.page, self._config, self._files)
            page.active = True
            context = get_context(self._nav, self._docs, self._config, page)
            output = _encoded(with_data(template.render(context), found.page))
            page.active = False
            page.emptied()
            if output != self._standing.text(page.file.dest_uri):
                log.info("all pages are written: the theme makes another of %s", page.url)
                self._standing.forget()
                return

    def _samples(self, site: Site, jobs: Sequence[Job], uses: Uses) -> Iterator[tuple[Job, Kept]]:
        """Some pages of each kind, and some from each folder that they come from."""
        held: Counter[tuple[str, str]] = Counter()
        for job in jobs:
            sorts = ("kind", job.kind), ("source", self._standing.source(job.path))
            if self._cache and self._standing.has(job.path) and any(held[sort] < _HELD for sort in sorts):
                known = self._cache.find(site, job, uses)
                if known and self._standing_page(job, known[1]):
                    held.update(sorts)
                    yield job, known[1]

    def _entries(self, page: GeneratedPage, context: Any) -> list[Any]:
        """What the search has of a page."""
        if self._search is None:
            return []
        self._search(context, page=page, config=self._config, nav=self._nav)
        return self._search.entries[page.file.src_uri]

    def _put(self, file: ExportedFile) -> bool:
        """Write a file for programs, unless one by hand stands in its place."""
        return file.path not in self._taken and self._standing.put(file.path, file.data)

    def _note(self, job: Job, written: Written) -> None:
        page = self._pages[job]
        page.update_date = written.changed or page.update_date
        page.present_anchor_ids = anchors_of(written.anchors)
        self.unchanged += written.was_there
        if written.standing:
            self._standing.keep(job.path, written.standing)
        self._standing.leave([page.file.dest_uri])
        if self._search:
            self._search.entries[page.file.src_uri] = written.entries


def _encoded(output: str) -> bytes:
    """A page as MkDocs writes it."""
    return output.encode("utf-8", errors="xmlcharrefreplace")
