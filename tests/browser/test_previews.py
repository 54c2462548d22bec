"""Links to records open a preview, by mouse, key and finger, and stay links in every other way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.pages import PAGES
from tests.browser.watch import opened
from tests.site.building import Built

pytestmark = pytest.mark.browser
# A link and what its preview has: of a claim, its speaker and its figure.
LINKS = {
    "claim": ("troops-held-in-kursk/", ["Claim", "Volodymyr Zelensky said", "50,000 Russian soldiers"]),
    "actor": ("rksnews/", ["Actor", "RksNews", "The publisher of the news item"]),
    "source": ("rksnews-zelensky-50000-kursk/", ["Source", "A short news item"]),
    "event": ("kursk-incursion/", ["Event", "crossed into the Kursk region on 6 August 2024"]),
    "term": ("glossary/#incursion", ["Glossary", "incursion"]),
}
A_LINK_TO_A_TERM = """document.querySelector(".xp h1").insertAdjacentHTML(
    "afterend", '<p><a href="../../glossary/#incursion">a raid</a></p>')"""
EACH = pytest.mark.parametrize("kind", LINKS)


@pytest.fixture
def page(home: str, browser: Browser) -> Iterator[Page]:
    with opened(browser, home) as watched:
        watched.page.goto(f"{home}timeline/")
        # Sources are named in the notes, which are folded.
        watched.page.evaluate("document.querySelectorAll('article details').forEach((each) => { each.open = true; })")
        yield watched.page
        assert watched.faults == []


def link(page: Page, end: str) -> Locator:
    """A link in the text, scrolled to where a reader would have it."""
    found = page.locator(f"article a[href$='{end}']:not(.xp-term)").first
    found.evaluate("link => link.scrollIntoView({ block: 'center' })")
    return found


def preview(page: Page) -> Locator:
    return page.get_by_role("tooltip").or_(page.get_by_role("dialog", name="Preview"))


@EACH
def test_it_opens_when_the_mouse_rests_on_a_link_and_closes_when_it_has_left(kind: str, page: Page) -> None:
    end, words = LINKS[kind]
    if kind == "term":
        page.goto(page.url.replace("timeline/", "claims/troops-held-in-kursk/"))
        page.evaluate(A_LINK_TO_A_TERM)
    before = page.url
    link(page, end).hover()
    expect(preview(page)).to_be_visible()
    for word in words:
        expect(preview(page)).to_contain_text(word, ignore_case=True)
    assert page.url == before
    preview(page).hover()
    expect(preview(page)).to_be_visible()
    page.mouse.move(2, 2)
    expect(preview(page)).to_have_count(0)


def test_a_click_follows_the_link(page: Page) -> None:
    link(page, "rksnews/").click()
    page.wait_for_url("**/actors/rksnews/")


def test_it_opens_under_the_focus_and_the_focus_goes_on_to_the_next_link(page: Page) -> None:
    first = page.locator("article ol.xp-timeline a").first
    order = page.locator("article ol.xp-timeline a").evaluate_all("links => links.slice(0, 3).map((a) => a.href)")
    page.locator("article h2").first.evaluate("h => h.scrollIntoView()")
    before = page.locator(".headerlink").first
    before.focus()
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    expect(preview(page)).to_be_visible()
    assert first.get_attribute("aria-describedby") == preview(page).get_attribute("id")
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)
    expect(first).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href") == order[1]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(order[0])


def test_the_focus_goes_on_behind_the_mark_of_a_note(home: str, browser: Browser) -> None:
    with opened(browser, home) as watched:
        page = watched.page
        page.goto(f"{home}{PAGES['timeline']}")
        mark = page.locator("article a.xp-mark").first
        following = page.locator("article a").evaluate_all(
            "links => { const at = links.findIndex((a) => a.matches('.xp-mark')); return links[at + 1].href; }"
        )
        mark.focus()
        page.keyboard.press("Enter")
        inside = page.get_by_role("dialog", name="Note")
        expect(inside).to_be_visible()
        for _ in range(1 + inside.get_by_role("link").count()):
            page.keyboard.press("Tab")
            assert inside.evaluate("pop => pop.contains(document.activeElement)")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.href") == following
        expect(inside).to_have_count(0)


@pytest.mark.parametrize("height", [568, 256])
def test_a_finger_opens_it_and_follows_the_link_from_there(height: int, home: str, browser: Browser) -> None:
    with opened(browser, home, width=320, height=height, touch=True) as watched:
        page = watched.page
        page.goto(f"{home}timeline/")
        end, words = LINKS["claim"]
        found = link(page, end)
        found.tap()
        opened_preview = page.get_by_role("dialog", name="Preview")
        expect(opened_preview).to_be_focused()
        for word in words:
            expect(opened_preview).to_contain_text(word)
        box = opened_preview.bounding_box()
        assert box is not None
        assert (box["x"] >= 0, box["x"] + box["width"] <= 320) == (True, True)
        assert (box["y"] >= 0, box["y"] + box["height"] <= height) == (True, True)
        opened_preview.get_by_role("button", name="Close").tap()
        expect(opened_preview).to_have_count(0)
        found.tap()
        opened_preview.get_by_role("link", name="Open this page").tap()
        page.wait_for_url(f"**/{end}")
        assert watched.faults == []


def test_a_second_tap_on_a_link_follows_it(home: str, browser: Browser) -> None:
    with opened(browser, home, width=360, touch=True) as watched:
        watched.page.goto(f"{home}timeline/")
        found = link(watched.page, "rksnews/")
        found.tap()
        expect(preview(watched.page)).to_be_visible()
        found.tap()
        watched.page.wait_for_url("**/actors/rksnews/")


def test_where_a_page_cannot_be_fetched_a_finger_has_the_way_to_it(home: str, browser: Browser) -> None:
    with opened(browser, home, width=360, touch=True) as watched:
        watched.page.goto(f"{home}timeline/")
        watched.page.route("**/actors/rksnews/", lambda route: route.abort())
        link(watched.page, "rksnews/").tap()
        expect(preview(watched.page).get_by_role("link", name="Open this page")).to_be_visible()
        expect(preview(watched.page)).to_contain_text("RksNews")


def test_nothing_is_fetched_before_it_is_wanted_and_a_page_once(home: str, browser: Browser) -> None:
    with opened(browser, home) as watched:
        page = watched.page
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{home}timeline/", wait_until="networkidle")
        assert [url for url in asked if "/actors/" in url] == []
        for _ in range(2):
            link(page, "rksnews/").hover()
            expect(preview(page)).to_be_visible()
            page.mouse.move(2, 2)
            expect(preview(page)).to_have_count(0)
        assert [url for url in asked if "/actors/" in url] == [f"{home}actors/rksnews/"]


def test_other_links_and_pages_of_files_have_none(published: Built, home: str, browser: Browser) -> None:
    with opened(browser, home, width=360, touch=True) as watched:
        page = watched.page
        page.goto(f"{home}{PAGES['claim']}")
        page.locator(".xp-crumbs a").last.tap()
        page.wait_for_url("**/claims/")
        page.goto((published.site / "timeline/index.html").as_uri())
        link(page, "rksnews/").tap()
        page.wait_for_url("**/actors/rksnews/")
