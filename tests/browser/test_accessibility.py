"""No violation that axe-core finds, on any type of page, light and dark, wide and narrow, with everything open."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from tests.browser.pages import NARROWEST, PAGES
from tests.browser.watch import Scheme, opened

pytestmark = pytest.mark.browser
TYPES = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


def violations(page: Page, scheme: Scheme) -> list[str]:
    """What axe-core finds wrong in a page as it stands, a line for each element.

    In the dark, only colours are another matter than by daylight.
    """
    # What is in order is not described one by one, which takes as long as to look for faults.
    asked: dict[str, Any] = {"resultTypes": ["violations"]}
    if scheme == "dark":
        asked["runOnly"] = ["color-contrast", "link-in-text-block"]
    found: list[dict[str, Any]] = Axe().run(page, options=asked).response["violations"]
    return [
        f"{v['id']} ({v['impact']}): {node['html'][:160]}\n    {reason(node)}" for v in found for node in v["nodes"]
    ]


def reason(node: dict[str, Any]) -> str:
    """The reason of a fault, such as the two colours and their contrast."""
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)


def told(faults: list[str]) -> str:
    return "\n".join([f"{len(faults)} elements", *faults[:20]])


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
