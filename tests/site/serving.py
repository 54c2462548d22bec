"""A folder served under a sub-path as GitHub Pages serves it: no listings, and a page of the site's own for 404."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

SUB_PATH = "/explainers/"


@dataclass(frozen=True)
class Served:
    """Where a folder is served; the address ends in a slash."""

    folder: Path
    address: str


@contextmanager
def served(folder: Path, *, compressed: bool = False) -> Iterator[Served]:
    """Serve a folder, which may be filled later, while the block runs; `compressed` as hosts send texts."""

    class Handler(_Handler):
        site = folder
        compresses = compressed

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    # A keep-alive connection of the browser's must not hold up the end of the tests.
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Served(folder, f"http://127.0.0.1:{server.server_port}{SUB_PATH}")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    site: Path
    compresses: bool
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(SUB_PATH):
            self._send(404, b"another site", "text/plain")
            return
        file = self.site / path.removeprefix(SUB_PATH)
        if file.is_dir() and not path.endswith("/"):
            self._moved(f"{path}/")
        elif found := self._file(file, path):
            self._send(200, found.read_bytes(), mimetypes.guess_type(found.name)[0] or "application/octet-stream")
        else:
            self._send(404, (self.site / "404.html").read_bytes(), "text/html")

    do_HEAD = do_GET

    def _file(self, file: Path, path: str) -> Path | None:
        asked = [file / "index.html"] if path.endswith("/") else [file, file.with_name(f"{file.name}.html")]
        inside = self.site.resolve()
        return next((f for f in asked if f.is_file() and f.resolve().is_relative_to(inside)), None)

    def _moved(self, path: str) -> None:
        self.send_response(301)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, body: bytes, kind: str) -> None:
        text = kind.startswith("text/") or kind in {"application/json", "application/javascript"}
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        if self.compresses and text and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what the tests want to know, they ask."""
