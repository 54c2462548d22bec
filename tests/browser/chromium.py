"""The one browser of the tests: a Chromium that talks to nobody but us."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

# Without these it looks for updates and for its maker's hosts at every start.
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def launched() -> Iterator[Browser]:
    """A running Chromium. Raises where there is none, with the reason that `install` gives."""
    # Chromium's own walls cannot be built by root.
    walls = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=[*QUIET, *walls])
        try:
            yield browser
        finally:
            browser.close()


def executable() -> str:
    """The path of a Chromium or Chrome that starts."""
    if named := os.environ.get("EXPLAINERS_CHROMIUM"):
        return named
    install = Path(__file__).with_name("install")
    found = subprocess.run([install, "--find"], capture_output=True, text=True, check=False)
    if found.returncode != 0:
        raise RuntimeError(found.stderr.strip())
    return found.stdout.strip()
