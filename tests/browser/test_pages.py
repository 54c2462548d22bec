"""A page of every type: silent, at home, whole without script, no wider than the screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import NARROWEST, PAGES, WIDTHS
from tests.browser.watch import Watched, opened

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Tabs:
    """Two for all pages: a new one costs more than a page."""

    scripted: Watched
    plain: Watched


@dataclass(frozen=True)
class Seen:
    """A page as it was seen on one visit with script, at all widths, and on one without."""

    address: str
    faults: list[str]
    title: str
    headings: int
    heading_on_a_phone: float
    wider: dict[int, list[str]]
    with_script: Counter[str]
    without_script: Counter[str]


@pytest.fixture(scope="module")
def tabs(home: str, browser: Browser) -> Iterator[Tabs]:
    with opened(browser, home) as scripted, opened(browser, home, script=False) as plain:
        yield Tabs(scripted, plain)


# How wide the page is, and what sticks out of the screen without standing in a part that scrolls by itself.
WIDER = """() => {
    const root = document.documentElement;
    const cuts = (e) => e !== document.body && (getComputedStyle(e).overflowX !== "visible" || cuts(e.parentElement));
    const sticksOut = (e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !cuts(e.parentElement);
    const wide = [...document.body.querySelectorAll("body *")].filter(sticksOut).slice(0, 5);
    const name = (e) => `${e.tagName}.${e.getAttribute("class")} “${e.textContent.trim().slice(0, 30)}”`;
    return root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px`, ...wide.map(name)] : [];
}"""


@pytest.fixture(scope="module", params=PAGES.values(), ids=PAGES)
def seen(request: pytest.FixtureRequest, tabs: Tabs, home: str) -> Seen:
    address = request.param
    page, faults = tabs.scripted.page, tabs.scripted.faults
    faults.clear()
    # The search index and the like are fetched after the page has loaded.
    page.goto(f"{home}{address}", wait_until="networkidle")
    heard = [*faults]
    heading = page.get_by_role("heading", level=1)
    wider, tops = {}, {}
    for width in (NARROWEST, *sorted(WIDTHS)):
        page.set_viewport_size({"width": width, "height": 740})
        wider[width] = page.evaluate(WIDER)
        box = heading.first.bounding_box()
        assert box is not None, f"no heading at {width} px"
        tops[width] = box["y"]
    tabs.plain.page.goto(f"{home}{address}")
    return Seen(
        address,
        heard,
        page.title(),
        heading.count(),
        tops[360],
        {width: what for width, what in wider.items() if what},
        lines(page),
        lines(tabs.plain.page),
    )


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


def test_a_page_complains_of_nothing_and_asks_no_one_else(seen: Seen) -> None:
    assert seen.faults == [], "\n".join(seen.faults)


def test_a_page_says_without_script_all_that_it_says_with_it(seen: Seen) -> None:
    assert sorted((seen.with_script - seen.without_script).elements()) == [], "only with script"
    assert sorted((seen.without_script - seen.with_script).elements()) == [], "only without script"


def test_a_page_is_no_wider_than_the_screen(seen: Seen) -> None:
    assert seen.wider == {}


def test_a_page_begins_at_its_heading_and_names_itself(seen: Seen) -> None:
    assert seen.headings == 1
    assert seen.heading_on_a_phone < 400, "a reader on a phone has to scroll to the heading"
    assert seen.address == "" or seen.title != "Explainers", "the page has no title of its own"


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
