"""A claim's page: positions, the way to the origin, tellings, passages, related claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from explainers.graph.collisions import Collision, collisions_of
from explainers.graph.drift import Telling, tellings
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.origins import Origin, Origins, chain, origins
from explainers.graph.positions import Position, positions
from explainers.graph.unknowns import Unknown, unknowns
from explainers.kinds.claim.model import Claim, ClaimRelation, Stance
from explainers.kinds.parts import Citation
from explainers.pages.views.others import Backlinks, backlinks
from explainers.prose.verbs import ACTS, STANCES

ORDER: tuple[Stance, ...] = ("affirms", "denies", "doubts", "declines", "retracts", "no-position-found")
# A relation as the claim that draws it says it, and as the other claim's page does.
RELATIONS = {
    "supports": ("supports", "is supported by"),
    "attacks": ("speaks against", "is spoken against by"),
    "undercuts": ("takes ground from", "loses ground to"),
    "contradicts": ("contradicts", "contradicts"),
    "refines": ("is a closer form of", "has a closer form in"),
    "compare-with": ("should be compared with", "should be compared with"),
    "supersedes": ("replaces", "is replaced by"),
}


_Voices = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PositionGroup:
    """Everyone who takes one stance."""

    stance: Stance
    title: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """The way of a claim from its origin to the page on which we read it."""

    steps: tuple[AttributionRef, ...]
    publishers: tuple[str, ...]

    @property
    def inferred(self) -> bool:
        """Whether any step is our reading."""
        return any(step.attribution.basis == "inferred" and step.attribution.bases for step in self.steps)


@dataclass(frozen=True, slots=True)
class Related:
    """A claim that bears on this one."""

    words: str
    claim: Claim
    relation: ClaimRelation


@dataclass(frozen=True, slots=True)
class Aspect:
    """A column of the tellings: its heading, and a value for each telling."""

    name: str
    heading: str


ASPECTS = (
    Aspect("figure", "Figure"),
    Aspect("qualifier", "Qualifier"),
    Aspect("counted", "What is counted"),
    Aspect("predicate", "What is said of them"),
    Aspect("act", "How it is put"),
    Aspect("quotation", "Form"),
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source, and which attributions they stand for."""

    citation: Citation
    refs: tuple[AttributionRef, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """All that a claim's page prints."""

    groups: tuple[PositionGroup, ...]
    origins: Origins
    chains: tuple[tuple[Origin, tuple[Chain, ...]], ...]
    tellings: tuple[Telling, ...]
    aspects: tuple[Aspect, ...]
    passages: tuple[Passage, ...]
    related: tuple[Related, ...]
    unknowns: tuple[Unknown, ...]
    collisions: tuple[Collision, ...]
    others: tuple[Backlinks, ...]


def claim_view(claim: Claim, graph: Graph) -> ClaimView:
    """Everything about one claim."""
    told = tellings(claim, graph)
    found = origins(claim, graph)
    return ClaimView(
        groups=tuple(position_groups(claim)),
        origins=found,
        chains=tuple(_chains(claim, found, graph)),
        tellings=told,
        aspects=tuple(a for a in ASPECTS if _worth_a_column(told, a.name)),
        passages=tuple(_passages(claim)),
        related=tuple(related(claim, graph)),
        unknowns=tuple(unknowns([claim], graph)),
        collisions=tuple(_collisions(claim, graph)),
        others=tuple(group for group in backlinks(claim.id, graph) if group.inverse not in {"related", "mentioned_in"}),
    )


def position_groups(claim: Claim) -> Iterator[PositionGroup]:
    """A claim's positions by stance, in a fixed order."""
    found = positions(claim)
    for stance in ORDER:
        group = tuple(p for p in found if p.stance == stance)
        if group:
            yield PositionGroup(stance, STANCES[stance], group)


def acts(position: Position) -> str:
    """What a position's attributions did with words: an estimate, a statement."""
    return ", ".join(dict.fromkeys(ACTS[ref.attribution.act] for ref in position.refs))


def related(claim: Claim, graph: Graph) -> Iterator[Related]:
    """Claims that this one bears on, and claims that bear on it."""
    for relation in claim.relations:
        other = graph.get(relation.to, Claim)
        if other:
            yield Related(RELATIONS[relation.type][0], other, relation)
    for edge in graph.incoming(claim.id, "related"):
        other = graph.get(edge.source, Claim)
        if other:
            drawn = other.relations[int(edge.loc[1])]
            yield Related(RELATIONS[drawn.type][1], other, drawn)


def _worth_a_column(told: Sequence[Telling], name: str) -> bool:
    """The figure always; of the rest, what is not the same in every telling."""
    values = {aspect.value for telling in told for aspect in telling.aspects if aspect.name == name}
    return any(values) and (name == "figure" or len(values) > 1)


def _chains(claim: Claim, found: Origins, graph: Graph) -> Iterator[tuple[Origin, tuple[Chain, ...]]]:
    """Each origin with the ways that lead from it; tellings that go through the same voices share one."""
    voiced = [AttributionRef(claim, a) for a in claim.attributions if a.stance == "affirms"]
    for origin in found.origins:
        roots = {root.ref.key for root in origin.roots}
        ways: dict[_Voices, Chain] = {}
        for ref in voiced:
            steps = tuple(reversed(chain(ref, graph)))
            if steps[0].key in roots:
                steps = tuple(
                    s
                    for s, after in zip_longest(steps, steps[1:])
                    if not after or s.attribution.by != after.attribution.by
                )
                voices = tuple(step.attribution.by for step in steps)
                before = ways.get(voices, Chain(steps, ()))
                ways[voices] = Chain(before.steps, tuple(dict.fromkeys((*before.publishers, *_publishers(ref, graph)))))
        yield origin, tuple(way for voices, way in ways.items() if not _goes_on(voices, way, ways))


def _goes_on(voices: _Voices, way: Chain, ways: Mapping[_Voices, Chain]) -> bool:
    """Whether a way is only the beginning of a longer one to the same pages."""
    longer = [other for path, other in ways.items() if len(path) > len(voices) and path[: len(voices)] == voices]
    return any(set(way.publishers) <= set(other.publishers) for other in longer)


def _publishers(ref: AttributionRef, graph: Graph) -> tuple[str, ...]:
    sources = (graph.records[c.source] for c in ref.attribution.cites if c.source in graph.records)
    found = dict.fromkeys(str(getattr(source, "publisher", "")) for source in sources)
    return tuple(id for id in found if id and id not in ref.attribution.by)


def _passages(claim: Claim) -> Iterator[Passage]:
    found: dict[tuple[str, str], tuple[Citation, list[AttributionRef]]] = {}
    for attribution in claim.attributions:
        for citation in attribution.cites:
            if citation.exact:
                key = (citation.source, citation.exact)
                found.setdefault(key, (citation, []))[1].append(AttributionRef(claim, attribution))
    return (Passage(citation, tuple(refs)) for citation, refs in found.values())


def _collisions(claim: Claim, graph: Graph) -> Iterator[Collision]:
    neighbours = {e.source for id in claim.about for e in graph.incoming(id, "subject_of")}
    claims = [c for c in (graph.get(id, Claim) for id in sorted(neighbours)) if c]
    return collisions_of(claim, claims)
