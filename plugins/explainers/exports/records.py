"""`data/records.json`, everything published, and `data/<plural>/<id>.json`, the same object a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainers.exports.collision_facts import collision_facts
from explainers.exports.computed import published
from explainers.exports.exported import ExportedFile
from explainers.exports.figure_facts import figure_facts
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
    yield head(site)
    for at, id in enumerate(sorted(site.graph.records)):
        yield piece(id, data(id), is_first=at == 0)
    yield tail(site)


def head(site: Site) -> bytes:
    """What precedes the first record."""
    facts = SiteFacts(name=site.name, description=site.description, url=site.url, language=site.language)
    return encoded(f'{{"version":{written(VERSION)},"site":{written(facts)},"records":{{').rstrip()


def piece(id: str, data: bytes, *, is_first: bool) -> bytes:
    """A record among the others, on its own line, from the text of its own file."""
    comma = "" if is_first else ","
    return f"{comma}\n{written(id)}:".encode() + data.rstrip(b"\n")


def tail(site: Site) -> bytes:
    """What follows the last record: the figures and the collisions of all."""
    after = {"figures": written(figure_facts(site.graph)), "collisions": written(collision_facts(site.graph))}
    text = "".join(f",\n{written(key)}:{text}" for key, text in after.items())
    return b"\n}" + encoded(f"{text}}}")
