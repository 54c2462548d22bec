"""Records read, linked and checked."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from explainers.build.load import load
from explainers.build.workers import cores, shared_out
from explainers.checks.context import Context
from explainers.checks.run import as_set, run
from explainers.graph.graph import Graph
from explainers.graph.link import link
from explainers.kinds import KINDS, Kinds
from explainers.markdown.hand_written import HandWritten, Scan
from explainers.text.diagnostic import Diagnostic, in_order


@dataclass(frozen=True)
class Checked:
    """The graph of all records, what hand-written pages use of it, and everything that is wrong."""

    graph: Graph
    by_hand: Scan
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Inputs:
    """What a site is made from: record `files` by path, `snapshots` by the sha256 of their bytes, `pages` by hand,
    the CSL file of its `citation_style`.

    `directory_urls`, `glossary` and `language` are the settings on which depends where a page stands and what it marks.
    `workers` is a number of processes, 0 for as many as help.
    """

    files: Mapping[str, bytes]
    snapshots: Mapping[str, str] = field(default_factory=dict)
    severities: Mapping[str, str] = field(default_factory=dict)
    pages: Sequence[HandWritten] = ()
    citation_style: bytes | None = None
    directory_urls: bool = True
    glossary: str = "section"
    language: str = "en"
    workers: int = 1

    @property
    def texts(self) -> dict[str, str]:
        """The texts of records and pages by path, whatever their bytes: for showing where a mistake is."""
        records = {path: data.decode("utf-8", errors="replace") for path, data in self.files.items()}
        return records | {page.path: page.text for page in self.pages}


# A second process has to copy what it looks at, which takes as long as the rules for so many records. For ten
# thousand claims it takes a quarter off the whole command.
FEW = 500


def check(inputs: Inputs, *, kinds: Kinds = KINDS) -> Checked:
    """Load, link and check: all mistakes in one run."""
    with no_search_for_garbage():
        return _check(inputs, kinds)


def _check(inputs: Inputs, kinds: Kinds) -> Checked:
    documents, loading = load(inputs.files, kinds)
    graph, linking = link(documents)
    by_hand = _by_hand(inputs, graph, kinds) if inputs.pages else Scan()
    context = Context(
        graph, kinds, inputs.snapshots, by_hand.sources, by_hand.records, frozenset(by_hand.uses.terms), inputs.language
    )
    workers = inputs.workers or (cores() if len(inputs.files) > FEW else 1)
    found = run(
        context, severities=inputs.severities, share=lambda work, parts: shared_out(work, parts, workers=workers)
    )
    in_pages = as_set(by_hand.diagnostics, inputs.severities)
    return Checked(graph, by_hand, tuple(in_order([*loading, *linking, *in_pages, *found])))


def _by_hand(inputs: Inputs, graph: Graph, kinds: Kinds) -> Scan:
    # To load what reads Markdown takes as long as to check 500 records, and some sites have no page by hand.
    from explainers.markdown.scan import scan
    from explainers.prose.site import Site

    site = Site(graph, kinds, directory_urls=inputs.directory_urls, glossary=inputs.glossary, language=inputs.language)
    return scan(inputs.pages, site)


@contextmanager
def no_search_for_garbage() -> Iterator[None]:
    """All that is made here is kept: to look through it for garbage, again and again, is a third of the time."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()
