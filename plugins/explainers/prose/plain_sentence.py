"""A claim's sentences without links and marks, for titles, feeds and machine-readable data."""

from __future__ import annotations

from explainers.graph.endings import ending
from explainers.graph.graph import Graph
from explainers.graph.kept import once
from explainers.kinds.claim.model import Attribution, Claim
from explainers.kinds.source.model import Source
from explainers.prose.groups import Group, groups
from explainers.prose.proposition import NOTHING_KNOWN
from explainers.prose.reference import short_name
from explainers.prose.sentence import clauses, clauses_of, sentence
from explainers.text.inline import Cite, Emphasis, Inline, Paragraph, Words, plain, uncited


@once
def plain_sentence(claim: Claim, graph: Graph) -> str:
    """All sentences of a claim in a row."""
    return _plain(sentence(claim, graph), graph)


@once
def plain_clauses(claim: Claim, graph: Graph) -> tuple[tuple[tuple[Attribution, ...], str], ...]:
    """Each sentence of a claim without links and marks, with the attributions that it covers."""
    return tuple((clause.attributions, _plain(clause.parts, graph)) for clause in clauses(claim, graph))


def plain_clauses_today(claim: Claim, graph: Graph) -> tuple[tuple[tuple[Attribution, ...], str], ...]:
    """The same, beginning with somebody whose statement was neither replaced nor taken back, if there is anyone."""
    if not any(ending(actor, ref, graph) for ref in graph.refs(claim) for actor in ref.attribution.by):
        return plain_clauses(claim, graph)
    found = groups(claim, graph)
    said = [group for group in found if group.stance == "affirms" and not group.of_page]
    now = next((group for group in said if not _is_over(group, graph)), None)
    if now is None or not _is_over(found[0], graph):
        return plain_clauses(claim, graph)
    ordered = [now, *(group for group in found if group is not now)]
    return tuple((clause.attributions, _plain(clause.parts, graph)) for clause in clauses_of(claim, ordered, graph))


def _is_over(group: Group, graph: Graph) -> bool:
    """Whether all that is said in it was replaced or taken back."""
    return all(ending(actor, ref, graph) for ref in group.refs for actor in ref.attribution.by)


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
