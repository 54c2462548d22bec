"""Open figures: who counts, when, and which counts a reader may hold against each other."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.graph.as_of import moments
from explainers.graph.collisions import Collision, all_collisions
from explainers.graph.counts import counted_on, counters, later_count
from explainers.graph.figures import FigureGroup, figure_groups
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.origins import origins
from explainers.kinds.claim.model import Claim
from explainers.kinds.quantity import Quantity
from explainers.pages.views.chart import chart
from tests.graph.records import actor, claim, claim_of, graph_of, source

DEAD = {"q1": {"of": "people killed by the quake", "unit": "person"}}
GUARD, NAVY = "guard", "navy"


def count(figure: int, said: str, by: str = GUARD, **more: Any) -> dict[str, Any]:
    cites = [{"source": "paper", "exact": f"{figure} dead"}]
    return {"by": [by], "act": "report", "said": said, "cites": cites} | more


def counted(**told: Any) -> Graph:
    given = claim(statement="The quake killed {q1} people.", quantities=DEAD, **told)
    return graph_of(given, actor(GUARD), actor(NAVY), source("paper"))


def telling(graph: Graph, id: str) -> AttributionRef:
    found = claim_of(graph).attribution(id)
    assert found is not None
    return AttributionRef(claim_of(graph), found)


def group_of(graph: Graph) -> FigureGroup:
    (group,) = figure_groups(graph.of(Claim), graph)
    return group


def different(graph: Graph) -> list[list[str]]:
    """The numbers that are told of as different for one thing."""
    return [_numbers(collision) for collision in all_collisions(graph)]


def _numbers(collision: Collision) -> list[str]:
    assert collision.kind == "different-numbers"
    return [side.number for side in collision.sides]


def test_what_is_counted_in_a_unit_without_a_number_is_open() -> None:
    assert Quantity(of="people killed", unit="person").is_open
    assert not Quantity(of="people killed", unit="person", printed="280").is_open


def test_a_later_count_ends_the_earlier_one_of_its_party_from_its_day_on() -> None:
    graph = counted(a1=count(280, "2022-06-22"), a2=count(1150, "2022-06-24"), a3=count(900, "2022-06-25", NAVY))
    placed = {m.ref.attribution.id: str(m.until) for row in moments(claim_of(graph), graph).values() for m in row}
    assert placed == {"a1": "2022-06-24", "a2": "None", "a3": "None"}


def test_who_speaks_for_a_party_counts_as_the_party() -> None:
    graph = counted(a1=count(280, "2022-06-22", NAVY, speaks_for=GUARD), a2=count(1150, "2022-06-24"))
    later = later_count(NAVY, telling(graph, "a1"), graph)
    assert later
    assert later.attribution.id == "a2"


def test_a_count_after_one_that_was_taken_back_is_not_ended_by_it() -> None:
    graph = counted(
        a1=count(280, "2022-06-22"), a2=count(9000, "2022-06-23"), a3=count(300, "2022-06-24", replaces=["a2"])
    )
    later = later_count(GUARD, telling(graph, "a1"), graph)
    assert later
    assert later.attribution.id == "a3"


def test_counts_of_one_party_are_one_voice_and_one_origin() -> None:
    graph = counted(a1=count(280, "2022-06-22"), a2=count(1150, "2022-06-24"))
    found = origins(claim_of(graph), graph)
    assert (found.voices, len(found.origins), found.ended) == ((GUARD,), 1, ())


def test_who_passes_a_count_on_counts_nothing_and_later_than_its_counter() -> None:
    graph = counted(a1=count(280, "2022-06-22"), a2=count(280, "2022-06-24", NAVY, based_on=["a1"]))
    passed_on = telling(graph, "a2")
    day = counted_on(passed_on, graph)
    assert counters(passed_on, graph) == {GUARD}
    assert day
    assert day.date.edtf == "2022-06-22"


def test_the_time_of_a_telling_goes_before_the_day_on_which_it_was_said() -> None:
    day = counted_on(telling(counted(a1=count(280, "2022-06-24", time="2022-06-22")), "a1"), counted())
    assert day
    assert day.date.edtf == "2022-06-22"


def test_all_counts_are_on_one_chart_in_the_order_of_the_clock() -> None:
    graph = counted(
        a1=count(180, "2025-05-06T20:00"),
        a2=count(95, "2025-05-06T14:00", NAVY),
        a3=count(40, "2025-05-06T08:00"),
        a4=count(40, "2025-05-07T08:00"),
    )
    group = group_of(graph)
    assert [(row.by[0], row.quantity.alone, row.charted) for row in group.rows] == [
        (GUARD, "40", True),
        (NAVY, "95", True),
        (GUARD, "180", True),
        (GUARD, "40", True),
    ]
    drawn = chart(group, graph)
    assert drawn
    assert len(drawn.marks) == 4
    assert drawn.braces == ()


def test_earlier_counts_of_one_party_are_no_different_numbers() -> None:
    assert different(counted(a1=count(280, "2022-06-22"), a2=count(1150, "2022-06-24"))) == []


@pytest.mark.parametrize(
    ("guard", "navy", "differ"),
    [
        ("2022-06-22", "2022-06-22", True),
        ("2022-06-22", "2022-06-23", False),
        ("2022-06-22T08:00", "2022-06-22T14:00", False),
        ("2022-06-22T08:00", "2022-06-22T08:00", True),
        ("2022-06-22T08:00", "2022-06-22", True),
        ("2022-06", "2022-06-22", False),
    ],
)
def test_two_parties_differ_only_at_one_time(guard: str, navy: str, differ: bool) -> None:
    graph = counted(a1=count(280, guard), a2=count(300, navy, NAVY))
    assert [sorted(numbers) for numbers in different(graph)] == ([["280", "300"]] if differ else [])


def test_of_a_day_the_last_count_of_a_party_is_held_against_others() -> None:
    graph = counted(
        a1=count(40, "2025-05-06T08:00"), a2=count(180, "2025-05-06T20:00"), a3=count(95, "2025-05-06", NAVY)
    )
    assert different(graph) == [["95", "180"]]


def test_two_earlier_counts_of_one_time_still_differ() -> None:
    graph = counted(
        a1=count(40, "2025-05-06"),
        a2=count(180, "2025-05-07"),
        a3=count(95, "2025-05-06", NAVY),
        a4=count(180, "2025-05-07", NAVY),
    )
    assert different(graph) == [["40", "95"]]
