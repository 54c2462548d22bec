"""The search of the theme: nothing of it is fetched with a page but its settings, and it works from its first use."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.pages import PAGES
from tests.browser.watch import Watched, opened

pytestmark = pytest.mark.browser
FETCHED = ("search_docs.json", "workers/search.")


@pytest.fixture
def watched(home: str, browser: Browser) -> Iterator[Watched]:
    with opened(browser, home) as watched:
        yield watched
        assert watched.faults == []


def asked(page: Page) -> list[str]:
    """Listen to what of the search is fetched."""
    found: list[str] = []
    page.context.on("request", lambda request: found.extend(part for part in FETCHED if part in request.url))
    return found


def results(page: Page) -> Locator:
    return page.get_by_role("search").get_by_role("listitem").filter(has_text="soldiers")


def by_mouse(page: Page) -> None:
    page.get_by_role("textbox", name="Search").click()


def by_key(page: Page) -> None:
    page.keyboard.press("/")


def by_button(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator("label[for=__search]:visible").first.click()


@pytest.mark.parametrize("open", [by_mouse, by_key, by_button])
def test_it_is_fetched_and_works_when_it_is_first_used(open: Callable[[Page], None], watched: Watched) -> None:
    page = watched.page
    found = asked(page)
    page.goto(f"{watched.home}{PAGES['claim']}", wait_until="networkidle")
    assert found == []
    open(page)
    page.keyboard.type("soldiers")
    expect(results(page).first).to_be_visible()
    assert sorted(found) == sorted(FETCHED)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "h=soldiers" in url)
    # The words are marked from the settings alone.
    expect(page.locator("article mark").first).to_have_text("soldiers", ignore_case=True)
    assert sorted(found) == sorted(FETCHED)


def test_an_address_with_words_to_look_for_finds_them(watched: Watched) -> None:
    watched.page.goto(f"{watched.home}?q=soldiers")
    expect(results(watched.page).first).to_be_visible()


def test_what_could_not_be_fetched_is_fetched_at_the_next_use(home: str, browser: Browser) -> None:
    with opened(browser, home) as watched:
        page = watched.page
        page.goto(home)
        fail: Callable[[Route], None] = lambda route: route.abort()  # noqa: E731
        page.route("**/search_docs.json", fail)
        with page.expect_event("requestfailed"):
            by_mouse(page)
        page.unroute("**/search_docs.json", fail)
        page.keyboard.press("Escape")
        by_mouse(page)
        page.keyboard.type("soldiers")
        expect(results(page).first).to_be_visible()
