"""The served preview: an edited record is read at once, and a page is remade when a browser asks for it.

MkDocs polls every file twice a second and rebuilds everything for each edit. Here the system reports a change,
and only what one page needs is done. What cannot be done in part is rebuilt as MkDocs does it, while the pages of the
last good build are served; if that build fails, they stay.
"""

from __future__ import annotations

import logging
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from explainers.build.check import Inputs
from explainers.build.edited import Edited
from explainers.build.files import record_data, record_path
from explainers.build.load import SUFFIXES
from explainers.build.settings import Settings
from explainers.engines.mkdocs.serving.file_watcher import FileWatcher
from explainers.engines.mkdocs.serving.served_build import ServedBuild
from explainers.text.report import one

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.explainers")
# Saves that come within this time (seconds) of each other are one; MkDocs waits for 0.1, which would be half of ours.
_BURST = 0.03
_MARKDOWN = {".md", ".markdown"}


@dataclass(slots=True)
class LiveBuild:
    """What is served: the last good build. While another is made, `now` is None and `last` is the previous one."""

    now: ServedBuild | None = None
    last: ServedBuild | None = None

    def last_good(self, found: Inputs) -> Inputs:
        """While a site is served, a record with mistakes is shown as it was before them."""
        if self.last is None:
            return found
        files, diagnostics = self.last.preview.last_good(found.files)
        for diagnostic in diagnostics:
            log.error(one(diagnostic, found.texts))
        return replace(found, files=files)


