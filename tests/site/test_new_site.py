"""A site as `explainers init` makes it: it builds at once, with and without the example, and every link is good."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from explainers.cli import main
from explainers.starter.new_site import REMOVE_EXAMPLE
from tests.site.building import Built, build, commit
from tests.site.reading import addresses_in_css, read

HOME = "https://desk.example.org/site/"
NAME = "Who said “no”?"


def new(folder: Path, *options: str) -> Path:
    with pytest.raises(SystemExit) as left:
        main(["init", str(folder), *options])
    assert not left.value.code
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site with its example, in a repository of its own, built as its workflow builds it."""
    answers = ("--name", NAME, "--publisher", "The Desk & Co", "--contact", "desk@example.org")
    project = new(tmp_path_factory.mktemp("new") / "site", *answers)
    commit(project, day="2026-03-14")
    repository = {"REPO_URL": "https://github.com/desk/site", "EDIT_URI": "edit/main/docs/"}
    return build(project, "--strict", SITE_URL=HOME, **repository)


def test_it_builds_without_a_warning(built: Built) -> None:
    assert built.status == 0, built.said
    assert "WARNING" not in built.said


def test_every_link_leads_somewhere_and_nothing_is_fetched_from_elsewhere(built: Built) -> None:
    faults = []
    for page in built.pages():
        document = read(page.read_text("utf-8"))
        here = urljoin(HOME, "404/" if page.name == "404.html" else built.address(page))
        styles = [link for style in document.styles for link in addresses_in_css(style)]
        fetched = {urljoin(here, link) for link in [*document.fetched, *styles]}
        faults += [f"{here} fetches {link}" for link in fetched if not link.startswith((HOME, "data:"))]
        for link in {urljoin(here, link) for link in document.followed} | fetched:
            path, _, anchor = link.removeprefix(HOME).partition("#")
            target = built.site / unquote(urlsplit(path).path)
            target = target / "index.html" if target.is_dir() else target
            if link.startswith(HOME) and page.name != "404.html" and not target.is_file():
                faults.append(f"{here} leads to {link}")
            elif link.startswith(HOME) and anchor and unquote(anchor) not in read(target.read_text("utf-8")).ids:
                faults.append(f"{here} leads to {link}, where there is no such anchor")
    assert faults == []


def test_a_page_says_who_publishes_it_and_every_page_where_a_mistake_is_reported(built: Built) -> None:
    about = read(built.page("about/")).words
    assert re.search(r"Publisher ?The Desk & Co ?Contact ?desk@example.org", about), about
    for page in built.pages():
        if page.name != "404.html":
            assert "mailto:desk@example.org?subject=https%3A%2F%2Fdesk.example.org%2Fsite" in page.read_text("utf-8"), (
                page
            )


def test_programs_are_given_the_publisher(built: Built) -> None:
    data = re.search('<script type="application/ld.json">(.+?)</script>', built.page("explainers/example-homes/"))
    assert data
    assert json.loads(data[1])["publisher"] == {"@type": "Organization", "name": "The Desk & Co", "url": HOME}


def test_the_example_says_on_each_of_its_pages_that_it_is_invented(built: Built) -> None:
    pages = [page for page in built.pages() if page.parent.name.startswith("example-")]
    assert len(pages) == 10
    for page in pages:
        assert "Invented example" in read(page.read_text("utf-8")).words, page


def test_the_example_shows_what_the_program_is_for(built: Built) -> None:
    figure = read(built.page("claims/example-homes-without-power/")).words
    assert "Traced from the Exampleton Gazette to the council of Exampleton" in figure.replace(" .", ".")
    assert "“More than” was lost" in figure
    assert "Example Power declined to comment" in read(built.page("claims/example-cause/")).words


def test_one_command_removes_the_example_and_the_site_builds(tmp_path: Path) -> None:
    project = new(tmp_path / "with-example")
    assert f"```\n{REMOVE_EXAMPLE}\n```" in (project / "README.md").read_text("utf-8")
    subprocess.run(REMOVE_EXAMPLE, shell=True, cwd=project, check=True)
    records = {path.relative_to(project): path.read_bytes() for path in project.rglob("content/*/*")}
    without = new(tmp_path / "without", "--without-example")
    assert records == {path.relative_to(without): path.read_bytes() for path in without.rglob("content/*/*")}
    built = build(project, "--strict")
    assert built.status == 0, built.said
    assert "WARNING" not in built.said
