"""Records read, linked and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from explainers.build.load import load
from explainers.checks.context import Context
from explainers.checks.run import run
from explainers.graph.graph import Graph
from explainers.graph.link import link
from explainers.kinds import KINDS, Kinds
from explainers.markdown.scan import scan
from explainers.prose.site import Site
from explainers.text.diagnostic import Diagnostic, in_order


@dataclass(frozen=True)
class Checked:
    """The graph of all records and everything that is wrong with them."""

    graph: Graph
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Inputs:
    """What a site is made from: record `files` and `pages` by path, `snapshots` by the sha256 of their bytes."""

    files: Mapping[str, bytes]
    snapshots: Mapping[str, str] = field(default_factory=dict)
    severities: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)


def check(inputs: Inputs, *, kinds: Kinds = KINDS) -> Checked:
    """Load, link and check: all mistakes in one run."""
    documents, loading = load(inputs.files, kinds)
    graph, linking = link(documents)
    by_hand = scan(dict(inputs.pages), Site(graph, kinds))
    context = Context(graph, kinds, inputs.snapshots, by_hand.sources, by_hand.records)
    found = run(context, severities=inputs.severities)
    return Checked(graph, tuple(in_order([*loading, *linking, *by_hand.diagnostics, *found])))
