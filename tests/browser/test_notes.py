"""Notes and definitions open in place, by any hand, and close without losing the reader's place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.pages import NARROWEST, PAGES
from tests.browser.watch import Watched, opened

pytestmark = pytest.mark.browser
MARKS = {"note": "a.xp-mark", "term": "a.xp-term"}
KINDS = pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
# Where notes are: in a page made of records, and in one of a claim.
ADDRESSES = pytest.mark.parametrize("type", ["explainer", "claim"])


@pytest.fixture(scope="module")
def tab(home: str, browser: Browser) -> Iterator[Watched]:
    """One tab for all tests: a new one costs more than a page."""
    with opened(browser, home) as watched:
        yield watched


@pytest.fixture
def blank(tab: Watched) -> Iterator[Page]:
    """The tab on a wide screen with the mouse away from everything; still at another test's page."""
    tab.faults.clear()
    tab.page.set_viewport_size({"width": 1280, "height": 900})
    tab.page.mouse.move(0, 0)
    yield tab.page
    # What a page asks of others is told once, by `test_pages`.
    assert [fault for fault in tab.faults if fault.startswith("error: ")] == []


@pytest.fixture
def page(home: str, blank: Page) -> Page:
    """The page with the most notes, loaded anew."""
    blank.goto(f"{home}{PAGES['explainer']}")
    return blank


def first(page: Page, mark: str) -> Locator:
    """The first mark of the text, scrolled to where a reader would have it."""
    found = page.get_by_role("article").locator(mark).first
    found.evaluate("mark => mark.scrollIntoView({ block: 'center' })")
    return found


def pop(page: Page) -> Locator:
    """What has opened."""
    return page.get_by_role("dialog", name=re.compile("^Note|^Definition"))


def expected(mark: Locator) -> str:
    """The words with which the note in the list begins, or the term's definition in the glossary."""
    words: str = mark.evaluate(
        """async mark => {
            const anchor = mark.hash.slice(1);
            if (mark.matches(".xp-mark"))
                return document.getElementById(anchor).closest("li[id]").querySelector("p").textContent;
            const page = new DOMParser().parseFromString(await (await fetch(mark.href)).text(), "text/html");
            return page.getElementById(anchor).querySelector("dd p").firstChild.textContent;
        }"""
    )
    return " ".join(words.split())[:40]


@KINDS
def test_a_click_opens_it_in_place(mark: str, page: Page) -> None:
    found = first(page, mark)
    before = page.url, page.evaluate("scrollY")
    found.click()
    expect(pop(page)).to_be_visible()
    expect(pop(page)).to_contain_text(expected(found))
    assert (page.url, page.evaluate("scrollY")) == before


@KINDS
@pytest.mark.parametrize("by", ["Escape", "Close"])
def test_it_closes_and_gives_the_focus_back(by: str, mark: str, page: Page) -> None:
    found = first(page, mark)
    found.focus()
    page.keyboard.press("Enter")
    expect(pop(page)).to_be_visible()
    assert pop(page).evaluate("pop => pop.contains(document.activeElement)")
    if by == "Escape":
        page.keyboard.press("Escape")
    else:
        pop(page).get_by_role("button", name="Close").click()
    expect(pop(page)).to_have_count(0)
    expect(found).to_be_focused()


