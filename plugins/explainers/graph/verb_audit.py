"""Which verbs of saying a source prints with whose statements.

A verb is the page's that prints it, not the speaker's: of several pages, the first that is cited for the statement. It
counts once at one spot of a text, where it introduces all that is recorded of that spot. Groups of fewer than five
verbs are neither counted nor compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from explainers.graph.cues import is_hearsay, lean, ruling
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.parties import party
from explainers.graph.verb_lexicon import LEANS, Lean
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Act, Attribution, Claim, Stance
from explainers.kinds.event.model import Event
from explainers.kinds.shared_parts import Citation
from explainers.kinds.source.model import Source

NO_SIDE = ""
"""The side of a speaker of whom none is recorded in an event."""
# What kinds of actors find, rule and order.
_DECIDING = frozenset(["court", "tribunal", "board", "institution"])
ENOUGH = 5
"""Fewer verbs than this are no group: they are listed, and nothing is said of how they are spread."""


@dataclass(frozen=True, slots=True)
class VerbUse:
    """A verb as printed, for the same speakers doing the same: how often, and on which claims.

    What is attributed to no one (is reported to have) is on no side, whoever is recorded as its speaker.
    """

    verb: str
    lean: Lean
    actors: tuple[str, ...]
    stance: Stance
    act: Act
    count: int
    claims: tuple[str, ...]
    sides: tuple[tuple[str, str], ...]
    is_hearsay: bool = False

    def sides_in(self, event: str) -> tuple[str, ...]:
        """The sides of its speakers in an event, each once; `NO_SIDE` if none has one; of hearsay, none."""
        if self.is_hearsay:
            return ()
        return tuple(dict.fromkeys(side for where, side in self.sides if where == event)) or (NO_SIDE,)


@dataclass(frozen=True, slots=True)
class VerbAudit:
    """The verbs of a source, those that lean first.

    `statements` are all that are recorded from it, `without_verb` those of them without a verb, `event_passages` what
    is cited of it for events, which have no verbs; `classed` is whether our list is of its language.
    """

    uses: tuple[VerbUse, ...]
    statements: int
    without_verb: int
    event_passages: int
    classed: bool

    @property
    def total(self) -> int:
        """How many verbs were counted."""
        return _number(self.uses)

    def leans(self) -> dict[Lean, int]:
        """How many verbs do what, in fixed order; what fewer than five do is left out."""
        return _enough(_counted(self.uses))

    def events(self) -> tuple[str, ...]:
        """The events in which two sides at least have enough verbs to be compared."""
        events = dict.fromkeys(event for use in self.uses for event, _ in use.sides)
        return tuple(event for event in events if self.by_side(event))

    def by_side(self, event: str) -> Mapping[str, SideVerbs]:
        """The sides in an event that have enough verbs; a verb of speakers from two sides counts for each.

        Nothing, where there are not two recorded sides of them.
        """
        sides = dict.fromkeys(side for use in self.uses for side in use.sides_in(event))
        found = {}
        for side in sorted(sides, key=_is_none):
            uses = [use for use in self.uses if side in use.sides_in(event)]
            if _number(uses) >= ENOUGH:
                found[side] = SideVerbs(_number(uses), _enough(_counted(uses)))
        return found if len(found.keys() - {NO_SIDE}) > 1 else {}


@dataclass(frozen=True, slots=True)
class SideVerbs:
    """How many verbs go with the statements of a side, and what at least five of them do."""

    total: int
    leans: Mapping[Lean, int]


@once
def verb_audit(source: Source, graph: Graph) -> VerbAudit:
    """The verbs printed in a source; one that does not say its language has the site's."""
    refs = [ref for ref in _read_in(source, graph) if ref.attribution.stance != "no-position-found"]
    english = (source.csl.language or graph.language).casefold().split("-")[0] == "en"
    rows: dict[tuple[str, ...], list[AttributionRef]] = {}
    for ref in refs:
        if ref.attribution.verb:
            rows.setdefault(_row(ref.attribution), []).append(ref)
    uses = [_use(row, source, graph, english=english) for row in rows.values()]
    return VerbAudit(
        tuple(sorted(uses, key=lambda use: LEANS.index(use.lean))),
        statements=len(refs),
        without_verb=sum(not ref.attribution.verb for ref in refs),
        event_passages=_event_passages(source, graph),
        classed=english,
    )


