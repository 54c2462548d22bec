"""The examples of the manual: records as its pages show them, and what they say is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MANUAL = Path(__file__).parents[2] / "docs" / "manual"
CAST = Path(__file__).parent / "cast"
# The record that an example is about where it names none, and where its statements are read where it does not say.
CLAIM = "content/claims/old-dam.yml"
READ_IN = "morning-post-dam"

_EXAMPLE = re.compile(r"^```yaml\n(?P<yaml>(?:(?!```).*\n)+)```\n+(?P<prints>(?:>.*\n)+)", re.MULTILINE)
_PRINTED = re.compile(r"\*(?P<where>[^*]+):\* (?P<words>.+)")
SETTINGS = "mkdocs.yml"
_FILE = re.compile(r"^# (?P<path>content/\S+\.yml|mkdocs\.yml).*\n", re.MULTILINE)
_FIELD = re.compile(r"^(?=\w)", re.MULTILINE)
_ATTRIBUTION = re.compile(r"^(?=  - id:)", re.MULTILINE)


@dataclass(frozen=True)
class Printed:
    """Words that the manual says a page prints, and under which of its headings."""

    where: str
    words: str


@dataclass(frozen=True)
class Example:
    """The records that it shows, by path; with them all others that are there, each whole; and what is printed.

    `place` is its page and line. `settings` is the site's mkdocs.yml, if it shows one.
    """

    place: str
    shown: tuple[str, ...]
    files: Mapping[str, bytes]
    settings: str
    prints: tuple[Printed, ...]


def pages() -> dict[str, str]:
    """The text of each page of the manual, by its name."""
    return {path.relative_to(MANUAL).as_posix(): path.read_text("utf-8") for path in sorted(MANUAL.rglob("*.md"))}


def examples(name: str, page: str) -> Iterator[Example]:
    """The blocks of YAML on a page that are followed by what is printed, in a quotation."""
    for match in _EXAMPLE.finditer(page):
        given = _given(match["yaml"])
        settings = given.pop(SETTINGS, "")
        line = page.count("\n", 0, match.start()) + 1
        yield Example(f"{name}:{line}", tuple(given), files(given), settings, tuple(_printed(match["prints"])))


def rows(page: str, head: str) -> list[list[str]]:
    """The cells of the table with a head, without the head."""
    _, found, rest = page.partition(f"| {head} |")
    assert found, f"no table with the head {head}"
    lines = rest.splitlines()[2:]
    kept = lines[: next(index for index, line in enumerate(lines) if not line.startswith("|"))]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in kept]


def files(given: Mapping[str, str]) -> dict[str, bytes]:
    """All records, with what an example gives laid over them field by field."""
    cast = _cast()
    whole = {path: _laid_over(cast.get(path, ""), text) for path, text in given.items()}
    return {path: text.encode() for path, text in (cast | whole).items()}


def _given(shown: str) -> dict[str, str]:
    """The texts of an example by the files they belong to."""
    unnamed, *named = _FILE.split(shown)
    return ({CLAIM: unnamed} if unnamed.strip() else {}) | dict(zip(named[::2], named[1::2], strict=True))


def _cast() -> dict[str, str]:
    return {f"content/{path.relative_to(CAST)}": path.read_text("utf-8") for path in sorted(CAST.rglob("*.yml"))}


def _laid_over(record: str, given: str) -> str:
    fields = _fields(record) | _fields(given)
    if "attributions" in fields:
        head, *attributions = _ATTRIBUTION.split(fields["attributions"])
        fields["attributions"] = "".join([head, *map(_read_somewhere, attributions)])
    return "".join(fields.values())


def _fields(text: str) -> dict[str, str]:
    return {part.partition(":")[0]: part.rstrip() + "\n" for part in _FIELD.split(text) if part.strip()}


def _read_somewhere(attribution: str) -> str:
    if "cites:" in attribution or "no-position-found" in attribution:
        return attribution
    return f"{attribution}    cites:\n      - source: {READ_IN}\n"


def _printed(quotation: str) -> Iterator[Printed]:
    lines = (line.removeprefix(">").strip() for line in quotation.splitlines())
    for paragraph in "\n".join(lines).split("\n\n"):
        words = " ".join(paragraph.split())
        found = _PRINTED.fullmatch(words)
        assert found, f"no words under a heading: {words}"
        yield Printed(found["where"], found["words"])
