"""Who publishes a site, as its settings say."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whoever answers for a site. `contact` and `corrections` are web or mail addresses; all may be empty."""

    name: str = ""
    editor: str = ""
    contact: str = ""
    corrections: str = ""

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """What is known: its label, its text, and where the text leads, if anywhere."""
        rows = (
            ("Publisher", self.name, ""),
            ("Editor", self.editor, ""),
            ("Contact", self.contact, _link(self.contact)),
            ("Corrections", self.corrections, _link(self.corrections)),
        )
        return tuple(row for row in rows if row[1])

    def correcting(self, permalink: str) -> str:
        """Where a mistake on a page is reported, or nothing; a mail says of which page it is."""
        link = _link(self.corrections)
        return f"{link}?subject={quote(permalink, safe='')}" if link.startswith("mailto:") else link


NO_PUBLISHER = Publisher()


def _link(address: str) -> str:
    return f"mailto:{address}" if "@" in address and "://" not in address else address
