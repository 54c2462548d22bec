"""Uncertain dates: read, compared, and told in words."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.model.base import Date
from explainers.model.edtf_dates import extent, placed, spoken
from explainers.model.edtf_grammar import LONGEST

DAYS = st.dates(min_value=date(100, 1, 1))
TIMES = ["T06:00", "T06:00:00", "T06:00:00Z", "T06:00Z", "T06:00+02:00", "T06:00:00-05:30", "T24:00:00", "T00:00:00+14"]


def days(value: str) -> tuple[date | None, date | None]:
    """The first and the last day of what must be a date."""
    found = extent(value)
    assert found, value
    return found.first, found.last


def stated(value: str) -> Date:
    return Date(edtf=value, basis="stated") if value else Date(basis="unknown")


@settings(deadline=None)
@given(DAYS)
def test_a_day_is_itself(day: date):
    assert days(day.isoformat()) == (day, day)
    assert spoken(day.isoformat()) == f"{day.day} {day:%B} {day.year}"
    assert placed(day.isoformat()) == f"on {day.day} {day:%B} {day.year}"


@settings(deadline=None)
@given(DAYS, DAYS)
def test_an_interval_ends_where_its_ends_are(one: date, other: date):
    assert days(f"{one}/{other}") == (one, other)
    assert extent(f"{one}/{other}").reversed == (other < one)


@settings(deadline=None)
@given(DAYS, st.sampled_from("?~%"))
def test_a_doubt_does_not_move_a_day(day: date, doubt: str):
    assert days(f"{day}{doubt}") == (day, day)
    assert str(day.day) in spoken(f"{day}{doubt}")


@pytest.mark.parametrize("value", ["2024?-08", "2024-08~", "2024%-08", "2024-08?", "?2024-08", "2024-?08"])
def test_a_doubt_does_not_move_a_month(value: str):
    assert days(value) == (date(2024, 8, 1), date(2024, 8, 31))


@pytest.mark.parametrize("value", ["2024?-08-05", "2024-08%-05", "2024-08-05~", "2024-?08-~05"])
def test_a_doubt_at_any_part_does_not_move_a_day(value: str):
    assert days(value) == (date(2024, 8, 5), date(2024, 8, 5))


@pytest.mark.parametrize(
    ("value", "first", "last", "noun", "adverb"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "2024", "in 2024"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024", "in February 2024"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "February 2023", "in February 2023"),
        (
            "2024-11-11?",
            date(2024, 11, 11),
            date(2024, 11, 11),
            "probably 11 November 2024",
            "probably on 11 November 2024",
        ),
        ("2024~", date(2024, 1, 1), date(2024, 12, 31), "about 2024", "around 2024"),
        ("2024%", date(2024, 1, 1), date(2024, 12, 31), "probably about 2024", "probably around 2024"),
        ("2022/..", date(2022, 1, 1), None, "since 2022", "in 2022 or later"),
        ("2022?/..", date(2022, 1, 1), None, "probably since 2022", "probably in 2022 or later"),
        ("2022/", date(2022, 1, 1), None, "from 2022, end not known", "in 2022 or later"),
        ("../2024-11-12", None, date(2024, 11, 12), "by 12 November 2024", "by 12 November 2024"),
        ("../2024~", None, date(2024, 12, 31), "by about 2024", "by about 2024"),
        (
            "2024-03/2024-05",
            date(2024, 3, 1),
            date(2024, 5, 31),
            "March 2024 to May 2024",
            "between March 2024 and May 2024",
        ),
        (
            "2024?/2025?",
            date(2024, 1, 1),
            date(2025, 12, 31),
            "probably 2024 to 2025",
            "probably between 2024 and 2025",
        ),
        (
            "2024?/2025",
            date(2024, 1, 1),
            date(2025, 12, 31),
            "2024 (not certain) to 2025",
            "between 2024 (not certain) and 2025",
        ),
        ("2024-22", date(2024, 6, 1), date(2024, 8, 31), "summer 2024", "in summer 2024"),
        ("2024-24", date(2024, 12, 1), date(2025, 2, 28), "winter 2024", "in winter 2024"),
        (
            "2024-30",
            date(2024, 12, 1),
            date(2025, 2, 28),
            "summer 2024 (Southern Hemisphere)",
            "in summer 2024 (Southern Hemisphere)",
        ),
        (
            "2024-36",
            date(2024, 10, 1),
            date(2024, 12, 31),
            "the fourth quarter of 2024",
            "in the fourth quarter of 2024",
        ),
        ("2024-41", date(2024, 7, 1), date(2024, 12, 31), "the second half of 2024", "in the second half of 2024"),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), "the 2010s", "in the 2010s"),
        ("190X", date(1900, 1, 1), date(1909, 12, 31), "between 1900 and 1909", "between 1900 and 1909"),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31), "between 2000 and 2099", "between 2000 and 2099"),
        ("2024-XX", date(2024, 1, 1), date(2024, 12, 31), "2024", "in 2024"),
        ("2024-11-XX", date(2024, 11, 1), date(2024, 11, 30), "November 2024", "in November 2024"),
        (
            "2024-1X",
            date(2024, 10, 1),
            date(2024, 12, 31),
            "between October and December 2024",
            "between October and December 2024",
        ),
        (
            "2024-11-1X",
            date(2024, 11, 10),
            date(2024, 11, 19),
            "between 10 and 19 November 2024",
            "between 10 and 19 November 2024",
        ),
        (
            "2024-11-X1",
            date(2024, 11, 1),
            date(2024, 11, 21),
            "1, 11 or 21 November 2024",
            "on 1, 11 or 21 November 2024",
        ),
        (
            "201X-05",
            date(2010, 5, 1),
            date(2019, 5, 31),
            "May of a year in the 2010s",
            "in May of a year in the 2010s",
        ),
        ("XXXX-12-25", None, None, "25 December of an unknown year", "on 25 December of an unknown year"),
        ("1950S2", date(1900, 1, 1), date(1999, 12, 31), "about 1950", "around 1950"),
        ("0800", date(800, 1, 1), date(800, 12, 31), "800", "in 800"),
        ("0044-03", date(44, 3, 1), date(44, 3, 31), "March AD 44", "in March AD 44"),
        ("0000", None, None, "1 BC", "in 1 BC"),
        ("-0043-03-15", None, None, "15 March 44 BC", "on 15 March 44 BC"),
        ("Y12024", None, None, "the year 12024", "in the year 12024"),
        ("Y-12024", None, None, "12025 BC", "in 12025 BC"),
        (
            "2024?-08",
            date(2024, 8, 1),
            date(2024, 8, 31),
            "August 2024 (the year is not certain)",
            "in August 2024 (the year is not certain)",
        ),
        ("[2023,2024]", date(2023, 1, 1), date(2024, 12, 31), "2023 or 2024", "in 2023 or 2024"),
        ("[2023..2025]", date(2023, 1, 1), date(2025, 12, 31), "between 2023 and 2025", "between 2023 and 2025"),
        ("{2023..2025}", date(2023, 1, 1), date(2025, 12, 31), "2023 to 2025", "from 2023 to 2025"),
        ("[2023,2024..]", date(2023, 1, 1), None, "2023 or 2024 or later", "in 2023 or 2024 or later"),
        (
            "2024-1X/2025",
            date(2024, 10, 1),
            date(2025, 12, 31),
            "some time between October and December 2024 to 2025",
            "from some time between October and December 2024 to 2025",
        ),
        (
            "../20XX",
            None,
            date(2099, 12, 31),
            "by some time between 2000 and 2099",
            "by some time between 2000 and 2099",
        ),
        ("[..2023]", None, date(2023, 12, 31), "2023 or earlier", "in 2023 or earlier"),
    ],
)
def test_a_date_covers_days_and_has_words(value: str, first: date | None, last: date | None, noun: str, adverb: str):
    assert days(value) == (first, last)
    assert (spoken(value), placed(value)) == (noun, adverb)


@pytest.mark.parametrize(
    ("value", "noun", "adverb"),
    [
        ("2024-03-03T06:00", "3 March 2024, 06.00", "at 06.00 on 3 March 2024"),
        ("2024-03-03T18:00:00", "3 March 2024, 18.00", "at 18.00 on 3 March 2024"),
        ("2024-03-03T18:30:05", "3 March 2024, 18.30.05", "at 18.30.05 on 3 March 2024"),
        ("2024-03-03T18:00Z", "3 March 2024, 18.00 UTC", "at 18.00 UTC on 3 March 2024"),
        ("2024-03-03T18:00:00+00:00", "3 March 2024, 18.00 UTC", "at 18.00 UTC on 3 March 2024"),
        ("2024-03-03T18:00+02:00", "3 March 2024, 18.00 UTC+2", "at 18.00 UTC+2 on 3 March 2024"),
        ("2024-03-03T18:00-03:30", "3 March 2024, 18.00 UTC−3:30", "at 18.00 UTC−3:30 on 3 March 2024"),
        (
            "2024-03-03T06:00/2024-03-03T18:00",
            "3 March 2024, 06.00 to 18.00",
            "between 06.00 and 18.00 on 3 March 2024",
        ),
        (
            "2024-03-03T06:00Z/2024-03-04T07:00Z",
            "3 March 2024, 06.00 UTC, to 4 March 2024, 07.00 UTC",
            "between 06.00 UTC on 3 March 2024 and 07.00 UTC on 4 March 2024",
        ),
        ("../2024-03-03T06:00", "by 3 March 2024, 06.00", "by 3 March 2024, 06.00"),
    ],
)
def test_a_time_of_day_is_printed_with_its_zone(value: str, noun: str, adverb: str):
    assert (spoken(value), placed(value)) == (noun, adverb)


@pytest.mark.parametrize("time", TIMES)
def test_a_time_of_day_is_in_its_day(time: str):
    assert days(f"2024-03-03{time}") == (date(2024, 3, 3), date(2024, 3, 3))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2024-03-03T06:00", "2024-03-03T18:00"),
        ("2024-03-03T06:00:00", "2024-03-03T06:00:01"),
        ("2024-03-03T06:00Z", "2024-03-03T18:00Z"),
        # 16.30 and 17.00 in UTC, and of two days.
        ("2024-03-03T18:30+02:00", "2024-03-03T17:00Z"),
        ("2024-03-04T01:00+02:00", "2024-03-03T23:30Z"),
        # Where one zone is missing, what the clocks show is compared.
        ("2024-03-03T18:00", "2024-03-03T18:30+02:00"),
        ("2024-03-03T17:00Z", "2024-03-03T18:00"),
        ("2024-03-03", "2024-03-04T00:00"),
        ("2024-03-03T23:00-05:00", "2024-03-04"),
        ("2024-03-03T06:00/2024-03-03T07:00", "2024-03-03T18:00"),
        ("../2024-03-03T06:00", "2024-03-03T18:00/.."),
        ("-0044", "0044"),
        ("9999", "Y10000"),
    ],
)
def test_what_is_earlier_comes_before(earlier: str, later: str):
    one, other = stated(earlier), stated(later)
    assert one.before(other)
    assert not other.before(one)
    assert one.sort_key < other.sort_key
    assert not other.sort_key < one.sort_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-03-03", "2024-03-03T18:00"),
        ("2024-03-03T06:00", "2024-03-03T06:00:30"),
        ("2024-03-03T18:00+02:00", "2024-03-03T16:00Z"),
        ("2024-03", "2024-03-03T18:00"),
        ("2024-03-03T18:00/..", "2024-03-03T06:00/.."),
        ("", "2024-03-03T18:00"),
    ],
)
def test_what_may_be_at_one_time_comes_in_no_order(one: str, other: str):
    assert not stated(one).before(stated(other))
    assert not stated(other).before(stated(one))


def test_dates_are_sorted_by_the_clock_and_the_open_come_last():
    written = ["2024/..", "", "2024-03-03T18:00", "2024-03-03", "2024-03-03T06:00", "2024-03-02", "2024-03", "-0044"]
    dates = sorted((stated(value) for value in written), key=lambda found: found.sort_key)
    assert [found.edtf for found in dates] == [
        "-0044",
        "2024-03-02",
        "2024-03-03T06:00",
        "2024-03-03T18:00",
        "2024-03-03",
        "2024-03",
        "2024/..",
        "",
    ]


@pytest.mark.parametrize(
    "value",
    [
        *("11.11.2024", "11 November 2024", "", "..", "../..", "/", "x", "2024/2025/2026", " 2024", "2024 "),
        *("2024-02-30", "2023-02-29", "2024-13", "2024-00", "2024-11-00", "20XX-02-30", "2024-42", "2024-21-05"),
        *("XXXX", "1X12", "X024", "-0000", "2024S", "Y2024", "Y1E5", "Y1E9999999999", "Y12345678901", "2024^"),
        *(
            "2024-11-11T",
            "2024-11-11T6:00",
            "2024-11-11T25:00",
            "2024-11-11T24:01",
            "2024-11-11T18:60",
            "2024-11T18:00",
        ),
        *("2024-11-11T18:00+15:00", "2024-11-11T18:00+02:07", "2024-11-11T18:00z", "2024-11-XXT18:00", "T18:00"),
        *("[2023]", "[]", "{}", "[2023,]", "[2023..2024", "[[2023]]", "[2023,2024}", "[2023..,2025]", "[2021,..2023]"),
        *("２０２４", "2024-11-1１", "٢٠٢٤", "2024\n", "2024-11-11\x00"),
    ],
)
def test_what_is_no_date_that_can_be_printed_is_none(value: str):
    assert extent(value) is None


def test_no_date_is_longer_than_the_bound():
    many = ",".join(["2024"] * LONGEST)
    assert extent(f"[{many}]") is None
    assert extent(f"[{many[:99]}]") is not None


@settings(deadline=None)
@given(st.text(max_size=30) | st.text("0123456789-/?~%XTZS:+.[]{},Y", max_size=30))
def test_what_is_read_is_printed_and_nothing_ends_in_a_traceback(value: str):
    if extent(value) is None:
        return
    words = spoken(value)
    assert words == words.strip()
    assert placed(value)
    assert not set(words) & set("?~%X[]{}/"), words


POINTS = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "?", "~"]),
        st.sampled_from(["2024", "201X", "20XX", "XXXX", "0800", "-0043", "0000", "Y12024", "1950S3"]),
        st.sampled_from(["", "?", "%"]),
        st.sampled_from(["", "-03", "-1X", "-XX", "-21", "-30", "-02"]),
        st.sampled_from(["", "~"]),
        st.sampled_from(["", "-03", "-1X", "-XX", "-29", "-31"]),
        st.sampled_from(["", *TIMES]),
    ),
)
DATES = POINTS | st.builds("{}/{}".format, POINTS, POINTS | st.just("..")) | st.builds("[{},{}]".format, POINTS, POINTS)


@settings(deadline=None)
@given(DATES)
def test_any_date_that_is_read_has_words_without_signs(value: str):
    found = extent(value)
    if found is None:
        return
    words = spoken(value), placed(value)
    for said in words:
        assert said, value
        assert not set(said) & set("?~%X[]{}/"), said
        assert "  " not in said
    assert all(one != other for one, other in pairwise(words[1].split())), words


@settings(deadline=None)
@given(st.lists(DATES, min_size=2, max_size=6))
def test_before_never_contradicts_itself(values: list[str]):
    dates = [stated(value) for value in values if extent(value) and not extent(value).reversed]
    for one in dates:
        assert not one.before(one)
        for other in dates:
            assert not (one.before(other) and other.before(one)), (one, other)
