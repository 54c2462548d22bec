"""`data/records.json`, everything published, and `data/<plural>/<id>.json`, the same object a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainers.exports.collisions import collision_facts
from explainers.exports.computed import published
from explainers.exports.exported import ExportedFile
from explainers.exports.figures import figure_facts
from explainers.exports.json_text import encoded, written
from explainers.exports.shapes import SiteFacts
from explainers.model.base import Record
from explainers.prose.site import Site

ALL_RECORDS = "data/records.json"
# Goes up when a program that reads the file has to change: a key is renamed, removed or means something else.
VERSION = 1


def record_file(record: Record, site: Site) -> ExportedFile:
    """A record's own file."""
    return ExportedFile(site.data(record.id), encoded(written(published(record, site))))


def all_records(site: Site, data: Callable[[str], bytes]) -> Iterator[bytes]:
    """The text of all records, piece by piece. `data` gives the text of each record's own file, asked by id in order.

    Of large sites it is larger than all else: it need never be in memory as a whole.
    """
    facts = SiteFacts(name=site.name, description=site.description, url=site.url, language=site.language)
    yield encoded(f'{{\n  "version": {written(VERSION)},\n  "site": {written(facts, "  ")},\n  "records": {{').rstrip()
    comma = ""
    for id in sorted(site.graph.records):
        # No string of a record holds a line end: JSON writes it as an escape.
        yield f"{comma}\n    {written(id)}: ".encode() + data(id).rstrip(b"\n").replace(b"\n", b"\n    ")
        comma = ","
    after = {
        "figures": written(figure_facts(site.graph), "  "),
        "collisions": written(collision_facts(site.graph), "  "),
    }
    tail = "".join(f",\n  {written(key)}: {text}" for key, text in after.items())
    yield ("\n  }" if comma else "}").encode() + encoded(f"{tail}\n}}")
