"""What an edit of records changes: of a record, of its place among the others, and of what is shown."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Literal

from explainers.graph.graph import Graph
from explainers.graph.link import link, published
from explainers.model.base import Record
from explainers.model.decode import Document
from explainers.pages import PageSpec
from explainers.text.diagnostic import Diagnostic

Outcome = Literal["shown", "last good", "whole"]


@dataclass(frozen=True)
class Edited:
    """What became of an edit: it is shown, or nothing of it is as it has mistakes, or everything has to be built again.

    `broken` are the files that are shown as they were last good; the `unseen` of them never were, and are not shown.
    `came` and `went` are pages.
    """

    outcome: Outcome
    diagnostics: tuple[Diagnostic, ...] = ()
    broken: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    came: tuple[PageSpec, ...] = ()
    went: tuple[PageSpec, ...] = ()


def is_another(before: Document | None, now: Document) -> bool:
    """Whether a record's content changed, and not only its layout."""
    return before is None or before.record != now.record


def is_in_its_place(before: Document | None, now: Document, *, drafts: bool) -> bool:
    """Whether only a record's content changed: not where it is listed, if at all, nor what links to it."""
    one, other = before.record if before else None, now.record
    if one is None or other is None or (other.status == "draft" and not drafts):
        return False
    return _place(one) == _place(other)


def _place(record: Record) -> tuple[object, ...]:
    return record.status, record.formerly, record.tags, len(record.updates)


def shown_graph(documents: Mapping[str, Document], language: str, *, drafts: bool) -> tuple[Graph, list[Diagnostic]]:
    """What is published of some documents, or shown with `drafts`, and what is wrong with their links."""
    graph, diagnostics = link([documents[path] for path in sorted(documents)], language)
    return published(graph, drafts=drafts), diagnostics


def is_about(diagnostic: Diagnostic, now: Mapping[str, Document], ids: Set[str]) -> bool:
    """Whether a diagnostic is about an edited file, or names an edited record."""
    return diagnostic.span.path in now or any(f"`{id}`" in diagnostic.message for id in ids)
