"""HTML as a reader and a browser get it: its text, tags, links and ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Reading:
    """What a piece of HTML holds."""

    html: str
    raw: str = ""
    tags: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, white space folded."""
        return " ".join(self.raw.split())


class _Reader(HTMLParser):
    def __init__(self, reading: Reading) -> None:
        super().__init__(convert_charrefs=True)
        self.reading = reading

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.reading.tags.append(tag)
        given = {name: value or "" for name, value in attrs}
        self.reading.attributes += given.items()
        if "id" in given:
            self.reading.ids.append(given["id"])
        if "href" in given:
            self.reading.links.append((given["href"], ""))

    def handle_data(self, data: str) -> None:
        self.reading.raw += data
        if self.reading.links and self.lasttag == "a" and not self.reading.links[-1][1]:
            self.reading.links[-1] = (self.reading.links[-1][0], data)

    def handle_comment(self, data: str) -> None:
        self.reading.tags.append("!--")

    def handle_decl(self, decl: str) -> None:
        self.reading.tags.append("!")

    def unknown_decl(self, data: str) -> None:
        self.reading.tags.append("![")

    def handle_pi(self, data: str) -> None:
        self.reading.tags.append("?")


def read(html: str) -> Reading:
    reading = Reading(html)
    reader = _Reader(reading)
    reader.feed(html)
    reader.close()
    return reading
