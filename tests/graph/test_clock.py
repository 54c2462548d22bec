"""What happened and was said within one day, in the order of the clock."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.graph.as_of import present
from explainers.graph.board import board
from explainers.graph.drift import tellings
from explainers.graph.endings import ending
from explainers.graph.figures import figure_groups
from explainers.graph.graph import AttributionRef, Graph
from tests.graph.records import actor, claim, claim_of, graph_of, place, source

MORNING, EVENING = "2024-03-03T06:00", "2024-03-03T18:00"


def says(said: str, stance: str = "affirms", by: str = "mara", **fields: Any) -> dict[str, Any]:
    return {"by": [by], "stance": stance, "said": said, **fields}


def graph(*attributions: dict[str, Any], **fields: Any) -> Graph:
    numbered = {f"a{n}": each for n, each in enumerate(attributions, start=1)}
    return graph_of(claim("rain", **numbered, **fields), actor("mara"), actor("otto"), place("lake"), source("paper"))


def toll(number: int, said: str, **fields: Any) -> dict[str, Any]:
    return says(said, as_printed={"quantities": {"q1": {"value": number}}}, **fields)


COUNTED = {
    "statement": "The flood killed {q1} people.",
    "type": "measurement",
    "quantities": {"q1": {"of": "people killed", "relation": "unqualified", "value": 900, "unit": "person"}},
}


@pytest.mark.parametrize("order", [1, -1])
def test_who_denies_in_the_evening_what_it_said_in_the_morning_denies_it(order: int) -> None:
    made = graph(*[says(MORNING), says(EVENING, "denies")][::order])
    assert present(claim_of(made), made) == {"mara": {"denies"}}
    rows = {row.position.stance: row for row in board(claim_of(made), made)}
    assert {stance: (row.when, row.ordered) for stance, row in rows.items()} == {
        "affirms": ("past", True),
        "denies": ("present", True),
    }


@pytest.mark.parametrize("said", [("2024-03-03", EVENING), (MORNING, "2024-03-03"), (MORNING, MORNING)])
def test_what_the_clock_does_not_order_both_stands(said: tuple[str, str]) -> None:
    made = graph(says(said[0]), says(said[1], "denies"))
    assert present(claim_of(made), made) == {"mara": {"affirms", "denies"}}


def test_what_is_said_again_after_a_retraction_of_the_same_day_is_not_ended() -> None:
    for said, ended in ((MORNING, True), ("2024-03-03", True), ("2024-03-03T19:00", False)):
        made = graph(says(said), says(EVENING, "retracts"))
        found = ending("mara", AttributionRef(claim_of(made), claim_of(made).attributions[0]), made)
        assert (found is not None) is ended, said


@pytest.mark.parametrize("order", [1, -1])
def test_a_toll_of_the_morning_is_before_that_of_the_evening(order: int) -> None:
    made = graph(*[toll(900, EVENING), toll(200, MORNING)][::order], **COUNTED)
    assert [row.quantity.value for row in figure_groups([claim_of(made)], made)[0].rows] == [200, 900]
    ordered = tellings(claim_of(made), made)
    assert [told.ref.attribution.said.edtf for told in ordered] == [MORNING, EVENING]
