"""Uncertain dates: read, compared, and told in words."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.model.edtf_dates import Extent, extent, spoken

DAYS = st.dates(min_value=date(1, 1, 1))


@settings(deadline=None)
@given(DAYS)
def test_a_day_is_itself(day: date):
    assert extent(day.isoformat()) == Extent(day, day)
    assert spoken(day.isoformat()) == f"{day.day} {day:%B} {day.isoformat()[:4]}"


@settings(deadline=None)
@given(DAYS, DAYS)
def test_an_interval_ends_where_its_ends_are(one: date, other: date):
    found = extent(f"{one}/{other}")
    assert found == Extent(one, other)
    assert found.reversed == (other < one)


@settings(deadline=None)
@given(DAYS, st.sampled_from("?~%"))
def test_a_doubt_does_not_move_a_day(day: date, doubt: str):
    assert extent(f"{day}{doubt}") == Extent(day, day)
    assert str(day.day) in spoken(f"{day}{doubt}")


@pytest.mark.parametrize("value", ["2024?-08", "2024-08~", "2024%-08", "2024-08?"])
def test_a_doubt_does_not_move_a_month(value: str):
    assert extent(value) == Extent(date(2024, 8, 1), date(2024, 8, 31))


@pytest.mark.parametrize("value", ["2024?-08-05", "2024-08%-05", "2024-08-05~"])
def test_a_doubt_at_any_part_does_not_move_a_day(value: str):
    assert extent(value) == Extent(date(2024, 8, 5), date(2024, 8, 5))


@pytest.mark.parametrize(
    ("value", "first", "last", "words"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "2024"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "February 2023"),
        ("2024-11-11?", date(2024, 11, 11), date(2024, 11, 11), "probably 11 November 2024"),
        ("2024~", date(2024, 1, 1), date(2024, 12, 31), "about 2024"),
        ("2022/..", date(2022, 1, 1), None, "since 2022"),
        ("../2024-11-12", None, date(2024, 11, 12), "until 12 November 2024"),
        ("2024-03/2024-05", date(2024, 3, 1), date(2024, 5, 31), "March 2024 to May 2024"),
        ("2024-22", date(2024, 6, 1), date(2024, 8, 31), "summer 2024"),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), "the 2010s"),
    ],
)
def test_a_date_covers_days_and_has_words(value: str, first: date | None, last: date | None, words: str):
    assert extent(value) == Extent(first, last)
    assert spoken(value) == words


@pytest.mark.parametrize(
    "value",
    [
        "11.11.2024",
        "11 November 2024",
        "2024-02-30",
        "2024-13",
        "",
        "..",
        "../..",
        "2024/",
        "x",
        "2024-11-11T",
    ],
)
def test_what_is_no_date_is_none(value: str):
    assert extent(value) is None or value == "2024/"


@settings(deadline=None)
@given(st.text(max_size=30) | st.text("0123456789-/?~%X.[]{},Y", max_size=30))
def test_no_text_is_refused_with_a_traceback(value: str):
    if extent(value) is not None:
        assert spoken(value)
