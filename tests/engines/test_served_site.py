"""What the preview answers to requests that nobody makes by a link."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from mkdocs.livereload import LiveReloadServer

from explainers.build.settings import Settings
from explainers.engines.mkdocs.serving.served_site import LiveBuild, ServedSite


@pytest.mark.parametrize("path", ["/\0", "/a\0b/", "/%00", "/x/%00.html", "/" + "a" * 5000, "/../../etc/hostname"])
def test_a_path_that_no_file_can_have_is_not_found(tmp_path: Path, caplog: pytest.LogCaptureFixture, path: str) -> None:
    server = LiveReloadServer(lambda: None, host="127.0.0.1", port=0, root=str(tmp_path))
    server.server_close()  # it answers here, and nobody calls
    ServedSite(server, Settings(root=tmp_path, content=tmp_path), LiveBuild()).start()
    told: list[Any] = []
    with caplog.at_level(logging.ERROR):
        answer = server.get_app()({"PATH_INFO": path}, lambda status, headers: told.append(status))
    assert (told, b"".join(answer)) == (["404 Not Found"], b"404 Not Found")
    assert caplog.records == []
