"""`data/records.json`, everything published, and `data/<plural>/<id>.json`, the same object a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from explainers.exports.collisions import collision_facts
from explainers.exports.computed import PassedOn, passed_on, published
from explainers.exports.exported import ExportedFile, Make
from explainers.exports.figures import figure_facts
from explainers.exports.json_text import encoded, written
from explainers.exports.shapes import SiteFacts
from explainers.model.base import Record
from explainers.prose.site import Site

PATH = "data/records.json"
# Goes up when a program that reads the file has to change: a key is renamed, removed or means something else.
VERSION = 1


def each_record(site: Site) -> list[Make]:
    """What makes each record's own file, by id. Every record is worked out and written once."""
    later = passed_on(site.graph)
    return [partial(_alone, record, site, later) for _, record in sorted(site.graph.records.items())]


def all_records(site: Site, own: Sequence[ExportedFile]) -> ExportedFile:
    """All records in one file, from their own files, by id."""
    return ExportedFile(PATH, _together(site, dict(zip(sorted(site.graph.records), own, strict=True))))


def _alone(record: Record, site: Site, later: PassedOn) -> list[ExportedFile]:
    return [ExportedFile(site.data(record.id), encoded(written(published(record, site, later))))]


def _together(site: Site, records: Mapping[str, ExportedFile]) -> bytes:
    """The text of all records. It is put together as bytes: as text it is twice as large, and copied."""
    facts = SiteFacts(name=site.name, description=site.description, url=site.url, language=site.language)
    after = {
        "figures": written(figure_facts(site.graph), "  "),
        "collisions": written(collision_facts(site.graph), "  "),
    }
    head = f'{{\n  "version": {written(VERSION)},\n  "site": {written(facts, "  ")},\n  "records": {{'
    tail = "".join(f",\n  {written(key)}: {text}" for key, text in after.items())
    parts = [head.encode("utf-8", errors="backslashreplace")]
    for id, file in records.items():
        comma = "," if len(parts) > 1 else ""
        # No string of a record holds a line end: JSON writes it as an escape.
        parts.append(f"{comma}\n    {written(id)}: ".encode() + file.data.rstrip(b"\n").replace(b"\n", b"\n    "))
    parts.append(("\n  }" if records else "}").encode() + encoded(f"{tail}\n}}"))
    return b"".join(parts)
