"""No violation that axe-core finds, on any type of page, light and dark, wide and narrow, with everything open."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import told, violations
from tests.browser.pages import NARROWEST, PAGES
from tests.browser.states import STATES
from tests.browser.watch import Scheme, opened

pytestmark = pytest.mark.browser
TYPES = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


@SCHEMES
@TYPES
def test_a_page_has_no_violation(address: str, scheme: Scheme, home: str, browser: Browser) -> None:
    with opened(browser, home, scheme=scheme) as watched:
        watched.page.goto(f"{home}{address}")
        for width in (1280, 360):
            watched.page.set_viewport_size({"width": width, "height": 900})
            faults = violations(watched.page, scheme)
            assert faults == [], f"{width} px: {told(faults)}"


@SCHEMES
@pytest.mark.parametrize("type", ["explainer", "claim", "who-said-what"])
def test_the_densest_pages_have_none_on_the_narrowest_screen(
    type: str, scheme: Scheme, home: str, browser: Browser
) -> None:
    with opened(browser, home, scheme=scheme, width=NARROWEST) as watched:
        watched.page.goto(f"{home}{PAGES[type]}")
        faults = violations(watched.page, scheme)
        assert faults == [], told(faults)


@SCHEMES
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("mark", ["note", "term"])
def test_an_open_note_has_none(mark: str, width: int, scheme: Scheme, home: str, browser: Browser) -> None:
    with opened(browser, home, scheme=scheme, width=width) as watched:
        watched.page.goto(f"{home}{PAGES['explainer']}")
        watched.page.locator("a.xp-mark" if mark == "note" else "a.xp-term").first.click()
        watched.page.get_by_role("dialog", name=re.compile("^Note|^Definition")).wait_for()
        faults = violations(watched.page, scheme)
        assert faults == [], told(faults)


@SCHEMES
@pytest.mark.parametrize("width", [1280, 360])
def test_an_open_search_has_none(width: int, scheme: Scheme, home: str, browser: Browser) -> None:
    with opened(browser, home, scheme=scheme, width=width) as watched:
        watched.page.goto(f"{home}?q=soldiers")
        watched.page.locator("a[href*='claims/']:visible").first.wait_for()
        faults = violations(watched.page, scheme)
        assert faults == [], told(faults)


@SCHEMES
def test_an_open_drawer_has_none(scheme: Scheme, home: str, browser: Browser) -> None:
    with opened(browser, home, scheme=scheme, width=360) as watched:
        watched.page.goto(f"{home}{PAGES['claim']}")
        watched.page.locator("label[for=__drawer]:visible").first.click()
        watched.page.get_by_role("link", name="Glossary", exact=True).first.wait_for()
        faults = violations(watched.page, scheme)
        assert faults == [], told(faults)


@SCHEMES
@pytest.mark.parametrize("width", [1280, NARROWEST])
def test_an_open_preview_has_none(width: int, scheme: Scheme, home: str, browser: Browser) -> None:
    with opened(browser, home, scheme=scheme, width=width) as watched:
        watched.page.goto(f"{home}{PAGES['timeline']}")
        assert STATES["preview"](watched.page)
        faults = violations(watched.page, scheme)
        assert faults == [], told(faults)


# What WCAG 2.2, 1.4.12 lets a reader set, and 1.4.4 and 1.4.10: twice and four times as large on a screen of 1280.
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
SET = "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }"
CUT = """() => [...document.querySelectorAll("article *")].filter((e) => {
    const style = getComputedStyle(e);
    return style.overflowY === "hidden" && !e.closest(".xp-sr, .xp-words, svg") && e.scrollHeight > e.clientHeight + 2;
}).map((e) => e.outerHTML.slice(0, 80))"""


@TYPES
def test_a_reader_may_space_and_enlarge_the_text(address: str, home: str, browser: Browser) -> None:
    with opened(browser, home) as watched:
        page = watched.page
        page.goto(f"{home}{address}")
        # In the place of a style that the policy of the page would block.
        page.evaluate(SET, SPACED)
        for width in (1280, 640, NARROWEST):
            page.set_viewport_size({"width": width, "height": 720 * width // 1280})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(CUT) == []


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
