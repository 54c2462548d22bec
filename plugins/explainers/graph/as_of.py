"""Where everyone stood on a claim as of a day, and the days on which that changed.

An attribution has a day on which it was at the latest said: the last day of `said`, else of the page on which a
publisher speaks in its own voice, else of `as_of`, and never a day after a page that reports it. A silence has the day
on which we looked. What has no such day is not placed in time.

As of a day, an actor has the position that it took last by then. Only what is for or against a claim takes the place of
another position: who declines to answer, or passes something on, has taken nothing back. What a retraction or a
replacement ends holds no more (`endings`), nor does a count after a later one of the same party (`counts`). Several
stances of one day all hold, but for those that the clock puts before another.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from explainers.graph.answers import on_claim
from explainers.graph.counts import ended_on, later_count
from explainers.graph.endings import ending
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.positions import ORDER
from explainers.graph.said_on import said_on
from explainers.graph.ways import pages
from explainers.kinds.claim.model import Attribution, Claim, Stance
from explainers.kinds.source.model import Source
from explainers.model.base import Date
from explainers.model.extents import Extent, end_of

StancesByActor = Mapping[str, frozenset[Stance]]
# One of these takes the place of another.
_FOR_OR_AGAINST = frozenset({"affirms", "denies", "doubts", "retracts"})
# Views through time show these: a day on which we searched, or on which something was only passed on, is not an event.
_VIEWED = _FOR_OR_AGAINST | {"declines"}


@dataclass(frozen=True, slots=True)
class Moment:
    """What one actor does in an attribution, in time: the first day on which it can have been, and the last.

    `extent` has the same to the second. `until` is the day from which it no longer holds, if it was taken back or
    replaced.
    """

    ref: AttributionRef
    date: Date
    first: datetime.date
    day: datetime.date
    extent: Extent
    until: datetime.date | None

    @property
    def stance(self) -> Stance:
        """The stance taken."""
        return self.ref.stance


class HeldStance(NamedTuple):
    """An actor's stance in a view. `new` is not said of a repetition; `by_then`: the day itself is not known."""

    actor: str
    stance: Stance
    new: bool
    by_then: bool
    inferred: bool


@dataclass(frozen=True, slots=True)
class AsOf:
    """Where everyone stood as of a day on which something changed."""

    day: datetime.date
    held: tuple[HeldStance, ...]

    @property
    def inferred(self) -> bool:
        """Whether all that is new has its date from our inference."""
        return all(held.inferred for held in self.held if held.new)


def date_of(attribution: Attribution, graph: Graph) -> Date | None:
    """What places an attribution in time: when it was said, or of when it is known; of a silence, when we looked."""
    said = None if attribution.stance == "no-position-found" else said_on(attribution, graph)
    found = (date for date in (said, attribution.as_of, attribution.said) if date and date.edtf)
    return next(found, None)


def moment(ref: AttributionRef, graph: Graph, actor: str = "") -> Moment | None:
    """An attribution in time, or None where it has no date, or one without an end that no page sets."""
    date = date_of(ref.attribution, graph)
    if date is None:
        return None
    first = date.extent.first or datetime.date.min
    last = date.extent.last or datetime.date.max
    reported = datetime.date.max if ref.stance == "no-position-found" else _reported(ref.attribution, graph)
    day = min(last, reported) if reported >= first else last
    if day == datetime.date.max:
        return None
    until = _until(actor or ref.attribution.by[0], ref, graph)
    whole = Extent(date.extent.start, date.extent.end if day == last else end_of(day))
    return Moment(ref, date, first, day, whole, until)


def _until(actor: str, ref: AttributionRef, graph: Graph) -> datetime.date | None:
    """From when a telling no longer holds; None where nothing ended it."""
    ended = ending(actor, ref, graph)
    if ended:
        return ended.day(graph) or datetime.date.min
    later = later_count(actor, ref, graph)
    return ended_on(later, graph) if later else None


def _reported(attribution: Attribution, graph: Graph) -> datetime.date:
    """The last day of the first page that reports something: it was said by then."""
    found = (graph.get(page, Source) for page in pages(attribution))
    days = (page.published.extent.last for page in found if page and page.published.edtf)
    return min((day for day in days if day), default=datetime.date.max)


