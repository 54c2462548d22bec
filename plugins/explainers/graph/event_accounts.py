"""How an event is known: the editors vouch for it, or somebody says that it happened, or sources report it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from explainers.graph.answers import answered, on_claim
from explainers.graph.as_of import present
from explainers.graph.endings import Ending, ending
from explainers.graph.event_claims import asserting
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.kinds.claim.model import Attribution, Claim, Stance
from explainers.kinds.event.model import Event
from explainers.kinds.source.model import Source

Footing = Literal["established", "said", "passed-on", "no-longer-said", "reported", "unsourced"]
# A position is over once its speaker has taken one of these; who declines to comment takes nothing back.
_OVER: Mapping[Stance, frozenset[Stance]] = {
    "affirms": frozenset({"denies", "doubts", "retracts"}),
    "denies": frozenset({"affirms", "doubts"}),
    "doubts": frozenset({"affirms", "denies"}),
    "none": frozenset({"affirms", "denies", "doubts"}),
}


@dataclass(frozen=True, slots=True)
class Account:
    """How an event is known. An attribution here names only those of its speakers who hold that position.

    `given_up` are the statements that their speakers no longer make, `replaced` those that others replaced, and
    `withdrawn` the claims that the editors withdrew. `sources` report the event; they are unread only if none was read.
    """

    event: Event
    footing: Footing
    affirmed: tuple[Attribution, ...]
    passed_on: tuple[Attribution, ...]
    denied: tuple[Attribution, ...]
    doubted: tuple[Attribution, ...]
    given_up: tuple[Attribution, ...]
    replaced: tuple[Attribution, ...]
    withdrawn: tuple[Claim, ...]
    sources: tuple[Source, ...]
    in_part: bool

    @property
    def is_unread(self) -> bool:
        """Whether it is known from sources that we have not read."""
        return any(source.seen == "cited-only" for source in self.sources)

    @property
    def has_summary(self) -> bool:
        """Whether somebody answers for what its summary says happened."""
        return self.footing not in {"no-longer-said", "unsourced"}


@once
def account_of(event: Event, graph: Graph) -> Account:
    """How an event is known. What somebody denies is not established, whatever its record says."""
    listed = [claim for id in event.claims if (claim := graph.get(id, Claim))]
    published = [claim for claim in listed if claim.status != "withdrawn"]
    about = [claim for claim in asserting(event, graph) if claim.status != "withdrawn"]
    sources, in_part = _reporting(event, graph)
    found = Account(
        event,
        "unsourced",
        affirmed=_holding("affirms", published, graph),
        passed_on=tuple(a for a in _holding("none", published, graph) if a.passes_on),
        denied=_holding("denies", about, graph),
        doubted=_holding("doubts", about, graph),
        given_up=_left(published, graph, replaced=False),
        replaced=_left(published, graph, replaced=True),
        withdrawn=tuple(claim for claim in listed if claim.status == "withdrawn"),
        sources=sources,
        in_part=in_part,
    )
    return replace(found, footing=_footing(found))


def _footing(found: Account) -> Footing:
    if found.event.known == "established" and not found.denied:
        return "established"
    if found.affirmed:
        return "said"
    if found.given_up or found.replaced or found.withdrawn:
        return "no-longer-said"
    if found.passed_on:
        return "passed-on"
    return "reported" if found.sources else "unsourced"


def deniers(claim: Claim, graph: Graph) -> tuple[Attribution, ...]:
    """The denials of a claim that hold: not of a part of it, not ended, and not of anyone who says so by now."""
    return _holding("denies", [claim], graph)


def appearances(account: Account, graph: Graph) -> list[Source]:
    """The sources in which we read that it happened."""
    said = [c.source for a in (*account.affirmed, *account.passed_on) for c in a.cites if c.role != "contradicts"]
    reported = [source.id for source in account.sources]
    if account.is_unread:
        reported = [e.source for id in reported for e in graph.incoming(id, "derivatives")]
    found = (graph.get(id, Source) for id in dict.fromkeys([*said, *reported]))
    return [source for source in found if source]


def _holding(stance: Stance, claims: Iterable[Claim], graph: Graph) -> tuple[Attribution, ...]:
    """The attributions of a stance, with those of their speakers who still hold it."""
    found = (
        _with(ref.attribution, [a for a in ref.attribution.by if not _is_over(a, ref, claim, graph)])
        for claim, ref in _of_stance(stance, claims, graph)
    )
    return tuple(attribution for attribution in found if attribution)


def _left(claims: Iterable[Claim], graph: Graph, *, replaced: bool) -> tuple[Attribution, ...]:
    """What was once said to be so: replaced by another statement since, or given up by its speakers."""
    found = []
    for claim, ref in _of_stance("affirms", claims, graph):
        over = [a for a in ref.attribution.by if _is_over(a, ref, claim, graph)]
        by = [a for a in over if _is_replaced(ending(a, ref, graph)) == replaced]
        found.append(_with(ref.attribution, by))
    return tuple(attribution for attribution in found if attribution)


def _is_replaced(ended: Ending | None) -> bool:
    return ended is not None and ended.how == "replaced"


def _of_stance(stance: Stance, claims: Iterable[Claim], graph: Graph) -> Iterator[tuple[Claim, AttributionRef]]:
    """The attributions that take a stance on all that a claim says."""
    for claim in claims:
        for ref in on_claim(claim, graph):
            if ref.stance == stance and not ref.attribution.is_partial and _is_about_all(ref, claim, graph):
                yield claim, ref


def _is_about_all(ref: AttributionRef, claim: Claim, graph: Graph) -> bool:
    """Whether it answers no one, or someone who says that the claim is so, and not only who says something else."""
    answers = answered(ref, graph)
    return not answers or any(other.claim.id == claim.id and other.stance == "affirms" for other in answers)


def _with(attribution: Attribution, actors: Sequence[str]) -> Attribution | None:
    """An attribution with some of its speakers; nothing without any."""
    if tuple(actors) == attribution.by:
        return attribution
    return attribution.model_copy(update={"by": tuple(actors)}) if actors else None


def _is_over(actor: str, ref: AttributionRef, claim: Claim, graph: Graph) -> bool:
    """Whether an actor has left the position that it takes in an attribution, or another statement replaced it."""
    if ending(actor, ref, graph):
        return True
    now = present(claim, graph).get(actor, frozenset())
    return ref.stance not in now and not _OVER[ref.stance].isdisjoint(now)


def _reporting(event: Event, graph: Graph) -> tuple[tuple[Source, ...], bool]:
    """The sources that report an event, those that we read if there are any; and whether they do so only in part."""
    found = {source.id: source for c in event.reports if (source := graph.get(c.source, Source))}
    read = {id: source for id, source in found.items() if source.seen != "cited-only"} or found
    roles = {citation.role for citation in event.reports if citation.source in read}
    return tuple(read.values()), roles == {"partly"}
