"""Charts and tables of figures, as a page prints them."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from explainers.model.decode import Document
from explainers.prose.site import Site
from tests.graph.records import actor, claim, graph_of, place, record, source
from tests.pages.made import pages
from tests.prose.html import Reading, read

SVG = "{http://www.w3.org/2000/svg}"
INFERRED = {"said": {"edtf": "2024-11-10", "basis": "inferred", "note": "The page says so."}}
STATED = {"said": {"edtf": "2024-11-11", "basis": "stated"}}
RECORDS = [
    actor("mara", "Mara Lind", parties=[{"event": "war", "side": "Northland"}]),
    actor("gazette", "The Gazette"),
    actor("post", "The Post"),
    actor("board", "The board"),
    actor("insider", "Insider", in_text="an insider", named=False),
    place("lake"),
    source("paper"),
    record("event", "war", name="The war", kind="war", summary="A war."),
]


def printed(**own: Any) -> dict[str, Any]:
    return {"as_printed": {"quantities": {"q1": own}}}


def otters(id: str = "rain", /, **fields: Any) -> Document:
    quantity = {"of": "otters in the lake", "relation": "unqualified", "value": 50000, "unit": "otter"}
    told = fields or {"a1": STATED}
    return claim(id, "The lake has {q1} otters.", **{"quantities": {"q1": quantity}} | told)


def page(*documents: Document, path: str = "figures/index") -> Reading:
    site = Site(graph_of(*RECORDS, *documents))
    return read(next(page.html for page in pages(site) if page.path == path))


def charts(html: str) -> list[ET.Element]:
    found = re.findall(r'<svg role="img".*?</svg>\n<ul', html, re.DOTALL)
    return [
        ET.fromstring(chart.removesuffix("\n<ul").replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1)) for chart in found
    ]


def words(chart: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in chart.iter(f"{SVG}text")]


def legend(html: str) -> list[str]:
    (found,) = re.findall(r'<ul class="xp-legend">(.*?)</ul>', html, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", "", item).split()) for item in found.split("</li>")[:-1]]


def table(html: str) -> list[list[str]]:
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in re.split(r"<tr\b[^>]*>", html)[1:]]
    return [[" ".join(re.sub(r"<[^>]+>", "", cell).split()) for cell in row] for row in cells]


def test_a_chart_says_in_words_what_it_draws() -> None:
    html = page(otters(a1=STATED, a2={"by": ["post"], "based_on": ["a1"]} | INFERRED | printed(relation="nearly"))).html
    (chart,) = charts(html)
    assert chart.findtext(f"{SVG}title") == "Figures given for: otters in the lake"
    assert chart.findtext(f"{SVG}desc") == (
        "2 rows on an axis from 0 to 60,000. Unit: otter. The Post: nearly 50,000, 10 November 2024 (inferred), goes "
        "back to Mara Lind. Mara Lind: 50,000, 11 November 2024."
    )
    assert chart.get("aria-labelledby") == chart.find(f"{SVG}title").get("id")  # type: ignore[union-attr]
    assert chart.get("viewBox") is None


def test_a_row_shows_who_which_figure_and_when() -> None:
    html = page(otters(a1=STATED, a2={"by": ["insider"]} | printed(relation="more-than"))).html
    assert words(charts(html)[0])[:4] == [
        "Mara Lind",
        "50,00011 November 2024",
        "An insider (not named)",
        "more than 50,000date not established",
    ]


def test_rows_that_repeat_one_origin_say_so() -> None:
    html = page(
        otters(a1=STATED, a2={"by": ["post"], "based_on": ["a1"]} | STATED, a3={"by": ["gazette"]} | STATED)
    ).html
    found = [text for text in words(charts(html)[0]) if "rigin" in text or "goes" in text]
    assert found == ["The same origin: Mara Lind"]
    joint = STATED | {"by": ["mara", "navy"], "joint": "as-printed"}
    html = page(otters(a1=joint, a2={"by": ["post"], "based_on": ["a1"]} | STATED)).html
    assert [text for text in words(charts(html)[0]) if "rigin" in text] == ["The same origins: Mara Lind and navy"]
    assert html.count("xp-brace") == 1


def test_of_those_the_one_whose_way_is_our_reading_says_so() -> None:
    passed_on = {"by": ["post"], "based_on": ["a1"], "basis": "inferred"} | STATED
    lines = words(charts(page(otters(a1=STATED, a2=passed_on)).html)[0])
    assert lines[3:6] == ["The Post", "50,00011 November 2024", "that it goes back there is our inference"]


def test_a_row_alone_says_whom_it_goes_back_to() -> None:
    quiet = {"as_printed": {"population": "animals"}}
    passed_on = {"by": ["post"], "based_on": ["a1"], "basis": "inferred"} | STATED
    html = page(otters(a1=STATED | quiet, a2=passed_on, a3={"by": ["gazette"]} | STATED)).html
    assert "goes back to Mara Lind (inferred)" in words(charts(html)[0])


@pytest.mark.parametrize(
    ("tellings", "told"),
    [
        ({"a1": STATED}, ["a bare number"]),
        (
            {"a1": INFERRED | printed(relation="nearly")},
            ["“nearly”: may be lower", "hatched: the date is our inference"],
        ),
        (
            {"a1": {} | printed(relation="at-least")},
            ["“at least”: may be higher", "hollow: the date is not established"],
        ),
        (
            {"a1": STATED | printed(relation="up-to"), "a2": {"by": ["post"]} | STATED | printed(relation="nearly")},
            ["“up to”, “nearly”: may be lower"],
        ),
        ({"a1": STATED | printed(relation="between", min=1, max=2)}, ["a range"]),
        ({"a1": STATED | printed(relation="order-of-magnitude", value=1000)}, ["tapered: a range open at both ends"]),
    ],
)
def test_the_legend_holds_the_marks_that_occur(tellings: dict[str, Any], told: list[str]) -> None:
    again = {f"{id}0": {"by": ["gazette"]} | telling for id, telling in tellings.items()}
    assert legend(page(otters(**tellings, **again)).html) == told


def test_one_figure_is_no_chart_since_there_is_nothing_to_compare() -> None:
    found = page(otters(a1=STATED))
    assert charts(found.html) == []
    assert table(found.html) == []
    # What a row would say is a line, with whoever says it.
    assert "otters in the lake: 50,000, Mara Lind Northland, 11 November 2024" in found.text
    # What does not stand on the axis is nothing to compare it with.
    assert charts(page(otters(a1=STATED, a2={"by": ["post"], "as_printed": {"population": "animals"}})).html) == []


def test_the_table_holds_what_the_chart_shows_and_more() -> None:
    html = page(otters(a1=STATED, a2={"by": ["post"], "based_on": ["a1"], "basis": "inferred"} | INFERRED)).html
    label = "rain, according to Mara Lind and The Post"
    assert table(html) == [
        ["Who", "Figure", "Said on", "Read in", "Claim", "Goes back to"],
        ["The Post", "50,000", "10 November 2024 inferred", "1", label, "Mara Lind inferred"],
        ["Mara Lind Northland", "50,000", "11 November 2024", "1", label, "no earlier source known"],
    ]


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"as_printed": {"population": "animals"}}, "not in the chart; counted there: animals"),
        ({"stance": "retracts"}, "taken back by the speaker"),
    ],
)
def test_what_is_not_in_the_chart_says_why(fields: dict[str, Any], note: str) -> None:
    others = {"a3": {"by": ["post"]} | STATED, "a4": {"by": ["gazette"]} | STATED}
    other = {"a2": {"by": ["mara"]} | fields} if "stance" in fields else {}
    html = page(otters(a1={} if other else fields, **other, **others)).html
    assert len(charts(html)) == 1
    assert f"50,000 {note}" in [row[1] for row in table(html)]


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"a1": {"as_printed": {"population": "animals"}}}, "counted there: animals"),
        ({"a1": {}, "status": "withdrawn", "reason": "x"}, "the claim has been withdrawn here"),
        ({"a1": {}, "a2": {"stance": "retracts"}}, "taken back by the speaker"),
    ],
)
def test_a_figure_that_is_given_once_says_what_became_of_it(fields: dict[str, Any], note: str) -> None:
    html = page(otters(**fields)).html
    assert charts(html) == []
    assert note in read(html.partition('<ul class="xp-rows">')[2].partition("</ul>")[0]).text


def test_every_anchor_of_a_page_with_many_charts_is_its_own() -> None:
    boats = {
        "q1": {"of": "boats", "relation": "about", "value": 3},
        "q2": {"of": "seals", "relation": "about", "value": 4},
    }
    both = INFERRED | {"gives": {"q1": "about 3", "q2": "about 4"}}
    told = {"a1": both, "a2": both | {"by": ["post"]}}
    two = otters(a1=INFERRED, a2={"by": ["post"]})
    found = page(two, claim("snow", "There are {q1} and {q2}.", quantities=boats, **told))
    assert len(charts(found.html)) == 3
    assert len(found.ids) == len(set(found.ids))


def test_what_collides_is_before_the_charts_and_on_the_page_of_each_claim() -> None:
    boats = {"of": "boats", "relation": "unqualified", "value": 50000, "unit": "otter"}
    both = [otters(), claim("snow", "There are {q1} boats.", quantities={"q1": boats}, a1={"by": ["post"]} | STATED)]
    text = page(*both).text
    assert (
        "The number 50,000 was given for two different things: otters in the lake (Mara Lind, 11 November 2024) and "
        in text
    )
    assert text.index("was given for two") < text.index("Given once")
    seen = page(*both, path="claims/snow").text
    assert "Here, the number 50,000 was given for boats (The Post, 11 November 2024)." in seen


def test_a_name_is_text_in_a_chart_too() -> None:
    html = page(actor("x", '<b>&"x'), otters(a1={"by": ["x"]} | STATED, a2={"by": ["post"]})).html
    assert words(charts(html)[0])[0] == '<b>&"x'


def test_long_names_are_cut_in_the_chart_and_whole_in_the_table() -> None:
    name = "Ministry of " + "Very " * 60 + "Long Names"
    html = page(actor("x", name), otters(a1={"by": ["x"]} | STATED, a2={"by": ["post"]})).html
    lines = words(charts(html)[0])
    assert lines[2].endswith("…")
    assert max(map(len, lines)) <= 42
    assert table(html)[1][0] == name


def counted(*tellings: tuple[str, str, str]) -> str:
    """The page of figures where each telling is a speaker, a day and what they counted."""
    fields = {
        f"a{at}": {"by": [by], "said": {"edtf": day, "basis": "stated"}, "gives": {"q1": words}}
        for at, (by, day, words) in enumerate(tellings, start=1)
    }
    site = Site(graph_of(*RECORDS, otters(**fields, quantities={"q1": {"of": "otters in the lake", "unit": "otter"}})))
    return next(page.html for page in pages(site) if page.path == "figures/index")


def of_class(chart: ET.Element, name: str) -> list[ET.Element]:
    return [part for part in chart.iter() if name in part.get("class", "").split()]


def test_counts_of_several_days_are_drawn_through_time_each_counter_with_its_own_mark() -> None:
    html = counted(
        ("mara", "2024-11-01", "at least 40"),
        ("gazette", "2024-11-02", "95"),
        ("mara", "2024-11-05", "180"),
        ("mara", "2024-11-11", "310"),
    )
    [chart] = charts(html)
    assert words(chart) == ["0", "100", "200", "300", "400", "1 November 2024", "11 November 2024"]
    assert legend(html) == ["Mara Lind: 310, 11 November 2024", "The Gazette: 95, 2 November 2024"]
    # Two lines, from each count of one speaker to the next; none leads to another speaker's.
    assert len(of_class(chart, "xp-step")) == 2
    assert len(of_class(chart, "xp-m-stated")) == 4
    assert len(list(chart.iter(f"{SVG}circle"))) == 3
    assert len(list(chart.iter(f"{SVG}rect"))) == 1
    # What is open above has a taper upwards, and nothing else has one.
    assert html.count('<path d="M-5 ') == 1
    description = next(chart.iter(f"{SVG}desc")).text
    assert description is not None
    assert description.startswith("Mara Lind: at least 40, 1 November 2024; 180, 5 November 2024; 310")


def test_the_times_are_apart_as_the_days_are_and_the_numbers_as_they_are() -> None:
    [chart] = charts(
        counted(("mara", "2024-11-01", "100"), ("mara", "2024-11-03", "300"), ("mara", "2024-11-11", "200"))
    )
    marks = [part for part in chart.iter(f"{SVG}svg") if part.get("overflow")]
    x = [float(mark.get("x", "").rstrip("%")) for mark in marks]
    y = [float(mark.get("y", "")) for mark in marks]
    assert (x[1] - x[0]) / (x[2] - x[0]) == pytest.approx(0.2, abs=0.01)
    assert y[0] - y[1] == 2 * (y[0] - y[2])


@pytest.mark.parametrize(
    "tellings",
    [
        # One day; a date that is open; as many counters as nobody can tell apart.
        [("mara", "2024-11-01", "40"), ("gazette", "2024-11-01", "50")],
        [("mara", "2024-11-01", "40"), ("gazette", "2024-11-02/..", "50")],
        [(by, f"2024-11-0{day}", "40") for day, by in enumerate(["mara", "gazette", "post", "insider", "board"], 1)],
    ],
)
def test_where_there_is_no_time_to_compare_the_rows_are_drawn(tellings: list[tuple[str, str, str]]) -> None:
    html = counted(*tellings)
    assert "xp-step" not in html
    assert len(charts(html)) == 1
    assert any("Mara Lind" in line for line in words(charts(html)[0]))


def test_figures_of_one_time_that_were_given_on_several_days_are_not_drawn_through_time() -> None:
    html = page(otters(a1=STATED, a2=INFERRED | {"by": ["gazette"]})).html
    assert 'class="xp-step"' not in html
    assert len(charts(html)) == 1
