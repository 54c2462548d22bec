"""What programs are given: records with their schema, sources for reference managers, glossary, figures, changes."""

from collections.abc import Callable
from functools import partial
from itertools import chain

from explainers.exports import feed, figure_facts, glossary_json, records, records_schema, skos
from explainers.exports.exported import Each, ExportedFile, Make, one_by_one
from explainers.exports.feed import feed_file
from explainers.exports.figure_facts import figures_file
from explainers.exports.glossary_json import glossary_file
from explainers.exports.records import ALL_RECORDS, all_records, record_file
from explainers.exports.records_schema import schema_file
from explainers.exports.references import reference_files, references_of
from explainers.exports.skos import skos_file
from explainers.prose.site import Site


def _one(make: Callable[[Site], ExportedFile]) -> Callable[[Site], list[ExportedFile]]:
    return lambda site: [make(site)]


_JOINT = (
    _one(schema_file), reference_files, _one(glossary_file), _one(skos_file), _one(figures_file), _one(feed_file),
)  # fmt: skip


def joint_files(site: Site, each: Each = one_by_one) -> list[ExportedFile]:
    """The files that belong to no record, but for that of all records. `each` calls what makes them."""
    return [*chain.from_iterable(each(_calls(site)))]


def joint_files_and_tail(site: Site, each: Each) -> tuple[list[ExportedFile], bytes]:
    """These files, and the end of that of all records."""
    *files, [end] = each([*_calls(site), lambda: [ExportedFile(ALL_RECORDS, records.tail(site))]])
    return [*chain.from_iterable(files)], end.data


def _calls(site: Site) -> list[Make]:
    return [partial(make, site) for make in _JOINT]


def joint_file(path: str, site: Site) -> ExportedFile | None:
    """One of these files, made without the others."""
    folder, _, name = path.rpartition("/")
    # `data/sources/<id>.bib` is of one source, and `data/sources.bib` of all.
    of_sources = references_of(site, name.partition(".")[0] if folder == "data/sources" else "")
    makers = (schema_file, glossary_file, skos_file, figures_file, feed_file)
    paths = (records_schema.PATH, glossary_json.PATH, skos.PATH, figure_facts.PATH, feed.PATH)
    known = dict(zip(paths, makers, strict=True))
    return known[path](site) if path in known else next((file for file in of_sources if file.path == path), None)


def exports(site: Site) -> list[ExportedFile]:
    """Every file for programs; the same site gives the same bytes."""
    own = {id: record_file(record, site) for id, record in sorted(site.graph.records.items())}
    together = ExportedFile(ALL_RECORDS, b"".join(all_records(site, lambda id: own[id].data)))
    return [together, *own.values(), *joint_files(site)]


__all__ = [
    "ALL_RECORDS", "Each", "ExportedFile", "all_records", "exports", "joint_file", "joint_files",
    "joint_files_and_tail", "record_file",
]  # fmt: skip
