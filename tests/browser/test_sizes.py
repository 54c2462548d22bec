"""Text as large and as wide as a reader sets it, and marks as large as a finger."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import NARROWEST, PAGES
from tests.browser.watch import opened

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def tab(home: str, browser: Browser) -> Iterator[Page]:
    """One tab for all pages; a new one costs more than a page."""
    with opened(browser, home) as watched:
        yield watched.page


# What WCAG 2.2, 1.4.12 lets a reader set, and 1.4.4 and 1.4.10: twice and four times as large on a screen of 1280.
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
SET = "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }"
CUT = """() => [...document.querySelectorAll("article *")].filter((e) => {
    const style = getComputedStyle(e);
    return style.overflowY === "hidden" && !e.closest(".xp-sr, .xp-words, svg") && e.scrollHeight > e.clientHeight + 2;
}).map((e) => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_reader_may_space_and_enlarge_the_text(address: str, home: str, tab: Page) -> None:
    tab.goto(f"{home}{address}")
    # In the place of a style that the policy of the page would block.
    tab.evaluate(SET, SPACED)
    for width in (1280, 640, NARROWEST):
        tab.set_viewport_size({"width": width, "height": 720 * width // 1280})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert tab.evaluate(CUT) == []


def test_marks_and_buttons_are_large_enough_for_a_finger(home: str, browser: Browser) -> None:
    small = """marks => marks.filter((mark) => mark.checkVisibility()).filter((mark) => {
        const { width, height } = mark.getBoundingClientRect();
        return width < 23.9 || height < 23.9;
    }).map((mark) => mark.outerHTML.slice(0, 90))"""
    with opened(browser, home, width=360) as watched:
        for type in ("explainer", "claim", "glossary"):
            watched.page.goto(f"{home}{PAGES[type]}")
            found = watched.page.locator("article .xp-mark, article .xp-back, article summary, article .xp-letters a")
            assert found.count() > 10
            assert found.evaluate_all(small) == []
