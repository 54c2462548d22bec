"""How an event is known: the editors vouch for it, or somebody says that it happened, or sources report it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from explainers.graph.as_of import present
from explainers.graph.event_claims import asserting
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.memo import by_key, looking_at
from explainers.graph.origins import took_back
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
    standing = [claim for claim in listed if claim.status != "withdrawn"]
    about = [claim for claim in asserting(event, graph) if claim.status != "withdrawn"]
    affirmed = tuple(_holding("affirms", standing, graph))
    relayed = tuple(a for a in _holding("none", standing, graph) if a.act == "relay")
    denied = tuple(_holding("denies", about, graph))
    given_up = tuple(_given_up(standing, graph))
    replaced = tuple(a for c in standing for a in c.attributions if a.affirms and is_replaced(c, a, graph))
    withdrawn = tuple(claim for claim in listed if claim.status == "withdrawn")
    sources, in_part = _reporting(event, graph)
    footing: Footing = "reported" if sources else "unsourced"
    if event.known == "established" and not denied:
        footing = "established"
    elif affirmed:
        footing = "said"
    elif given_up or replaced or withdrawn:
        footing = "no-longer-said"
    elif relayed:
        footing = "passed-on"
    doubted = tuple(_holding("doubts", about, graph))
    return Account(
        event, footing, affirmed, relayed, denied, doubted, given_up, replaced, withdrawn, sources, in_part
    )  # fmt: skip


def deniers(claim: Claim, graph: Graph) -> tuple[Attribution, ...]:
    """The denials of a claim that hold: not partial, not replaced, and nobody's who says so by now."""
    return tuple(_holding("denies", [claim], graph))


def appearances(account: Account, graph: Graph) -> list[Source]:
    """The sources in which we read that it happened."""
    said = [c.source for a in (*account.affirmed, *account.passed_on) for c in a.cites if c.role != "contradicts"]
    reported = [source.id for source in account.sources]
    if account.is_unread:
        reported = [e.source for id in reported for e in graph.incoming(id, "derivatives")]
    found = (graph.get(id, Source) for id in dict.fromkeys([*said, *reported]))
    return [source for source in found if source]


def is_replaced(claim: Claim, attribution: Attribution, graph: Graph) -> bool:
    """Whether another attribution ends this one."""
    return f"{claim.id}#{attribution.id}" in _replaced(graph)


def _holding(stance: Stance, claims: Iterable[Claim], graph: Graph) -> Iterator[Attribution]:
    """The attributions of a stance, with those of their speakers who still hold it."""
    for claim, attribution in _of_stance(stance, claims, graph):
        yield from _with(attribution, [a for a in attribution.by if not _is_over(a, claim, attribution, graph)])


def _given_up(claims: Iterable[Claim], graph: Graph) -> Iterator[Attribution]:
    """The attributions that say it is so, with those of their speakers who took it back, doubt it or deny it now."""
    for claim, attribution in _of_stance("affirms", claims, graph):
        yield from _with(attribution, [a for a in attribution.by if _is_over(a, claim, attribution, graph)])


def _of_stance(stance: Stance, claims: Iterable[Claim], graph: Graph) -> Iterator[tuple[Claim, Attribution]]:
    for claim in claims:
        for attribution in claim.attributions:
            is_whole = attribution.stance == stance and not attribution.is_partial
            if is_whole and not is_replaced(claim, attribution, graph):
                yield claim, attribution


def _with(attribution: Attribution, actors: Sequence[str]) -> Iterator[Attribution]:
    """An attribution with some of its speakers; nothing without any."""
    if tuple(actors) == attribution.by:
        yield attribution
    elif actors:
        yield attribution.model_copy(update={"by": tuple(actors)})


def _is_over(actor: str, claim: Claim, attribution: Attribution, graph: Graph) -> bool:
    """Whether an actor has left the position that it takes in an attribution."""
    stance = attribution.stance
    if stance == "affirms" and took_back(actor, AttributionRef(claim, attribution), graph):
        return True
    now = present(claim, graph).get(actor, frozenset())
    return stance not in now and not _OVER[stance].isdisjoint(now)


def _reporting(event: Event, graph: Graph) -> tuple[tuple[Source, ...], bool]:
    """The sources that report an event, those that we read if there are any; and whether they do so only in part."""
    cites = event.reports
    found = {source.id: source for c in cites if (source := graph.get(c.source, Source))}
    read = {id: source for id, source in found.items() if source.seen != "cited-only"} or found
    roles = {citation.role for citation in cites if citation.source in read}
    return tuple(read.values()), roles == {"partly"}


@looking_at(Claim, lambda claim: [(claim.status, a.replaces) for a in claim.attributions if a.replaces])
@by_key
def _replaced(graph: Graph) -> Mapping[str, bool]:
    """The attributions that another one replaces, by key."""
    found: dict[str, bool] = {}
    for claim in graph.of(Claim):
        ended = (id for a in claim.attributions for id in a.replaces if claim.status != "withdrawn")
        for owner, _, id in (name.rpartition("#") for name in ended):
            found[f"{graph.renamed.get(owner, owner) or claim.id}#{id}"] = True
    return found
