"""What could not be established: unnamed speakers, origins without a basis, dates, silences, gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.origins import bases, origins
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.source.model import Source

UnknownKind = Literal[
    "unnamed-speaker",
    "no-stated-basis",
    "inferred-date",
    "no-date",
    "no-position",
    "no-primary-source",
    "gap",
]


@dataclass(frozen=True, slots=True)
class Unknown:
    """One thing we do not know about a claim; `actors` are those it concerns, `words` the editors' own."""

    kind: UnknownKind
    claim: Claim
    actors: tuple[str, ...] = ()
    words: str = ""


def unknowns(claims: Sequence[Claim], graph: Graph) -> list[Unknown]:
    """All that is not known about some claims, claim by claim."""
    return [unknown for claim in claims for unknown in _of(claim, graph)]


def _of(claim: Claim, graph: Graph) -> Iterator[Unknown]:
    yield from _speakers(claim, graph)
    basis = tuple(actor for origin in origins(claim, graph).origins if not origin.stated for actor in origin.actors)
    if basis:
        yield Unknown("no-stated-basis", claim, basis)
    yield from _dates(claim, graph)
    silent = tuple(dict.fromkeys(a for x in claim.attributions if x.stance == "no-position-found" for a in x.by))
    if silent:
        yield Unknown("no-position", claim, silent)
    if not _reaches_a_primary_source(claim, graph):
        yield Unknown("no-primary-source", claim)
    for gap in claim.gaps:
        yield Unknown("gap", claim, words=gap)


def _speakers(claim: Claim, graph: Graph) -> Iterator[Unknown]:
    by = dict.fromkeys(actor for a in claim.attributions for actor in a.by)
    unnamed = tuple(id for id in by if (actor := graph.get(id, Actor)) and not actor.named)
    if unnamed:
        yield Unknown("unnamed-speaker", claim, unnamed)


def _dates(claim: Claim, graph: Graph) -> Iterator[Unknown]:
    """Speakers whose words have no date, and those whose date is our inference; each once."""
    said = [a for a in claim.attributions if a.stance == "affirms"]
    undated = dict.fromkeys(actor for a in said if a.said is None or not a.said.edtf for actor in a.by)
    inferred = dict.fromkeys(
        actor for a in said if a.said and a.said.edtf and a.said.basis == "inferred" for actor in a.by
    )
    if undated:
        yield Unknown("no-date", claim, tuple(undated))
    if inferred:
        yield Unknown("inferred-date", claim, tuple(inferred))


def _reaches_a_primary_source(claim: Claim, graph: Graph) -> bool:
    """Whether any telling, or what it rests on, was read in a primary source."""
    waiting = [AttributionRef(claim, a) for a in claim.attributions if a.stance == "affirms"]
    seen: set[str] = set()
    while waiting:
        ref = waiting.pop()
        if ref.key in seen:
            continue
        seen.add(ref.key)
        if any(_primary(c.source, graph) for c in ref.attribution.cites):
            return True
        waiting.extend(bases(ref, graph))
    return False


def _primary(id: str, graph: Graph) -> bool:
    source = graph.get(id, Source)
    return source is not None and source.role == "primary" and source.seen != "cited-only"
