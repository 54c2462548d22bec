"""A phone: each row of a table a card, a matrix a list, and nothing to scroll for, however long a word is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

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


@pytest.fixture(scope="module")
def tab(home: str, browser: Browser) -> Iterator[Page]:
    """One tab for all pages: a new one costs more than a page."""
    with opened(browser, home, width=NARROWEST) as watched:
        yield watched.page


@pytest.mark.parametrize(
    ("type", "table", "heads"),
    [
        ("figures", ".xp-figure table", ["Figure", "Said on", "Read in", "Claim", "Goes back to"]),
        ("actor", ".xp-figure table", ["Figure", "Said on", "Read in", "Claim", "Goes back to"]),
        ("source", ".xp-verbs", ["With a statement by", "What the verb does", "Our verb", "On"]),
        # Below a name, a date needs no head.
        ("claim", ".xp-board", ["none"]),
    ],
)
def test_on_a_phone_a_row_is_a_card(type: str, table: str, heads: list[str], home: str, tab: Page) -> None:
    tab.goto(f"{home}{PAGES[type]}")
    tab.evaluate("document.querySelectorAll('article details').forEach((each) => { each.open = true; })")
    first = tab.locator(table).first
    cells = first.locator("tbody tr").first.locator("td").all()
    shown = [cell.evaluate("e => getComputedStyle(e, '::before').content.replaceAll('\"', '')") for cell in cells]
    # The first column heads the card.
    assert shown == heads
    assert [cell.get_attribute("role") for cell in cells] == ["cell"] * len(cells)
    tops = [box["y"] for cell in cells if (box := cell.bounding_box())]
    assert tops == sorted(set(tops))
    scrollers = tab.locator(".xp-scroll").all()
    # A mark is as wide as a finger needs, which may be a pixel more than its cell.
    assert all(s.evaluate("e => e.scrollWidth - e.clientWidth") <= 1 for s in scrollers)


@pytest.mark.parametrize("type", ["actor", "explainer", "claim", "source"])
def test_a_word_of_300_letters_makes_no_page_wider(type: str, home: str, tab: Page) -> None:
    tab.goto(f"{home}{PAGES[type]}")
    assert tab.evaluate(LENGTHENED) > 50
    assert tab.evaluate(TOO_WIDE) == 0


def test_a_matrix_is_a_list_of_its_speakers_with_the_same_claims(home: str, tab: Page) -> None:
    tab.goto(f"{home}{PAGES['who-said-what']}")
    matrix = tab.locator(".xp-matrix").first
    told = matrix.locator("td a")
    assert matrix.locator("td:visible").count() == told.count() > 10
    tops = [box["y"] for cell in told.all() if (box := cell.bounding_box())]
    assert tops == sorted(set(tops))
    words = told.first.locator(".xp-words")
    assert (words.bounding_box() or {"width": 0})["width"] > 100
    scroller = tab.locator(".xp-scroll").first
    assert scroller.evaluate("e => e.scrollWidth <= e.clientWidth")
