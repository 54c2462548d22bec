"""Ways of saving a file, and what a preview does with a fault: what was last good stays."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from explainers.engines.mkdocs.serving import file_watcher
from tests.build.files import CLAIM
from tests.site.building import new_site
from tests.site.test_serve import CONFIG, FILES, OTTERS, serving

AT_HOME = CLAIM.replace("Otters in the lake", "Otters at home")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return new_site(
        tmp_path / "project", {"mkdocs.yml": CONFIG, "docs/about.md": "# About\n\nSee [[otters]].\n"} | FILES
    )


def test_what_editors_put_beside_a_file_for_a_moment_is_no_change(project: Path) -> None:
    folder = project / "content/claims"
    with serving(project) as server:
        # As Vim saves: a file to try the folder, the old file moved aside, a new one, and the old one deleted.
        (folder / "4913").write_text("")
        (folder / "4913").unlink()
        (project / OTTERS).rename(folder / "otters.yml~")
        (project / OTTERS).write_text(AT_HOME, "utf-8")
        (folder / "otters.yml~").unlink()
        server.page_with("Otters at home", "claims/otters/")
        assert server.builds == 1


def test_a_burst_of_saves_is_read_at_once(project: Path) -> None:
    with serving(project) as server:
        for number in range(20):
            (project / OTTERS).write_text(CLAIM.replace("Otters in the lake", f"Otters {number}."), "utf-8")
        server.page_with("Otters 19.", "claims/otters/")
        # On a busy machine a burst is not over in a moment.
        assert server.said.count("Edited files read") < 5
        assert server.builds == 1


def test_a_new_record_and_one_that_goes_need_no_whole_build(project: Path) -> None:
    new = project / "content/claims/beavers.yml"
    with serving(project) as server:
        new.write_text(CLAIM.replace("Otters in the lake", "Beavers in the lake"), "utf-8")
        server.page_with("Beavers in the lake", "claims/")
        assert "<title>Beavers in the lake, according to" in server.page("claims/beavers/")
        assert "beavers" in json.loads(server.page("data/records.json"))["records"]
        new.unlink()
        while "Beavers" in server.page("claims/"):
            time.sleep(0.02)
        assert server.builds == 1


def test_programs_and_the_search_find_what_was_saved(project: Path) -> None:
    with serving(project) as server:
        (project / OTTERS).write_text(AT_HOME, "utf-8")
        server.page_with("Otters at home", "data/records.json")
        for path in ("data/claims/otters.json", "search/search_index.json", "data/records.json"):
            assert "Otters at home" in server.page(path), path
        assert server.builds == 1


def test_a_hand_written_page_is_made_alone_unless_its_title_is_another(project: Path) -> None:
    about = project / "docs/about.md"
    with serving(project) as server:
        about.write_text("# About\n\nSee [[otters]] and more.\n", "utf-8")
        server.page_with("and more", "about/")
        assert server.builds == 1
        about.write_text("# About us\n\nSee [[otters]].\n", "utf-8")
        server.page_with("About us", "claims/otters/")
        assert server.has_built_in_time(2)


@pytest.mark.parametrize("way", ["deleted", "renamed", "deleted with its folder", "moved away with its folder"])
def test_a_hand_written_page_that_goes_is_gone_and_the_others_are_served(project: Path, way: str) -> None:
    guide = project / "docs/guide/start.md"
    guide.parent.mkdir()
    guide.write_text("# Start\n", "utf-8")
    with serving(project) as server:
        if way == "deleted":
            guide.unlink()
        elif way == "renamed":
            guide.rename(guide.with_name("begin.md"))
        elif way == "deleted with its folder":
            shutil.rmtree(guide.parent)
        else:
            guide.parent.rename(project.with_name("away"))
        assert server.is_gone_in_time("guide/start/")
        assert "Otters in the lake" in server.page("claims/otters/")
        if way == "renamed":
            server.page_with("Start", "guide/begin/")
        assert "Traceback" not in server.said
        assert "File not found" not in server.said


def test_a_hand_written_page_that_is_no_text_is_reported_and_shown_as_it_was_until_it_is_mended(project: Path) -> None:
    about = project / "docs/about.md"
    with serving(project) as server:
        about.write_bytes(about.read_bytes() + b"\xff")
        assert server.said_in_time("the site cannot be built, and is shown as it was")
        assert "Encoding error reading file: about.md" in server.said
        (project / OTTERS).write_text(AT_HOME, "utf-8")
        server.page_with("Otters at home", "claims/otters/")
        assert "Otters in the lake" in server.page("about/")
        assert "Otters at home" in server.page("search/search_index.json")
        # A page that comes meanwhile waits for the next build.
        (project / "docs/new.md").write_text("# New\n", "utf-8")
        about.write_text("# About\n\nMended [[otters]].\n", "utf-8")
        assert "Otters at home" in server.page_with("Mended", "about/")
        assert "New" in server.page("new/")
        assert "Traceback" not in server.said


def test_a_folder_of_records_that_goes_or_comes_takes_their_pages_with_it(project: Path) -> None:
    claims, away = project / "content/claims", project.with_name("away")
    (claims / "beavers.yml").write_text(CLAIM.replace("Otters in the lake", "Beavers in the lake"), "utf-8")
    with serving(project) as server:
        claims.rename(away)
        assert server.is_gone_in_time("claims/otters/")
        assert server.is_gone_in_time("claims/beavers/")
        assert "Otters in the lake" not in server.page("actors/mara-lind/")
        away.rename(claims)
        server.page_with("Otters in the lake", "actors/mara-lind/")
        assert "<title>Beavers in the lake, according to" in server.page("claims/beavers/")
        (project / OTTERS).write_text(AT_HOME, "utf-8")
        server.page_with("Otters at home", "claims/otters/")


def test_a_site_that_cannot_be_built_is_shown_as_it_was(project: Path) -> None:
    with serving(project) as server:
        (project / "mkdocs.yml").write_text(CONFIG + "theme: [", "utf-8")
        assert server.said_in_time("the site cannot be built, and is shown as it was")
        assert "Otters in the lake" in server.page("claims/otters/")
        (project / OTTERS).write_text(AT_HOME, "utf-8")
        server.page_with("Otters at home", "claims/otters/")
        (project / OTTERS).write_text("{", "utf-8")
        assert server.said_in_time(f"{OTTERS} is shown as it was before this mistake")
        (project / "mkdocs.yml").write_text(CONFIG.replace("site_name: Otters", "site_name: Beavers"), "utf-8")
        assert "Otters at home" in server.page_with("Beavers", "claims/otters/")


HOOK = """from pathlib import Path

