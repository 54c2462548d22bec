"""Records read, linked and checked."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from typing import TypeAlias, cast

from explainers.build.garbage import without_garbage_collection
from explainers.build.inputs import Inputs
from explainers.build.load import load
from explainers.build.workers import OnProgress, cores, shared_out
from explainers.checks.context import Context
from explainers.checks.run import as_set, run
from explainers.graph.graph import Graph
from explainers.graph.link import link
from explainers.graph.memo import forget_what_was_gathered
from explainers.kinds import KINDS, Kinds
from explainers.kinds.site_kinds import with_declared
from explainers.markdown.hand_written import ByHand
from explainers.text.diagnostic import Diagnostic, shortened

__all__ = ["Checked", "Inputs", "LinkedRecords", "check", "checked", "linked_records"]

# Converts the hand-written pages of a site, given its records.
Convert: TypeAlias = Callable[["LinkedRecords"], ByHand]


@dataclass(frozen=True)
class LinkedRecords:
    """The graph of all records, their kinds as the site has them, and what is wrong with their files and links."""

    graph: Graph
    kinds: Kinds
    diagnostics: tuple[Diagnostic, ...] = ()

    @staticmethod
    def of_nothing() -> LinkedRecords:
        """A site without a record."""
        return LinkedRecords(Graph({}, {}, (), {}), KINDS)


@dataclass(frozen=True)
class Checked:
    """The graph of all records, what hand-written pages use of it, and everything that is wrong.

    `kinds` are those of the records, as the site has them.
    """

    graph: Graph
    kinds: Kinds
    by_hand: ByHand
    diagnostics: tuple[Diagnostic, ...]

    def texts(self, inputs: Inputs) -> Mapping[str, str]:
        """The texts that diagnostics point into, by path; those of records are decoded on demand."""
        return ChainMap(dict(self.by_hand.texts), cast(MutableMapping[str, str], inputs.texts))


# Forking a second process costs as much as the rules take for so many records. For ten
# thousand claims it saves a quarter of the whole command.
FEW = 500


def check(
    inputs: Inputs,
    *,
    kinds: Kinds = KINDS,
    on_progress: OnProgress = lambda done, number: None,
    convert: Convert = lambda found: ByHand(),
) -> Checked:
    """Load, link, convert and check: all mistakes in one run. `on_progress` gets the number of records read so far."""
    with without_garbage_collection():
        found = linked_records(inputs, kinds=kinds, on_progress=on_progress)
        return checked(inputs, found, convert(found))


def linked_records(
    inputs: Inputs, *, kinds: Kinds = KINDS, on_progress: OnProgress = lambda done, number: None
) -> LinkedRecords:
    """Load and link the records."""
    with without_garbage_collection():
        own = with_declared(tuple(kinds), inputs.declared)
        documents, loading = load(inputs.files, own, on_progress=on_progress)
        graph, linking = link(documents, inputs.language)
        return LinkedRecords(graph, own, (*inputs.strays, *loading, *linking))


def checked(inputs: Inputs, found: LinkedRecords, by_hand: ByHand) -> Checked:
    """Check the linked records, given what the hand-written pages use."""
    with without_garbage_collection():
        ruled = _ruled(inputs, found.graph, found.kinds, by_hand)
        forget_what_was_gathered(found.graph)
        of_pages = as_set(by_hand.diagnostics, inputs.severities)
        diagnostics = tuple(shortened([*found.diagnostics, *of_pages, *ruled]))
        return Checked(found.graph, found.kinds, by_hand, diagnostics)


def _ruled(inputs: Inputs, graph: Graph, kinds: Kinds, by_hand: ByHand) -> list[Diagnostic]:
    """What the rules find."""
    terms = frozenset(by_hand.uses.terms)
    context = Context(
        graph,
        kinds,
        inputs.snapshots,
        by_hand.sources,
        by_hand.records,
        terms,
        inputs.language,
        inputs.declared,
        inputs.fingerprints,
    )
    workers = inputs.workers or (cores() if len(inputs.files) > FEW else 1)
    return run(
        context, severities=inputs.severities, share=lambda work, parts: shared_out(work, parts, workers=workers)
    )
