"""Open figures: who counts, when, and what came of an earlier count.

The figure of a telling is a count of a party as of a day. A telling that comes from another gives the count of that
one, unless it has its own time: who passes a count on counts nothing. A later count of a party ends its earlier
one; counts at two times are not two answers to one question.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from explainers.graph.endings import ending
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.parties import parties, party
from explainers.graph.said_on import said_on
from explainers.graph.telling_figures import telling_figures
from explainers.graph.ways import Way, carries, pages, ways
from explainers.kinds.claim.model import Claim
from explainers.kinds.source.model import Source
from explainers.model.base import Date


class Day(NamedTuple):
    """The day of a count: the time that its telling has, else when it was said, else the day of its page."""

    date: Date
    by: Literal["time", "said", "page"]

    @property
    def reported(self) -> bool:
        """Whether nothing but the day of the page that has it is known."""
        return self.by == "page"


def open_figures(claim: Claim) -> tuple[str, ...]:
    """The names of a claim's figures that each telling gives with its own number."""
    return tuple(name for name, quantity in claim.quantities.items() if quantity.is_open)


@once
def counted_first(ref: AttributionRef, graph: Graph) -> AttributionRef:
    """The telling in which the count was given that a telling gives: itself, where it gives one of another time."""
    here, seen = ref, {ref.key}
    while True:
        steps = [way for way in ways(here, graph) if carries(way.before) and way.before.claim.id == ref.claim.id]
        if len(steps) != 1 or steps[0].before.key in seen or _is_another_time(here, steps[0], graph):
            return here
        here = steps[0].before
        seen.add(here.key)


def _is_another_time(ref: AttributionRef, way: Way, graph: Graph) -> bool:
    """Whether a telling has a count of another time than the one that it comes from.

    Without its own time, who passes a count on says it later, and counts nothing later.
    """
    own = ref.attribution.time
    if own is None and not parties(ref.attribution, graph).isdisjoint(parties(way.before.attribution, graph)):
        if ref.attribution.said is None and way.how == "made-from" and _updates(ref, way, graph):
            return True
        own = ref.attribution.said
    theirs = counted_on(way.before, graph) if own else None
    return bool(own and theirs and not _may_be_one_time(own, theirs.date))


def _updates(ref: AttributionRef, way: Way, graph: Graph) -> bool:
    """Whether a page is a later state of the text that it is made from."""
    found = (graph.get(page, Source) for page in pages(ref.attribution))
    texts = pages(way.before.attribution)
    return any(step.how == "updates" and step.source in texts for page in found if page for step in page.derived_from)


@once
def counted_on(ref: AttributionRef, graph: Graph) -> Day | None:
    """When a telling's figure was counted: its time, that of its ground, when it was said, the day of its page."""
    return told_on(counted_first(ref, graph), graph)


def told_on(ref: AttributionRef, graph: Graph) -> Day | None:
    """The day of a telling by itself, which may give a count that others gave before."""
    attribution = ref.attribution
    if attribution.time and attribution.time.edtf:
        return Day(attribution.time, "time")
    said = said_on(attribution, graph)
    if said and said.edtf:
        return Day(said, "said")
    found = (graph.get(page, Source) for page in pages(attribution))
    days = [page.published for page in found if page and page.published.edtf]
    return Day(min(days, key=lambda day: day.sort_key), "page") if days else None


@once
def counters(ref: AttributionRef, graph: Graph) -> frozenset[str]:
    """The parties that counted what a telling gives, however many have passed it on; none, if no source is named."""
    found: set[str] = set()
    waiting, seen = [ref], {ref.key}
    while waiting:
        here = waiting.pop()
        befores = [way.before for way in ways(here, graph) if carries(way.before)]
        if not befores and not here.attribution.passes_on:
            found |= parties(here.attribution, graph)
        waiting += [before for before in befores if before.key not in seen]
        seen.update(before.key for before in befores)
    return frozenset(found)


def one_time(ref: AttributionRef, other: AttributionRef, graph: Graph) -> bool:
    """Whether two tellings give, or may give, figures of one time: of a claim without open figures they always do."""
    if not open_figures(ref.claim) or counted_first(ref, graph).key == counted_first(other, graph).key:
        return True
    ours, theirs = counted_on(ref, graph), counted_on(other, graph)
    return bool(ours and theirs and _may_be_one_time(ours.date, theirs.date))


def _may_be_one_time(date: Date, other: Date) -> bool:
    return not (date.before(other) or other.before(date))


def on_one_day(date: Date, other: Date) -> bool:
    """Whether two dates are surely one day, and, where both have a time of day, overlap."""
    days = {date.extent.first, date.extent.last, other.extent.first, other.extent.last}
    return len(days) == 1 and None not in days and _may_be_one_time(date, other)


def later_count(actor: str, ref: AttributionRef, graph: Graph) -> AttributionRef | None:
    """The first later count of the same party, which ends the figure of a telling from its day on."""
    if not open_figures(ref.claim):
        return None
    own = party(actor, ref.attribution, graph)
    found = (later for later in _later(ref, graph) if own in parties(later.attribution, graph))
    return next(found, None)


def ended_on(later: AttributionRef, graph: Graph) -> datetime.date | None:
    """The last day on which a later count can have ended an earlier one."""
    day = counted_on(later, graph)
    return day.date.extent.last if day else None


@once
def _later(ref: AttributionRef, graph: Graph) -> tuple[AttributionRef, ...]:
    """All later counts of anybody that hold, the earliest first."""
    own = counted_on(ref, graph) if ref.stance == "affirms" else None
    if own is None:
        return ()
    return tuple(other for day, other in counts(ref.claim, graph) if own.date.before(day.date))


@once
def counts(claim: Claim, graph: Graph) -> Sequence[tuple[Day, AttributionRef]]:
    """All tellings with open figures that somebody says are so, in the order of time; what was ended is left out."""
    found = [(day, ref) for ref in _counting(claim, graph) if (day := counted_on(ref, graph))]
    return tuple(sorted(found, key=lambda one: one[0].date.extent.by_start))


def _counting(claim: Claim, graph: Graph) -> Iterator[AttributionRef]:
    names = open_figures(claim)
    for ref in graph.refs(claim) if names else ():
        attribution = ref.attribution
        if ref.stance == "affirms" and not all(ending(actor, ref, graph) for actor in attribution.by):
            given = telling_figures(ref, graph)
            if any(name in given for name in names):
                yield ref
