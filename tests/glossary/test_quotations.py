"""What stands between quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.glossary.quotations import blanked, inside, quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a “b” c “d”", ["“b”", "“d”"]),
        ("a „b“ c", ["„b“"]),
        ("a «b» c", ["«b»"]),
        ("a »b« c", ["»b«"]),
        ('a "b" c', ['"b"']),
        ('a "b c', []),
        ("a “b c", ["“b c"]),
        ("a ‘b’ c", ["‘b’"]),
        ("a ‘the allies’ plan’ c", ["‘the allies’ plan’"]),
        ("the group’s and the allies’ plan", []),
        ("don't and can't", []),
        ("the '90s and the allies' plan", []),
        ('a 5" pipe and a 6" pipe', []),
        ("a 'b' c", ["'b'"]),
        ("(“b”)", ["“b”"]),
        ("「b」", ["「b」"]),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


@given(st.text("ab “”„«»‘’\"' \n"))
def test_they_are_in_order_and_never_overlap(text: str) -> None:
    found = quotations(text)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert len(blanked(text, found)) == len(text)
    for place in range(len(text)):
        assert inside(found, place, place + 1) == any(start <= place < end for start, end in found)