def on_nav(nav, **kwargs):
    if Path(__file__).with_name("docs").joinpath("stop.txt").exists():
        raise ValueError("stopped")
"""


def test_what_hand_written_pages_cite_is_known_after_a_build_that_failed(project: Path) -> None:
    cites = "# {}\n\nSo [@the-paper].\n"
    (project / "docs/other.md").write_text(cites.format("Other"), "utf-8")
    (project / "hook.py").write_text(HOOK, "utf-8")
    (project / "mkdocs.yml").write_text(f"{CONFIG}hooks: [hook.py]\n", "utf-8")
    with serving(project) as server:
        assert "other/#ref-1-a" in server.page("sources/the-paper/")
        (project / "docs/stop.txt").write_text("x", "utf-8")
        assert server.said_in_time("the site cannot be built, and is shown as it was")
        (project / "docs/about.md").write_text(cites.format("About"), "utf-8")
        assert "other/#ref-1-a" in server.page_with("about/#ref-1-a", "sources/the-paper/")


def test_where_the_system_has_no_watches_left_the_files_are_looked_at(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    class Full(file_watcher.PollingObserver):
        def start(self) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(file_watcher, "Observer", Full)
    told: list[str] = []
    watched = file_watcher.FileWatcher(told.extend)
    watched.schedule(str(tmp_path))
    watched.start()
    try:
        assert "fs.inotify.max_user_watches" in caplog.text
        (tmp_path / "new.yml").write_text("")
        subprocess.run(["sleep", "1.5"], check=True)
        assert str(tmp_path / "new.yml") in told
    finally:
        watched.stop()
        watched.join()
