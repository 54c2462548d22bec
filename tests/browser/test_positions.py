"""Positions on a screen: a telling is opened by its address."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.pages import PAGES
from tests.browser.watch import opened

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_the_address_of_a_telling_opens_it(script: bool, home: str, browser: Browser) -> None:
    with opened(browser, home, script=script) as watched:
        watched.page.goto(f"{home}{PAGES['claim']}#a3")
        expect(watched.page.locator("#a3")).to_be_in_viewport()
        watched.page.goto(f"{home}{PAGES['claim']}")
        expect(watched.page.locator("#a3")).to_be_hidden()
