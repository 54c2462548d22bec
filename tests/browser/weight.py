"""What a reader's browser fetches for a first view, compressed, and by how much the page jumps while it arrives."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser, Response

from tests.browser.watch import opened

MOST, MOST_OF_SCRIPT, MOST_SHIFT = 90_000, 8_000, 0.02
# What servers compress, at the level that most of them do it.
_TEXT = re.compile(r"\.(html|css|js|json|svg|xml|txt)$|/$")
_LEVEL = 6
_SHIFTS = """() => new Promise((answer) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) if (!shift.hadRecentInput) sum += shift.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => answer(sum), 300);
})"""


def first_view(browser: Browser, address: str, *, width: int = 1280) -> tuple[Counter[str], float]:
    """The compressed bytes of every file that a first view fetches, by its name, and the cumulative layout shift.

    The page itself is `page`.
    """
    answers: list[Response] = []
    with opened(browser, address, width=width) as watched:
        # The context, and not the page: a worker fetches too.
        watched.page.context.on("response", lambda answer: answers.append(answer))
        watched.page.goto(address, wait_until="networkidle")
        shift: float = watched.page.evaluate(_SHIFTS)
        return Counter({_name(answer, address): _sent(answer) for answer in answers}), round(shift, 4)


def heaviest(site: Path) -> dict[str, tuple[int, str]]:
    """The page that weighs most in each folder of a site: its compressed bytes, and its path."""
    found: dict[str, tuple[int, str]] = {}
    for file in site.rglob("*.html"):
        path = file.relative_to(site).as_posix()
        kind = "index of " * (path.count("/") == 1 or "/page/" in path) + path.partition("/")[0]
        found[kind] = max(found.get(kind, (0, "")), (compressed(file.read_bytes()), path))
    return found


def compressed(data: bytes) -> int:
    """How many bytes of a text are sent."""
    return len(gzip.compress(data, _LEVEL))


def _name(answer: Response, address: str) -> str:
    return "page" if answer.url == address else answer.url.rpartition("/")[2]


def _sent(answer: Response) -> int:
    body = answer.body()
    return compressed(body) if _TEXT.search(answer.url) else len(body)
