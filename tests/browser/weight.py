"""What a reader's browser fetches for a first view, compressed, and by how much the page jumps while it arrives."""

from __future__ import annotations

import gzip
import re
from collections import Counter

from playwright.sync_api import Browser, Response

from tests.browser.watch import opened

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


def first_view(browser: Browser, address: str) -> Counter[str]:
    """The compressed bytes of every file that a first view fetches, by its name; the page itself is `page`."""
    answers: list[Response] = []
    with opened(browser, address) as watched:
        # The context, and not the page: a worker fetches too.
        watched.page.context.on("response", lambda answer: answers.append(answer))
        watched.page.goto(address, wait_until="networkidle")
        return Counter({_name(answer, address): len(_sent(answer)) for answer in answers})


def layout_shift(browser: Browser, address: str, *, width: int) -> float:
    """The cumulative layout shift of a first view."""
    with opened(browser, address, width=width) as watched:
        watched.page.goto(address, wait_until="networkidle")
        shift: float = watched.page.evaluate(_SHIFTS)
        return round(shift, 4)


def _name(answer: Response, address: str) -> str:
    return "page" if answer.url == address else answer.url.rpartition("/")[2]


def _sent(answer: Response) -> bytes:
    body = answer.body()
    return gzip.compress(body, _LEVEL) if _TEXT.search(answer.url) else body
