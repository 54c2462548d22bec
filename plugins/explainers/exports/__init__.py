"""What programs are given: records with their schema, sources for reference managers, glossary, figures, changes."""

from explainers.exports.exported import ExportedFile
from explainers.exports.feed import feed_file
from explainers.exports.figures import figures_file
from explainers.exports.glossary import glossary_file
from explainers.exports.records import record_files
from explainers.exports.references import reference_files
from explainers.exports.schema import schema_file
from explainers.exports.skos import skos_file
from explainers.prose.site import Site


def exports(site: Site) -> list[ExportedFile]:
    """Every file for programs; the same site gives the same bytes."""
    records = [*record_files(site), schema_file(site)]
    return [*records, *reference_files(site), glossary_file(site), skos_file(site), figures_file(site), feed_file(site)]


__all__ = ["ExportedFile", "exports"]
