"""A build into the folder of the last one leaves there what is the same, and ends as a build into an empty one."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from explainers.build.files import record_files
from tests.build.edits import edited
from tests.engines.folders import (
    CONFIG,
    LINKS,
    anew,
    contents,
    differing,
    number,
    on_one_day_with_a_brief_search,
    run,
    times,
    told,
)
from tests.engines.varied import varied_site

__all__ = ["on_one_day_with_a_brief_search"]

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