@KINDS
def test_it_opens_when_the_mouse_rests_on_it_and_closes_when_the_mouse_has_left(mark: str, page: Page) -> None:
    found = first(page, mark)
    found.hover()
    expect(pop(page)).to_be_visible()
    expect(pop(page)).to_contain_text(expected(found))
    # Into the note, to follow a link in it, and then away from both.
    pop(page).hover()
    expect(pop(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(pop(page)).to_have_count(0)


@KINDS
def test_escape_closes_what_the_mouse_opened(mark: str, page: Page) -> None:
    first(page, mark).hover()
    expect(pop(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(pop(page)).to_have_count(0)


@KINDS
def test_a_click_elsewhere_closes_it(mark: str, page: Page) -> None:
    first(page, mark).click()
    expect(pop(page)).to_be_visible()
    page.get_by_role("heading", level=1).dispatch_event("click")
    expect(pop(page)).to_have_count(0)


@KINDS
@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_as_easily_read_as_the_text(width: int, mark: str, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    found = first(page, mark)
    found.click()
    expect(pop(page)).to_contain_text(expected(found))
    size = pop(page).locator("p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")
    assert size >= 14
    close = pop(page).get_by_role("button", name="Close").bounding_box()
    assert close is not None
    assert min(close["width"], close["height"]) >= 24, "too small for a finger"


def test_a_note_that_opens_has_nothing_of_the_way_back(page: Page) -> None:
    first(page, MARKS["note"]).click()
    assert pop(page).locator(".xp-back").count() == 0


def test_one_is_open_at_a_time(page: Page) -> None:
    first(page, MARKS["note"]).click()
    first(page, MARKS["term"]).click()
    expect(pop(page)).to_have_count(1)
    expect(page.get_by_role("dialog", name=re.compile("^Definition"))).to_be_visible()


@KINDS
def test_it_is_within_the_narrowest_screen(mark: str, page: Page) -> None:
    page.set_viewport_size({"width": NARROWEST, "height": 740})
    first(page, mark).click()
    expect(pop(page)).to_be_visible()
    box = pop(page).bounding_box()
    assert box is not None
    assert (box["x"] >= 0, box["x"] + box["width"] <= NARROWEST) == (True, True)
    assert box["y"] >= 0
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST


@KINDS
def test_without_script_the_mark_leads_to_the_list(mark: str, home: str, browser: Browser) -> None:
    with opened(browser, home, script=False) as watched:
        page = watched.page
        page.goto(f"{home}{PAGES['explainer']}")
        found = page.get_by_role("article").locator(mark).first
        target = found.evaluate("mark => mark.href")
        found.evaluate("mark => mark.scrollIntoView({ block: 'center' })")
        found.click()
        page.wait_for_url(target)
        anchor = target.partition("#")[2]
        assert page.locator(f"[id='{anchor}']").count() == 1


# A mark leads to its note, or to its own line in it.
MARKS_AND_NOTES = """marks => marks.map((mark) =>
    `${mark.id} – ${document.getElementById(mark.hash.slice(1)).closest("li[id]").id}`)"""
BACK_TO_MARKS = """links => links.map((link) => `${link.hash.slice(1)} – ${link.closest("li[id]").id}`)"""


@ADDRESSES
def test_every_mark_has_its_note_and_every_note_leads_back_to_each_use(type: str, home: str, blank: Page) -> None:
    blank.goto(f"{home}{PAGES[type]}")
    marks = blank.locator("[role=doc-noteref]").evaluate_all(MARKS_AND_NOTES)
    backs = blank.locator("[role=doc-backlink]").evaluate_all(BACK_TO_MARKS)
    assert len(marks) > 3
    assert sorted(marks) == sorted(backs)


def test_a_term_marked_in_a_hand_written_page_opens_too(home: str, blank: Page) -> None:
    blank.goto(f"{home}method/")
    found = first(blank, MARKS["term"])
    found.click()
    expect(pop(blank)).to_be_visible()
    expect(pop(blank)).to_contain_text(expected(found))


def test_an_index_is_filtered_as_one_types_and_says_how_much_is_left(home: str, blank: Page) -> None:
    blank.goto(f"{home}{PAGES['index']}")
    items = blank.get_by_role("article").get_by_role("listitem").filter(has=blank.get_by_role("link"))
    before = items.filter(visible=True).count()
    box = blank.get_by_role("article").get_by_label("Filter")
    box.fill("treaty")
    after = items.filter(visible=True).count()
    assert 0 < after < before
    expect(blank.get_by_role("article").get_by_role("status")).to_have_text(re.compile(r"^\d+ of \d+$"))
    box.fill("")
    assert items.filter(visible=True).count() == before
