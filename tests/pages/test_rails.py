"""What is drawn beside the stops: every way can be followed by eye, whatever the height of the rows."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.pages.rails import BEND, MARK, RailLine, Stop, rails

_MOVE = re.compile(r"M(-?\d+) (-?\d+)(?:V(-?\d+)|C-?\d+ -?\d+ -?\d+ -?\d+ (-?\d+) (-?\d+))")
Point = tuple[int, int]
LOWEST = MARK + BEND


def drawn(stops: list[Stop], ways: list[RailLine]) -> list[ET.Element]:
    return [ET.fromstring(str(row)) for row in rails(stops, ways)]


def dots(number: int) -> list[Stop]:
    return [Stop(f"s{n}", "text") for n in range(number)]


def marks(rows: list[ET.Element], heights: list[int]) -> list[Point]:
    """The places of the marks, in the order of the stops, where the rows are below each other."""
    return [
        (int(c.attrib["cx"]), int(c.attrib["cy"]) + sum(heights[:at]))
        for at, row in enumerate(rows)
        for c in row.iter("circle")
    ]


def segments(rows: list[ET.Element], heights: list[int]) -> list[tuple[Point, Point, bool]]:
    found: list[tuple[Point, Point, bool]] = []
    for at, row in enumerate(rows):
        top, bottom = sum(heights[:at]), sum(heights[: at + 1])
        for line in row.iter("line"):
            assert line.attrib["x1"] == line.attrib["x2"]
            assert line.attrib["y2"] == "100%"
            x = int(line.attrib["x1"])
            found.append(((x, top + int(line.attrib["y1"])), (x, bottom), line.get("class") == "xp-dashed"))
        for path in row.iter("path"):
            match = _MOVE.fullmatch(path.attrib["d"])
            assert match, path.attrib["d"]
            x, y, down, x1, y1 = (int(n) if n else 0 for n in match.groups())
            end = (x, down + top) if down else (x1, y1 + top)
            found.append(((x, y + top), end, path.get("class") == "xp-dashed"))
    return found


@st.composite
def histories(draw: st.DrawFn) -> tuple[int, list[RailLine], list[int]]:
    number = draw(st.integers(2, 9))
    pairs = [(a, b) for a in range(number) for b in range(a + 1, number)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=14))
    heights = draw(st.lists(st.integers(LOWEST + 1, 300), min_size=number, max_size=number))
    return number, [RailLine(f"s{a}", f"s{b}", draw(st.booleans())) for a, b in chosen], heights


@settings(max_examples=200, deadline=None)
@given(histories())
def test_from_each_mark_the_lines_lead_to_the_marks_it_leads_to_and_no_others(
    history: tuple[int, list[RailLine], list[int]],
) -> None:
    number, ways, heights = history
    rows = drawn(dots(number), ways)
    places = marks(rows, heights)
    assert len(places) == number
    lines = segments(rows, heights)
    for index, place in enumerate(places):
        reached: set[tuple[int, bool]] = set()
        waiting = [(end, dashed) for start, end, dashed in lines if start == place]
        while waiting:
            here, dashed = waiting.pop()
            if here in places:
                reached.add((places.index(here), dashed))
            else:
                onward = [(end, style) for start, end, style in lines if start == here]
                assert all(style == dashed for _, style in onward), "a line keeps its style"
                waiting += onward
        assert reached == {(int(w.far[1:]), w.dashed) for w in ways if w.near == f"s{index}"}


def test_the_words_beside_say_it_all() -> None:
    rows = drawn(dots(2), [RailLine("s0", "s1", dashed=False)])
    assert [row.attrib["aria-hidden"] for row in rows] == ["true", "true"]


def test_all_rows_are_of_one_width_and_leave_room_for_words_on_a_phone() -> None:
    rows = drawn(dots(60), [RailLine(f"s{n}", f"s{n + 20}", dashed=False) for n in range(40)])
    assert len({row.attrib["width"] for row in rows}) == 1
    assert int(rows[0].attrib["width"]) <= 120


def test_many_that_lead_to_one_share_a_line() -> None:
    ways = [RailLine(f"s{n}", "s59", dashed=False) for n in range(59)]
    rows = drawn(dots(60), ways)
    assert max(x for x, _ in marks(rows, [50] * 60)) < 60