class ServedSite:
    """Replaces the server's own ways to watch, to build and to answer."""

    def __init__(self, server: LiveReloadServer, settings: Settings, live: LiveBuild) -> None:
        self._server = server
        self._root = settings.root
        self._content = settings.content.resolve()
        self._docs = settings.docs.resolve()
        self._live = live
        self._builder: Callable[[], None] = server.builder
        self._changed: set[str] = set()
        # Changed files, other than records, of a build that failed: one of them may be what is fixed next.
        self._unbuilt: set[Path] = set()
        self._lock = threading.RLock()

    def start(self) -> None:
        """Take over from the server, before it starts to watch."""
        server = self._server
        server.observer = self._watching = FileWatcher(self._note)  # type: ignore[assignment]
        server.build_delay = _BURST
        server.builder = self._build
        server.watch = self._watch  # type: ignore[method-assign]
        server.set_app(self._answer)
        for path in server._watched_paths:
            server._watch_refs[path] = self._watching.schedule(path)

    def _watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        path = str(Path(path).resolve())
        if path not in self._server._watched_paths:
            self._server._watched_paths[path] = 1
            self._server._watch_refs[path] = self._watching.schedule(path, recursive=recursive)

    def _note(self, paths: Iterable[str]) -> None:
        server = self._server
        with server._rebuild_cond:
            self._changed.update(paths)
            server._want_rebuild = True
            server._rebuild_cond.notify_all()

    def _build(self) -> None:
        with self._server._rebuild_cond:
            reported, self._changed = self._changed, set()
        changed = {*map(Path, reported)}
        with self._lock:
            in_part = self._could_in_part(changed)
        if not in_part:
            others = {path for path in changed if not path.is_relative_to(self._content)}
            self._unbuilt = set() if self._whole() else self._unbuilt | others

    def _could_in_part(self, changed: set[Path]) -> bool:
        """The same as `_in_part`, and false if it fails: otherwise a waiting request would wait forever."""
        built = self._live.now
        try:
            return built is not None and self._in_part(built, changed)
        except (Exception, SystemExit):
            log.debug("what was edited cannot be taken in alone, and all is built", exc_info=True)
            return False

    def _in_part(self, built: ServedBuild, changed: set[Path]) -> bool:
        """Take in what has changed file by file; false where everything has to be built."""
        start = time.perf_counter()
        records = {path for path in changed if path.is_relative_to(self._content)}
        pages = {path for path in changed - records if self._is_wanted(path, built)}
        if pages & self._unbuilt or not all(map(self._is_by_hand, pages)):
            return False
        files = dict(file for path in records for file in self._records(path, built))
        edited = built.edit(files) if files else None
        if edited:
            self._tell(edited, files)
        if (edited and edited.outcome == "whole") or (pages and not built.edit_by_hand(pages)):
            return False
        if edited or pages:
            log.info("Edited files read in %.3f seconds", time.perf_counter() - start)
        return True

    def _records(self, path: Path, built: ServedBuild) -> Iterable[tuple[str, bytes | None]]:
        """A record's file, or those that were in a folder and those that are."""
        if path.suffix in SUFFIXES:
            inside = [path]
        else:
            yield from ((seen, None) for seen in built.preview.seen_below(record_path(path, self._root)))
            inside = [] if path.is_symlink() else [*path.rglob("*.yml")]
        yield from filter(None, map(self._record, inside))

    def _record(self, path: Path) -> tuple[str, bytes | None] | None:
        """A record's file; None if it is none, or a temporary file of an editor."""
        is_hidden = any(part.startswith(".") for part in path.relative_to(self._content).parts)
        if path.suffix not in SUFFIXES or is_hidden:
            return None
        return record_data(path, self._content, self._root) or (record_path(path, self._root), None)

    def _is_by_hand(self, path: Path) -> bool:
        return path.suffix in _MARKDOWN and path.is_relative_to(self._docs)

    def _is_wanted(self, path: Path, built: ServedBuild) -> bool:
        """Whether a file that holds no record belongs to the site, and is no temporary file of an editor."""
        # The system also reports the files in a new folder.
        if path.name.endswith("~") or path.is_dir():
            return False
        return path.exists() or bool(path.suffix) or built.had_below(path)

    def _tell(self, edited: Edited, files: Mapping[str, bytes | None]) -> None:
        texts = {path: (data or b"").decode("utf-8", errors="replace") for path, data in files.items()}
        for diagnostic in edited.diagnostics:
            log.log(logging.ERROR if diagnostic.severity == "error" else logging.WARNING, one(diagnostic, texts))
        for path in edited.broken:
            unseen = path in edited.unseen
            log.warning(
                "%s is %s", path, "not shown until this is mended" if unseen else "shown as it was before this mistake"
            )

    def _whole(self) -> bool:
        """Build everything, and serve the last good build meanwhile; false if it fails."""
        server, place = self._server, Path(self._server.root)
        kept = place.with_name(f"{place.name}-last")
        live, last = self._live, self._live.now
        # The server would make every request wait until the build is done, and forever if it fails.
        wanted, server._wanted_epoch = server._wanted_epoch, server._visible_epoch
        with self._lock:
            live.now, live.last = None, last
        # Served from another place meanwhile: MkDocs empties the folder that it builds into.
        shutil.rmtree(kept, ignore_errors=True)
        place.rename(kept)
        server.root = str(kept)
        try:
            self._builder()
        except (Exception, SystemExit) as fault:
            log.error("the site cannot be built, and is shown as it was: %s", str(fault) or "see above")
            log.debug("the fault", exc_info=True)
            with self._lock:
                shutil.rmtree(place, ignore_errors=True)
                kept.rename(place)
                live.now = last
                if last:
                    last.resume()
            return False
        except BaseException:
            shutil.rmtree(kept, ignore_errors=True)
            raise
        finally:
            server.root, live.last = str(place), None
            server._wanted_epoch = wanted
        shutil.rmtree(kept, ignore_errors=True)
        return True

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        server = self._server
        # No file has such a name, and the system rejects it.
        environ["PATH_INFO"] = environ["PATH_INFO"].replace("\0", "?").replace("%00", "?")
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(server.mount_path):
            self._wait_for(path[len(server.mount_path) :])
            with self._lock:
                self._refresh(unquote(path[len(server.mount_path) :]))
        return server.serve_request(environ, start_response)

    def _wait_for(self, path: str) -> None:
        """Wait for the end of a build if the last one has no such file."""
        while self._live.last is not None and not (Path(self._server.root) / _file(unquote(path))).exists():
            time.sleep(_BURST)

    def _refresh(self, path: str) -> None:
        if self._live.now is None:
            return
        try:
            self._live.now.refresh(_file(path))
        except Exception:
            log.exception("this is a bug in explainers: %s is shown as it was", path)


def _file(path: str) -> str:
    """The file at an address."""
    return f"{path}index.html" if path.endswith("/") or not path else path
