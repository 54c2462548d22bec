"""The states in which a reader may have a page: as it is, and with whatever can be opened open."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page


def _plain(_: Page) -> bool:
    return True


def _search(page: Page) -> bool:
    page.keyboard.press("/")
    page.keyboard.type("soldiers")
    page.locator(".md-search-result__item").first.wait_for()
    return True


def _drawer(page: Page) -> bool:
    button = page.locator("label[for=__drawer]:visible").first
    if button.count() == 0:
        return False
    button.click()
    page.locator(".md-nav__link:visible").first.wait_for()
    return True


def _note(page: Page) -> bool:
    return _opened(page, "article a.xp-mark:visible", by_focus=False)


def _term(page: Page) -> bool:
    return _opened(page, "article a.xp-term:visible", by_focus=False)


def _preview(page: Page) -> bool:
    # A reader who tabs along meets the first link that leads to a record.
    return _opened(page, "article :is(p, li, td, dd) > a[href*='../']:not(.xp-mark, .xp-term):visible", by_focus=True)


def _opened(page: Page, mark: str, *, by_focus: bool) -> bool:
    for found in page.locator(mark).all()[:6]:
        found.evaluate("mark => mark.scrollIntoView({ block: 'center' })")
        if by_focus:
            found.hover()
        else:
            found.click()
        try:
            page.locator(".xp-pop").wait_for(timeout=1_000)
        except Exception:
            page.mouse.move(1, 1)
            continue
        return True
    return False


# Each opens something and says whether the page has it.
STATES: dict[str, Callable[[Page], bool]] = {
    "plain": _plain,
    "search": _search,
    "drawer": _drawer,
    "note": _note,
    "term": _term,
    "preview": _preview,
}
