"""A reader has half a minute and a phone: pages are short, and the first screen answers."""

from __future__ import annotations

from statistics import median

import pytest
from playwright.sync_api import Browser

from tests.browser.lengths import ANSWERS, LONG, PHONE, Length, claims, length, on_phone, sheets
from tests.browser.pages import PAGES
from tests.site.building import Built

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("type", PAGES)
def test_the_first_screen_of_a_phone_answers(type: str, home: str, published: Built, browser: Browser) -> None:
    page = on_phone(browser)
    found = length(page, home, published, PAGES[type], ANSWERS[type])
    page.context.close()
    assert found.answered <= PHONE["height"]


def test_an_explainer_is_its_article(home: str, published: Built, browser: Browser) -> None:
    page = on_phone(browser)
    found = length(page, home, published, PAGES["explainer"], ANSWERS["explainer"])
    printed = sheets(page, home, PAGES["explainer"])
    page.context.close()
    assert found.screens <= 12
    assert found.zipped <= 14_200
    assert printed <= 12


def test_what_is_long_is_folded(home: str, published: Built, browser: Browser) -> None:
    page = on_phone(browser)
    screens = {name: length(page, home, published, address, "h1").screens for name, address in LONG.items()}
    page.context.close()
    assert {name: found for name, found in screens.items() if found > 12} == {}


@pytest.fixture(scope="module")
def of_claims(home: str, published: Built, browser: Browser) -> list[Length]:
    page = on_phone(browser)
    found = [length(page, home, published, address, ANSWERS["claim"]) for address in claims(published)]
    page.context.close()
    return found


def test_no_claim_is_longer_than_six_screens(of_claims: list[Length]) -> None:
    assert len(of_claims) > 20
    assert max(claim.screens for claim in of_claims) <= 6


def test_a_claim_weighs_what_its_sources_do(of_claims: list[Length]) -> None:
    assert median(claim.zipped for claim in of_claims) <= 9_000
    assert max(claim.zipped for claim in of_claims) <= 12_000


def test_the_first_screen_of_every_claim_answers(of_claims: list[Length]) -> None:
    assert max(claim.answered for claim in of_claims) <= PHONE["height"]
