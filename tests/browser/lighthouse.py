"""What Lighthouse says of four types of pages, on a phone and on a desktop, where it is installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Literal, TypeAlias

from tests.browser.chromium import QUIET, executable
from tests.browser.pages import PAGES

Device: TypeAlias = Literal["phone", "desktop"]
TYPES = ("explainer", "claim", "glossary", "figures")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# On a phone that Lighthouse simulates, speed depends on this machine as well.
LEAST: Mapping[Device, Sequence[int]] = {"phone": (98, 100, 100, 100), "desktop": (100, 100, 100, 100)}
HOW_TO_INSTALL = "Lighthouse was not asked: `npm install --global lighthouse` installs it (release 12 for Node 20)"


def missed(home: str, runs: int) -> int:
    """Ask it of each page, so many times on a phone and once on a desktop; how many goals were missed."""
    program = shutil.which("lighthouse")
    if program is None:
        print(HOW_TO_INSTALL)
        return 0
    print(f"Lighthouse: {', '.join(CATEGORIES)}; on a phone the median of {runs} runs")
    late = 0
    for device, least in LEAST.items():
        for type in TYPES:
            address = f"{home}{PAGES[type]}"
            rows = [_scores(program, address, device) for _ in range(runs if device == "phone" else 1)]
            found = [round(median(row[at] for row in rows)) for at in range(len(CATEGORIES))]
            is_late = any(score < goal for score, goal in zip(found, least, strict=True))
            late += is_late
            print(f"  {device:8}{type:12}{found}{'  <-' if is_late else ''}")
    return late


def _scores(program: str, address: str, device: Device) -> list[float]:
    walls = ["--no-sandbox"] if os.geteuid() == 0 else []
    command = [
        program, address, "--quiet", "--output=json", "--output-path=stdout",
        f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={' '.join(['--headless=new', *QUIET, *walls])}",
        *(["--preset=desktop"] if device == "desktop" else []),
    ]  # fmt: skip
    # It asks whether it may report errors to its makers if it is not told.
    environment = {**os.environ, "CHROME_PATH": executable(), "LIGHTHOUSE_NO_ERROR_REPORTING": "1", "CI": "1"}
    said = subprocess.run(
        [*command, "--no-enable-error-reporting"], capture_output=True, text=True, check=False, env=environment
    )
    if said.returncode != 0:
        raise RuntimeError(f"Lighthouse failed: {said.stderr.strip()[-400:]}")
    found = json.loads(said.stdout)["categories"]
    return [100 * (found[name]["score"] or 0) for name in CATEGORIES]
