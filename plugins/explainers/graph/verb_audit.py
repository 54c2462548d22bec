"""Which verbs of saying a source prints for whom.

A verb counts once where it stands: the same verb for the same speakers at the same spot of a text introduces all that
is recorded of that spot. The verb of a statement that was read in several sources is that of the first it cites.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from explainers.graph.cues import lean
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.parties import party
from explainers.graph.verb_lexicon import LEANS, Lean
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Act, Attribution, Claim, Stance
from explainers.kinds.parts import Citation
from explainers.kinds.source.model import Source

NO_SIDE = ""
"""Stands for a speaker of whom no side is recorded in an event."""


@dataclass(frozen=True, slots=True)
class VerbUse:
    """A verb as printed, for the same speakers doing the same: how often it stands, and on which claims."""

    verb: str
    lean: Lean
    actors: tuple[str, ...]
    stance: Stance
    act: Act
    count: int
    claims: tuple[str, ...]
    sides: tuple[tuple[str, str], ...]

    def sides_in(self, event: str) -> tuple[str, ...]:
        """The sides of its speakers in an event, each once; `NO_SIDE` if none has one."""
        return tuple(dict.fromkeys(side for where, side in self.sides if where == event)) or (NO_SIDE,)


@dataclass(frozen=True, slots=True)
class VerbAudit:
    """The verbs of a source, those that lean first; `classed` is whether our list is of its language."""

    uses: tuple[VerbUse, ...]
    without_verb: int
    classed: bool

    @property
    def total(self) -> int:
        """How many verbs were counted."""
        return sum(use.count for use in self.uses)

    def leans(self) -> dict[Lean, int]:
        """How many verbs do what, in fixed order, without what none does."""
        return _counted(self.uses)

    def events(self) -> tuple[str, ...]:
        """The events in which any of the speakers has a side."""
        return tuple(dict.fromkeys(event for use in self.uses for event, _ in use.sides))

    def by_side(self, event: str) -> Mapping[str, dict[Lean, int]]:
        """Sides in an event by what their verbs do; a verb of speakers from two sides counts for each."""
        sides = dict.fromkeys(side for use in self.uses for side in use.sides_in(event))
        ordered = sorted(sides, key=lambda side: side == NO_SIDE)
        return {side: _counted([use for use in self.uses if side in use.sides_in(event)]) for side in ordered}


def verb_audit(source: Source, graph: Graph, *, language: str = "en") -> VerbAudit:
    """The verbs printed in a source. `language` is the site's, for a source that does not say its own."""
    refs = [ref for ref in _read_in(source, graph) if ref.attribution.stance != "no-position-found"]
    english = (source.csl.language or language).casefold().split("-")[0] == "en"
    rows: dict[tuple[str, ...], list[AttributionRef]] = {}
    for ref in refs:
        if ref.attribution.verb:
            rows.setdefault(_row(ref.attribution), []).append(ref)
    uses = [_use(row, source, graph, english=english) for row in rows.values()]
    return VerbAudit(
        tuple(sorted(uses, key=lambda use: LEANS.index(use.lean))),
        without_verb=sum(not ref.attribution.verb for ref in refs),
        classed=english,
    )


def _read_in(source: Source, graph: Graph) -> Iterator[AttributionRef]:
    """Attributions whose first citation, background aside, is of a source; of one that we did not read, none."""
    if source.seen == "cited-only":
        return
    claims = dict.fromkeys(edge.source for edge in graph.incoming(source.id, "cited_for"))
    for claim in filter(None, (graph.get(id, Claim) for id in claims)):
        for attribution in claim.attributions:
            first = _citation(attribution)
            cited = graph.get(first.source, Source) if first else None
            if cited is not None and cited.id == source.id:
                yield AttributionRef(claim, attribution)


def _citation(attribution: Attribution) -> Citation | None:
    """The first citation that is not background, else the first; a silence may have none."""
    return next((c for c in attribution.cites if c.role != "context"), next(iter(attribution.cites), None))


def _row(attribution: Attribution) -> tuple[str, ...]:
    return ((attribution.verb or "").casefold(), attribution.stance, attribution.act, *attribution.by)


def _use(refs: Sequence[AttributionRef], source: Source, graph: Graph, *, english: bool) -> VerbUse:
    first = refs[0].attribution
    verb = first.verb or ""
    # Where no spot is recorded, each statement has a verb of its own.
    spots = {(spot.locator if (spot := _citation(ref.attribution)) else None) or ref.key for ref in refs}
    sides = dict.fromkeys(pair for ref in refs for actor in ref.attribution.by for pair in _sides(actor, ref, graph))
    return VerbUse(
        verb=verb,
        lean=lean(verb) if english else "not-classed",
        actors=first.by,
        stance=first.stance,
        act=first.act,
        count=len(spots),
        claims=tuple(dict.fromkeys(ref.claim.id for ref in refs)),
        sides=tuple(sides),
    )


def _sides(actor: str, ref: AttributionRef, graph: Graph) -> Iterator[tuple[str, str]]:
    """An actor's sides by event, or else those of the party it speaks for."""
    own, other = (graph.get(id, Actor) for id in (actor, party(actor, ref.attribution, graph)))
    for speaker in (own, other):
        if speaker and speaker.parties:
            yield from ((p.event, p.side) for p in speaker.parties if p.event in graph.records)
            return


def _counted(uses: Sequence[VerbUse]) -> dict[Lean, int]:
    counts = {kind: sum(use.count for use in uses if use.lean == kind) for kind in LEANS}
    return {kind: count for kind, count in counts.items() if count}
