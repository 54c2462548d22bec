"""What programs are given: records and their schema as JSON, sources as CSL-JSON, figures as CSV, changes as Atom."""

from explainers.exports.csl import csl_file, csl_item
from explainers.exports.exported import ExportedFile
from explainers.exports.feed import feed_file
from explainers.exports.figures import figures_file
from explainers.exports.records import record_files
from explainers.exports.schema import schema_file
from explainers.prose.site import Site


def exports(site: Site) -> list[ExportedFile]:
    """Every file for programs; the same site gives the same bytes."""
    return [*record_files(site), schema_file(site), csl_file(site), figures_file(site), feed_file(site)]


__all__ = ["ExportedFile", "csl_item", "exports"]
