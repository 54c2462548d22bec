"""The sections of a page as lines of text, to be read and kept: `python -m tests.site.golden` writes them anew."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from tests.site.building import Built, build, our_site

FOLDER = Path(__file__).parent / "goldens"
# Each claim's board, the way to its origin, what changed on it, and what could not be established.
SECTIONS = ("positions", "origin", "tellings", "unknown")
CLAIMS = ("troops-in-kursk-at-start", "troops-held-in-kursk", "nk-troops-sent-to-russia")
_BLOCKS = set("p li tr h2 h3 figcaption caption summary dt dd blockquote text title".split())
_VOID = {"br", "hr", "img", "input", "path", "rect", "circle", "line"}


def golden(built: Built, claim: str) -> str:
    """What the sections of a claim's page say, a line for each block."""
    reader = _Reader()
    reader.feed(built.page(f"claims/{claim}/"))
    return "\n".join(reader.lines) + "\n"


SENTENCES = FOLDER / "sentences.txt"


def sentences(built: Built) -> str:
    """Every sentence that is made for the records of the site, record by record, each once for a record."""
    return sentences_of(json.loads((built.site / "data/records.json").read_text("utf-8")))


def sentences_of(data: dict[str, Any]) -> str:
    """The same from a site's `data/records.json`."""
    rows: list[str] = []
    for id, record in data["records"].items():
        found = [*_of_claim(record), *_of_others(record)]
        if found:
            rows += ["", f"## {id}", *dict.fromkeys(found)]
    if data["collisions"]:
        rows += ["", "## Figures that collide", *(collision["sentence"] for collision in data["collisions"])]
    return "\n".join(rows).lstrip() + "\n"


def _of_claim(record: dict[str, Any]) -> Iterator[str]:
    if record["kind"] != "claim":
        return
    yield record["sentence"]
    yield f"{record['origins']['words']}. {record['origins'].get('trail', '')}".strip()
    yield from (stop["words"] for stop in record["chain"]["stops"])
    drift = record.get("drift", {})
    yield from filter(None, (drift.get("summary"), *drift.get("not_found", ())))
    for telling in record.get("tellings", ()):
        yield from (f"- {words}" for words in telling.get("words", ()))
    yield from (unknown["sentence"] for unknown in record.get("unknowns", ()) if not unknown.get("words"))


def _of_others(record: dict[str, Any]) -> Iterator[str]:
    """How an event is known, and a source's reference."""
    if record["kind"] == "event" and record.get("words"):
        yield record["words"]
    if record["kind"] == "source":
        yield record["reference"]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.line = ""
        self.wanted = False
        self.silent: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "h2":
            self._end()
            self.wanted = (given.get("id") or "").removesuffix("-heading") in SECTIONS
        if tag == "footer" or "xp-foot" in (given.get("class") or ""):
            self.wanted = False
        if tag in _VOID:
            self.line += " "
            return
        if (
            self.silent
            or given.get("aria-hidden") == "true"
            or tag == "desc"
            or "headerlink" in (given.get("class") or "")
        ):
            self.silent.append(tag)
            return
        if tag in _BLOCKS:
            self._end()
            self.open.append(tag)
        elif tag == "q":
            self.line += "“"

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if self.silent[-1] == tag:
                self.silent.pop()
            return
        if tag in _BLOCKS:
            self._end(tag)
            if tag in self.open:
                self.open.remove(tag)
        elif tag == "q":
            self.line += "”"
        elif tag in {"td", "th"}:
            self.line += " | "
        elif tag == "sup":
            self.line += " "

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.line += data

    def _end(self, tag: str = "") -> None:
        words = " ".join(self.line.split()).removesuffix(" |")
        if words and self.wanted:
            mark = {"h2": "\n## ", "h3": "### ", "li": "- ", "text": "drawn: ", "title": "drawing: "}
            inner = tag or (self.open[-1] if self.open else "")
            self.lines.append(f"{mark.get(inner, '')}{words}")
        self.line = ""


def main() -> int:
    """Build the first site and keep what the sections say."""
    with tempfile.TemporaryDirectory() as folder:
        built = build(our_site(Path(folder) / "project"))
        if built.status != 0:
            sys.stderr.write(built.said)
            return 1
        FOLDER.mkdir(exist_ok=True)
        for claim in CLAIMS:
            (FOLDER / f"{claim}.txt").write_text(golden(built, claim), "utf-8")
        SENTENCES.write_text(sentences(built), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
