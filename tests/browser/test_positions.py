"""Positions on a screen: a telling is opened by its address, a matrix becomes a list on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.pages import NARROWEST, PAGES
from tests.browser.watch import opened

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_the_address_of_a_telling_opens_it(script: bool, home: str, browser: Browser) -> None:
    with opened(browser, home, script=script) as watched:
        watched.page.goto(f"{home}{PAGES['claim']}#a3")
        expect(watched.page.locator("#a3")).to_be_in_viewport()
        watched.page.goto(f"{home}{PAGES['claim']}")
        expect(watched.page.locator("#a3")).to_be_hidden()


def test_on_a_phone_a_matrix_is_a_list_of_its_speakers_with_the_same_claims(home: str, browser: Browser) -> None:
    with opened(browser, home, width=NARROWEST) as watched:
        watched.page.goto(f"{home}{PAGES['who-said-what']}")
        matrix = watched.page.locator(".xp-matrix").first
        told = matrix.locator("td a")
        assert matrix.locator("td:visible").count() == told.count() > 10
        tops = [box["y"] for cell in told.all() if (box := cell.bounding_box())]
        assert tops == sorted(set(tops))
        words = told.first.locator(".xp-words")
        assert (words.bounding_box() or {"width": 0})["width"] > 100
        scroller = watched.page.locator(".xp-scroll").first
        assert scroller.evaluate("e => e.scrollWidth <= e.clientWidth")