@once
def moments(claim: Claim, graph: Graph) -> Mapping[str, Sequence[Moment]]:
    """What can be placed in time, by actor; of one that took a position without a date, not its silences."""
    found = [
        (ref, actor, moment(ref, graph, actor))
        for ref in on_claim(claim, graph)
        for actor in dict.fromkeys(ref.attribution.by)
    ]
    spoken = {actor for ref, actor, placed in found if not placed and not _silent(ref)}
    rows: dict[str, list[Moment]] = {}
    for ref, actor, placed in found:
        if placed and not (_silent(ref) and actor in spoken):
            rows.setdefault(actor, []).append(placed)
    return rows


def _silent(ref: AttributionRef) -> bool:
    return ref.stance == "no-position-found"


def held_on(placed: Sequence[Moment], day: datetime.date) -> frozenset[Stance]:
    """Where one actor stood as of a day; nothing where it had not spoken yet."""
    left = [m for m in placed if m.day <= day and (m.until is None or m.until > day)]
    if len(left) < 2:
        return frozenset(m.stance for m in left)
    taken = [m for m in left if m.stance in _FOR_OR_AGAINST]
    if any(m.stance == "affirms" for m in taken):
        # What was taken back is another figure.
        taken = [m for m in taken if m.stance != "retracts"]
    last = max((m.day for m in taken), default=datetime.date.min)
    latest = [m for m in taken if m.day == last]
    found = {m.stance for m in latest if not _is_left(m, latest)}
    others = [m for m in left if m.stance not in _FOR_OR_AGAINST]
    found |= {m.stance for m in others if m.stance != "declines" or (m.day >= last and not _is_left(m, latest))}
    return frozenset(found - {"no-position-found"} or found)


def _is_left(moment: Moment, latest: Sequence[Moment]) -> bool:
    """Whether the clock puts it before another of its day."""
    return any(moment.extent.before(other.extent) for other in latest)


def present(claim: Claim, graph: Graph) -> StancesByActor:
    """Where every actor stands as of the last date of all; who has no date is not in it."""
    return _as_of(moments(claim, graph), datetime.date.max)


@once
def views(claim: Claim, graph: Graph) -> tuple[AsOf, ...]:
    """One view for each day on which the stance of any actor changed, the oldest first.

    No one declines before someone has said so: a view without that is left out.
    """
    placed = {actor: [m for m in row if m.stance in _VIEWED] for actor, row in moments(claim, graph).items()}
    said = min((m.day for row in placed.values() for m in row if m.stance != "declines"), default=datetime.date.max)
    return tuple(_views(placed, said))


def _views(placed: Mapping[str, Sequence[Moment]], said: datetime.date) -> Iterator[AsOf]:
    before: StancesByActor = {}
    for day in _days(placed):
        now = _as_of(placed, day)
        if day >= said and now != before:
            yield AsOf(day, tuple(_held(placed, day, before, now)))
            before = now


def _days(placed: Mapping[str, Sequence[Moment]]) -> list[datetime.date]:
    """The days on which anything began or ended."""
    found = {day for row in placed.values() for m in row for day in (m.day, m.until) if day}
    return sorted(found - {datetime.date.min})


def _as_of(placed: Mapping[str, Sequence[Moment]], day: datetime.date) -> StancesByActor:
    found = {actor: held_on(row, day) for actor, row in placed.items()}
    return {actor: stances for actor, stances in found.items() if stances}


def _held(
    placed: Mapping[str, Sequence[Moment]], day: datetime.date, before: StancesByActor, now: StancesByActor
) -> Iterable[HeldStance]:
    for stance in ORDER:
        for actor in (actor for actor, stances in now.items() if stance in stances):
            new = stance not in before.get(actor, ())
            shown = [m for m in placed[actor] if new and m.stance == stance and m.day <= day]
            # The date of what was said earlier, and holds again or still, is not repeated.
            today = [m for m in shown if m.day == day]
            by_then = bool(today) and all(m.first < m.day for m in today)
            yield HeldStance(
                actor, stance, new, by_then, bool(shown) and all(m.date.basis == "inferred" for m in shown)
            )
