"""Parts of a figure, thresholds that are another figure, and figures of an interval."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.graph.collisions import all_collisions
from explainers.graph.figure_parts import larger_parts
from explainers.graph.figures import FigureGroup, figure_groups
from explainers.graph.graph import Graph
from explainers.graph.telling_figures import claim_figures
from explainers.kinds.claim.model import Claim
from explainers.pages.views.chart import chart
from explainers.prose.drift_words import summary
from explainers.prose.figure_sums import sums_of
from explainers.prose.plain_sentence import plain_sentence
from explainers.text.inline import plain
from tests.graph.records import actor, claim, claim_of, graph_of, source

SPOKEN = [actor("mara", "Mara Lind"), actor("navy", "Navy", in_text="the navy"), source("paper")]


def figure(of: str, printed: str, **more: Any) -> dict[str, Any]:
    return {"of": of, "printed": printed, "unit": "worker"} | more


def laid_off(whole: str, *parts: str, **spoken: Any) -> Graph:
    """Workers who were laid off, in all and at some sites, as Mara Lind gives them."""
    names = ["north", "south", "east"]
    given = {f"q{n}": figure(f"workers laid off in the {names[n - 2]}", part, part_of="q1")
             for n, part in enumerate(parts, 2)}  # fmt: skip
    quantities = {"q1": figure("workers laid off", whole)} | given
    gives = {name: quantity["printed"] for name, quantity in quantities.items()}
    told: dict[str, Any] = spoken or {"a1": {"gives": gives}}
    return graph_of(claim("rain", "The firm laid off {q1} workers.", quantities=quantities, **told), *SPOKEN)


def sums(graph: Graph) -> list[str]:
    return [plain(words) for words in sums_of(claim_of(graph), graph)]


def group_of(graph: Graph) -> FigureGroup:
    (group,) = figure_groups(graph.of(Claim), graph)
    return group


@pytest.mark.parametrize(
    ("whole", "added_up"),
    [
        ("767", "500 + 238 + 29 = 767"),
        ("about 770", "500 + 238 + 29 = 767, about 770"),
        ("more than 760", "500 + 238 + 29 = 767, more than 760"),
        ("nearly 800", "500 + 238 + 29 = 767, nearly 800"),
    ],
)
def test_parts_that_one_party_gives_and_that_make_the_whole_are_added_up(whole: str, added_up: str) -> None:
    assert sums(laid_off(whole, "500", "238", "29")) == [f"The parts given by Mara Lind make the whole: {added_up}."]


@pytest.mark.parametrize("whole", ["768", "more than 500", "about 800,000", "fewer than 767"])
def test_parts_that_do_not_make_the_whole_are_not_added_up(whole: str) -> None:
    assert sums(laid_off(whole, "500", "238", "29")) == []


def test_parts_of_two_parties_and_parts_that_are_not_exact_are_not_added_up() -> None:
    by_two = {"a1": {"gives": {"q1": "767", "q2": "500"}}, "a2": {"by": ["navy"], "gives": {"q3": "267"}}}
    assert sums(laid_off("767", "500", "267", **by_two)) == []
    assert sums(laid_off("767", "about 500", "267")) == []


def test_of_a_claim_that_was_withdrawn_nothing_is_added_up() -> None:
    told = {"a1": {"gives": {"q1": "767", "q2": "500", "q3": "267"}}, "status": "withdrawn", "reason": "x"}
    assert sums(laid_off("767", "500", "267", **told)) == []


def test_a_part_shares_the_axis_of_its_whole_below_it_and_says_what_it_counts() -> None:
    group = group_of(laid_off("767", "500", "238", "29"))
    assert group.of == "workers laid off"
    assert [row.part for row in group.rows] == [
        "", "workers laid off in the north", "workers laid off in the south", "workers laid off in the east"
    ]  # fmt: skip
    drawn = chart(group, laid_off("767", "500", "238", "29"))
    assert drawn
    assert "500, a part: workers laid off in the north" in drawn.description


def test_a_part_in_another_claim_shares_the_axis_of_its_whole() -> None:
    whole = claim("whole", "The firm has {q1} workers.", quantities={"q1": figure("workers", "900")})
    part = claim("part", "Of the workers, {q1} left.", quantities={
        "q1": figure("workers who left", "300", part_of="whole#q1")})  # fmt: skip
    group = group_of(graph_of(part, whole, *SPOKEN))
    assert (group.id, group.of, len(group.rows)) == ("figure-whole-q1", "workers", 2)


def test_a_part_and_its_whole_are_no_two_numbers_for_one_thing_and_no_number_for_two_things() -> None:
    quantities = {"q1": figure("workers laid off", "500"), "q2": figure("workers laid off here", "500", part_of="q1")}
    told = {"a1": {"gives": {"q1": "500", "q2": "500"}}, "a2": {"by": ["navy"], "gives": {"q2": "400"}}}
    graph = graph_of(claim("rain", "It laid off {q1}, {q2} here.", quantities=quantities, **told), *SPOKEN)
    (found,) = all_collisions(graph)
    assert (found.kind, [side.of for side in found.sides]) == ("different-numbers", ["workers laid off here"] * 2)


@pytest.mark.parametrize(
    ("whole", "part", "is_larger"),
    [
        ("500", "600", True),
        ("500", "more than 500", False),
        ("up to 500", "at least 600", True),
        ("about 500", "600", False),
        ("more than 500", "600", False),
        ("500", "up to 600", False),
    ],
)
def test_a_part_is_larger_than_its_whole_only_where_that_is_sure(whole: str, part: str, is_larger: bool) -> None:
    graph = laid_off(whole, part)
    assert bool([*larger_parts(claim_of(graph), "q1", graph)]) == is_larger


def test_a_part_is_held_against_the_whole_of_its_own_speaker() -> None:
    by_two = {"a1": {"gives": {"q1": "500"}}, "a2": {"by": ["navy"], "gives": {"q2": "600"}}}
    graph = laid_off("500", "600", **by_two)
    assert [*larger_parts(claim_of(graph), "q1", graph)] == []


def offered() -> Graph:
    offer = claim("offer", "The firm offered {q1}.", quantities={
        "q1": {"of": "what the firm offered", "printed": "$8 billion"}})  # fmt: skip
    asked = {"of": "what the group asked for", "relation": "more-than", "value": "offer#q1"}
    return graph_of(claim("rain", "The group asked for {q1}.", quantities={"q1": asked}), offer, *SPOKEN)


def test_a_threshold_is_another_figure_with_its_own_qualifier() -> None:
    graph = offered()
    assert plain_sentence(claim_of(graph), graph) == "Mara Lind said that the group asked for more than $8 billion."


def test_a_threshold_is_no_second_thing_with_that_number() -> None:
    assert all_collisions(offered()) == ()


def test_figures_that_point_at_each_other_have_no_number() -> None:
    circle = {name: {"of": name, "relation": "about", "value": other} for name, other in (("q1", "q2"), ("q2", "q1"))}
    graph = graph_of(claim("rain", "It is {q1}.", quantities=circle), *SPOKEN)
    assert [q.has_number for q in claim_figures(claim_of(graph), graph).values()] == [False, False]


def fell(time: Any, **told: Any) -> Graph:
    quantities = {"q1": {"of": "fall of the share price", "printed": "12 per cent", "time": time}}
    return graph_of(claim("rain", "The share price fell by {q1}.", quantities=quantities, **told), *SPOKEN)


SINCE = {"edtf": "2023-08-01/2024-03-01", "basis": "stated", "as_stated": "since the verdict"}


def test_a_change_over_another_interval_is_another_thing() -> None:
    graph = fell("2024", a1={}, a2={"by": ["navy"], "time": SINCE, "gives": {"q1": "40 per cent"}})
    group = group_of(graph)
    assert group.of == "fall of the share price, in 2024"
    assert [(row.by[0], row.charted, row.quantity.counted) for row in group.rows] == [
        ("mara", True, "fall of the share price, in 2024"),
        ("navy", False, "fall of the share price, since the verdict"),
    ]
    assert plain_sentence(claim_of(graph), graph) == (
        "Mara Lind said that the share price fell by 12 per cent. "
        "The navy gave the figure as 40 per cent (over another time: since the verdict)."
    )


def test_one_interval_in_two_forms_is_one_thing() -> None:
    graph = fell(SINCE, a1={}, a2={"by": ["navy"], "time": SINCE["edtf"]})
    assert [row.charted for row in group_of(graph).rows] == [True, True]


def test_a_change_of_the_interval_on_the_way_is_reported() -> None:
    graph = fell("2024", a1={}, a2={"by": ["navy"], "based_on": ["a1"], "time": SINCE})
    (told,) = summary(claim_of(graph), graph)
    assert "fall of the share price, since the verdict" in plain(told)
