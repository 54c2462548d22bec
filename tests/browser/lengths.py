"""How long pages are: phone screens, bytes and sheets of paper: `python -m tests.browser.lengths` prints them."""

from __future__ import annotations

import gzip
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.chromium import launched
from tests.browser.pages import PAGES
from tests.site.building import Built, build, our_site
from tests.site.serving import served

PHONE = ViewportSize(width=360, height=640)
# What answers the question with which a reader comes to a page: all of it, or where it begins.
ANSWERS = {
    "home": ".xp-cards h3",
    "explainer": ".xp-short",
    "claim": ".xp-lead",
    "actor": ".xp-lead",
    "source": ".xp-lead",
    "place": ".xp-lead",
    "event": ".xp-lead",
    "glossary": ".xp-entry dt",
    "timeline": ".xp-timeline > li:first-child .xp-when",
    "figures": "h2",
    "who-said-what": "h2",
    "index": ".xp-index > li:first-child a",
    "changes": ".xp-changes > li:first-child .xp-when",
    "not-found": "h1",
    "about": "h1 + p",
}
# What is long by its nature, and folded.
LONG = {
    "on-record": "explainers/kursk-50000-troops/on-record/",
    "source": PAGES["source"],
    "changes": PAGES["changes"],
}


@dataclass(frozen=True)
class Length:
    """The length of a page; `answered` is where its answer ends, in pixels from the top of a phone's first screen."""

    screens: float
    zipped: int
    answered: float


def length(page: Page, home: str, built: Built, address: str, answer: str) -> Length:
    """How long a page is on a phone, with all that is folded closed."""
    page.goto(f"{home}{address}")
    box = page.locator(f"article {answer}").first.bounding_box()
    assert box is not None, f"{address} has no {answer}"
    height = page.evaluate("document.documentElement.scrollHeight")
    html = built.page("404.html" if address == PAGES["not-found"] else address)
    return Length(height / PHONE["height"], len(gzip.compress(html.encode(), mtime=0)), box["y"] + box["height"])


def on_phone(browser: Browser) -> Page:
    """A page of a reader with a phone."""
    return browser.new_context(viewport=PHONE, device_scale_factor=1, reduced_motion="reduce").new_page()


def sheets(page: Page, home: str, address: str) -> int:
    """How many sheets of A4 a page takes in print."""
    page.goto(f"{home}{address}")
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


def claims(built: Built) -> list[str]:
    """The addresses of all claims."""
    return sorted(f"claims/{folder.name}/" for folder in (built.site / "claims").iterdir() if folder.is_dir())


def main() -> int:
    """Build the site and print how long its pages are."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder) / "site") as server, launched() as browser:
        built = build(our_site(Path(folder) / "project"), site=server.folder, SITE_URL=server.address)
        if built.status != 0:
            sys.stderr.write(built.said)
            return 1
        page = on_phone(browser)
        print(f"{'page':16}{'phone screens':>15}{'HTML, gzip':>12}{'answered at':>13}")
        for name, address in PAGES.items():
            found = length(page, server.address, built, address, ANSWERS[name])
            print(f"{name:16}{found.screens:15.1f}{found.zipped / 1000:9.1f} kB{found.answered:10.0f} px")
        on_record = length(page, server.address, built, LONG["on-record"], ".xp-lead")
        print(f"{'on-record':16}{on_record.screens:15.1f}{on_record.zipped / 1000:9.1f} kB")
        all_claims = [length(page, server.address, built, address, ".xp-lead") for address in claims(built)]
        for name, one in (("half of claims", median), ("longest claim", max)):
            screens, zipped = one(c.screens for c in all_claims), one(c.zipped for c in all_claims)
            print(f"{name:16}{screens:15.1f}{zipped / 1000:9.1f} kB")
        for name in ("explainer", "claim"):
            print(f"{name} in print: {sheets(page, server.address, PAGES[name])} sheets of A4")
    return 0


if __name__ == "__main__":
    sys.exit(main())
