"""The time that a date can mean, and which of two dates comes first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

_DAY = 86_400
_CYCLE, _DAYS_OF_CYCLE = 400, 146_097  # years after which the calendar repeats itself


@dataclass(frozen=True, slots=True)
class Clock:
    """A second as a clock shows it, and how many seconds that clock is ahead of UTC, where its zone is known.

    Two clocks with a zone are compared as instants. Where a zone is missing, what the clocks show is compared: a time
    without a zone is a local time, and so is a day.
    """

    shown: int
    ahead: int | None = None

    def __lt__(self, other: Clock) -> bool:
        if self.ahead is None or other.ahead is None:
            return self.shown < other.shown
        return self.shown - self.ahead < other.shown - other.ahead

    def __gt__(self, other: Clock) -> bool:
        return other < self

    def __le__(self, other: Clock) -> bool:
        return not other < self

    def __ge__(self, other: Clock) -> bool:
        return not self < other

    @property
    def day(self) -> date | None:
        """The day on which the clock shows it; None before the year 1 and after the year 9999."""
        number = self.shown // _DAY
        return date.fromordinal(number) if 1 <= number <= _LAST_DAY else None

    @property
    def instant(self) -> datetime | None:
        """The second in UTC, without a zone; None if the zone is not known or the calendar ends."""
        if self.ahead is None:
            return None
        number, second = divmod(self.shown - self.ahead, _DAY)
        midnight = datetime.fromordinal(number) if 1 <= number <= _LAST_DAY else None
        return midnight + timedelta(seconds=second) if midnight else None

    @property
    def year(self) -> int:
        """The year in which the clock shows it; the year 0 is 1 BC."""
        cycles, within = divmod(self.shown // _DAY - 1, _DAYS_OF_CYCLE)
        return date.fromordinal(within + 1).year + cycles * _CYCLE


_LAST_DAY = date.max.toordinal()
EARLIEST, LATEST = Clock(-(10**20)), Clock(10**20)
Key = tuple[Clock, Clock]


def clock(day: tuple[int, int, int], seconds: int, *, ahead: int | None = None) -> Clock:
    """The clock so many seconds after the beginning of a day (year, month, day) of any year.

    Raises ValueError for a day that is not in the calendar.
    """
    year, month, number = day
    within = date(year % _CYCLE + _CYCLE, month, number).toordinal()
    return Clock((within + (year // _CYCLE - 1) * _DAYS_OF_CYCLE) * _DAY + seconds, ahead)


def whole_days(first: tuple[int, int, int], last: tuple[int, int, int]) -> Extent:
    """From the first second of a day to the last of another."""
    return Extent(clock(first, 0), clock(last, _DAY - 1))


def end_of(day: date) -> Clock:
    """The last second of a day."""
    return Clock(day.toordinal() * _DAY + _DAY - 1)


@dataclass(frozen=True, slots=True)
class Extent:
    """The first and the last second a date can mean; None where it is open. A day without a time is all of that day."""

    start: Clock | None
    end: Clock | None

    @property
    def first(self) -> date | None:
        """The first day; None where it is open or the calendar does not reach."""
        return self.start.day if self.start else None

    @property
    def last(self) -> date | None:
        """The last day; None where it is open or the calendar does not reach."""
        return self.end.day if self.end else None

    @property
    def reversed(self) -> bool:
        """Whether it ends before it begins."""
        return bool(self.start and self.end and self.end < self.start)

    def before(self, other: Extent) -> bool:
        """Whether all of it comes before all of the other; never so where the ends that meet are open."""
        return bool(self.end and other.start and self.end < other.start)

    @property
    def by_start(self) -> Key:
        """Sorts by when it begins, the shorter first; where that is open, by its end; the unknown last."""
        return self.start or self.end or LATEST, self.end or LATEST

    @property
    def by_end(self) -> Key:
        """Sorts by when it is over, the shorter last; what is open or unknown last."""
        return self.end or LATEST, self.start or (EARLIEST if self.end else LATEST)


UNKNOWN = Extent(None, None)
