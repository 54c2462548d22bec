"""No violation that axe-core finds, on any type of page, light and dark, wide and narrow, with everything open."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import told, violations
from tests.browser.pages import NARROWEST, PAGES
from tests.browser.states import STATES
from tests.browser.watch import opened

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("width", [1280, NARROWEST])


@pytest.fixture(scope="module")
def tab(home: str, browser: Browser) -> Iterator[Page]:
    """One tab for all pages; a new one costs more than a page."""
    with opened(browser, home) as watched:
        yield watched.page


def at(page: Page, address: str, *, width: int) -> Page:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    return page


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_has_no_violation(address: str, home: str, tab: Page) -> None:
    page = at(tab, f"{home}{address}", width=1280)
    for width in (1280, NARROWEST):
        page.set_viewport_size({"width": width, "height": 900})
        faults = violations(page)
        assert faults == [], f"{width} px: {told(faults)}"


@SIZES
@pytest.mark.parametrize("mark", ["note", "term"])
def test_an_open_note_has_none(mark: str, width: int, home: str, tab: Page) -> None:
    page = at(tab, f"{home}{PAGES['explainer']}", width=width)
    page.locator("a.xp-mark" if mark == "note" else "a.xp-term").first.click()
    note = page.get_by_role("dialog", name=re.compile("^Note|^Definition"))
    note.wait_for()
    faults = violations(page)
    assert faults == [], told(faults)
    assert note.is_visible(), "the note was closed before it was looked at"


@SIZES
def test_an_open_search_has_none(width: int, home: str, tab: Page) -> None:
    page = at(tab, f"{home}?q=soldiers", width=width)
    page.locator("a[href*='claims/']:visible").first.wait_for()
    faults = violations(page)
    assert faults == [], told(faults)


def test_an_open_drawer_has_none(home: str, tab: Page) -> None:
    page = at(tab, f"{home}{PAGES['claim']}", width=360)
    page.locator("label[for=__drawer]:visible").first.click()
    page.get_by_role("link", name="Glossary", exact=True).first.wait_for()
    faults = violations(page)
    assert faults == [], told(faults)


@SIZES
def test_an_open_preview_has_none(width: int, home: str, tab: Page) -> None:
    page = at(tab, f"{home}{PAGES['timeline']}", width=width)
    assert STATES["preview"](page)
    faults = violations(page)
    assert faults == [], told(faults)


# What WCAG 2.2, 1.4.12 lets a reader set, and 1.4.4 and 1.4.10: twice and four times as large on a screen of 1280.
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
SET = "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }"
CUT = """() => [...document.querySelectorAll("article *")].filter((e) => {
    const style = getComputedStyle(e);
    return style.overflowY === "hidden" && !e.closest(".xp-sr, .xp-words, svg") && e.scrollHeight > e.clientHeight + 2;
}).map((e) => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
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


# A fault in one of many elements that are alike but for it, and in one scheme only.
ALIKE = "<p>One word of many.</p>" * 20
LINK = '<p>See <a class="plain" href="#x">this</a>.</p>'


@pytest.mark.parametrize(
    ("css", "body", "fault"),
    [
        ("p:nth-of-type(7) { color: #ccc }", ALIKE, "light: color-contrast"),
        ("[data-md-color-scheme=slate] p:nth-of-type(7) { color: #333 }", ALIKE, "dark: color-contrast"),
        ("div:nth-of-type(3) { background: #555 }", f"<div>{ALIKE}</div>" * 4, "light: color-contrast"),
        (
            ".plain { color: #222; text-decoration: none }",
            '<p><a class="plain" href="#x">A</a></p>' + LINK,
            "light: link",
        ),
        ("", '<img src="data:,">', "light: image-alt"),
    ],
)
def test_a_fault_of_one_element_among_many_is_found(css: str, body: str, fault: str, browser: Browser) -> None:
    page = browser.new_page()
    inputs = "".join(
        f'<input hidden data-md-color-media="(prefers-color-scheme: {name})" data-md-color-scheme="{scheme}"'
        ' onchange="for (const key in this.dataset) document.body.dataset[key] = this.dataset[key]">'
        for name, scheme in (("light", "default"), ("dark", "slate"))
    )
    dark = "[data-md-color-scheme=slate] { background: #111; color: #eee }"
    page.set_content(
        f"<html lang=en><title>T</title><style>{dark}{css}</style><body><main><h1>T</h1>{inputs}{body}</main>"
    )
    assert any(line.startswith(fault) for line in violations(page))
    page.close()
