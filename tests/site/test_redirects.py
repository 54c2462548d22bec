"""The old address of a renamed record leads to the new one, in a file and in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser

from tests.site.building import Built, build, new_site
from tests.site.other_team import FILES
from tests.site.reading import read
from tests.site.serving import Served, served

CLAIM = "content/claims/homes-without-power.yml"
RENAMED = FILES | {
    CLAIM: f"{FILES[CLAIM]}formerly: [homes-in-the-dark, powerless-homes]\n",
    "content/terms/power-cut.yml": "term: power cut\ndefinition: A time without electricity.\nformerly: [blackout]\n",
}


@pytest.fixture(scope="module", params=[True, False], ids=["directory addresses", "file addresses"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Built, Served]]:
    project = tmp_path_factory.mktemp("renamed") / "project"
    with served(project.with_name("site")) as server:
        site = f"site_name: x\nsite_url: {server.address}\nplugins: [explainers]\n"
        settings = f"{site}use_directory_urls: {str(request.param).lower()}\n"
        yield build(new_site(project, RENAMED | {"mkdocs.yml": settings}), site=server.folder), server


def address(id: str, built: Built) -> str:
    return f"claims/{id}/" if (built.site / f"claims/{id}").is_dir() else f"claims/{id}.html"


@pytest.mark.parametrize("old", ["homes-in-the-dark", "powerless-homes"])
def test_the_file_at_the_old_address_names_the_new_one(old: str, place: tuple[Built, Served]) -> None:
    built, server = place
    page = read(built.page(address(old, built)))
    new = f"{server.address}{address('homes-without-power', built)}"
    here = f"{server.address}{address(old, built)}"
    assert urljoin(here, page.refresh) == new
    assert page.canonical == new
    assert [urljoin(here, link) for link in page.followed if link] == [new, new]


@pytest.mark.browser
@pytest.mark.parametrize("scripted", [True, False], ids=["with script", "without script"])
def test_a_browser_is_led_to_the_new_address(scripted: bool, place: tuple[Built, Served], browser: Browser) -> None:
    built, server = place
    context = browser.new_context(java_script_enabled=scripted)
    page = context.new_page()
    page.goto(f"{server.address}{address('powerless-homes', built)}")
    page.wait_for_url(f"{server.address}{address('homes-without-power', built)}")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Homes that lost power")
    context.close()


def test_the_old_anchor_of_a_term_stays_in_the_glossary(place: tuple[Built, Served]) -> None:
    built, _ = place
    glossary = "glossary/" if (built.site / "glossary.html").exists() is False else "glossary.html"
    assert "blackout" in read(built.page(glossary)).ids


OUTWARD = [
    "../outside",
    "a/outside",
    "/tmp/outside",
    "..",
    "../../outside",
    "%2e%2e%2foutside",
    "c:\\outside",
    "Outside",
]


def test_no_old_id_leaves_the_site(tmp_path: Path) -> None:
    claims = {f"content/claims/homes-{n}.yml": f"{FILES[CLAIM]}formerly: ['{old}']\n" for n, old in enumerate(OUTWARD)}
    project = new_site(tmp_path / "around" / "project", FILES | claims)
    before = set(tmp_path.rglob("*"))
    built = build(project, site=tmp_path / "around" / "site")
    assert "Traceback" not in built.said
    assert [path for path in claims if not re.search(rf"{path}:\d+:\d+", built.said)] == []
    written = set(tmp_path.rglob("*")) - before
    assert [path for path in written if not path.is_relative_to(built.site)] == []
    assert [
        path for path in written if "outside" in path.as_posix().casefold().removeprefix(str(tmp_path).casefold())
    ] == []
