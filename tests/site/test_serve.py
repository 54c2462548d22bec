"""`mkdocs serve`: what an editor saves is on the page that is asked for next; nothing is done while idle."""

from __future__ import annotations

import json
import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.build.files import CLAIM, FILES
from tests.site.building import build, new_site, without_gits_own
from tests.site.commands import start

CONFIG = """
site_name: Otters
site_url: https://example.org/lakes/
theme: {name: material, font: false}
plugins: [search, explainers]
"""
OTTERS = "content/claims/otters.yml"
SEARCH = "search/search_index.json"
# Far above what it takes, so that a busy machine is no mistake.
PATIENCE = 60


@dataclass(frozen=True)
class Serving:
    """A server of `mkdocs serve`, and what it wrote."""

    address: str
    process: int
    log: Path

    def page(self, path: str) -> str:
        with urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))

    def page_with(self, words: str, path: str) -> str:
        """A page, once it is there and has some words."""
        end = time.monotonic() + PATIENCE
        while words not in (found := self.page_if_any(path)):
            assert time.monotonic() < end, f"no `{words}` in {path}\n{self.said}"
            time.sleep(0.02)
        return found

    def page_if_any(self, path: str) -> str:
        try:
            return self.page(path)
        except HTTPError as fault:
            if fault.code != HTTPStatus.NOT_FOUND:
                raise
            return ""

    def is_gone_in_time(self, path: str) -> bool:
        """Whether there is no such page any more, before patience ends."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                self.page(path)
            except HTTPError as fault:
                return fault.code == HTTPStatus.NOT_FOUND
            time.sleep(0.02)
        return False

    @property
    def said(self) -> str:
        return self.log.read_text("utf-8")

    def said_in_time(self, words: str) -> bool:
        end = time.monotonic() + PATIENCE
        while words not in self.said and time.monotonic() < end:
            time.sleep(0.02)
        return words in self.said

    def has_built_in_time(self, times: int) -> bool:
        """Whether all was built so often; its pages can be there before MkDocs says that it is done."""
        end = time.monotonic() + PATIENCE
        while self.builds < times and time.monotonic() < end:
            time.sleep(0.02)
        return self.builds == times

    @property
    def builds(self) -> int:
        return self.said.count("Documentation built in")

    def seconds_of_work(self) -> float:
        """What the server has used of a processor so far."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(project: Path) -> Iterator[Serving]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    log = project.with_name("log.txt")
    given = without_gits_own() | {"NO_MKDOCS_2_WARNING": "1"}
    server = start("mkdocs", "serve", "--livereload", "--dev-addr", place, folder=project, environment=given, out=log)
    found = Serving(f"http://{place}/lakes/", server.process, log)
    try:
        _wait_for(found)
        yield found
    finally:
        os.kill(server.process, signal.SIGINT)
        server.ended(timeout=PATIENCE)


