"""Which hand-written pages of the manual lead to a field or a check: its entry leads back to them."""

from __future__ import annotations

import re
from functools import cache

from tests.manual.examples import pages
from tests.manual.reference.marks import MADE

_LINK = re.compile(r"\]\((?:\.\./reference/)?((?:checks/)?[\w-]+)\.md#([\w-]+)\)")
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


@cache
def see_also() -> dict[tuple[str, str], list[str]]:
    """Links to those pages, seen from the reference, by the page of the entry and its anchor there."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, text in pages().items():
        title = _TITLE.search(text)
        if MADE in text or title is None:
            continue
        place = name.removeprefix("reference/") if name.startswith("reference/") else f"../{name}"
        for entry in dict.fromkeys(_LINK.findall(text)):
            found.setdefault(entry, []).append(f"[{title[1]}]({place})")
    return found
