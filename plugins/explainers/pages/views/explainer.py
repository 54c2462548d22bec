"""An explainer's page: who says what, figures, differences, what nobody knows, time, method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainers.graph.collisions import Collision, collisions
from explainers.graph.drift import Telling, tellings
from explainers.graph.figures import FigureGroup, figure_groups
from explainers.graph.graph import Graph
from explainers.graph.unknowns import Unknown, unknowns
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.pages.views.claim import Related, related
from explainers.pages.views.timeline import Entry, events_of, timeline

FIGURE_ASPECTS = {"figure": "the number", "qualifier": "its qualifier", "counted": "what is counted"}
_AGAINST = {"contradicts", "undercuts", "attacks"}


@dataclass(frozen=True, slots=True)
class Difference:
    """Two claims that do not sit well together."""

    claim: Claim
    related: Related


@dataclass(frozen=True, slots=True)
class UnknownGroup:
    """What is not known, of one sort."""

    kind: str
    unknowns: tuple[Unknown, ...]


@dataclass(frozen=True, slots=True)
class ExplainerView:
    """All that an explainer's page prints."""

    claims: tuple[Claim, ...]
    figures: tuple[FigureGroup, ...]
    differences: tuple[Difference, ...]
    collisions: tuple[Collision, ...]
    drifts: tuple[tuple[Claim, tuple[str, ...]], ...]
    unknowns: tuple[UnknownGroup, ...]
    timeline: tuple[Entry, ...]
    sources: tuple[Source, ...]
    changed: tuple[Record, ...]


def explainer_view(explainer: Explainer, graph: Graph) -> ExplainerView:
    """Everything about one explainer."""
    claims = [claim for id in explainer.claims if (claim := graph.get(id, Claim))]
    sources = sources_of(claims, explainer, graph)
    drifts = ((claim, _changed(tellings(claim, graph))) for claim in claims)
    return ExplainerView(
        claims=tuple(claims),
        figures=tuple(figure_groups(claims, graph)),
        differences=tuple(_differences(claims, graph)),
        collisions=tuple(c for c in collisions(claims) if c.kind == "same-number"),
        drifts=tuple((claim, names) for claim, names in drifts if names),
        unknowns=unknown_groups(claims, graph),
        timeline=tuple(timeline(claims, events_of(claims, graph), graph)),
        sources=tuple(sources),
        changed=tuple(record for record in [explainer, *claims, *sources] if record.updates),
    )


def _changed(told: Sequence[Telling]) -> tuple[str, ...]:
    """What changed about a claim's figures as it was passed on, in words."""
    changed = {name for telling in told for name in telling.changed}
    return tuple(words for name, words in FIGURE_ASPECTS.items() if name in changed)


def unknown_groups(claims: Sequence[Claim], graph: Graph) -> tuple[UnknownGroup, ...]:
    """What is not known about some claims, by sort, the gravest first."""
    order = (
        "gap",
        "unnamed-speaker",
        "no-stated-basis",
        "no-position",
        "no-primary-source",
        "no-date",
        "inferred-date",
    )
    found = unknowns(claims, graph)
    groups = (UnknownGroup(kind, tuple(u for u in found if u.kind == kind)) for kind in order)
    return tuple(group for group in groups if group.unknowns)


def sources_of(claims: Sequence[Claim], explainer: Explainer, graph: Graph) -> list[Source]:
    """The sources that some claims rest on, in order of first use."""
    ids = [
        explainer.article or "",
        *(c.source for claim in claims for a in claim.attributions for c in a.cites),
    ]
    return [source for id in dict.fromkeys(ids) if (source := graph.get(id, Source))]


def _differences(claims: Sequence[Claim], graph: Graph) -> Iterator[Difference]:
    """Relations that set claims against each other, each pair once."""
    ids = {claim.id for claim in claims}
    for claim in claims:
        for other in related(claim, graph):
            own = other.relation.to == other.claim.id
            figures = other.relation.type == "compare-with" and claim.quantities and other.claim.quantities
            if own and other.claim.id in ids and (figures or other.relation.type in _AGAINST):
                yield Difference(claim, other)
