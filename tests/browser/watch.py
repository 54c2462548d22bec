"""What a browser complains about while a page is open, and what it asks of whom."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, ViewportSize

Scheme = Literal["light", "dark"]


@dataclass
class Watched:
    """An open page and what has gone wrong in it so far."""

    page: Page
    home: str
    faults: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Hear everything from here on."""
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        # The page for 404 is a failed document to the browser's console; that is what it is.
        if message.type in {"error", "warning"} and not self._is_the_page(str(message.location.get("url", ""))):
            self.faults.append(f"{message.type} in the console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.faults.append(f"asked of others: {request.url}")

    def _failed(self, request: Request) -> None:
        # What a browser still asks for when a page is left, it takes back.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not self._is_the_page(response.url):
            self.faults.append(f"{response.status}: {response.url}")

    def _is_the_page(self, url: str) -> bool:
        return url.startswith(f"{self.home}no/such/")


@contextmanager
def opened(
    browser: Browser,
    home: str,
    *,
    width: int = 1280,
    height: int = 0,
    scheme: Scheme = "light",
    script: bool = True,
    touch: bool = False,
) -> Iterator[Watched]:
    """A page of a reader who was never here before; it is still empty."""
    context = browser.new_context(
        viewport=ViewportSize(width=width, height=height or (900 if width > 700 else 740)),
        color_scheme=scheme,
        java_script_enabled=script,
        has_touch=touch,
        reduced_motion="reduce",
    )
    context.set_default_timeout(10_000)
    watched = Watched(context.new_page(), home)
    watched.listen()
    try:
        yield watched
    finally:
        context.close()
