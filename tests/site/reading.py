"""A page's HTML as a reader without eyes for design sees it: its ids, links, headings, texts and data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = set("area base br col embed hr img input link meta source track wbr".split())
# What a browser fetches by itself, and what it follows when asked.
FETCHED = {
    *((tag, "src") for tag in ("script", "img", "iframe", "source", "video", "audio", "embed", "track")),
    *((tag, "href") for tag in ("use", "image")),
    ("object", "data"),
}
FETCHING_RELS = set(
    "stylesheet icon preload prefetch modulepreload preconnect dns-prefetch manifest apple-touch-icon".split()
)
FOLLOWED = {("a", "href"), ("area", "href"), ("form", "action")}


@dataclass
class Document:
    """What was found in one page."""

    language: str = ""
    title: str = ""
    description: str = ""
    canonical: str = ""
    refresh: str = ""
    ids: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    followed: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    jsonld: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    body: str = ""

    @property
    def is_redirect(self) -> bool:
        """Whether the page only leads to another."""
        return bool(self.refresh)

    @property
    def words(self) -> str:
        """The text of the page, spaces evened out."""
        return " ".join(self.body.split())


def read(html: str) -> Document:
    """Read a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


def addresses_in_css(css: str) -> list[str]:
    """What a style sheet makes the browser fetch."""
    return re.findall(r"""(?:url\(\s*|@import\s+)['"]?([^'")\s]+)""", css)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Document()
        self.open: list[str] = []
        self.heading = ""
        self.data_of = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self._address(tag, given)
        self._head(tag, given)
        if "id" in given:
            self.found.ids.append(given["id"])
        if "style" in given:
            self.found.styles.append(given["style"])
        if tag in {"script", "style"}:
            self.data_of = given.get("type", "") if tag == "script" else "style"
        if tag == "h1":
            self.found.headings.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self.data_of = ""
        while tag in self.open:
            if self.open.pop() == tag:
                break

    def handle_data(self, data: str) -> None:
        if "script" in self.open or "style" in self.open:
            if self.data_of == "application/ld+json":
                self.found.jsonld.append(data)
            elif self.data_of == "style":
                self.found.styles.append(data)
            return
        if "title" in self.open and "head" in self.open:
            self.found.title += data
        if "h1" in self.open:
            self.found.headings[-1] += data
        if "body" in self.open:
            self.found.body += data

    def _head(self, tag: str, given: dict[str, str]) -> None:
        if tag == "html":
            self.found.language = given.get("lang", "")
        if tag == "meta" and given.get("name") == "description":
            self.found.description = given.get("content", "")
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.found.refresh = given.get("content", "").partition("url=")[2]
        if tag == "link" and given.get("rel") == "canonical":
            self.found.canonical = given.get("href", "")

    def _address(self, tag: str, given: dict[str, str]) -> None:
        for name, value in given.items():
            if (tag, name) in FOLLOWED:
                self.found.followed.append(value)
            if (tag, name) in FETCHED:
                self.found.fetched.append(value)
            if name == "srcset":
                self.found.fetched += [part.split()[0] for part in value.split(",") if part.strip()]
        if tag == "link" and FETCHING_RELS & set(given.get("rel", "").split()):
            self.found.fetched.append(given.get("href", ""))
        elif tag == "link" and given.get("href"):
            self.found.followed.append(given["href"])
