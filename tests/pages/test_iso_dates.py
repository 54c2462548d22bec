"""Dates for programs: no more precise than they are known."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.model.base import Date
from explainers.pages.iso_dates import exact_ends


@pytest.mark.parametrize("edtf", ["2024", "2024-08", "2024-08-06", "2022-06-22T01:24:36Z", "2022-06-22T01:24"])
def test_a_date_is_given_as_it_is_known(edtf: str) -> None:
    assert exact_ends(Date(edtf=edtf, basis="stated")) == (edtf, None)


def test_a_stretch_has_two_ends() -> None:
    assert exact_ends(Date(edtf="2024-08/2024-11", basis="stated")) == ("2024-08", "2024-11")


@pytest.mark.parametrize(
    "edtf", ["2024-08-06?", "2014~", "2024-08/..", "../2024-05", "2024-21", "202X", "[2023,2024]", "1950S2"]
)
def test_what_is_uncertain_or_open_is_left_out(edtf: str) -> None:
    assert exact_ends(Date(edtf=edtf, basis="stated")) == (None, None)


@pytest.mark.parametrize("date", [{"edtf": "2024-08", "basis": "inferred", "note": "n"}, {"basis": "unknown"}])
def test_what_no_source_states_is_left_out(date: dict[str, Any]) -> None:
    assert exact_ends(Date(**date)) == (None, None)
    assert exact_ends(None) == (None, None)
