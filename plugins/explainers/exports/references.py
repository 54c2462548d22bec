"""The sources for reference managers, together and each alone: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

from collections.abc import Sequence

from explainers.exports.bibliographic import ReferenceEntry, entry
from explainers.exports.bibtex_export import bibtex
from explainers.exports.csl_export import csl_json
from explainers.exports.exported import ExportedFile
from explainers.exports.ris_export import ris
from explainers.kinds.source.model import Source
from explainers.prose.site import Site

_FORMATS = {"BibTeX": bibtex, "RIS": ris, "CSL-JSON": csl_json}


def reference_files(site: Site) -> list[ExportedFile]:
    """`data/sources.bib` and the others, then the same of each source, by id."""
    entries = [entry(source, site.graph) for source in site.graph.of(Source)]
    alone = [file for one in entries for file in _files(site, one.id, [one])]
    return [*_files(site, "", entries), *alone]


def references_of(site: Site, id: str) -> list[ExportedFile]:
    """The files of one source, or for an empty id those of all sources together."""
    chosen = [source for source in site.graph.of(Source) if id in ("", source.id)]
    return _files(site, id, [entry(source, site.graph) for source in chosen]) if chosen or not id else []


def _files(site: Site, id: str, entries: Sequence[ReferenceEntry]) -> list[ExportedFile]:
    return [ExportedFile(path, _FORMATS[format](entries)) for format, path in site.bibliography(id)]
