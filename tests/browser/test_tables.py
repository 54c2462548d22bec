"""Tables on a phone: every row a card in which each value has the head of its column, and nothing to scroll for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import NARROWEST, PAGES
from tests.browser.watch import opened

pytestmark = pytest.mark.browser


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
def test_on_a_phone_a_row_is_a_card(type: str, table: str, heads: list[str], home: str, browser: Browser) -> None:
    with opened(browser, home, width=NARROWEST) as watched:
        watched.page.goto(f"{home}{PAGES[type]}")
        watched.page.evaluate("document.querySelectorAll('article details').forEach((each) => { each.open = true; })")
        first = watched.page.locator(table).first
        cells = first.locator("tbody tr").first.locator("td").all()
        shown = [cell.evaluate("e => getComputedStyle(e, '::before').content.replaceAll('\"', '')") for cell in cells]
        # The first column heads the card.
        assert shown == heads
        assert [cell.get_attribute("role") for cell in cells] == ["cell"] * len(cells)
        tops = [box["y"] for cell in cells if (box := cell.bounding_box())]
        assert tops == sorted(set(tops))
        scrollers = watched.page.locator(".xp-scroll").all()
        assert [s.evaluate("e => e.scrollWidth - e.clientWidth") for s in scrollers] == [0] * len(scrollers)
