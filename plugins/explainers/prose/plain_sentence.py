"""A claim's sentences without links and marks, for titles, feeds and machine-readable data."""

from __future__ import annotations

from explainers.graph.graph import Graph
from explainers.graph.kept import once
from explainers.kinds.claim.model import Attribution, Claim
from explainers.kinds.source.model import Source
from explainers.prose.proposition import NOTHING_KNOWN
from explainers.prose.reference import short_name
from explainers.prose.sentence import clauses, sentence
from explainers.text.inline import Cite, Emphasis, Inline, Paragraph, Words, plain, uncited


@once
def plain_sentence(claim: Claim, graph: Graph) -> str:
    """All sentences of a claim in a row."""
    return _plain(sentence(claim, graph), graph)


@once
def plain_clauses(claim: Claim, graph: Graph) -> tuple[tuple[tuple[Attribution, ...], str], ...]:
    """Each sentence of a claim without links and marks, with the attributions that it covers."""
    return tuple((clause.attributions, _plain(clause.parts, graph)) for clause in clauses(claim, graph))


def _plain(parts: Paragraph, graph: Graph) -> str:
    return " ".join(plain(tuple(_source_named(part, graph) for part in uncited(parts))).split())


def _source_named(part: Inline, graph: Graph) -> Inline:
    """A mark that names its source, as that name."""
    if isinstance(part, Emphasis):
        return Emphasis(tuple(_source_named(inner, graph) for inner in part.parts), part.strong)
    if not isinstance(part, Cite):
        return part
    source = graph.get(part.items[0].key, Source)
    return Words(short_name(source, graph) if source else NOTHING_KNOWN)
