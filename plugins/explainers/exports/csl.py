"""`data/sources.csl.json`: the sources for reference managers. (CSL-JSON, schema 1.0.2)"""

from __future__ import annotations

from explainers.exports.csl_dates import csl_date, edtf_as_csl
from explainers.exports.exported import ExportedFile
from explainers.exports.json_text import Json, encoded, fields, written
from explainers.exports.plain_text import plain_text
from explainers.graph.graph import Graph
from explainers.kinds.source.model import Source
from explainers.prose.reference import cited_by
from explainers.prose.site import Site

PATH = "data/sources.csl.json"
# Their values stand in the source record, or are joined with what does.
_OF_THE_RECORD = {"type", "publisher", "issued", "note"}


def csl_file(site: Site) -> ExportedFile:
    """All sources, by id."""
    items = [csl_item(source, site.graph) for source in site.graph.of(Source)]
    return ExportedFile(PATH, encoded(written(items)))


def csl_item(source: Source, graph: Graph) -> dict[str, Json]:
    """A source as a CSL item, its keys as CSL names them; other formats can be made from it."""
    item = {key: value for key, value in fields(source.csl).items() if key not in _OF_THE_RECORD}
    for names in ("author", "editor", "translator"):
        if names in item:
            item[names] = [fields(name) for name in getattr(source.csl, names) if name.printed]
    own: dict[str, Json] = {
        "id": source.id,
        "type": source.csl.type,
        **item,
        "publisher": source.csl.publisher or _title(source.publisher, graph),
        "issued": edtf_as_csl(source.csl.issued) if source.csl.issued else csl_date(source.published),
        "accessed": csl_date(source.accessed),
        "note": _note(source, graph),
    }
    return {key: value for key, value in own.items() if value}


def _note(source: Source, graph: Graph) -> str:
    """The notes of reference and record; of a source that we have not read, through whom we know it."""
    notes = [plain_text(source.csl.note or "", graph), plain_text(source.note or "", graph)]
    if source.seen == "cited-only":
        by = "; ".join(_title(id, graph) for id in cited_by(source, graph))
        notes.append(f"Not read by us; as cited by: {by}." if by else "Not read by us.")
    return " ".join(" ".join(notes).split())


def _title(id: str, graph: Graph) -> str:
    record = graph.records.get(id)
    return record.title if record else id
