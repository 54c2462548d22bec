"""What axe-core finds wrong in an open page: WCAG 2.2 AA and best practice."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.browser.watch import Scheme

# In the dark, only colours are another matter than by daylight.
_OF_COLOURS = ["color-contrast", "link-in-text-block"]


def violations(page: Page, scheme: Scheme = "light") -> list[str]:
    """What axe-core finds wrong in a page as it stands, a line for each element."""
    # What is in order is not described one by one, which takes as long as to look for faults.
    asked: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    if scheme == "dark":
        asked = {"resultTypes": ["violations"], "runOnly": _OF_COLOURS}
    found: list[dict[str, Any]] = Axe().run(page, options=asked).response["violations"]
    return [
        f"{v['id']} ({v['impact']}): {node['html'][:160]}\n    {reason(node)}" for v in found for node in v["nodes"]
    ]


def reason(node: dict[str, Any]) -> str:
    """The reason of a fault, such as the two colours and their contrast."""
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)


def told(faults: list[str]) -> str:
    """Faults as a test that fails shows them."""
    return "\n".join([f"{len(faults)} elements", *faults[:20]])
