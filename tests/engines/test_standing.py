"""A build into the folder of the last one leaves there what is the same, and ends as a build into an empty one."""

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
from explainers.engines.mkdocs.standing import Standing
from tests.build.edits import edited
from tests.engines.folders import (
    CONFIG,
    LINKS,
    anew,
    contents,
    differing,
    number,
    run,
    times,
    told,
)
from tests.engines.varied import varied_site

pytestmark = pytest.mark.usefixtures("on_one_day_with_a_brief_search")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site with an override of its own."""
    found = varied_site(tmp_path / "project", {"docs/links.md": LINKS})
    (found / "overrides/partials").mkdir(parents=True)
    return found


def test_record_pages_that_are_the_same_are_left_and_counted(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = told(run(project, site))
    assert "unchanged" not in first
    before = times(site)
    again = told(run(project, site))
    after = times(site)
    assert number(again, 1) > 100
    assert number(again, 0) + number(again, 1) == number(first, 0)
    left = {path for path in before if before[path] == after[path]}
    assert "claims/kursk-aim/index.html" in left
    assert "data/claims/kursk-aim.json" in left
    assert contents(site) == anew(project)


def test_after_any_edits_the_folder_is_that_of_a_build_anew(project: Path, tmp_path: Path) -> None:
    site, random = tmp_path / "site", Random(20261122)
    run(project, site)
    for _ in range(3):
        files = record_files(project / "content", project)
        now = edited(files, random)
        for path in files.keys() - now.keys():
            (project / path).unlink()
        for path, data in now.items():
            (project / path).parent.mkdir(exist_ok=True)
            (project / path).write_bytes(data)
        run(project, site)
        assert differing(contents(site), anew(project)) == []


def test_the_files_of_a_record_that_is_gone_are_gone(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run(project, site)
    (project / "content/actors/odd-3.yml").unlink()
    run(project, site)
    assert not (site / "actors/odd-3").exists()
    assert not (site / "data/actors/odd-3.json").exists()
    assert differing(contents(site), anew(project)) == []


def test_what_someone_did_to_the_folder_is_mended(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run(project, site)
    (site / "actors/odd-0/index.html").write_text("changed")
    (site / "actors/odd-1/index.html").unlink()
    (site / "data/actors/odd-2.json").unlink()
    (site / "stray").mkdir()
    (site / "stray/file.html").write_text("stray")
    (site / ".git").mkdir()
    (site / ".git/config").write_text("not ours")
    run(project, site)
    assert (site / ".git/config").read_text() == "not ours"
    (site / ".git/config").unlink()
    assert not (site / "stray").exists()
    assert differing(contents(site), anew(project)) == []


def test_a_change_of_the_theme_is_on_every_page(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run(project, site)
    (project / "overrides/partials/copyright.html").write_text("<p>Of 2026</p>")
    run(project, site)
    assert b"Of 2026" in (site / "actors/nato/index.html").read_bytes()
    assert differing(contents(site), anew(project)) == []
    named = CONFIG | {"site_name": "Seas"}
    run(project, site, named)
    assert differing(contents(site), anew(project, named)) == []


def test_what_the_settings_do_not_show_is_seen_on_the_pages(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "overrides/partials/copyright.html").write_text("<p>{{ build_date_utc.year }}</p>")
    site = tmp_path / "site"
    run(project, site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    said = run(project, site)
    assert any(line.startswith("all pages are written: the theme makes another of ") for line in said)
    assert b"<p>2027</p>" in (site / "actors/nato/index.html").read_bytes()
    assert differing(contents(site), anew(project)) == []


def test_a_build_into_another_folder_writes_all_of_it(project: Path, tmp_path: Path) -> None:
    run(project, tmp_path / "one")
    run(project, tmp_path / "two")
    assert differing(contents(tmp_path / "two"), anew(project)) == []


def test_a_preview_that_builds_anew_leaves_what_is_the_same(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = number(told(run(project, site, command="serve")), 0)
    (project / "content/actors/odd-3.yml").unlink()
    again = told(run(project, site, command="serve"))
    assert number(again, 0) + number(again, 1) == first - 1
    assert number(again, 1) > 100
    assert differing(contents(site), anew(project)) == []
    assert not list((project / ".cache/explainers").glob("site-*.json"))


def test_the_way_without_a_cache_empties_the_folder(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run(project, site)
    (site / "stray.html").write_text("stray")
    run(project, site, cache=False)
    assert differing(contents(site), anew(project)) == []


HOOKED = CONFIG | {"hooks": ["hook.py"]}


def same_as_anew(project: Path, site: Path, config: dict[str, Any] = CONFIG) -> list[str]:
    """What differs between the site's folder, after one more build into it, and a site built anew."""
    run(project, site, config)
    return differing(contents(site), anew(project, config))


