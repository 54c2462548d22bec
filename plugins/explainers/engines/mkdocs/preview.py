"""The served preview: an edited record is read at once, and a page is made again when a browser asks for it.

MkDocs looks at every file twice a second and builds everything anew for each edit. Here the system tells of a change,
and only what one page needs is done. What cannot be done in part is built as MkDocs does it.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.utils import write_file
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from explainers.build.files import record_data
from explainers.build.preview import Edited, Preview
from explainers.build.settings import Settings
from explainers.engines.mkdocs.generated import GeneratedPage
from explainers.markdown.extension import ExplainersExtension
from explainers.text.report import one

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.plugins.explainers")
# Saves that come within this time (seconds) of each other are one; MkDocs waits for 0.1, which would be half of ours.
_BURST = 0.03
# What the system tells of a file that may be another now; that someone has read it is told too.
_CHANGES = {"created", "modified", "moved", "deleted"}


class Built:
    """A build of MkDocs as it left things: what is needed to make one of its pages again."""

    def __init__(
        self,
        preview: Preview,
        extension: ExplainersExtension,
        config: MkDocsConfig,
        files: Files,
        nav: Navigation,
        env: Any,
    ) -> None:
        self.preview = preview
        self._extension = extension
        self._config = config
        self._files = files
        self._nav = nav
        self._env = env
        self._docs = files.documentation_pages()
        self._pages = {file.dest_uri: file.page for file in self._docs if file.page}
        self._edits = 0
        self._as_of: dict[str, int] = {}
        # The shells are of the pages as they were.
        vars(env.get_template("main.html")).pop("render", None)

    def edit(self, path: str, data: bytes) -> Edited | None:
        """Take in an edited record."""
        edited = self.preview.edit(path, data)
        if edited and edited.outcome == "shown":
            self._edits += 1
            self._extension.site = self.preview.site
        return edited

    def refresh(self, address: str) -> None:
        """Write the file at an address anew, if it is another since the last edit."""
        if self._as_of.get(address, 0) == self._edits:
            return
        self._as_of[address] = self._edits
        page = self._pages.get(address)
        if isinstance(page, GeneratedPage):
            made = self.preview.page(page.job.path)
            if made:
                page.become(made)
                self._build(page)
        elif page is not None:
            self._build(page)
        elif address.startswith("data/"):
            for file in self.preview.files():
                write_file(file.data, str(Path(self._config.site_dir, file.path)))
                self._as_of[file.path] = self._edits

    def _build(self, page: Page) -> None:
        _populate_page(page, self._config, self._files)
        _build_page(page, self._config, self._docs, self._nav, self._env)


class Served:
    """In place of the server's own ways to look for changes, to build, and to answer."""

    def __init__(self, server: LiveReloadServer, settings: Settings, built: Callable[[], Built | None]) -> None:
        self._server = server
        self._root = settings.root
        self._content = settings.content
        self._built = built
        self._whole: Callable[[], None] = server.builder
        self._changed: set[str] = set()
        self._lock = threading.RLock()

    def start(self) -> None:
        """Take over from the server, before it starts to watch."""
        server = self._server
        watched = [*server._watched_paths]
        server.observer = Observer()  # type: ignore[assignment]
        server.build_delay = _BURST
        server.builder = self._build
        server.watch = self._watch  # type: ignore[method-assign]
        server.set_app(self._answer)
        for path in watched:
            self._schedule(path)

    def _watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        path = str(Path(path).resolve())
        if path not in self._server._watched_paths:
            self._server._watched_paths[path] = 1
            self._schedule(path, recursive=recursive)

    def _schedule(self, path: str, *, recursive: bool = True) -> None:
        handler = _Handler(self._note)
        # Many programs save a file by putting another in its place, and the system would follow the old one.
        folder = path if Path(path).is_dir() else str(Path(path).parent)
        only = "" if folder == path else path
        handler.only = only
        self._server._watch_refs[path] = self._server.observer.schedule(
            handler, folder, recursive=recursive and not only
        )

    def _note(self, paths: Iterable[str]) -> None:
        server = self._server
        with server._rebuild_cond:
            self._changed.update(paths)
            server._want_rebuild = True
            server._rebuild_cond.notify_all()

    def _build(self) -> None:
        with self._server._rebuild_cond:
            changed, self._changed = self._changed, set()
        with self._lock:
            if not self._in_part(changed):
                self._whole()

    def _in_part(self, changed: Iterable[str]) -> bool:
        """Take in what has changed record by record; false where everything has to be built."""
        built = self._built()
        start = time.perf_counter()
        for path in sorted(changed):
            found = record_data(Path(path), self._content, self._root)
            if built is None or found is None:
                return False
            edited = built.edit(*found)
            if edited and edited.outcome == "whole":
                return False
            if edited:
                self._tell(edited, *found)
        log.info("Edited records read in %.3f seconds", time.perf_counter() - start)
        return True

    @staticmethod
    def _tell(edited: Edited, path: str, data: bytes) -> None:
        texts: Mapping[str, str] = {path: data.decode("utf-8", errors="replace")}
        for diagnostic in edited.diagnostics:
            log.log(logging.ERROR if diagnostic.severity == "error" else logging.WARNING, one(diagnostic, texts))
        if edited.outcome == "last good":
            log.warning("%s is shown as it was before this mistake", path)

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        server = self._server
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(server.mount_path):
            with self._lock:
                self._refresh(unquote(path[len(server.mount_path) :]))
        return server.serve_request(environ, start_response)

    def _refresh(self, path: str) -> None:
        built = self._built()
        if built is None:
            return
        try:
            built.refresh(f"{path}index.html" if path.endswith("/") or not path else path)
        except Exception:
            log.exception("this is a bug in explainers: %s is shown as it was", path)


class _Handler(FileSystemEventHandler):
    """Notes the paths of changed files, but not those that begin with a dot: they belong to programs."""

    only: str = ""

    def __init__(self, note: Callable[[Iterable[str]], None]) -> None:
        self._note = note

    def on_any_event(self, event: FileSystemEvent) -> None:
        """A file has changed, or something else has happened to it."""
        if event.is_directory or event.event_type not in _CHANGES:
            return
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        wanted = [p for p in paths if not Path(p).name.startswith(".") and (not self.only or p == self.only)]
        if wanted:
            self._note(wanted)
