"""The first site is built without a warning, by either engine, and the same twice."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.site.building import Built, build, build_from_the_start, new_site, our_site
from tests.site.other_team import FILES

NEW_NAME_OF_THE_FILE = "should be renamed to 'properdocs.yml'"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return our_site(tmp_path_factory.mktemp("project") / "project")


def warnings(built: Built) -> list[str]:
    return [line for line in built.said.splitlines() if "warning" in line.casefold() or line.startswith("ERROR")]


def test_a_strict_build_ends_well_without_a_warning(published: Built) -> None:
    assert "Traceback" not in published.said
    assert (published.status, warnings(published)) == (0, [])


@pytest.fixture(scope="module")
def once(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = tmp_path_factory.mktemp("once") / "site"
    return build_from_the_start("mkdocs", project, "--strict", site=site, PYTHONHASHSEED="1", TZ="UTC")


def test_properdocs_builds_the_same_pages_without_a_warning(project: Path, once: Built, tmp_path: Path) -> None:
    properdocs = build_from_the_start("properdocs", project, "--strict", site=tmp_path / "properdocs")
    assert (once.status, warnings(once)) == (0, [])
    assert (properdocs.status, warnings(properdocs)) == (0, [])
    ours, theirs = contents(once), contents(properdocs)
    assert ours.keys() == theirs.keys()
    assert [address for address in ours if ours[address] != theirs[address]] == []


def contents(built: Built) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """What a reader of each page gets: its title, its words, where it leads."""
    found = {}
    for page in built.pages():
        text = page.read_text("utf-8")
        words = re.sub(r"<script.*?</script>|<[^>]+>", " ", text.partition("<body")[2], flags=re.DOTALL).split()
        found[built.address(page)] = (re.findall(r"<title>.*?<", text), words, re.findall(r' href="?[^" >]+', text))
    return found


def test_the_same_content_gives_the_same_bytes_anywhere_and_at_any_time(
    project: Path, once: Built, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "another folder" / "project"
    shutil.copytree(project, elsewhere)
    other = build_from_the_start(
        "mkdocs", elsewhere, site=tmp_path / "other", PYTHONHASHSEED="2", TZ="Pacific/Auckland", LC_ALL="C"
    )
    one, two = once.files(), other.files()
    assert one.keys() == two.keys()
    assert [path for path in sorted(one) if one[path] != two[path]] == []
    assert {"sitemap.xml.gz", "search/search_index.json", "data/records.json"} <= one.keys()


def test_a_second_build_leaves_nothing_of_a_page_that_is_gone(tmp_path: Path) -> None:
    project = new_site(tmp_path / "project", FILES | {"docs/passing.md": "# Passing\n"})
    before = build(project).files()
    (project / "docs/passing.md").unlink()
    after = build(project).files()
    assert "passing/index.html" in before
    assert "passing/index.html" not in after
