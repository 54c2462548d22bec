"""A first view weighs the same few bytes however large the site is, and does not jump: `make audit` measures more."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.corpus import write
from tests.browser.pages import PAGES
from tests.browser.weight import MOST, MOST_OF_SCRIPT, MOST_SHIFT, compressed, first_view, heaviest
from tests.site.building import Built, build, new_site

pytestmark = pytest.mark.browser
TYPES = pytest.mark.parametrize("type", PAGES)
THEME = "theme:\n  name: material\n  font: false\n  features: [navigation.tabs]\n"
CONFIG = f"site_name: S\n{THEME}plugins: [search, explainers]\n"


@TYPES
def test_a_first_view_is_light_and_does_not_jump(type: str, home: str, browser: Browser) -> None:
    files, shift = first_view(browser, f"{home}{PAGES[type]}", width=360)
    assert files.total() <= MOST, files
    assert shift <= MOST_SHIFT


def test_the_heaviest_page_of_the_manual_is_light(home: str, browser: Browser, published: Built) -> None:
    files, _ = first_view(browser, home)
    weight, path = heaviest(published.site)["manual"]
    assert files.total() - files["page"] + weight <= MOST, path


def test_our_scripts_are_small(published: Built) -> None:
    scripts = (published.site / "assets/explainers").glob("*.js")
    assert 1_000 < sum(compressed(script.read_bytes()) for script in scripts) <= MOST_OF_SCRIPT


def test_the_pages_of_a_larger_site_are_no_heavier(home: str, browser: Browser, tmp_path: Path) -> None:
    """300 claims have lists of several pages; what stands on one of them does not grow any more."""
    project = new_site(tmp_path / "project", {"mkdocs.yml": CONFIG})
    write(300, project)
    site = build(project)
    assert site.status == 0, site.said
    files, _ = first_view(browser, home)
    around = files.total() - files["page"]
    indexes = {kind: found for kind, found in heaviest(site.site).items() if kind.startswith("index of ")}
    assert len(indexes) > 10
    assert {"index of claims", "index of glossary", "index of figures", "index of timeline"} <= indexes.keys()
    assert {kind: found for kind, found in indexes.items() if around + found[0] > MOST} == {}
    assert (site.site / "claims/page/2/index.html").exists()
