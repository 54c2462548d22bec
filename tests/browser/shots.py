"""Pictures of every page type into build/shots/, to be looked at: `python -m tests.browser.shots`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import get_args

from playwright.sync_api import Browser

from tests.browser.chromium import launched
from tests.browser.pages import NARROWEST, PAGES, WIDTHS
from tests.browser.watch import Scheme, opened
from tests.site.building import ROOT, build, our_site
from tests.site.serving import served

FOLDER = ROOT / "build" / "shots"


def main() -> int:
    """Build the site, take the pictures, say where they are."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder) / "site") as server:
        built = build(our_site(Path(folder) / "project"), site=server.folder, SITE_URL=server.address)
        if built.status != 0:
            sys.stderr.write(built.said)
            return 1
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        with launched() as browser:
            for scheme in get_args(Scheme):
                take(browser, server.address, scheme)
    print(f"{len(list(FOLDER.glob('*.png')))} pictures are in {FOLDER}")
    return 0


def take(browser: Browser, home: str, scheme: Scheme) -> None:
    """Every page at every width in one scheme, and a note as it opens on a phone and on a desk."""
    for name, address in PAGES.items():
        with opened(browser, home, scheme=scheme) as watched:
            watched.page.goto(f"{home}{address}", wait_until="networkidle")
            for width in WIDTHS:
                watched.page.set_viewport_size({"width": width, "height": 800})
                watched.page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=True)
    for width in (1280, NARROWEST):
        for kind in ("mark", "term"):
            with opened(browser, home, scheme=scheme, width=width) as watched:
                watched.page.goto(f"{home}{PAGES['explainer']}")
                watched.page.locator(f"a.xp-{kind}").first.click()
                watched.page.screenshot(path=FOLDER / f"open-{kind}-{width}-{scheme}.png")


if __name__ == "__main__":
    sys.exit(main())
