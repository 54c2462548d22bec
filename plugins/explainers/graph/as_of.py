"""Where everyone stood on a claim as of a day, and the days on which that changed.

An attribution has a day on which it was at the latest said: the last day of `said`, else of the page on which a
publisher speaks in its own voice, else of `as_of`. A silence has the day on which we looked. What has no such day, or
is open to the future, is not placed in time.

As of a day, an actor stands where it stood last by then. A retraction ends every affirmation that can be older. A
silence never takes the place of a position, dated or not. Several stances of one day all stand.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from explainers.graph.dates import said_on
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.positions import ORDER
from explainers.kinds.claim.model import Attribution, Claim, Stance
from explainers.model.base import Date

Standing = Mapping[str, frozenset[Stance]]


@dataclass(frozen=True, slots=True)
class Moment:
    """An attribution in time: the first day on which it can have been said, and the last."""

    ref: AttributionRef
    date: Date
    first: datetime.date
    day: datetime.date

    @property
    def stance(self) -> Stance:
        """The stance taken."""
        return self.ref.attribution.stance


@dataclass(frozen=True, slots=True)
class Stand:
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
    stands: tuple[Stand, ...]

    @property
    def inferred(self) -> bool:
        """Whether all that is new has its date from our inference."""
        return all(stand.inferred for stand in self.stands if stand.new)


def date_of(attribution: Attribution, graph: Graph) -> Date | None:
    """What places an attribution in time: when it was said, or of when it is known; of a silence, when we looked."""
    said = None if attribution.stance == "no-position-found" else said_on(attribution, graph)
    found = (date for date in (said, attribution.as_of, attribution.said) if date and date.edtf)
    return next(found, None)


def moment(ref: AttributionRef, graph: Graph) -> Moment | None:
    """An attribution in time, or None where it has no date, or one without an end."""
    date = date_of(ref.attribution, graph)
    if date is None or date.extent.last is None:
        return None
    return Moment(ref, date, date.extent.first or datetime.date.min, date.extent.last)


@once
def moments(claim: Claim, graph: Graph) -> Mapping[str, Sequence[Moment]]:
    """What can be placed in time, by actor; of one that took a position without a date, not its silences."""
    refs = [AttributionRef(claim, attribution) for attribution in claim.attributions]
    found = [(ref, moment(ref, graph)) for ref in refs]
    spoken = {actor for ref, placed in found if not placed and not _silent(ref) for actor in ref.attribution.by}
    rows: dict[str, list[Moment]] = {}
    for ref, placed in found:
        for actor in dict.fromkeys(ref.attribution.by):
            if placed and not (_silent(ref) and actor in spoken):
                rows.setdefault(actor, []).append(placed)
    return rows


def _silent(ref: AttributionRef) -> bool:
    return ref.attribution.stance == "no-position-found"


def standing(placed: Sequence[Moment], day: datetime.date) -> frozenset[Stance]:
    """Where one actor stood as of a day; nothing where it had not spoken yet."""
    by_then = [m for m in placed if m.day <= day]
    taken = [m for m in by_then if m.stance != "no-position-found"] or by_then
    taken_back = max((m.day for m in taken if m.stance == "retracts"), default=None)
    left = [m for m in taken if taken_back is None or m.stance != "affirms" or m.first > taken_back]
    last = max((m.day for m in left), default=day)
    return frozenset(m.stance for m in left if m.day == last)


def present(claim: Claim, graph: Graph) -> Standing:
    """Where every actor stands as of the last date of all; who has no date is not in it."""
    return _as_of(moments(claim, graph), datetime.date.max)


@once
def views(claim: Claim, graph: Graph) -> tuple[AsOf, ...]:
    """One view for each day on which the stance of any actor changed, the oldest first."""
    return tuple(_views(moments(claim, graph)))


def _views(placed: Mapping[str, Sequence[Moment]]) -> Iterator[AsOf]:
    before: Standing = {}
    for day in sorted({m.day for row in placed.values() for m in row}):
        now = _as_of(placed, day)
        if now != before:
            yield AsOf(day, tuple(_stands(placed, day, before, now)))
        before = now


def _as_of(placed: Mapping[str, Sequence[Moment]], day: datetime.date) -> Standing:
    found = {actor: standing(row, day) for actor, row in placed.items()}
    return {actor: stances for actor, stances in found.items() if stances}


def _stands(
    placed: Mapping[str, Sequence[Moment]], day: datetime.date, before: Standing, now: Standing
) -> Iterable[Stand]:
    for stance in ORDER:
        for actor in (actor for actor, stances in now.items() if stance in stances):
            new = now[actor] != before.get(actor)
            # The stance changed on this day, so the actor did something on it.
            shown = [m for m in placed[actor] if new and m.stance == stance and m.day == day]
            by_then = bool(shown) and all(m.first < m.day for m in shown)
            yield Stand(actor, stance, new, by_then, all(m.date.basis == "inferred" for m in shown))
