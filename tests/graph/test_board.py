"""The board of a claim, the matrix of several, and what one actor took."""

from __future__ import annotations

from typing import Any

from explainers.graph.board import board, matrix, taken
from explainers.graph.graph import Graph
from tests.graph.records import actor, claim, claim_of, graph_of
from tests.graph.test_as_of import on, says

SILENT = {"by": ["navy"], "stance": "no-position-found", "as_of": on("2024-03-01")}


def rows(*attributions: dict[str, Any]) -> list[tuple[str, str, str, bool, bool]]:
    made = graph_of(claim("rain", **{f"a{n}": a for n, a in enumerate(attributions, start=1)}))
    found = board(claim_of(made), made)
    return [(row.position.actor, row.position.stance, row.when, row.rival, row.ordered) for row in found]


def test_rows_stand_by_stance_then_as_written_and_the_last_stance_of_an_actor_is_the_present_one() -> None:
    assert rows(SILENT, says("2024-01-05", "denies"), says("2024-01-01"), says("2024-01-03", "affirms", "otto")) == [
        ("mara", "affirms", "past", True, True),
        ("otto", "affirms", "present", False, True),
        ("mara", "denies", "present", True, True),
        ("navy", "no-position-found", "present", False, True),
    ]


def test_the_order_of_two_stances_is_not_settled_by_dates_that_overlap() -> None:
    assert rows(says("2024-01-05", "denies"), says("2024-01")) == [
        ("mara", "affirms", "present", True, False),
        ("mara", "denies", "past", True, False),
    ]


def test_who_takes_something_back_has_said_it_before() -> None:
    assert rows(says("2024"), says("2024-01-05", "retracts")) == [
        ("mara", "affirms", "past", True, True),
        ("mara", "retracts", "present", True, True),
    ]


def test_a_stance_without_a_date_is_not_placed() -> None:
    assert rows({"by": ["mara"]}, says("2024-01-05", "denies")) == [
        ("mara", "affirms", "not-placed", False, True),
        ("mara", "denies", "present", False, True),
    ]


def test_dates_appear_once_and_in_order_and_one_that_is_stated_anywhere_is_not_inferred() -> None:
    guess = {"by": ["mara"], "said": on("2024-01-05", "inferred")}
    made = graph_of(claim("rain", a1=guess, a2=says("2024-01-05"), a3=says("2023"), a4={"by": ["mara"]}))
    (row,) = board(claim_of(made), made)
    assert [(date.edtf, date.basis) for date in row.dates] == [("2023", "stated"), ("2024-01-05", "stated")]
    assert str(row.last) == "2024-01-05"


def many() -> Graph:
    return graph_of(
        *(actor(id) for id in ("mara", "navy", "otto", "state")),
        claim("rain", a1=says("2024-01-01"), a2=says("2024-01-05", "retracts"), a3=says("2024", "declines", "state")),
        claim("snow", a1=SILENT, a2=says("2024-01-05", "denies", "otto", speaks_for="state"), a3=says("2023")),
    )


def test_a_matrix_has_what_stands_what_was_left_and_which_empty_it_is() -> None:
    made = many()
    found = matrix([claim_of(made, "rain"), claim_of(made, "snow")], made)
    cells = {a: {id: (c.stances, c.earlier, c.empty) for id, c in row.items()} for a, row in found.items()}
    assert cells == {
        "mara": {"rain": (("retracts",), ("affirms",), None), "snow": (("affirms",), (), None)},
        "navy": {"snow": (("no-position-found",), (), "nothing-found")},
        "otto": {"snow": (("denies",), (), None)},
        "state": {"rain": (("declines",), (), "declined")},
    }
    assert list(found) == ["mara", "navy", "otto", "state"]


def test_a_cell_does_not_tell_a_silence_beside_a_position() -> None:
    made = graph_of(claim("rain", a1=says("2024-01-01", "affirms", "navy"), a2=SILENT))
    cell = matrix([claim_of(made)], made)["navy"]["rain"]
    assert (cell.stances, cell.earlier, cell.empty) == (("affirms",), (), None)


def test_what_an_actor_took_is_the_newest_first_and_includes_what_others_said_on_its_behalf() -> None:
    def short(id: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
        return [(t.position.claim.id, t.position.stance, t.through, t.position.behalf) for t in taken(id, many())]

    assert short("mara") == [("rain", "retracts", "", ()), ("rain", "affirms", "", ()), ("snow", "affirms", "", ())]
    assert short("state") == [("rain", "declines", "", ()), ("snow", "denies", "otto", ("state",))]
    assert short("otto") == [("snow", "denies", "", ("state",))]


def test_what_has_no_date_comes_last() -> None:
    made = graph_of(actor("mara"), claim("rain", a1={}), claim("snow", a1=says("2020")))
    assert [one.position.claim.id for one in taken("mara", made)] == ["snow", "rain"]
