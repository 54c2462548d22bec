"""Ways into a page and about it: past the navigation, by the contents on a phone, into what is folded."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.pages import PAGES
from tests.browser.watch import opened

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("type", ["explainer", "claim", "glossary"])
def test_the_link_past_the_navigation_leads_to_the_heading_of_the_page(type: str, home: str, browser: Browser) -> None:
    with opened(browser, home) as watched:
        watched.page.goto(f"{home}{PAGES[type]}")
        watched.page.keyboard.press("Tab")
        skip = watched.page.locator(":focus")
        expect(skip).to_have_text("Skip to content")
        target = skip.evaluate("link => document.querySelector(link.hash).tagName")
        assert target == "H1"


@pytest.mark.parametrize(("width", "shown"), [(360, True), (1280, False)])
def test_a_phone_has_the_contents_that_the_sidebar_has(width: int, shown: bool, home: str, browser: Browser) -> None:
    with opened(browser, home, width=width) as watched:
        watched.page.goto(f"{home}{PAGES['explainer']}")
        contents = watched.page.locator(".xp-contents")
        expect(contents).to_be_visible(visible=shown)
        inside = contents.locator("a").evaluate_all("all => all.map((a) => a.textContent)")
        headings = (
            watched.page.get_by_role("article")
            .locator("h2[id]")
            .evaluate_all("all => all.map((h) => h.firstChild.textContent)")
        )
        # The answer stands above them, and what is folded below them.
        assert inside == headings[1 : 1 + len(inside)]
        assert len(inside) > 5


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
@pytest.mark.parametrize(("anchor", "inside"), [("unknown", ".xp-unknowns"), ("notes", ".xp-notes")])
def test_a_way_into_what_is_folded_opens_it(
    anchor: str,
    inside: str,
    script: bool,
    home: str,
    browser: Browser,
) -> None:
    with opened(browser, home, script=script) as watched:
        watched.page.goto(f"{home}{PAGES['claim']}")
        expect(watched.page.locator(inside)).to_be_hidden()
        watched.page.goto(f"{home}{PAGES['claim']}#{anchor}")
        expect(watched.page.locator(inside)).to_be_visible()
