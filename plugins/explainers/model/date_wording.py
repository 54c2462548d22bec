"""How to write a date that cannot be read: as what was probably intended, else in one of the known forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from explainers.model.edtf_dates import extent
from explainers.model.edtf_grammar import LONGEST

FORMS = "2024-11-11, 2024-11, 2024, 2024-11-11T18:30, 2024? (uncertain), 2024~ (about) or 2022/.. (since)"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAME = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
_IN_WORDS = [
    re.compile(form) for form in (rf"{_DAY} {_NAME},? {_YEAR}", rf"{_NAME} {_DAY},? {_YEAR}", rf"{_NAME},? {_YEAR}")
]
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})(?:[-./](?P<day>\d{1,2}))?")
_TOGETHER = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})[-./](?P<year>\d{4})")
_TIMED = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:t|,? (?:at )?)(?P<h>\d{1,2})[:.](?P<m>\d\d)(?P<s>:\d\d)?(?:\.\d+)? ?"
    r"(?P<zone>z|utc|[-+]\d\d:?(?:\d\d)?)?"
)
_AROUND = [
    (re.compile(r"(?:since|from) (.+)"), "{}/.."),
    (re.compile(r"(?:until|till|to|by|before) (.+)"), "../{}"),
    (re.compile(r"(?:about|around|circa|ca?\.?) ?(\d.*)"), "{}~"),
    (re.compile(r"(?:probably|perhaps) (.+)"), "{}?"),
    (re.compile(r"(\d{4})-(?:\.\.)?"), "{}/.."),
]  # fmt: skip
_STRETCH = re.compile(r"(.+?)(?: ?[–—] ?| - | to |(?<=^\d{4})-(?=\d{4}$))(.+)")


def date_help(typed: str) -> str:
    """What to write instead."""
    points = [*dict.fromkeys(_meant(typed))]
    meant = [found for found in points if extent(found)]
    if meant:
        return f"write it as {' or '.join(meant)}"
    dated = [typed, *points]
    if any(re.fullmatch(r"[0-9]{4}-[0-9]{2}", found) for found in dated):
        return "the calendar has no such month"
    missing = any(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", found) for found in dated)
    return "the calendar has no such day" if missing else f"write it as {FORMS}"


def _meant(typed: str) -> Iterator[str]:
    """What may have been intended; more than one if that is open."""
    if len(typed) > LONGEST:
        return
    plain = " ".join(_in_our_digits(typed).casefold().split())
    if plain != typed:
        yield plain
    yield from _point(plain)
    for form, written in _AROUND:
        if found := form.fullmatch(plain):
            yield from (written.format(point) for point in _points(found[1]))
    if found := _STRETCH.fullmatch(plain):
        yield from (f"{start}/{end}" for start in _points(found[1]) for end in _points(found[2]))


def _points(plain: str) -> list[str]:
    return [point for point in (plain, *_point(plain)) if extent(point)][:1]


def _point(plain: str) -> Iterator[str]:
    """A day, month or time as it is written elsewhere, in our form."""
    for form in _IN_WORDS:
        if found := form.fullmatch(plain):
            yield _written(found["year"], _MONTHS.index(found["name"]) + 1, found.groupdict().get("day"))
    for form in (_YEAR_FIRST, _TOGETHER, _MONTH_FIRST):
        if found := form.fullmatch(plain):
            yield _written(found["year"], int(found["month"]), found.groupdict().get("day"))
    if found := _DAY_FIRST.fullmatch(plain):
        yield _written(found["year"], int(found["month"]), found["day"])
        if found["mark"] == "/":  # 03/04/2024 is in March for some and in April for others
            yield _written(found["year"], int(found["day"]), found["month"])
    if found := _TIMED.fullmatch(plain):
        yield _timed(found)


def _written(year: str, month: int, day: str | None) -> str:
    return f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"


def _timed(found: re.Match[str]) -> str:
    zone = found["zone"] or ""
    if zone in {"z", "utc"}:
        zone = "Z"
    elif len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{found['day']}T{int(found['h']):02}:{found['m']}{found['s'] or ''}{zone}"


def _in_our_digits(text: str) -> str:
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() and not sign.isascii() else sign for sign in text)
