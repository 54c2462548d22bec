"""Where everyone stands on a claim, and on whose behalf."""

from __future__ import annotations

from explainers.graph.positions import Position, empty, in_order, positions
from tests.graph.records import claim, claim_of, graph_of

RAIN = claim(
    "rain",
    a1={"by": ["mara", "navy"]},
    a2={"by": ["state"], "stance": "declines", "act": "no-comment"},
    a3={"by": ["mara"], "stance": "retracts"},
    a4={"by": ["mara"], "act": "report", "speaks_for": "state"},
)


def short(found: tuple[Position, ...]) -> list[tuple[str, str, list[str]]]:
    return [(p.actor, p.stance, [ref.key for ref in p.refs]) for p in found]


def test_an_actor_has_one_position_for_each_stance_with_all_that_shows_it() -> None:
    assert short(positions(claim_of(graph_of(RAIN)))) == [
        ("mara", "affirms", ["rain#a1", "rain#a4"]),
        ("navy", "affirms", ["rain#a1"]),
        ("state", "declines", ["rain#a2"]),
        ("mara", "retracts", ["rain#a3"]),
    ]


def test_a_speaker_that_is_named_twice_has_said_it_once() -> None:
    twice = claim(a1={"by": ["mara", "mara"]})
    assert short(positions(claim_of(graph_of(twice)))) == [("mara", "affirms", ["rain#a1"])]


def test_a_position_knows_on_whose_behalf_it_was_taken() -> None:
    assert [p.behalf for p in positions(claim_of(graph_of(RAIN)))] == [("state",), (), (), ()]


def test_the_three_empties_are_kept_apart() -> None:
    assert empty(["declines"]) == "declined"
    assert empty(["no-position-found"]) == "said-nothing"
    assert empty([]) == "not-looked-for"
    assert empty(["declines", "no-position-found"]) == "declined"
    assert empty(["declines", "doubts"]) is None


def test_stances_stand_in_one_order() -> None:
    assert in_order(["no-position-found", "retracts", "denies", "affirms", "denies"]) == (
        "affirms",
        "denies",
        "retracts",
        "no-position-found",
    )
