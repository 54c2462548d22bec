"""What is made of a record: its page and its file for programs, by one process, which works out once what both say."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from explainers.exports import ExportedFile, record_file
from explainers.pages import Job, Page, make
from explainers.pages.page import Heading
from explainers.prose.site import Site
from explainers.prose.uses import Spot, Uses


@dataclass(frozen=True, slots=True)
class Made:
    """A page, what it cites and marks, and the file of its record; a page of no record has none."""

    page: Page
    uses: Uses
    data: ExportedFile | None = None


def made(site: Site, job: Job, uses: Uses) -> Made:
    """A page and its record's file. `uses`, of other pages, are seen only by a page that lists them."""
    page, own = make(site, job, uses)
    # Plain texts: what was kept comes back without the mark of being markup.
    headings = tuple(Heading(str(heading.id), str(heading.title)) for heading in page.headings)
    data = record_file(site.graph.records[job.record], site) if job.record else None
    return Made(replace(page, html=str(page.html), headings=headings), own, data)


def as_bytes(found: Made) -> bytes:
    """What was made, to be kept: a line of JSON, then the page's HTML, then the record's file."""
    page = found.page
    html = page.html.encode("utf-8", "surrogatepass")
    values = {field.name: getattr(page, field.name) for field in fields(page)}
    values |= {"html": len(html), "headings": [(heading.id, heading.title) for heading in page.headings]}
    head = [values, found.data.path if found.data else "", spots(found.uses.sources), spots(found.uses.terms)]
    return b"".join([json.dumps(head).encode(), b"\n", html, found.data.data if found.data else b""])


def from_bytes(kept: bytes) -> Made:
    """What was made and kept."""
    head, _, rest = kept.partition(b"\n")
    values, path, sources, terms = json.loads(head)
    size = values["html"]
    values["html"] = rest[:size].decode("utf-8", "surrogatepass")
    values["headings"] = tuple(Heading(*heading) for heading in values["headings"])
    data = ExportedFile(path, rest[size:]) if path else None
    return Made(Page(**values), uses_of(sources, terms), data)


def spots(uses: Mapping[str, Sequence[Spot]]) -> dict[str, list[tuple[str, ...]]]:
    """Uses as plain values."""
    return {id: [tuple(spot) for spot in found] for id, found in uses.items()}


def uses_of(sources: Mapping[str, Sequence[Sequence[str]]], terms: Mapping[str, Sequence[Sequence[str]]]) -> Uses:
    """Uses from plain values."""
    return Uses(*({id: [Spot(*spot) for spot in found] for id, found in of.items()} for of in (sources, terms)))