def test_what_a_hook_copies_into_the_folder_stays(project: Path, tmp_path: Path) -> None:
    (project / "extra").mkdir()
    (project / "extra/old.txt").write_text("copied")
    os.utime(project / "extra/old.txt", (1e9, 1e9))
    copy = f"shutil.copytree({str(project / 'extra')!r}, config.site_dir, dirs_exist_ok=True)"
    (project / "hook.py").write_text(f"import shutil\n\n\ndef on_files(files, config):\n    {copy}\n")
    for _ in range(3):
        assert same_as_anew(project, tmp_path / "site", HOOKED) == []
        assert (tmp_path / "site/old.txt").read_text() == "copied"


def test_what_a_hook_says_of_a_page_is_on_it(project: Path, tmp_path: Path) -> None:
    (project / "overrides/partials/copyright.html").write_text("<p>{{ page.badge }}</p>")
    badge = project / "badge.txt"
    lines = [
        "from pathlib import Path",
        "def on_nav(nav, config, files):",
        "    for file in files:",
        f"        if file.page: file.page.badge = Path({str(badge)!r}).read_text()",
    ]
    (project / "hook.py").write_text("\n".join(lines) + "\n")
    for text in ("one", "two"):
        badge.write_text(text)
        assert same_as_anew(project, tmp_path / "site", HOOKED) == []
        assert f"<p>{text}</p>".encode() in (tmp_path / "site/actors/nato/index.html").read_bytes()
    assert number(told(run(project, tmp_path / "site", HOOKED)), 1) > 100


def test_what_a_template_takes_in_is_seen_whatever_it_is_called(project: Path, tmp_path: Path) -> None:
    (project / "overrides/.icons").mkdir()
    (project / "overrides/partials/copyright.html").write_text("{% include '.icons/badge.svg' %}")
    for badge in ("one", "two"):
        (project / "overrides/.icons/badge.svg").write_text(f"<svg><title>{badge}</title></svg>")
        assert same_as_anew(project, tmp_path / "site") == []


def test_a_records_file_by_hand_that_is_gone_is_ours_again(project: Path, tmp_path: Path) -> None:
    by_hand = project / "docs/data/actors/nato.json"
    by_hand.parent.mkdir(parents=True)
    for text in (None, '{"by": "hand"}\n', None):
        by_hand.write_text(text) if text else by_hand.unlink(missing_ok=True)
        assert same_as_anew(project, tmp_path / "site") == []
        assert ((tmp_path / "site/data/actors/nato.json").read_text() == text) == bool(text)


def test_a_file_and_a_folder_may_change_places(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run(project, site)
    shutil.rmtree(site / "actors/nato")
    (site / "actors/nato").write_text("a file")
    (site / "claims/index.html").unlink()
    (site / "claims/index.html").mkdir()
    (project / "docs/extra").write_text("a file")
    assert same_as_anew(project, site) == []
    (project / "docs/extra").unlink()
    (project / "docs/extra").mkdir()
    (project / "docs/extra/file.txt").write_text("in a folder")
    assert same_as_anew(project, site) == []
    shutil.rmtree(project / "docs/extra")
    (project / "docs/extra").write_text("a file")
    assert same_as_anew(project, site) == []


def test_nothing_is_written_through_a_link_or_into_a_backup(project: Path, tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    run(project, site)
    (site / "actors").rename(elsewhere)
    (site / "actors").symlink_to(elsewhere)
    before = (elsewhere / "nato/index.html").read_bytes()
    os.link(site / "claims/kursk-aim/index.html", tmp_path / "backup.html")
    claim = (site / "claims/kursk-aim/index.html").read_bytes()
    for path in ("actors/nato.yml", "claims/kursk-aim.yml"):
        file = project / "content" / path
        file.write_text(f"{file.read_text()}\nchanges:\n  - date: 2026-01-02\n    what: Said more.\n")
    assert same_as_anew(project, site) == []
    assert (elsewhere / "nato/index.html").read_bytes() == before
    assert (tmp_path / "backup.html").read_bytes() == claim


def test_a_full_disk_is_no_mistake_of_ours(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(self: Standing, path: str, data: bytes) -> bool:
        raise OSError(ENOSPC, "No space left on device", path)

    monkeypatch.setattr(Standing, "put", full)
    with pytest.raises(Abort):
        run(project, tmp_path / "site")
    assert re.search(r"data/\S+ cannot be written: No space left on device", caplog.text)
    assert "bug" not in caplog.text
