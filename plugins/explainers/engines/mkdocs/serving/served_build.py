"""The state of a finished MkDocs build, from which single files are made again when a browser asks for them."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import _build_page, _populate_page

from explainers.build.edited import Edited
from explainers.build.garbage import without_garbage_collection
from explainers.build.preview import Preview
from explainers.engines.mkdocs.files.generated_pages import GeneratedPage, generated_file
from explainers.engines.mkdocs.files.other_pages import OtherPages
from explainers.engines.mkdocs.finish.search_adapter import RecordIndexer
from explainers.exports import ALL_RECORDS, ExportedFile, all_records, joint_file, record_file
from explainers.pages import PageSpec

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from explainers.engines.mkdocs.plugin import ExplainersPlugin

log = logging.getLogger("mkdocs.plugins.explainers")
SEARCH = "search/search_index.json"


@dataclass(frozen=True, slots=True)
class Theme:
    """What MkDocs needs to put its theme around a page of a build."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Any


def served_build(plugin: ExplainersPlugin, config: MkDocsConfig) -> ServedBuild:
    """What is served after a build."""
    convert = partial(plugin.pages.converted_anew, config, plugin.files)
    found = Preview(plugin.built, plugin.found, convert)
    theme = Theme(config, plugin.files, plugin.nav, plugin.env)
    served = ServedBuild(found, theme, pages=plugin.pages, search=plugin.search, has_our_pages=not plugin.on_request)
    # The records stay in memory: garbage collection must not walk through them while a page is made.
    gc.freeze()
    return served


