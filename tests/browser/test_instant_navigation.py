"""Notes, definitions and the search under Material's instant navigation: contents change, and no page is loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.watch import opened
from tests.fuzz.pieces import EXAMPLES
from tests.site.building import build, new_site
from tests.site.serving import Served, served

pytestmark = pytest.mark.browser


QUESTION = "How many homes lost power in the storm at Northport"
CONFIG = """
site_name: Northport Explained
site_url: {address}
theme: {{name: material, font: false, features: [navigation.instant, search.highlight]}}
plugins: [search, explainers]
"""


@pytest.fixture(scope="module")
def instant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The example records as a site with instant navigation."""
    folder = tmp_path_factory.mktemp("instant")
    with served(folder / "site") as place:
        records = {path: data.decode() for path, data in EXAMPLES.items()}
        config = {"mkdocs.yml": CONFIG.format(address=place.address)}
        assert (built := build(new_site(folder / "project", records | config), site=place.folder)).status == 0, (
            built.said
        )
        yield place


@pytest.mark.parametrize("mark", ["a.xp-mark", "a.xp-term"])
def test_a_note_opens_on_a_page_that_was_not_loaded(mark: str, instant: Served, browser: Browser) -> None:
    with opened(browser, instant.address) as watched:
        page = watched.page
        # The theme takes a link over once it has read the sitemap.
        page.goto(f"{instant.address}explainers/", wait_until="networkidle")
        page.evaluate("window.stayed = true")
        page.get_by_role("article").get_by_role("link", name=QUESTION).first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(QUESTION)
        assert page.evaluate("window.stayed") is True
        found = page.get_by_role("article").locator(mark).first
        found.click()
        expect(page.locator(".xp-pop")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(page.locator(".xp-pop")).to_have_count(0)
        expect(found).to_be_focused()
        told = ("error: ", "error in the console: ")
        assert [fault for fault in watched.faults if fault.startswith(told)] == []


def test_the_search_is_first_used_on_a_page_that_was_not_loaded(instant: Served, browser: Browser) -> None:
    with opened(browser, instant.address) as watched:
        page = watched.page
        page.goto(f"{instant.address}explainers/")
        page.get_by_role("article").get_by_role("link", name=QUESTION).first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(QUESTION)
        # The theme closes the search once more when it has swapped a page.
        page.wait_for_load_state("networkidle")
        page.keyboard.press("/")
        page.keyboard.type("homes")
        found = page.get_by_role("search").get_by_role("listitem").filter(has_text="homes").first
        expect(found).to_be_visible()
        found.get_by_role("link").first.click()
        expect(page.locator("article mark").first).to_have_text(re.compile("home", re.IGNORECASE))
