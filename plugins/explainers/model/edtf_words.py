"""Dates in words, as a newspaper prints them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from explainers.model.edtf_grammar import DateChoice, DatePoint, Interval, Time, matching, parsed

_MONTHS = "January February March April May June July August September October November December".split()
_LONGEST = dict(zip(_MONTHS, (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True))
_NORTH, _SOUTH = " (Northern Hemisphere)", " (Southern Hemisphere)"
_NAMED = ("spring {}", "summer {}", "autumn {}", "winter {}")
_PARTS_OF_YEAR = (
    *("the first quarter of {}", "the second quarter of {}", "the third quarter of {}", "the fourth quarter of {}"),
    *("January to April {}", "May to August {}", "September to December {}"),
    *("the first half of {}", "the second half of {}"),
)
_SEASONS = (*_NAMED, *(n + _NORTH for n in _NAMED), *(n + _SOUTH for n in _NAMED), *_PARTS_OF_YEAR)
_FIRST_SEASON = 21


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A date as a noun (3 March 2024) and as it goes with a verb (on 3 March 2024); `unsure`: probably."""

    noun: str
    adverb: str
    unsure: bool = False

    @property
    def _unsure(self) -> str:
        return "probably " if self.unsure else ""

    @property
    def is_range(self) -> bool:
        return self.noun.startswith(("between ", "roughly between "))

    @property
    def spoken(self) -> str:
        return self._unsure + self.noun

    @property
    def placed(self) -> str:
        return self._unsure + self.adverb


@lru_cache(maxsize=8192)
def spoken(value: str) -> str:
    """A date in words: 11 November 2024; 3 March 2024, 06.00; probably 2024; since 2022. Of what is no date, none."""
    phrase = _phrase(value)
    return phrase.spoken if phrase else ""


@lru_cache(maxsize=8192)
def placed(value: str) -> str:
    """A date with a verb: on 11 November 2024, at 06.00 on 3 March 2024, around 2024, by 2024, in 2022 or later."""
    phrase = _phrase(value)
    return phrase.placed if phrase else ""


def _phrase(value: str) -> _Phrase | None:
    date = parsed(value)
    if isinstance(date, DatePoint):
        return _of_point(date)
    if isinstance(date, Interval):
        return _of_interval(date)
    return _of_choice(date) if date else None


def _of_choice(choice: DateChoice) -> _Phrase:
    """One of some dates, or all of them: `[2023,2024]` is 2023 or 2024, `{2023..2025}` is 2023 to 2025."""
    first = choice.members[0]
    if len(choice.members) == 1 and isinstance(first, Interval) and first.start and first.end:
        stretch = _of_interval(first)
        return replace(stretch, adverb=f"from {stretch.noun}") if choice.all else _same(stretch.adverb)
    phrases = [_of_member(member) for member in choice.members]
    *others, last = (phrase.spoken for phrase in phrases)
    words = f"{', '.join(others)} {'and' if choice.all else 'or'} {last}" if others else last
    return _Phrase(words, phrases[0].adverb.removesuffix(phrases[0].noun) + words)


def _of_member(member: DatePoint | Interval) -> _Phrase:
    if isinstance(member, DatePoint):
        return _of_point(member)
    if isinstance(member.start, DatePoint) and isinstance(member.end, DatePoint):
        return _of_interval(member)
    kept, more = (member.start, " or later") if isinstance(member.start, DatePoint) else (member.end, " or earlier")
    phrase = _of_point(kept) if isinstance(kept, DatePoint) else _same("")
    return replace(phrase, noun=phrase.noun + more, adverb=phrase.adverb + more)


def _of_interval(interval: Interval) -> _Phrase:
    start, end = interval.start, interval.end
    if not isinstance(start, DatePoint):
        last = _of_point(end) if isinstance(end, DatePoint) else _same("")
        return _same(f"by {_end(last)}", unsure=last.unsure)
    if isinstance(end, DatePoint):
        return _of_stretch(start, end)
    first = _of_point(start)
    noun = f"since {_end(first)}" if end else f"from {_end(first)}, end not known"
    return _Phrase(noun, f"{first.adverb} or later", first.unsure)


def _of_stretch(start: DatePoint, end: DatePoint) -> _Phrase:
    """From one point to another; of one day, the day once."""
    if start.time and end.time and _day(start) == _day(end):
        # One zone is printed once.
        begins = _clock(start.time) + ("" if start.time.ahead == end.time.ahead else _zone(start.time))
        ends = _clock(end.time) + _zone(end.time)
        return _Phrase(f"{_day(start)}, {begins} to {ends}", f"between {begins} and {ends} on {_day(start)}")
    first, last = _of_point(start), _of_point(end)
    unsure = first.unsure and last.unsure
    doubt = " (not certain)" if first.unsure and not unsure else ""
    ends = "" if unsure or not last.unsure else "probably "
    noun = f"{_end(first)}{doubt}{',' if start.time else ''} to {ends}{_end(last)}"
    if first.is_range or last.is_range:
        return _Phrase(noun, f"from {noun}", unsure)
    return _Phrase(noun, f"between {_inside(first)}{doubt} and {ends}{_inside(last)}", unsure)