def _read_in(source: Source, graph: Graph) -> Iterator[AttributionRef]:
    """Attributions whose first citation, background aside, is of a source; of one that we did not read, none."""
    if source.seen == "cited-only":
        return
    claims = dict.fromkeys(edge.source for edge in graph.incoming(source.id, "cited_for"))
    for claim in filter(None, (graph.get(id, Claim) for id in claims)):
        for ref in graph.refs(claim):
            first = _citation(ref.attribution)
            cited = graph.get(first.source, Source) if first else None
            if cited is not None and cited.id == source.id:
                yield ref


def _citation(attribution: Attribution) -> Citation | None:
    """The first citation that is not background, else the first; a silence may have none."""
    return next((c for c in attribution.cites if c.role != "context"), next(iter(attribution.cites), None))


def _row(attribution: Attribution) -> tuple[str, ...]:
    return ((attribution.verb or "").casefold(), attribution.stance, attribution.act, *attribution.by)


def _use(refs: Sequence[AttributionRef], source: Source, graph: Graph, *, english: bool) -> VerbUse:
    first = refs[0].attribution
    verb = first.verb or ""
    # Where no spot is recorded, each statement counts as having its own verb.
    spots = {(spot.locator if (spot := _citation(ref.attribution)) else None) or ref.key for ref in refs}
    sides = dict.fromkeys(pair for ref in refs for actor in ref.attribution.by for pair in _sides(actor, ref, graph))
    return VerbUse(
        verb=verb,
        lean=_lean(first, graph) if english else "not-classed",
        actors=first.by,
        stance=first.stance,
        act=first.act,
        count=len(spots),
        claims=tuple(dict.fromkeys(ref.claim.id for ref in refs)),
        sides=() if is_hearsay(verb) else tuple(sides),
        is_hearsay=is_hearsay(verb),
    )


def _lean(attribution: Attribution, graph: Graph) -> Lean:
    """What the printed verb does. To find, to rule or to order is what courts and boards are for: it leans nowhere."""
    verb = attribution.verb or ""
    kinds = {actor.kind for id in attribution.by if (actor := graph.get(id, Actor))}
    decides = attribution.act == "rule" or (kinds <= _DECIDING and ruling(verb))
    return "neutral" if decides else lean(verb)


def _event_passages(source: Source, graph: Graph) -> int:
    """How many passages of a source are cited for events."""
    events = dict.fromkeys(edge.source for edge in graph.incoming(source.id, "cited_for"))
    found = filter(None, (graph.get(id, Event) for id in events))
    return sum(cited.source == source.id and bool(cited.exact) for event in found for cited in event.cites)


def _sides(actor: str, ref: AttributionRef, graph: Graph) -> Iterator[tuple[str, str]]:
    """An actor's sides by event, or else those of the party it speaks for."""
    own, other = (graph.get(id, Actor) for id in (actor, party(actor, ref.attribution, graph)))
    for speaker in (own, other):
        if speaker and speaker.parties:
            yield from ((p.event, p.side) for p in speaker.parties if p.event in graph.records)
            return


def _number(uses: Sequence[VerbUse]) -> int:
    return sum(use.count for use in uses)


def _is_none(side: str) -> bool:
    return side == NO_SIDE


def _enough(counts: Mapping[Lean, int]) -> dict[Lean, int]:
    return {kind: count for kind, count in counts.items() if count >= ENOUGH}


def _counted(uses: Sequence[VerbUse]) -> dict[Lean, int]:
    counts = {kind: sum(use.count for use in uses if use.lean == kind) for kind in LEANS}
    return {kind: count for kind, count in counts.items() if count}
