"""What takes too long for a test: `make audit` weighs first views, asks axe of every page and state, and Lighthouse.

python -m tests.browser.audit [--claims 10000] [--no-axe] [--lighthouse 5]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import get_args

from playwright.sync_api import Browser

from bench.corpus import write
from tests.browser import lighthouse
from tests.browser.axe import in_scheme, told
from tests.browser.chromium import launched
from tests.browser.pages import NARROWEST, PAGES
from tests.browser.states import STATES
from tests.browser.watch import Scheme, opened
from tests.browser.weight import MOST, MOST_SHIFT, first_view, heaviest
from tests.site.building import build, new_site, our_site
from tests.site.serving import served

CONFIG = "site_name: S\ntheme:\n  name: material\n  font: false\nplugins: [search, explainers]\n"
WIDTHS = (1280, 360, NARROWEST)


def main() -> int:
    """Measure, say what was found, and fail where a goal is missed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, default=10_000, help="the size of the large site; 0 for none")
    options.add_argument("--no-axe", action="store_true")
    options.add_argument("--lighthouse", type=int, default=5, help="runs of Lighthouse for each page; 0 for none")
    given = options.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder) / "site", compressed=True) as server,
        launched() as browser,
    ):
        built = build(our_site(Path(folder) / "project"), site=server.folder, SITE_URL=server.address)
        if built.status != 0:
            sys.stderr.write(built.said)
            return 1
        around, missed = weights(browser, server.address)
        if given.claims:
            missed += weights_at(given.claims, around, Path(folder))
        if not given.no_axe:
            missed += faults(browser, server.address)
        if given.lighthouse:
            missed += lighthouse.missed(server.address, given.lighthouse)
    print(f"{missed} goals missed" if missed else "all goals reached")
    return bool(missed)


def weights(browser: Browser, home: str) -> tuple[int, int]:
    """Weigh every type of page. What stands around a page, in bytes, and how many goals were missed."""
    print(f"First view, kB compressed (at most {MOST / 1000:.0f}); of these the page; layout shift at {WIDTHS} px")
    missed = around = 0
    for type, address in PAGES.items():
        views = [first_view(browser, f"{home}{address}", width=width) for width in WIDTHS]
        files, shifts = views[0][0], [shift for _, shift in views]
        around = files.total() - files["page"]
        late = files.total() > MOST or max(shifts) > MOST_SHIFT
        missed += late
        print(f"  {type:14}{files.total() / 1000:7.1f}{files['page'] / 1000:7.1f}   {shifts}{'  <-' if late else ''}")
    files["page"] = 0
    print("  of which", ", ".join(f"{name} {size / 1000:.1f}" for name, size in files.most_common() if size))
    return around, missed


def weights_at(claims: int, around: int, folder: Path) -> int:
    """Weigh the heaviest page of each kind in a large site; how many goals were missed."""
    project = new_site(folder / "large", {"mkdocs.yml": CONFIG})
    write(claims, project)
    site = build(project, timeout=3_600)
    print(f"The heaviest page of each kind at {claims:,} claims, kB compressed with what stands around it")
    missed = 0
    for kind, (size, path) in sorted(heaviest(site.site).items()):
        late = around + size > MOST
        missed += late
        print(f"  {kind:24}{(around + size) / 1000:7.1f}{size / 1000:7.1f}   {path}{'  <-' if late else ''}")
    return missed


def faults(browser: Browser, home: str) -> int:
    """Ask axe of every page in every state, in both schemes, at each width; how many have violations."""
    runs = bad = 0
    for type, address in PAGES.items():
        for scheme in get_args(Scheme):
            for width in WIDTHS:
                for name, state in STATES.items():
                    with opened(browser, home, scheme=scheme, width=width) as watched:
                        watched.page.goto(f"{home}{address}")
                        if not state(watched.page):
                            continue
                        found = in_scheme(watched.page, scheme)
                    runs += 1
                    bad += bool(found)
                    if found:
                        print(f"  {type}, {name}, {width} px, {scheme}: {told(found)}")
    print(f"axe: {bad} of {runs} runs with violations")
    return bad


if __name__ == "__main__":
    sys.exit(main())
