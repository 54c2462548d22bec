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
