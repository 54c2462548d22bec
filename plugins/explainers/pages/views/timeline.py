"""What happened and what was said, in one row of time, told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from explainers.graph.graph import AttributionRef, Graph
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.model.base import Date


@dataclass(frozen=True, slots=True)
class Entry:
    """One point of the timeline: an event, or a claim as its speakers made it on a day."""

    sort: Literal["happened", "said"]
    date: Date | None
    event: Event | None = None
    refs: tuple[AttributionRef, ...] = ()

    @property
    def key(self) -> tuple[date, date, str]:
        """Its place in time: by its first day, the shorter stretch before the longer."""
        extent = self.date.extent if self.date else None
        first = extent.first if extent and extent.first else (extent.last if extent else None)
        last = extent.last if extent and extent.last else date.max
        name = self.event.id if self.event else self.refs[0].key
        return first or date.max, last, name


def timeline(claims: Sequence[Claim], events: Sequence[Event]) -> list[Entry]:
    """Dated entries in order of time, then those without a date."""
    return sorted([*_happened(events), *_said(claims)], key=lambda entry: entry.key)


def events_of(claims: Sequence[Claim], graph: Graph) -> list[Event]:
    """The events that some claims are about, and the events that those belong to or follow."""
    waiting = [id for claim in claims for id in claim.about]
    found: dict[str, Event] = {}
    while waiting:
        event = graph.get(waiting.pop(), Event)
        if event and event.id not in found:
            found[event.id] = event
            waiting += [*([event.part_of] if event.part_of else []), *event.follows]
            waiting += [e.source for e in graph.incoming(event.id) if e.link.inverse in {"event_parts", "followed_by"}]
    return [found[id] for id in sorted(found)]


def _happened(events: Sequence[Event]) -> Iterator[Entry]:
    for event in events:
        yield Entry("said" if event.kind == "speech-act" else "happened", event.time, event=event)


def _said(claims: Sequence[Claim]) -> Iterator[Entry]:
    """A claim's attributions by speakers and day: five papers that quote one speech are one entry."""
    for claim in claims:
        together: dict[tuple[tuple[str, ...], str], list[AttributionRef]] = {}
        for attribution in claim.attributions:
            if attribution.said and attribution.said.edtf:
                key = (attribution.by, attribution.said.edtf)
                together.setdefault(key, []).append(AttributionRef(claim, attribution))
        for refs in together.values():
            yield Entry("said", refs[0].attribution.said, refs=tuple(refs))