def _end(phrase: _Phrase) -> str:
    """A date as one end of a stretch."""
    return f"some time {phrase.noun}" if phrase.is_range else phrase.noun


def _inside(phrase: _Phrase) -> str:
    """A date after a word that serves as its preposition: between 06.00 on 3 March 2024 and 4 March 2024."""
    return phrase.adverb.removeprefix("at ") if phrase.adverb.startswith("at ") else phrase.noun


def _same(words: str, *, unsure: bool = False) -> _Phrase:
    return _Phrase(words, words, unsure)


def _of_point(point: DatePoint) -> _Phrase:
    plain = _of_time(point) if point.time else _of_date(point)
    signs = {part: point.doubts.get(part, "") for part in ("year", "month", "day") if getattr(point, part)}
    if set(signs.values()) == {""}:
        return _about(plain) if point.figures else plain
    if len(set(signs.values())) > 1:
        reserve = f" ({'; '.join(_reserve(part, sign, point) for part, sign in signs.items() if sign)})"
        return replace(plain, noun=plain.noun + reserve, adverb=plain.adverb + reserve)
    sign = signs["year"]
    return replace(_about(plain) if sign in "~%" else plain, unsure=sign in "?%")


def _reserve(part: str, sign: str, point: DatePoint) -> str:
    name = "season" if part == "month" and point.season else part
    return f"the {name} is {'approximate' if sign == '~' else 'not certain'}"


def _about(plain: _Phrase) -> _Phrase:
    if plain.noun.startswith("between "):
        return _same(f"roughly {plain.noun}")
    return _Phrase(f"about {plain.noun}", f"around {plain.noun}")


def _of_time(point: DatePoint) -> _Phrase:
    time = _clock(point.time) + _zone(point.time) if point.time else ""
    return _Phrase(f"{_day(point)}, {time}", f"at {time} on {_day(point)}")


def _clock(time: Time) -> str:
    """A time of day as it is printed everywhere: 06.00, 18.30.05."""
    seconds = f".{time.second:02}" if time.second else ""
    return f"{time.hour:02}.{time.minute:02}{seconds}"


def _zone(time: Time) -> str:
    """The zone as it follows a time: 18.00 UTC+2."""
    if time.ahead is None:
        return ""
    hours, minutes = divmod(abs(time.ahead) // 60, 60)
    sign = "+" if time.ahead > 0 else "−"
    return f" UTC{sign}{hours}{f':{minutes:02}' if minutes else ''}" if time.ahead else " UTC"


def _day(point: DatePoint) -> str:
    return _of_date(point).noun


def _of_date(point: DatePoint) -> _Phrase:
    """A day, month, season or year; what is not known of it is left out, or given as a range."""
    if point.season:
        return _in(_SEASONS[point.season - _FIRST_SEASON].format(_year_after(point)))
    months = matching(point.month, range(1, 13)) if point.month not in {"", "XX"} else []
    if len(months) == 1:
        return _of_month(point, _MONTHS[months[0] - 1])
    if months:
        words = _either([_MONTHS[month - 1] for month in months], ranged=len(months) == months[-1] - months[0] + 1)
        return _placed_in(f"{words} {_year_after(point)}")
    return _placed_in(_year(point))


def _of_month(point: DatePoint, name: str) -> _Phrase:
    days = matching(point.day, range(1, 1 + _LONGEST[name])) if point.day not in {"", "XX"} else []
    if not days:
        return _in(f"{name} {_year_after(point)}")
    ranged = len(days) > 1 and len(days) == days[-1] - days[0] + 1
    words = f"{_either([str(day) for day in days], ranged=ranged)} {name} {_year_after(point)}"
    return _same(words) if ranged else _Phrase(words, f"on {words}")


def _either(words: Sequence[str], *, ranged: bool) -> str:
    if len(words) == 1:
        return words[0]
    return f"between {words[0]} and {words[-1]}" if ranged else f"{', '.join(words[:-1])} or {words[-1]}"


def _in(words: str) -> _Phrase:
    return _Phrase(words, f"in {words}")


def _placed_in(words: str) -> _Phrase:
    return _same(words) if words.startswith("between ") else _in(words)


def _year_after(point: DatePoint) -> str:
    """The year as it follows a month: 2024, of a year in the 2010s."""
    if point.year == "XXXX":
        return "of an unknown year"
    words = _placed_in(_year(point)).adverb
    return f"of a year {words}" if "X" in point.year else _year(point)


def _year(point: DatePoint) -> str:
    first, last = point.years
    if point.figures:
        first = last = int(point.year.removeprefix("Y"))
    if first == last:
        return f"the year {first}" if first > 9999 else numbered_year(first)
    # The 1900s can be ten years or a hundred.
    if last - first == 9 and first > 0 and first % 100:
        return f"the {first}s"
    return f"between {numbered_year(first)} and {numbered_year(last)}"


def numbered_year(year: int) -> str:
    """A year in numbers: there is a year 0 in ISO 8601, and none in use."""
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if year > 99 else f"AD {year}"
