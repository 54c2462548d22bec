"""A build into the folder of the last one leaves alone what is the same, and ends as a build into an empty one."""

from __future__ import annotations

import os
import re
import shutil
from errno import ENOSPC
from pathlib import Path
from random import Random
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from explainers.build.files import record_files
from explainers.engines.mkdocs.frames.site_folder import SiteFolder
from tests.build.edits import edited
from tests.build.files import CLAIM, FILES, written
from tests.engines.folders import CONFIG, anew, contents, differing, number, report_in, run, stamps
from tests.engines.varied import varied_site

pytestmark = pytest.mark.usefixtures("on_one_day_with_a_brief_search")
OTTERS = "content/claims/otters.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small site with an override of its own."""
    found = written(tmp_path / "project", FILES | {"docs/links.md": "# Links\n\n[data](data/claims/otters.json)\n"})
    (found / "overrides/partials").mkdir(parents=True)
    return found


def test_a_second_build_of_the_same_writes_nothing(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = report_in(run(project, site))
    assert "unchanged" not in first
    before = stamps(site)
    again = report_in(run(project, site))
    assert stamps(site) == before
    assert (number(again, 0), number(again, 1)) == (0, number(first, 0))


def test_where_another_plugin_hears_of_each_page_the_same_is_left_too(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (project / "hook.py").write_text("def on_post_page(output, **_):\n    return output\n")
    run(project, site, HOOKED)
    before = stamps(site)
    run(project, site, HOOKED)
    assert stamps(site) == before


def test_an_edited_record_writes_what_has_changed_and_nothing_else(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run(project, site)
    before, old = stamps(site), contents(site)
    (project / OTTERS).write_text(CLAIM.replace("Otters in the lake", "Otters at home"))
    run(project, site)
    new = {path for path, stamp in stamps(site).items() if before.get(path) != stamp}
    assert "claims/otters/index.html" in new
    assert "actors/navy/index.html" not in new
    assert new == set(differing(contents(site), old))
    assert differing(contents(site), anew(project)) == []


def test_a_hand_written_page_writes_itself_and_the_search(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run(project, site)
    before = stamps(site)
    (project / "docs/links.md").write_text("# Links\n\nMore.\n")
    run(project, site)
    new = {path for path, stamp in stamps(site).items() if before.get(path) != stamp}
    assert new == {"links/index.html", "search/search_docs.json"}


def test_after_any_edits_the_folder_is_that_of_a_clean_build(tmp_path: Path) -> None:
    project, site, random = varied_site(tmp_path / "project", {}), tmp_path / "site", Random(20261122)
    (project / "overrides").mkdir()
    run(project, site)
    for _ in range(2):
        files = record_files(project / "content", project)
        now = edited(files, random)
        for path in files.keys() - now.keys():
            (project / path).unlink()
        for path, data in now.items():
            (project / path).parent.mkdir(exist_ok=True)
            (project / path).write_bytes(data)
        run(project, site)
        assert differing(contents(site), anew(project)) == []


def test_what_someone_did_to_the_folder_is_mended(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run(project, site)
    (site / "actors/navy/index.html").write_text("changed")
    (site / "places/long-lake/index.html").unlink()
    (site / "data/actors/navy.json").unlink()
    same_length = (site / "claims/otters/index.html").read_bytes().replace(b"<p", b"<q")
    stat = (site / "claims/otters/index.html").stat()
    (site / "claims/otters/index.html").write_bytes(same_length)
    os.utime(site / "claims/otters/index.html", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    (site / "stray").mkdir()
    (site / "stray/file.html").write_text("stray")
    # As MkDocs has it, what is hidden is none of its business.
    (site / ".git").mkdir()
    (site / ".git/config").write_text("not ours")
    # Of a build that was killed.
    (site / ".explainers-abc").mkdir()
    (site / ".explainers-abc/left.html").write_text("left")
    run(project, site)
    assert (site / ".git/config").read_text() == "not ours"
    (site / ".git/config").unlink()
    assert not (site / "stray").exists()
    assert list(site.glob(".explainers-*")) == []
    assert differing(contents(site), anew(project)) == []


def test_a_change_of_the_theme_is_on_every_page(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run(project, site)
    (project / "overrides/partials/copyright.html").write_text("<p>Of 2026</p>")
    run(project, site)
    assert b"Of 2026" in (site / "actors/navy/index.html").read_bytes()
    assert differing(contents(site), anew(project)) == []


@pytest.mark.parametrize("value", [True, False, "on"])
def test_the_setting_of_old_does_nothing_and_says_so_once(project: Path, tmp_path: Path, value: bool | str) -> None:
    said = run(project, tmp_path / "site", cache=value)
    does_nothing = "the setting `cache` does nothing any more: nothing is kept between builds but the site itself"
    assert said.count(does_nothing) == 1
    assert does_nothing not in run(project, tmp_path / "site")
    assert differing(contents(tmp_path / "site"), anew(project)) == []


HOOKED = CONFIG | {"hooks": ["hook.py"]}


def same_as_anew(project: Path, site: Path, config: dict[str, Any] = CONFIG) -> list[str]:
    """What differs between the site's folder, after one more build into it, and a site built anew."""
    run(project, site, config)
    return differing(contents(site), anew(project, config))


def test_what_a_hook_copies_into_the_folder_stays(project: Path, tmp_path: Path) -> None:
    (project / "extra").mkdir()
    (project / "extra/old.txt").write_text("copied")
    copy = f"shutil.copytree({str(project / 'extra')!r}, config.site_dir, dirs_exist_ok=True)"
    for event in ("on_files(files, config)", "on_post_build(config)"):
        (project / "hook.py").write_text(f"import shutil\n\n\ndef {event}:\n    {copy}\n")
        for _ in range(2):
            assert same_as_anew(project, tmp_path / "site", HOOKED) == []
            assert (tmp_path / "site/old.txt").read_text() == "copied"


def test_a_records_hand_written_file_that_is_gone_is_ours_again(project: Path, tmp_path: Path) -> None:
    by_hand = project / "docs/data/actors/navy.json"
    by_hand.parent.mkdir(parents=True)
    for text in (None, '{"by": "hand"}\n', None):
        by_hand.write_text(text) if text else by_hand.unlink(missing_ok=True)
        assert same_as_anew(project, tmp_path / "site") == []
        assert ((tmp_path / "site/data/actors/navy.json").read_text() == text) == bool(text)


def test_a_file_and_a_folder_may_change_places(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run(project, site)
    shutil.rmtree(site / "actors/navy")
    (site / "actors/navy").write_text("a file")
    (site / "claims/index.html").unlink()
    (site / "claims/index.html").mkdir()
    (project / "docs/extra").write_text("a file")
    assert same_as_anew(project, site) == []
    (project / "docs/extra").unlink()
    (project / "docs/extra").mkdir()
    (project / "docs/extra/file.txt").write_text("in a folder")
    assert same_as_anew(project, site) == []


def test_nothing_is_written_through_a_link_or_into_a_backup(project: Path, tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    run(project, site)
    (site / "actors").rename(elsewhere)
    (site / "actors").symlink_to(elsewhere)
    before = contents(elsewhere)
    os.link(site / "claims/otters/index.html", tmp_path / "backup.html")
    claim = (site / "claims/otters/index.html").read_bytes()
    for path in ("actors/navy.yml", "claims/otters.yml"):
        file = project / "content" / path
        file.write_text(f"{file.read_text()}\nchanges:\n  - date: 2026-01-02\n    what: Said more.\n")
    assert same_as_anew(project, site) == []
    assert contents(elsewhere) == before
    assert (tmp_path / "backup.html").read_bytes() == claim


def test_a_build_that_fails_leaves_nothing_aside(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run(project, site)
    (project / "hook.py").write_text("def on_nav(nav, **_):\n    raise LookupError('of a hook')\n")
    with pytest.raises(LookupError):
        run(project, site, HOOKED)
    assert list(site.glob(".explainers-*")) == []
    assert same_as_anew(project, site) == []


def test_a_full_disk_is_no_mistake_of_ours(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(self: SiteFolder, path: str, pieces: object) -> None:
        raise OSError(ENOSPC, "No space left on device", path)

    monkeypatch.setattr(SiteFolder, "put", full)
    with pytest.raises(Abort):
        run(project, tmp_path / "site")
    assert re.search(r"data/\S+ cannot be written: No space left on device", caplog.text)
    assert "bug" not in caplog.text
