"""What programs are given: records with their schema, sources for reference managers, glossary, figures, changes."""

from collections.abc import Callable
from functools import partial
from itertools import chain

from explainers.exports.exported import Each, ExportedFile, Make, one_by_one
from explainers.exports.feed import feed_file
from explainers.exports.figures import figures_file
from explainers.exports.glossary import glossary_file
from explainers.exports.records import all_records, each_record
from explainers.exports.references import reference_files
from explainers.exports.schema import schema_file
from explainers.exports.skos import skos_file
from explainers.prose.site import Site


def _one(make: Callable[[Site], ExportedFile]) -> Callable[[Site], list[ExportedFile]]:
    return lambda site: [make(site)]


_TOGETHER = (
    _one(schema_file), reference_files, _one(glossary_file), _one(skos_file), _one(figures_file), _one(feed_file),
)  # fmt: skip


def exports(site: Site, each: Each = one_by_one) -> list[ExportedFile]:
    """Every file for programs; the same site gives the same bytes. `each` calls what makes them."""
    calls: list[Make] = [partial(make, site) for make in _TOGETHER]
    found = each([*calls, *each_record(site)])
    together, own = ([*chain.from_iterable(made)] for made in (found[: len(_TOGETHER)], found[len(_TOGETHER) :]))
    return [all_records(site, own), *own, *together]


__all__ = ["Each", "ExportedFile", "exports"]