def _wait_for(found: Serving) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found.page("")
        except (URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise AssertionError(found.said)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return new_site(
        tmp_path / "project", {"mkdocs.yml": CONFIG, "docs/about.md": "# About\n\nSee [[otters]].\n"} | FILES
    )


def test_a_saved_record_is_on_every_page_that_shows_it_without_a_whole_build(project: Path) -> None:
    with serving(project) as server:
        (project / OTTERS).write_text(CLAIM.replace("Otters in the lake", "Otters at home"), "utf-8")
        assert "<title>Otters at home, according to" in server.page_with("Otters at home", "claims/otters/")
        for path in ("claims/", "actors/mara-lind/", "about/", "data/claims/otters.json"):
            assert "Otters at home" in server.page(path), path
        assert server.builds == 1


def test_a_record_saved_by_putting_another_file_in_its_place_is_read(project: Path) -> None:
    with serving(project) as server:
        new = project / "content/claims/.otters.yml.new"
        new.write_text(CLAIM.replace("Otters in the lake", "Otters at home"), "utf-8")
        new.replace(project / OTTERS)
        server.page_with("Otters at home", "claims/otters/")
        assert server.builds == 1


def test_a_broken_record_is_reported_and_shown_as_it_was_until_it_is_mended(project: Path) -> None:
    with serving(project) as server:
        (project / OTTERS).write_text(CLAIM.replace("type: measurement", "type: rumour"), "utf-8")
        assert server.said_in_time(f"{OTTERS} is shown as it was before this mistake")
        assert "wrong-value" in server.said
        assert "Otters in the lake" in server.page("claims/otters/")
        (project / OTTERS).write_text(CLAIM.replace("Otters in the lake", "Otters at home"), "utf-8")
        server.page_with("Otters at home", "claims/otters/")
        (project / "content/claims/new.yml").write_text("label: New\n", "utf-8")
        assert server.said_in_time("content/claims/new.yml is not shown until this is mended")


def test_a_new_record_and_other_settings_are_built_as_a_whole_and_a_burst_of_saves_at_once(project: Path) -> None:
    with serving(project) as server:
        for at in range(20):
            (project / f"content/claims/otters-{at}.yml").write_text(CLAIM.replace("Otters in", f"{at} otters in"))
        server.page_with("19 otters in", "claims/")
        assert server.builds <= 3
        (project / "mkdocs.yml").write_text(CONFIG.replace("site_name: Otters", "site_name: Beavers"), "utf-8")
        server.page_with("Beavers", "claims/otters/")
        (project / OTTERS).write_text(CLAIM.replace("Otters in the lake", "Otters at home"), "utf-8")
        server.page_with("Otters at home", "claims/otters/")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not tell how much a process works")
def test_while_no_one_saves_the_server_does_nothing(project: Path) -> None:
    with serving(project) as server:
        server.page("claims/")
        before = server.seconds_of_work()
        time.sleep(2)
        assert server.seconds_of_work() - before < 0.1


def test_a_draft_is_seen_while_serving_and_is_in_no_build(project: Path) -> None:
    draft = project / "content/claims/new.yml"
    draft.write_text(CLAIM.replace("Otters in the lake", "Otters at home") + "status: draft\n", "utf-8")
    about = project / "docs/about.md"
    about.write_text("# About\n\nSee [[new]].\n", "utf-8")
    with serving(project) as server:
        assert "<title>Draft: Otters at home, according to" in server.page("claims/new/")
        assert "Unfinished:" in server.page("")
        assert "(according to Mara Lind)</a> (draft)" in server.page("about/")
        assert "`new` is a draft, and this page is published" in server.said
        draft.write_text(draft.read_text("utf-8").replace("at home", "at rest"), "utf-8")
        assert "Draft: Otters at rest" in server.page_with("at rest", "")
        assert server.builds == 1
    built = build(project)
    assert not (built.site / "claims/new").exists()
    assert [path for path, data in built.files().items() if b"Otters at rest" in data] == []


def test_pages_and_files_are_made_when_they_are_asked_for_as_a_build_makes_them(project: Path) -> None:
    building = start(
        "mkdocs", "build", folder=project, environment=without_gits_own(), out=project.with_name("build.txt")
    )
    assert building.ended(timeout=PATIENCE) == 0
    site = project / "site"
    pages = [path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("index.html")]
    assert len(pages) > 15
    with serving(project) as server:
        assert "pages of ours are made when they are asked for" in server.said

        def asked(path: str) -> str:
            return server.page(path).replace(server.address, "https://example.org/lakes/")

        # What lists the uses of others first, before those are made.
        for path in sorted(pages, key=lambda path: (path not in ("glossary/", "sources/the-report/"), path)):
            assert _article(asked(path)) == _article((site / path / "index.html").read_text("utf-8")), path
        for path in ("data/records.json", "data/sources.bib", "data/claims/otters.json", "changes/feed.xml"):
            assert asked(path) == (site / path).read_text("utf-8"), path
        # A site that is served has its index in one piece.
        built = json.loads((site / "search/search_docs.json").read_text("utf-8"))
        assert json.loads(asked(SEARCH))["docs"] == built


def _article(page: str) -> list[str]:
    """The content of a page, word by word."""
    return page[page.index("<article") : page.index("</article>")].split()
