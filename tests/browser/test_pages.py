"""A page of every type: silent, at home, whole without script, no wider than the screen."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import NARROWEST, PAGES, WIDTHS
from tests.browser.watch import opened

pytestmark = pytest.mark.browser
TYPES = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)


@TYPES
def test_a_page_complains_of_nothing_and_asks_nobody_else(address: str, home: str, browser: Browser) -> None:
    with opened(browser, home) as watched:
        # The search index and the like are fetched after the page has loaded.
        watched.page.goto(f"{home}{address}", wait_until="networkidle")
        assert watched.faults == [], "\n".join(watched.faults)


@TYPES
def test_a_page_says_without_script_all_that_it_says_with_it(address: str, home: str, browser: Browser) -> None:
    texts = {}
    for script in (True, False):
        with opened(browser, home, script=script) as watched:
            watched.page.goto(f"{home}{address}")
            texts[script] = lines(watched.page)
    assert sorted((texts[True] - texts[False]).elements()) == [], "only with script"
    assert sorted((texts[False] - texts[True]).elements()) == [], "only without script"


def lines(page: Page) -> Counter[str]:
    """The lines of the page's content. What a reader can only use with script is not text: filters and buttons."""
    text = page.locator("article").evaluate(
        """article => {
            const controls = article.querySelectorAll("input, button, output, label");
            for (const control of controls) control.style.display = "none";
            return article.innerText;
        }"""
    )
    return Counter(line for line in (" ".join(line.split()) for line in text.splitlines()) if line)


# How wide the page is, and what sticks out of the screen without standing in a part that scrolls by itself.
WIDER = """() => {
    const root = document.documentElement;
    const cuts = (e) => e !== document.body && (getComputedStyle(e).overflowX !== "visible" || cuts(e.parentElement));
    const sticksOut = (e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !cuts(e.parentElement);
    const wide = [...document.body.querySelectorAll("body *")].filter(sticksOut).slice(0, 5);
    const name = (e) => `${e.tagName}.${e.getAttribute("class")} “${e.textContent.trim().slice(0, 30)}”`;
    return root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px`, ...wide.map(name)] : [];
}"""


@TYPES
def test_a_page_is_no_wider_than_the_screen(address: str, home: str, browser: Browser) -> None:
    wider = {}
    with opened(browser, home) as watched:
        watched.page.goto(f"{home}{address}")
        for width in (*WIDTHS, NARROWEST):
            watched.page.set_viewport_size({"width": width, "height": 740})
            wider[width] = watched.page.evaluate(WIDER)
    assert {width: what for width, what in wider.items() if what} == {}


@TYPES
def test_a_page_begins_at_its_heading_and_names_itself(address: str, home: str, browser: Browser) -> None:
    with opened(browser, home, width=360) as watched:
        watched.page.goto(f"{home}{address}")
        heading = watched.page.get_by_role("heading", level=1)
        assert heading.count() == 1
        box = heading.bounding_box()
        assert box is not None
        assert box["y"] < 400, "a reader on a phone has to scroll to the heading"
        assert address == "" or watched.page.title() != "Explainers", "the page has no title of its own"


def test_an_address_that_is_not_there_is_answered_with_the_sites_own_page(home: str, browser: Browser) -> None:
    with opened(browser, home) as watched:
        answer = watched.page.goto(f"{home}no/such/page/")
        assert answer is not None
        assert answer.status == 404
        assert watched.page.get_by_role("heading", level=1).inner_text() == "Page not found"
        links = (
            watched.page.get_by_role("article").get_by_role("link").evaluate_all("links => links.map((a) => a.href)")
        )
        assert {f"{home}", f"{home}claims/", f"{home}glossary/"} <= set(links)
        assert {link: status for link in links if (status := watched.page.request.get(link).status) != 200} == {}


def test_a_script_that_did_not_come_with_the_site_does_not_run(home: str, browser: Browser) -> None:
    with opened(browser, home) as watched:
        watched.page.goto(f"{home}{PAGES['claim']}")
        watched.page.evaluate(
            """document.querySelector("article").innerHTML +=
                '<img src="x:" onerror="window.ran = 1"><p style="color: red">red</p>';
            document.head.append(Object.assign(document.createElement("script"), { text: "window.ran = 2" }));"""
        )
        watched.page.wait_for_timeout(200)
        assert watched.page.evaluate("window.ran ?? 0") == 0
        assert any("Content Security Policy" in fault for fault in watched.faults)
