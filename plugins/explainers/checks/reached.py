"""Which records something leads to, as far as the files can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explainers.checks.context import Context
from explainers.model.decode import Document
from explainers.model.fields import Link
from explainers.model.walk import leaves


def unreached(context: Context, ids: Iterable[str]) -> set[str]:
    """Those of the records that no other record and no hand-written page leads to.

    None, if a file cannot be read: what it leads to is unknown. A broken part still names its records.
    """
    linked = {edge.target for edge in context.graph.edges if edge.source != edge.target}
    left = set(ids) - linked - context.used_records
    documents = list(context.graph.documents.values())
    return left - set(_named(documents, left)) if left and _all_read(documents) else set()


def unlisted(context: Context, ids: Iterable[str]) -> set[str]:
    """Those of the claims that no explainer lists; none, where an explainer cannot be read."""
    left = {id for id in ids if not context.graph.incoming(id, "part_of_explainer")}
    explainers = [document for document in context.graph.documents.values() if document.kind == "explainer"]
    return left - set(_named(explainers, left)) if left and _all_read(explainers) else set()


def _all_read(documents: list[Document]) -> bool:
    return all(document.tree for document in documents)


def _named(documents: list[Document], ids: set[str]) -> Iterator[str]:
    """The ids that are values in a file other than their own."""
    for document in documents:
        for text in _links(document):
            if text in ids and text != document.id:
                yield text


def _links(document: Document) -> Iterator[str]:
    """The links in a record, those to a record of the wrong kind too; of a broken one, every text."""
    if document.has_no_errors and document.record:
        yield from (leaf.value for leaf in leaves(document.record) if isinstance(leaf.meaning, Link))
    elif document.tree:
        yield from (text for _, text in document.tree.texts())