class ServedBuild:
    """A finished build, whose files are brought up to date one by one."""

    def __init__(
        self,
        preview: Preview,
        theme: Theme,
        *,
        pages: OtherPages,
        search: RecordIndexer | None,
        has_our_pages: bool = True,
    ) -> None:
        self.preview = preview
        self._theme = theme
        self._other_pages = pages
        self._gathering = pages.gathering
        self._extension = pages.extension
        self._search = search
        self._folder = Path(theme.config.site_dir)
        self._docs = [*theme.files.documentation_pages()]
        self._pages = {file.dest_uri: file.page for file in self._docs if file.page}
        # Files that are hand-written or come with the theme replace ours.
        self._taken = {file.dest_uri for file in theme.files if file.abs_src_path}
        self._edits = 0
        # What is made from records may not exist yet.
        self._first = 0 if has_our_pages else -1
        self._as_of = {uri: 0 for uri, page in self._pages.items() if not isinstance(page, GeneratedPage)}

    def resume(self) -> None:
        """Continue after a build that failed."""
        self._other_pages.resume(self.preview.site, self._gathering)

    def edit(self, files: Mapping[str, bytes | None]) -> Edited | None:
        """Take in edited records."""
        edited = self.preview.edit(files)
        if edited and edited.outcome == "shown":
            self._take_in(edited)
        return edited

    def had_below(self, folder: Path) -> bool:
        """Whether a hand-written file was in a folder or below it."""
        return any(folder in Path(file.abs_src_path).parents for file in self._theme.files if file.abs_src_path)

    def edit_by_hand(self, paths: Iterable[Path]) -> bool:
        """Take in edited hand-written pages; false if one is gone, or has a new title or head, which all may show."""
        by_path = {file.abs_src_path: file.page for file in self._docs if file.page and file.abs_src_path}
        pages = [by_path.get(str(path)) for path in paths]
        for page in pages:
            if page is None or not Path(page.file.abs_src_path or "").is_file() or not self._is_as_it_was(page):
                return False
        self.preview.edit_by_hand(self._other_pages.uses())
        self._edits += 1
        self._extension.site = self.preview.site
        return True

    def refresh(self, address: str) -> None:
        """Write the file at an address again, if edits since may have changed it."""
        if self._as_of.get(address, self._first) == self._edits:
            return
        self._as_of[address] = self._edits
        with without_garbage_collection():
            page = self._pages.get(address)
            if isinstance(page, GeneratedPage):
                self._refresh_page(page)
            elif page is not None:
                self._read(page)
                self._build(page)
            elif address == SEARCH:
                self._refresh_search()
            elif address not in self._taken:
                self._refresh_file(address)

    def _take_in(self, edited: Edited) -> None:
        self._edits += 1
        self._extension.site = self.preview.site
        for spec in edited.went:
            self._remove(spec)
        for spec in edited.came:
            self._add(spec)

    def _is_as_it_was(self, page: Page) -> bool:
        before = (str(page.title), repr(page.meta))
        self._populate(page)
        return (str(page.title), repr(page.meta)) == before

    def _read(self, page: Page) -> None:
        """Read a hand-written page. One that is gone or no text, which MkDocs reports, stays as it was."""
        with suppress(OSError, UnicodeError):
            self._populate(page)

    def _refresh_page(self, page: GeneratedPage) -> None:
        # Pages that came or went are linked from here.
        if edited := self.preview.replanned(page.spec.path):
            self._take_in(edited)
        if page.spec.path in self.preview.specs:
            self._become(page)
            self._build(page)

    def _become(self, page: GeneratedPage) -> None:
        """Bring a page up to date, all but the theme around it."""
        page.become(self.preview.page(page.spec.path))
        self._populate(page)

    def _refresh_search(self) -> None:
        """Write the search index. Our pages' entries are made from their records, and not from the pages."""
        if self._search is None:
            return
        for page in self._pages.values():
            if not isinstance(page, GeneratedPage):
                self._read(page)
            self._search(None, page=page, config=self._theme.config, nav=self._theme.nav)
        self._search.write(self._theme.files, self._theme.config)

    def _refresh_file(self, address: str) -> None:
        """Write one file for programs, without the others."""
        site = self.preview.site
        records = site.graph.records
        record = records.get(address.rpartition("/")[2].removesuffix(".json"))
        if address == ALL_RECORDS:
            whole = b"".join(all_records(site, lambda id: record_file(records[id], site).data))
            self._write(ExportedFile(address, whole))
        elif record and site.data(record.id) == address:
            self._write(record_file(record, site))
        elif file := joint_file(address, site):
            self._write(file)

    def _page_of(self, path: str) -> GeneratedPage | None:
        file = self._theme.files.get_file_from_path(f"{path}.md")
        page = file.page if file else None
        return page if isinstance(page, GeneratedPage) else None

    def _add(self, spec: PageSpec) -> None:
        theme = self._theme
        if theme.files.get_file_from_path(f"{spec.path}.md") is not None:
            return
        file = generated_file(spec, theme.config)
        page = GeneratedPage(spec, file, theme.config)
        index = self._page_of(f"{spec.path.partition('/')[0]}/index")
        page.parent = index.parent if index else None
        theme.files.append(file)
        self._docs.append(file)
        self._pages[file.dest_uri] = page

    def _remove(self, spec: PageSpec) -> None:
        page = self._page_of(spec.path)
        if page is None:
            return
        self._theme.files.remove(page.file)
        self._docs.remove(page.file)
        del self._pages[page.file.dest_uri]
        gone = [page.file.dest_uri]
        if spec.record:
            stem = f"data/{spec.path.partition('/')[0]}/{spec.record}"
            gone += [f"{stem}{ending}" for ending in (".json", ".bib", ".ris", ".csl.json")]
        for address in gone:
            with suppress(OSError):
                (self._folder / address).unlink()

    def _write(self, file: ExportedFile) -> None:
        if file.path not in self._taken:
            path = self._folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)

    def _populate(self, page: Page) -> None:
        _populate_page(page, self._theme.config, self._theme.files)

    def _build(self, page: Page) -> None:
        theme = self._theme
        _build_page(page, theme.config, self._docs, theme.nav, theme.env)
