"""What happened, what is said to have happened and what was said, in one row of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainers.graph.graph import Graph
from explainers.graph.said_on import said_on
from explainers.kinds.claim.model import Attribution, Claim
from explainers.kinds.event.model import Event
from explainers.model.base import Date
from explainers.model.extents import UNKNOWN, Clock


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One point of the timeline: an event, or what some speakers said on one day."""

    date: Date | None
    event: Event | None = None
    speakers: tuple[str, ...] = ()
    claims: tuple[tuple[Claim, Attribution], ...] = ()

    @property
    def key(self) -> tuple[Clock, bool, Clock, str]:
        """Its place in time: by when it begins, events before what was said, the shorter stretch first."""
        start, end = (self.date.extent if self.date else UNKNOWN).by_start
        is_said = self.event is None or self.event.kind == "speech-act"
        return start, is_said, end, self.event.id if self.event else " ".join(self.speakers)


def timeline(claims: Sequence[Claim], events: Sequence[Event], graph: Graph) -> list[TimelineEntry]:
    """Dated entries in order of time, then those without a date."""
    return sorted([*_events(events), *_said(claims, graph)], key=lambda entry: entry.key)


def events_of(claims: Sequence[Claim], graph: Graph) -> list[Event]:
    """The events that some claims assert or are about, and the events that those belong to or follow."""
    waiting = [id for claim in claims for id in claim.about]
    waiting += [edge.source for claim in claims for edge in graph.incoming(claim.id, "asserts")]
    found: dict[str, Event] = {}
    while waiting:
        event = graph.get(waiting.pop(), Event)
        if event and event.id not in found:
            found[event.id] = event
            waiting += [*([event.part_of] if event.part_of else []), *event.follows]
            waiting += [e.source for e in graph.incoming(event.id) if e.link.inverse in {"event_parts", "followed_by"}]
    return [found[id] for id in sorted(found)]


def _events(events: Sequence[Event]) -> Iterator[TimelineEntry]:
    for event in events:
        yield TimelineEntry(event.time, event=event)


def _said(claims: Sequence[Claim], graph: Graph) -> Iterator[TimelineEntry]:
    """What the same speakers said on the same day is one entry, however many papers quote it."""
    together: dict[tuple[tuple[str, ...], str, str], tuple[Date, dict[object, tuple[Claim, Attribution]]]] = {}
    for claim in claims:
        for attribution in claim.attributions:
            said = said_on(attribution, graph)
            if said and said.edtf:
                key = (attribution.by, said.edtf, said.basis)
                _, found = together.setdefault(key, (said, {}))
                stance = attribution.stance
                # How somebody affirms a claim is not printed here.
                how = (
                    ()
                    if stance == "affirms"
                    else (attribution.act, attribution.answers, attribution.speaks_of_something_else)
                )
                found.setdefault((claim.id, stance, *how), (claim, attribution))
    for (speakers, _, _), (said, found) in together.items():
        yield TimelineEntry(said, speakers=speakers, claims=tuple(found.values()))
