"""`data/records.json`, everything published, and `data/<plural>/<id>.json`, the same object a record."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from explainers.exports.collisions import collision_facts
from explainers.exports.computed import PassedOn, passed_on, published
from explainers.exports.exported import Each, ExportedFile, one_by_one
from explainers.exports.figures import figure_facts
from explainers.exports.json_text import encoded, indented, written
from explainers.exports.shapes import SiteFacts
from explainers.model.base import Record
from explainers.prose.site import Site

PATH = "data/records.json"
# Goes up when a program that reads the file has to change: a key is renamed, removed or means something else.
VERSION = 1


def record_files(site: Site, each: Each = one_by_one) -> list[ExportedFile]:
    """All records in one file, then each in its own, by id. Every record is worked out and written once."""
    later = passed_on(site.graph)
    records = sorted(site.graph.records.items())
    calls = [partial(_text, record, site, later) for _, record in records]
    texts = dict(zip((id for id, _ in records), each(calls), strict=True))
    own = [ExportedFile(site.data(id), encoded(text)) for id, text in texts.items()]
    return [ExportedFile(PATH, encoded(_together(site, texts))), *own]


def _text(record: Record, site: Site, later: PassedOn) -> str:
    return written(published(record, site, later))


def _together(site: Site, texts: Mapping[str, str]) -> str:
    facts = SiteFacts(name=site.name, description=site.description, url=site.url, language=site.language)
    records = ",\n".join(f"    {written(id)}: {indented(text, '    ')}" for id, text in texts.items())
    parts = {
        "version": written(VERSION),
        "site": written(facts, "  "),
        "records": f"{{\n{records}\n  }}" if texts else "{}",
        "figures": written(figure_facts(site.graph), "  "),
        "collisions": written(collision_facts(site.graph), "  "),
    }
    return "{\n" + ",\n".join(f"  {written(key)}: {text}" for key, text in parts.items()) + "\n}"
