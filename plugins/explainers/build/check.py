"""Records read, linked and checked."""

from __future__ import annotations

from dataclasses import dataclass

from explainers.build.garbage import no_search_for_garbage
from explainers.build.inputs import Inputs
from explainers.build.load import load
from explainers.build.workers import Tell, cores, shared_out
from explainers.checks.context import Context
from explainers.checks.run import as_set, run
from explainers.graph.graph import Graph
from explainers.graph.link import link
from explainers.graph.memo import forget_what_was_gathered
from explainers.kinds import KINDS, Kinds
from explainers.kinds.declared import with_declared
from explainers.markdown.hand_written import Scan
from explainers.text.diagnostic import Diagnostic, shortened

__all__ = ["Checked", "Inputs", "check"]


@dataclass(frozen=True)
class Checked:
    """The graph of all records, what hand-written pages use of it, and everything that is wrong.

    `kinds` are those of the records, as the site has them.
    """

    graph: Graph
    kinds: Kinds
    by_hand: Scan
    diagnostics: tuple[Diagnostic, ...]


# A second process has to copy what it looks at, which takes as long as the rules for so many records. For ten
# thousand claims it takes a quarter off the whole command.
FEW = 500


def check(inputs: Inputs, *, kinds: Kinds = KINDS, tell: Tell = lambda done, number: None) -> Checked:
    """Load, link and check: all mistakes in one run. `tell` is told how many records are read."""
    with no_search_for_garbage():
        return _check(inputs, with_declared(tuple(kinds), inputs.declared), tell)


def _check(inputs: Inputs, kinds: Kinds, tell: Tell) -> Checked:
    documents, loading = load(inputs.files, kinds, tell=tell)
    graph, linking = link(documents, inputs.language)
    by_hand = _by_hand(inputs, graph, kinds) if inputs.pages else Scan()
    ruled = _ruled(inputs, graph, kinds, by_hand)
    forget_what_was_gathered(graph)
    found = shortened([*inputs.strays, *loading, *linking, *as_set(by_hand.diagnostics, inputs.severities), *ruled])
    return Checked(graph, kinds, by_hand, tuple(found))


def _ruled(inputs: Inputs, graph: Graph, kinds: Kinds, by_hand: Scan) -> list[Diagnostic]:
    """What the rules find."""
    terms = frozenset(by_hand.uses.terms)
    context = Context(
        graph, kinds, inputs.snapshots, by_hand.sources, by_hand.records, terms, inputs.language, inputs.declared
    )
    workers = inputs.workers or (cores() if len(inputs.files) > FEW else 1)
    return run(
        context, severities=inputs.severities, share=lambda work, parts: shared_out(work, parts, workers=workers)
    )


def _by_hand(inputs: Inputs, graph: Graph, kinds: Kinds) -> Scan:
    # To load what reads Markdown takes as long as to check 500 records, and some sites have no page by hand.
    from explainers.markdown.scan import scan
    from explainers.prose.site import Site

    site = Site(graph, kinds, directory_urls=inputs.directory_urls, glossary=inputs.glossary, language=inputs.language)
    return scan(inputs.pages, site)
