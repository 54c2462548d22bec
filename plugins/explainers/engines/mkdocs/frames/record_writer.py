"""Record pages, made, put into the theme and written in one go by several processes, outside of MkDocs' own loops.

Only if no plugin but ours and Material's search listens to single pages: then no page comes back to this process.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from mkdocs.commands.build import get_context
from mkdocs.structure.files import Files

from explainers.build.made import make_page_and_file
from explainers.build.pages import explained_by
from explainers.build.progress import Progress
from explainers.build.shards import ShardOutput, ShardPage
from explainers.build.site_build import SiteBuild
from explainers.build.workers import shared_out, worthwhile
from explainers.engines.mkdocs.files.generated_pages import GeneratedFile, GeneratedPage, anchors_of, every_page
from explainers.engines.mkdocs.finish.finishing import Finishing
from explainers.engines.mkdocs.finish.search_adapter import RecordIndexer
from explainers.engines.mkdocs.frames.frames import Frames, Unsound
from explainers.engines.mkdocs.frames.site_folder import SiteFolder
from explainers.exports import ALL_RECORDS, ExportedFile, all_records
from explainers.pages import Page, PageSpec
from explainers.prose.site import Site
from explainers.prose.uses import Uses

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

log = logging.getLogger("mkdocs.plugins.explainers")


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """What the rest of the build has to know about a written page."""

    changed: str
    anchors: tuple[str, ...]
    entries: list[Any]


_Result: TypeAlias = tuple[WrittenPage | Page, Uses]


class RecordWriter:
    """The pages of a build: record pages are written, the others are left for MkDocs to put into the theme.

    A page that is among the `parts`, by its path, is taken from there.
    """

    def __init__(
        self,
        env: Any,
        nav: Navigation,
        *,
        config: MkDocsConfig,
        search: RecordIndexer | None,
        finishing: Finishing,
        folder: SiteFolder,
        parts: Mapping[str, tuple[ShardOutput, ShardPage]],
    ) -> None:
        self._env = env
        self._nav = nav
        self._config = config
        self._search = search
        self._finishing = finishing
        self._folder = folder
        self._parts = parts
        self._whole: dict[str, str] = {}
        self._progress = Progress("pages", log.info, quiet=not log.isEnabledFor(logging.INFO))

    def pages(self, built: SiteBuild, files: Files) -> Mapping[str, ShardPage]:
        """Make every page and its record's file, and return what is known about those of records, by path.

        Raises what making one raises.
        """
        self._built = built
        self._pages = {f.page.spec: f.page for f in files if isinstance(f.page, GeneratedPage)}
        self._files = files
        self._docs = every_page(files)
        self._taken = {file.dest_uri for file in files if not isinstance(file, GeneratedFile)}
        self._written = frozenset(
            spec
            for spec, page in self._pages.items()
            if isinstance(page.file, GeneratedFile) and page.file.is_ours_to_write
        )
        self._addresses: dict[str, list[str]] = defaultdict(list)
        for spec in built.specs:
            if spec in self._written:
                self._addresses[spec.kind].append(self._pages[spec].url)
        # Each process learns the frames for itself, and keeps what it knew when it was forked.
        self._frames = Frames(self._env, self._nav, addresses=self._addresses, whole=self._whole)
        try:
            found = built.each(self._maker)
        finally:
            self._progress.end()
        known = {}
        for spec, (result, uses) in found.items():
            if isinstance(result, WrittenPage):
                self._note(spec, result)
                known[spec.path] = ShardPage(result.changed, result.anchors, uses, result.entries)
            elif spec in self._pages:
                self._pages[spec].fill_late(result, self._config, files)
        return known

    def files(self, built: SiteBuild) -> None:
        """Write the files of the records that have no page, and that of all records."""
        own = {id: built.own_file(id) for id in built.without_page}
        for file in own.values():
            self._put(file)
        # A hand-written file replaces ours, which is then not on disk.
        paths = {id: built.site.data(id) for id in built.site.graph.records}
        own |= {id: built.own_file(id) for id, path in paths.items() if path in self._taken}

        def data(id: str) -> bytes:
            return own[id].data if id in own else self._folder.text(paths[id])

        if ALL_RECORDS not in self._taken:
            self._folder.put(ALL_RECORDS, all_records(built.site, data))

    def _maker(self, site: Site, specs: Sequence[PageSpec], uses: Uses) -> Iterable[_Result]:
        workers = worthwhile(self._built.workers, len(specs))
        while True:
            try:
                return shared_out(
                    partial(self._made, site, uses),
                    specs,
                    workers=workers,
                    on_progress=self._progress,
                    together=explained_by(site),
                )
            except Unsound as fault:
                log.info("pages of the kind `%s` are rendered one by one: %s", *fault.args)
                self._whole[fault.args[0]] = fault.args[1]

    def _made(self, site: Site, uses: Uses, spec: PageSpec) -> _Result:
        if found := self._from_part(site, spec):
            return found
        new = make_page_and_file(site, spec, uses)
        if new.data:
            self._put(new.data)
        if spec not in self._written:
            return new.page, new.uses
        page = self._pages[spec]
        page.fill_late(new.page, self._config, self._files)
        page.active = True
        try:
            context = get_context(self._nav, self._docs, self._config, page)
            entries = self._entries(page, context)
            output = _encoded(self._finishing.page(self._frames.render(context), page))
        finally:
            page.active = False
        self._folder.put(page.file.dest_uri, [output])
        page.emptied()
        return WrittenPage(new.page.changed, tuple(heading.id for heading in new.page.headings), entries), new.uses

    def _from_part(self, site: Site, spec: PageSpec) -> _Result | None:
        """A page that another build made, with the file of its record, by their paths in this build."""
        part, known = self._parts.get(spec.path, (None, None))
        if part is None or known is None or spec not in self._written:
            return None
        # The shard wrote no file for a record if the site's owner wrote one.
        paths = [self._pages[spec].file.dest_uri, *([site.data(spec.record)] if spec.record else [])]
        wanted = [path for path in paths if path not in self._taken]
        found = {path: part.file(path) for path in wanted}
        if None in found.values():
            log.info("%s is made here: it is not whole in `%s`", spec.path, part.folder)
            return None
        for path, data in found.items():
            self._folder.put(path, [data or b""])
        return WrittenPage(known.changed, known.anchors, known.entries), known.uses

    def _entries(self, page: GeneratedPage, context: Any) -> list[Any]:
        """The entries of a page in the search."""
        if self._search is None:
            return []
        self._search(context, page=page, config=self._config, nav=self._nav)
        return self._search.entries[page.file.src_uri]

    def _put(self, file: ExportedFile) -> None:
        """Write a file for programs, unless a hand-written one replaces it."""
        if file.path not in self._taken:
            self._folder.put(file.path, [file.data])

    def _note(self, spec: PageSpec, written: WrittenPage) -> None:
        page = self._pages[spec]
        page.update_date = written.changed or page.update_date
        page.present_anchor_ids = anchors_of(written.anchors)
        if self._search:
            self._search.entries[page.file.src_uri] = written.entries


def _encoded(output: str) -> bytes:
    """A page as MkDocs writes it."""
    return output.encode("utf-8", errors="xmlcharrefreplace")
