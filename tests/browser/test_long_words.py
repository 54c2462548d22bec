"""A word without an end, wherever a record may have one: the page stays as wide as the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import NARROWEST, PAGES
from tests.browser.watch import opened

pytestmark = pytest.mark.browser
# Dates, numbers and signs are ours. Of everything else the first word becomes one of 300 letters.
LENGTHENED = """() => {
    const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    const ours = "svg, .xp-date, .xp-day, .xp-sr, .xp-words, .xp-sign, .xp-stance, .xp-marks, .headerlink";
    let count = 0;
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (text.parentElement.closest(ours) || !/[a-z]{3}/i.test(text.data)) continue;
        text.data = text.data.replace(/[a-z]{3,}/i, "x".repeat(300));
        count += 1;
    }
    return count;
}"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("type", ["actor", "explainer", "claim", "source"])
def test_a_word_of_300_letters_makes_no_page_wider(type: str, home: str, browser: Browser) -> None:
    with opened(browser, home, width=NARROWEST) as watched:
        watched.page.goto(f"{home}{PAGES[type]}")
        assert watched.page.evaluate(LENGTHENED) > 50
        assert watched.page.evaluate(TOO_WIDE) == 0
