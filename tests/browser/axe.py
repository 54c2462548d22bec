"""What axe-core finds wrong in an open page, in both schemes: WCAG 2.2 AA and best practice.

Nine tenths of its work are contrasts, which it measures for each element that has text. Elements that look the same in
a row of ancestors that look the same have the same contrast, so one of each is measured; in drawings, where a text may
lie on anything, all are.
"""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.browser.watch import Scheme

COLOURS = ["color-contrast", "link-in-text-block"]
LOOKS = """
    const style = (e) => {
        const s = getComputedStyle(e);
        return [e.tagName, s.color, s.backgroundColor, s.backgroundImage, s.opacity, s.display, s.position,
            s.visibility, s.fontSize, s.fontWeight, s.textDecorationLine, s.textShadow, s.filter, s.mixBlendMode,
            s.clipPath].join();
    };
    const ids = new Map(), known = new Map(), looks = new Map();
    const look = (e) => {
        if (!e) return 0;
        if (!known.has(e)) {
            const own = `${look(e.parentElement)} ${style(e)}`;
            if (!ids.has(own)) ids.set(own, ids.size + 1);
            known.set(e, ids.get(own));
        }
        return known.get(e);
    };
    const hasText = (e) => [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const block = (e) => getComputedStyle(e).display.startsWith("inline") ? block(e.parentElement) : e;
    const length = (e) => e.textContent.trim().length;
    const among = (e) => e.tagName === "A"
        && length(block(e)) > [...block(e).querySelectorAll("a")].reduce((sum, link) => sum + length(link), 0);
    for (const e of document.body.querySelectorAll("*")) {
        if (!hasText(e) && e.tagName !== "A") continue;
        const key = e.closest("svg") ? e : `${look(e)} ${among(e)}`;
        if (!looks.has(key)) looks.set(key, e);
    }
"""
# As the reader's own switch does it, but without a click, which would close what is open.
SWITCH = """scheme => {
    const media = `(prefers-color-scheme: ${scheme})`;
    document.querySelector(`input[data-md-color-media="${media}"]`).dispatchEvent(new Event("change"));
}"""
SHOWN = "scheme => document.body.dataset.mdColorMedia === `(prefers-color-scheme: ${scheme})`"
# What is in order is not described one by one, which takes as long as to look for faults.
RUN = f"""async ([colours, whole]) => {{
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)));
    {LOOKS}
    const resultTypes = ["violations"];
    const found = await axe.run({{ include: [...looks.values()] }}, {{ resultTypes, runOnly: colours }});
    if (!whole) return found.violations;
    const rules = Object.fromEntries(colours.map((rule) => [rule, {{ enabled: false }}]));
    rules["target-size"] = {{ enabled: true }};
    return [...found.violations, ...(await axe.run(document, {{ resultTypes, rules }})).violations];
}}"""


def violations(page: Page) -> list[str]:
    """A line for each element, in the dark and then by daylight: only colours are another matter in the dark."""
    return [*in_scheme(page, "dark"), *in_scheme(page, "light")]


def in_scheme(page: Page, scheme: Scheme) -> list[str]:
    """The same in one of them."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    page.evaluate(SWITCH, scheme)
    page.wait_for_function(SHOWN, arg=scheme)
    found: list[dict[str, Any]] = page.evaluate(RUN, [COLOURS, scheme == "light"])
    return [
        f"{scheme}: {v['id']} ({v['impact']}): {node['html'][:160]}\n    {_reason(node)}"
        for v in found
        for node in v["nodes"]
    ]


def _reason(node: dict[str, Any]) -> str:
    """The reason of a fault, such as the two colours and their contrast."""
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)


def told(faults: list[str]) -> str:
    """Faults as a test that fails shows them."""
    return "\n".join([f"{len(faults)} elements", *faults[:20]])
