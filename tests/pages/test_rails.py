"""The drawing of stops and ways: every way can be followed by eye, and nothing is wider than a phone."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.pages.rails import WIDTH, Stop, Way, drawing

SVG = "{http://www.w3.org/2000/svg}"
_MOVE = re.compile(r"M(-?\d+) (-?\d+)(?:V(-?\d+)|C-?\d+ -?\d+ -?\d+ -?\d+ (-?\d+) (-?\d+))")


def drawn(stops: list[Stop], ways: list[Way]) -> ET.Element:
    svg = drawing(stops, ways, id="d", title="A title", description="All of it")
    return ET.fromstring(str(svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def dots(number: int) -> list[Stop]:
    return [Stop(f"s{n}", (f"Stop {n}",), "text") for n in range(number)]


def marks(svg: ET.Element) -> list[tuple[int, int]]:
    """The places of the marks, in the order of the stops."""
    return [(int(c.attrib["cx"]), int(c.attrib["cy"])) for c in svg.iter(f"{SVG}circle")]


def segments(svg: ET.Element) -> list[tuple[tuple[int, int], tuple[int, int], bool]]:
    found = []
    for path in svg.iter(f"{SVG}path"):
        if "xp-way" in path.attrib["class"]:
            match = _MOVE.fullmatch(path.attrib["d"])
            assert match, path.attrib["d"]
            x, y, down, x1, y1 = (int(n) if n else 0 for n in match.groups())
            found.append(((x, y), (x, down) if down else (x1, y1), "xp-way-dashed" in path.attrib["class"]))
    return found


@st.composite
def histories(draw: st.DrawFn) -> tuple[int, list[Way]]:
    number = draw(st.integers(2, 9))
    pairs = [(a, b) for a in range(number) for b in range(a + 1, number)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=14))
    return number, [Way(f"s{a}", f"s{b}", draw(st.booleans())) for a, b in chosen]


@settings(max_examples=200, deadline=None)
@given(histories())
def test_from_each_mark_the_lines_lead_to_the_marks_it_leads_to_and_no_others(history: tuple[int, list[Way]]) -> None:
    number, ways = history
    svg = drawn(dots(number), ways)
    places = marks(svg)
    assert len(places) == number
    lines = segments(svg)
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


def test_it_is_named_and_described_for_those_who_cannot_see_it() -> None:
    svg = drawn(dots(2), [Way("s0", "s1", dashed=False)])
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-labelledby"] == "d-title d-text"
    assert [(e.attrib["id"], e.text) for e in svg[:2]] == [("d-title", "A title"), ("d-text", "All of it")]


NAMES = [
    "Ministry of Defence of the Northern Isles and the Outer Skerries",
    "W" * 60,
    "国防省" * 20,
    "وزارة الدفاع " * 6,
]


def test_no_line_of_words_is_wider_than_a_phone_and_no_word_is_lost() -> None:
    stops = [Stop(f"s{n}", (name, f"{name}: about 11,000"), "text") for n, name in enumerate(NAMES)]
    svg = drawn(stops, [Way("s0", "s3", dashed=True)])
    assert int(svg.attrib["width"]) == WIDTH <= 288
    texts = [e.text or "" for e in svg.iter(f"{SVG}text")]
    assert "".join("".join(texts).split()) == "".join("".join(f"{n}{n}: about 11,000" for n in NAMES).split())
    assert all(len(text) < 48 for text in texts)


def test_markup_in_a_name_is_text() -> None:
    assert "<b>" not in str(drawing([Stop("s0", ("<b>x",), "text")], [], id="d", title="<i>", description='"<i>'))


def test_of_five_hundred_in_a_line_the_ends_are_drawn_and_the_rest_is_counted() -> None:
    svg = drawn(dots(500), [Way(f"s{n}", f"s{n + 1}", dashed=n == 300) for n in range(499)])
    texts = [e.text for e in svg.iter(f"{SVG}text")]
    assert texts == [
        "Stop 0",
        "Stop 1",
        "Stop 2",
        "494 more stops",
        "each in the list",
        "Stop 497",
        "Stop 498",
        "Stop 499",
    ]
    assert len(marks(svg)) == 6


def test_many_that_lead_to_one_share_a_line() -> None:
    svg = drawn(dots(60), [Way(f"s{n}", "s59", dashed=False) for n in range(59)])
    assert max(x for x, _ in marks(svg)) < 60
