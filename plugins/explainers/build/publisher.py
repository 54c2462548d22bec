"""Who publishes a site, and where its readers write to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_MAIL = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"'.]+")
_WEB = re.compile(r"https?://[^\s<>\"']+")


class PublisherFault(Exception):
    """Not an address to write to; the message is for the site's owner."""


@dataclass(frozen=True)
class Publisher:
    """Who publishes a site, and the addresses for readers, as a link has them; what is empty is not shown."""

    name: str = ""
    contact: str = ""
    corrections: str = ""
    editor: str = ""

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """What is known: its label, its text, and where the text leads, if anywhere."""
        rows = (
            ("Publisher", self.name, ""),
            ("Editor", self.editor, ""),
            ("Contact", self.contact.removeprefix("mailto:"), self.contact),
            ("Corrections", self.corrections.removeprefix("mailto:"), self.corrections),
        )
        return tuple(row for row in rows if row[1])


NOBODY_NAMED = Publisher()


def publisher(options: Mapping[str, Any]) -> Publisher:
    """The publisher that the plugin's options name. Raises PublisherFault."""

    def reached_at(name: str) -> str:
        try:
            return address(str(options.get(name) or ""))
        except PublisherFault as fault:
            raise PublisherFault(f"`{name}`: {fault}") from None

    name, editor = (str(options.get(key) or "") for key in ("publisher", "editor"))
    return Publisher(name, reached_at("contact"), reached_at("corrections"), editor)


def address(given: str) -> str:
    """A mail address or a web address as a link has it; nothing for nothing. Raises PublisherFault."""
    if not given or _WEB.fullmatch(given):
        return given
    if _MAIL.fullmatch(given):
        return f"mailto:{given}"
    raise PublisherFault(
        f"`{given}` is neither a mail address (desk@example.org) nor a web address (https://example.org/contact)"
    )
