"""What ended a telling: its speaker took it back, or another telling takes its place.

A retraction takes back what the same party said earlier, with the same figures. Where it names what it takes back
(`replaces`), it takes back just that. Any other telling with `replaces` ends what it names, whoever spoke: a corrected
figure, a judge who cuts a jury's sum.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.parties import party
from explainers.graph.said_on import said_on
from explainers.graph.telling_figures import telling_figures
from explainers.graph.ways import ways
from explainers.kinds.claim.model import Attribution, Claim


class Ending(NamedTuple):
    """What ended a telling, and how."""

    by: AttributionRef
    how: Literal["taken-back", "replaced"]

    def day(self, graph: Graph) -> datetime.date | None:
        """The last day on which it can have ended; None where that is not known."""
        said = said_on(self.by.attribution, graph)
        return said.extent.last if said else None


def ending(actor: str, ref: AttributionRef, graph: Graph) -> Ending | None:
    """What ended what one speaker says in a telling, if anything did; of several endings, the earliest.

    A telling of the same speaker that comes only from ended ones is ended with them: it is the same utterance.
    """
    if not _has_endings(ref.claim, graph):
        return None
    found: list[Ending] = []
    waiting, seen = [(actor, ref)], {ref.key}
    while waiting:
        speaker, here = waiting.pop()
        own = [end for end in _endings(here, graph) if _ends_for(speaker, here, end, graph)]
        if own:
            found.append(min(own, key=lambda end: end.day(graph) or datetime.date.min))
            continue
        befores = _same_utterance(speaker, here, graph)
        if not befores:
            return None
        waiting += [(before.attribution.by[0], before) for before in befores if before.key not in seen]
        seen.update(before.key for before in befores)
    return found[0] if found else None


def _same_utterance(actor: str, ref: AttributionRef, graph: Graph) -> list[AttributionRef]:
    """The tellings that one comes from, if the same party speaks in all of them."""
    own = party(actor, ref.attribution, graph)
    befores = [way.before for way in ways(ref, graph)]
    same = all(own in {party(o, b.attribution, graph) for o in b.attribution.by} for b in befores)
    return befores if same else []


@once
def _has_endings(claim: Claim, graph: Graph) -> bool:
    """Whether anything in a claim was taken back or replaced: nothing else has to be followed."""
    return bool(_retractions(claim, graph) or _replacing(claim, graph))


def _ends_for(actor: str, ref: AttributionRef, found: Ending, graph: Graph) -> bool:
    """Whether an ending is of this speaker's: of several, each takes back its own, and all are replaced."""
    if found.how == "replaced" or ref.key in _targets(found.by, graph):
        return True
    return party(actor, ref.attribution, graph) in {
        party(o, found.by.attribution, graph) for o in found.by.attribution.by
    }


@once
def _endings(ref: AttributionRef, graph: Graph) -> tuple[Ending, ...]:
    keyed = (graph.attribution(key, ref.claim) for key in _replacing(ref.claim, graph).get(ref.key, ()))
    named = [other for other in keyed if other and not _replaces_back(ref, other, graph)]
    found = [Ending(other, "taken-back" if other.stance == "retracts" else "replaced") for other in named]
    return (*found, *(Ending(other, "taken-back") for other in _taken_back_by(ref, graph)))


def _taken_back_by(ref: AttributionRef, graph: Graph) -> Iterator[AttributionRef]:
    """Retractions that name nothing: of the same figures, at the same time, later, or at a time that is not known."""
    for other in _retractions(ref.claim, graph) if ref.attribution.stance == "affirms" else ():
        named = other.attribution.replaces
        if not named and _same_figures(other, ref, graph) and not _before(other.attribution, ref.attribution, graph):
            yield other


def _before(retraction: Attribution, said_before: Attribution, graph: Graph) -> bool:
    """Whether something was surely taken back before it was said, so that it was said again."""
    withdrawn, said = said_on(retraction, graph), said_on(said_before, graph)
    return bool(withdrawn and said and withdrawn.before(said))


def _replaces_back(ref: AttributionRef, other: AttributionRef, graph: Graph) -> bool:
    """Whether two replace each other: then neither is ended. Nothing ends itself."""
    return ref.key == other.key or other.key in _targets(ref, graph)


def _targets(ref: AttributionRef, graph: Graph) -> frozenset[str]:
    found = (graph.attribution(target, ref.claim) for target in ref.attribution.replaces)
    return frozenset(target.key for target in found if target)


def _same_figures(retraction: AttributionRef, ref: AttributionRef, graph: Graph) -> bool:
    """Whether a retraction names every figure that a telling gives."""
    named, given = (
        {name: (q.relation, q.value, q.min, q.max) for name, q in telling_figures(each, graph).items()}
        for each in (retraction, ref)
    )
    return given.items() <= named.items()


@once
def _retractions(claim: Claim, graph: Graph) -> tuple[AttributionRef, ...]:
    """The attributions that take something back: asked for with every telling of the claim."""
    return tuple(ref for ref in graph.refs(claim) if ref.stance == "retracts")


@once
def _replacing(claim: Claim, graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """The keys of the attributions that name one of a claim's in `replaces`, by that one's key."""
    found: dict[str, tuple[str, ...]] = {}
    for other in sorted((claim, *graph.naming(claim.id)), key=lambda other: other.id):
        for ref in graph.refs(other):
            for target in _targets(ref, graph) if ref.attribution.replaces else ():
                if target.startswith(f"{claim.id}#"):
                    found[target] = (*found.get(target, ()), ref.key)
    return found
