"""The look that a new site begins with: its colours are all that it has of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from explainers.cli import main
from tests.browser.test_accessibility import violations
from tests.browser.watch import opened
from tests.site.building import build
from tests.site.serving import Served, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A new site, served under the address that it was built for."""
    project = tmp_path_factory.mktemp("new") / "site"
    with pytest.raises(SystemExit):
        main(["init", str(project), "--publisher", "The Desk", "--contact", "desk@example.org"])
    with served(project / "site") as place:
        build(project, site=place.folder, SITE_URL=place.address)
        yield place


@pytest.mark.parametrize("address", ["", "claims/example-homes-without-power/", "about/"])
def test_a_page_has_no_violation(address: str, server: Served, browser: Browser) -> None:
    with opened(browser, server.address) as watched:
        watched.page.goto(f"{server.address}{address}")
        assert violations(watched.page) == []
        assert watched.faults == []


def test_two_lines_are_the_colour_of_the_site(server: Served, browser: Browser) -> None:
    sheet = server.folder / "assets/colours.css"
    kept = sheet.read_text("utf-8")
    sheet.write_text(kept.replace("#0a5175", "rgb(1, 2, 3)").replace("#8ecdf0", "rgb(4, 5, 6)"), "utf-8")
    try:
        for scheme, colour in {"light": "rgb(1, 2, 3)", "dark": "rgb(4, 5, 6)"}.items():
            with opened(browser, server.address, scheme=scheme) as watched:
                watched.page.goto(f"{server.address}about/")
                for link in (".xp a", ".md-typeset a"):
                    found = watched.page.locator(link).first.evaluate("e => getComputedStyle(e).color")
                    assert found == colour, (scheme, link)
    finally:
        sheet.write_text(kept, "utf-8")
