"""`data/records.json`, everything published, and `data/<plural>/<id>.json`, the same object a record."""

from __future__ import annotations

from collections.abc import Mapping

from explainers.exports.collisions import collision_facts
from explainers.exports.computed import passed_on, published
from explainers.exports.exported import ExportedFile
from explainers.exports.figures import figure_facts
from explainers.exports.json_text import encoded, indented, written
from explainers.exports.shapes import SiteFacts
from explainers.prose.site import Site

PATH = "data/records.json"
# Goes up when a program that reads the file has to change: a key is renamed, removed or means something else.
VERSION = 1


def record_files(site: Site) -> list[ExportedFile]:
    """All records in one file, then each in its own, by id. Every record is worked out and written once."""
    later = passed_on(site.graph)
    records = sorted(site.graph.records.items())
    texts = {id: written(published(record, site, later)) for id, record in records}
    own = [ExportedFile(site.data(id), encoded(text)) for id, text in texts.items()]
    return [ExportedFile(PATH, encoded(_together(site, texts))), *own]


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
