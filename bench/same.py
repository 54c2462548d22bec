"""Whether a built site holds the records: no one wins by doing less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bench.corpus import records

_TAG = re.compile(r"<[^>]*>")


def missing(site: Path, size: int, seed: int) -> list[str]:
    """What a site lacks: a record's page, its title there, the words of a claim's statement; terms in the glossary."""
    # A long glossary is cut into pages.
    glossary = " ".join(_text(page) for page in sorted((site / "glossary").rglob("*.html")))
    found: list[str] = []
    for plural, id, fields in records(size, seed):
        if plural == "terms":
            found += [] if str(fields["term"]) in glossary else [f"glossary: {fields['term']}"]
            continue
        text = _text(site / plural / id / "index.html")
        found += [f"{plural}/{id}: {words}" for words in _words(fields) if words not in text]
    return found


def _words(fields: dict[str, object]) -> Iterator[str]:
    """The title, and the statement without its first word (in a sentence it has no capital) and its figure."""
    csl = fields.get("csl")
    title = csl["title"] if isinstance(csl, dict) else None
    yield str(fields.get("label") or fields.get("name") or fields.get("question") or title)
    statement = str(fields.get("statement", "")).partition(" ")[2]
    yield from (part.strip(" .") for part in statement.split("{q1}") if part.strip(" ."))


def _text(page: Path) -> str:
    """A page's words; empty if there is no page."""
    return _TAG.sub("", page.read_text("utf-8")) if page.exists() else ""


def size_of(site: Path) -> tuple[int, int]:
    """The files of a site, and their bytes."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def search_index(site: Path) -> int:
    """The bytes of what a browser has to find words with; 0 if there is nothing."""
    found = [*site.glob("search/**/*"), *site.glob("search.json"), *site.glob("pagefind/**/*")]
    return sum(path.stat().st_size for path in found if path.is_file())
