"""What stands inside a citation mark, read as Pandoc reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.text.citation import CitedItem, read_items, source_keys, sourceless
from tests.growth import grows_in_step


@pytest.mark.parametrize(
    ("rest", "locator", "suffix"),
    [
        # A word is no page number because it begins as a roman one does.
        (", in the margin", "", "in the margin"),
        (", liveblog", "", "liveblog"),
        (", my emphasis", "", "my emphasis"),
        (", Dec. edition", "", "Dec. edition"),
        (", dim light", "", "dim light"),
        (", xiv", "", "xiv"),
        (", p. mild words", "", "p. mild words"),
        (", n.d.", "", "n.d."),
        (", no comment", "", "no comment"),
        (", parts of it", "", "parts of it"),
        (", volumes", "", "volumes"),
        # Whole locators.
        (", p. 4", "p. 4", ""),
        (" p. 4", "p. 4", ""),
        (", P. 4", "p. 4", ""),
        (", page 4", "p. 4", ""),
        (", p.4", "p. 4", ""),
        (", p4", "p. 4", ""),
        (", pp. 4–9", "pp. 4–9", ""),
        (", pp. 4 -- 9 and later", "pp. 4 -- 9", "and later"),
        (", 4", "p. 4", ""),
        (", 4-9", "pp. 4-9", ""),
        (", 4 and 9", "pp. 4 and 9", ""),
        (", 12ff.", "p. 12ff.", ""),
        (", p. B7", "p. B7", ""),
        (", p. S12-S14", "p. S12-S14", ""),
        (", pp. xi–xx", "pp. xi–xx", ""),
        (", pp. IX, 4", "pp. IX, 4", ""),
        (", pp. 3, 5, and 8 of it", "pp. 3, 5, and 8", "of it"),
        (", pp. 3 & 5", "pp. 3 & 5", ""),
        (", 12(3)(b)", "p. 12(3)(b)", ""),
        (", vol. 2, pp. 5–6", "vol. 2, pp. 5–6", ""),
        (", volume IV, chapter 3, p. 33, below", "vol. IV, ch. 3, p. 33", "below"),
        (", bk. 2, ll. 40-41", "bk. 2, ll. 40-41", ""),
        (", section 2.3.1", "§2.3.1", ""),
        (", §§ 2-3", "§§2-3", ""),
        (", ¶ 7", "para. 7", ""),
        (", min. 1:23:45", "min. 1:23:45", ""),
        (", columns 2-3", "cols. 2-3", ""),
        (", notes 4 and 5", "nn. 4 and 5", ""),
        (", table 3", "tbl. 3", ""),
        (", p. 4, v. the other", "p. 4", "v. the other"),
        # Braces say where it begins and ends.
        ("{}, 7 weeks later", "", "7 weeks later"),
        ("{p. 4} and on", "p. 4", "and on"),
        (", {ii, A, D-Z}, with more", "pp. ii, A, D-Z", "with more"),
    ],
)
def test_where_in_a_source(rest: str, locator: str, suffix: str) -> None:
    assert read_items(f"@pond{rest}") == (CitedItem("pond", "", locator, suffix),)


@pytest.mark.parametrize(
    ("inside", "items"),
    [
        ("see @pond, p. 4; @mill", (CitedItem("pond", "see", "p. 4"), CitedItem("mill"))),
        ("-@mill, p. 3", (CitedItem("mill", "", "p. 3"),)),
        ("@pond.", (CitedItem("pond", "", "", "."),)),
        ("@{pond}, p. 4", (CitedItem("pond", "", "p. 4"),)),
        ("see @{pond}", (CitedItem("pond", "see"),)),
        # Several sources without a semicolon are several sources.
        ("@pond, @mill", (CitedItem("pond"), CitedItem("mill"))),
        ("@pond and @mill, p. 2", (CitedItem("pond"), CitedItem("mill", "", "p. 2"))),
        ("@pond, p. 3, and @mill & @hill", (CitedItem("pond", "", "p. 3"), CitedItem("mill"), CitedItem("hill"))),
        ("@pond, who follows @mill", (CitedItem("pond", "", "", "who follows"), CitedItem("mill"))),
        # Not where the sign is escaped, or part of an address.
        (r"@pond, by \@someone", (CitedItem("pond", "", "", "by @someone"),)),
        ("@pond, me@example.org", (CitedItem("pond", "", "", "me@example.org"),)),
        ("@pond; p. 33", ()),
        ("me@example.org", ()),
    ],
)
def test_the_sources_in_a_mark(inside: str, items: tuple[CitedItem, ...]) -> None:
    assert read_items(inside) == items
    assert source_keys(inside) == [item.key for item in items]


@pytest.mark.parametrize(
    ("inside", "found"),
    [("@pond; p. 33", "p. 33"), ("@pond;", ";"), ("@pond; @mill", ""), ("a; b", ""), ("p. 3; @pond; x", "p. 3")],
)
def test_a_part_without_a_source_is_found(inside: str, found: str) -> None:
    assert sourceless(inside) == found


@given(st.text("@ap1 ,.;-–{}ivx&§()", max_size=40))
def test_keys_are_those_of_the_items(inside: str) -> None:
    assert source_keys(inside) == [item.key for item in read_items(inside)]


@pytest.mark.parametrize("sign", ["1,", "p. 1,", "i", "(1)", "1.", "1 and ", "{", "@a ", "1(a)", "vol. 1, "])
def test_long_ones_take_no_longer_for_their_length(sign: str) -> None:
    grows_in_step(lambda size: lambda: read_items("@a, " + sign * (size // len(sign))), 20_000)
