"""Notification of changed files, by the system or, if it cannot, by polling."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

log = logging.getLogger("mkdocs.plugins.explainers")
# Events after which a file may be different; the system reports reads too.
_CHANGES = {"created", "modified", "moved", "deleted"}
# A folder is modified by each file that comes or goes, which is reported too, but not when a whole folder is deleted.
_OF_FOLDERS = _CHANGES - {"modified"}
# MkDocs polls this often (seconds).
_OFTEN = 0.5


class FileWatcher:
    """Replaces the server's own observer. `note` gets the paths of files that may have changed.

    For a folder that comes, goes or is renamed it gets the folder's path, as not every system reports the files in it.
    """

    def __init__(self, note: Callable[[Iterable[str]], None]) -> None:
        self._note = note
        self._wanted: list[tuple[_Handler, str, bool]] = []
        self._observer: Any = None

    def schedule(self, path: str, *, recursive: bool = True) -> object:
        """Watch a file, or a folder with all that is in it."""
        # Many programs save a file by putting another in its place, and the system would follow the old one.
        folder = path if Path(path).is_dir() else str(Path(path).parent)
        only = "" if folder == path else path
        wanted = (_Handler(self._note, only), folder, recursive and not only)
        self._wanted.append(wanted)
        return self._schedule(*wanted) if self._observer else wanted

    def unschedule(self, watch: object) -> None:
        """Stop watching something."""
        if self._observer and not isinstance(watch, tuple):
            self._observer.unschedule(watch)

    def start(self) -> None:
        """Start. If the system has no watches left, or none at all, the files are polled."""
        try:
            self._begin(Observer())
        except OSError as fault:
            log.warning(
                "the system does not report changed files (%s): all are polled twice a second, as MkDocs does. "
                "On Linux, `sysctl fs.inotify.max_user_watches` is the number of folders that can be watched",
                fault.strerror or fault,
            )
            self._begin(PollingObserver(timeout=_OFTEN))

    def stop(self) -> None:
        """Stop, if it was started."""
        if self._observer:
            self._observer.stop()

    def join(self) -> None:
        """Wait for the end."""
        if self._observer:
            self._observer.join()

    def _begin(self, observer: Any) -> None:
        self._observer = observer
        for wanted in self._wanted:
            self._schedule(*wanted)
        try:
            observer.start()
        except OSError:
            observer.unschedule_all()
            raise

    def _schedule(self, handler: _Handler, folder: str, recursive: bool) -> object:  # noqa: FBT001 – of watchdog
        watch: object = self._observer.schedule(handler, folder, recursive=recursive)
        return watch


class _Handler(FileSystemEventHandler):
    """Passes on the paths of files and folders that may have changed; only one file's, if `only` is given."""

    def __init__(self, note: Callable[[Iterable[str]], None], only: str) -> None:
        self._note = note
        self._only = only

    def on_any_event(self, event: FileSystemEvent) -> None:
        """A file or a folder has changed, or something else has happened to it."""
        if event.event_type not in (_OF_FOLDERS if event.is_directory else _CHANGES):
            return
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        wanted = [p for p in paths if not Path(p).name.startswith(".") and self._only in ("", p)]
        if wanted:
            self._note(wanted)
