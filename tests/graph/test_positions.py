"""Where everyone stands on a claim, and on whose behalf."""

from __future__ import annotations

from explainers.graph.positions import Position, empty, positions, stances_in_order
from tests.graph.records import claim, claim_of, graph_of

RAIN = claim(
    "rain",
    a1={"by": ["mara", "navy"]},
    a2={"by": ["state"], "stance": "declines", "act": "no-comment"},
    a3={"by": ["mara"], "stance": "retracts"},
    a4={"by": ["mara"], "act": "report", "speaks_for": "state"},
)
GRAPH = graph_of(RAIN)


def short(found: tuple[Position, ...]) -> list[tuple[str, str, list[str]]]:
    return [(p.actor, p.stance, [ref.key for ref in p.refs]) for p in found]


def test_an_actor_has_one_position_for_each_stance_with_all_that_shows_it() -> None:
    assert short(positions(claim_of(GRAPH), GRAPH)) == [
        ("mara", "affirms", ["rain#a1", "rain#a4"]),
        ("navy", "affirms", ["rain#a1"]),
        ("state", "declines", ["rain#a2"]),
        ("mara", "retracts", ["rain#a3"]),
    ]


def test_a_speaker_that_is_named_twice_has_said_it_once() -> None:
    twice = claim(a1={"by": ["mara", "mara"]})
    graph = graph_of(twice)
    assert short(positions(claim_of(graph), graph)) == [("mara", "affirms", ["rain#a1"])]


def test_a_position_knows_on_whose_behalf_it_was_taken() -> None:
    assert [p.behalf for p in positions(claim_of(GRAPH), GRAPH)] == [("state",), (), (), ()]


def test_the_three_empties_are_kept_apart() -> None:
    assert empty(["declines"]) == "declined"
    assert empty(["no-position-found"]) == "nothing-found"
    assert empty([]) == "not-recorded"
    assert empty(["declines", "no-position-found"]) == "declined"
    assert empty(["declines", "doubts"]) is None


def test_stances_are_in_one_order() -> None:
    assert stances_in_order(["no-position-found", "retracts", "denies", "affirms", "denies"]) == (
        "affirms",
        "denies",
        "retracts",
        "no-position-found",
    )


def test_what_an_act_does_is_the_position_where_none_is_written() -> None:
    acts = ["say", "deny", "relay", "question", "contest", "decline", "no-answer", "not-reached", "neither", "rule"]
    said = {f"a{n}": {"by": [act], "act": act} for n, act in enumerate(acts, 1)}
    graph = graph_of(claim(**said))
    assert {p.actor: p.stance for p in positions(claim_of(graph), graph)} == {
        "say": "affirms", "deny": "denies", "relay": "none", "question": "none", "contest": "none",
        "decline": "declines", "no-answer": "declines", "not-reached": "declines", "neither": "declines",
        "rule": "affirms",
    }  # fmt: skip


def test_a_relay_that_is_said_to_affirm_makes_it_its_own() -> None:
    graph = graph_of(claim(a1={"act": "relay", "stance": "affirms"}))
    assert short(positions(claim_of(graph), graph)) == [("mara", "affirms", ["rain#a1"])]


def test_who_says_something_else_says_so_only_partly() -> None:
    said = {
        "a1": {"by": ["mara"], "statement": "The lake is half full."},
        "a2": {"by": ["navy"], "cites": [{"source": "paper", "role": "partly"}]},
        "a3": {
            "by": ["otto"],
            "statement": "The lake is half full.",
            "cites": [{"source": "paper", "role": "supports"}],
        },
        "a4": {"by": ["state"]},
    }
    graph = graph_of(claim(**said))
    found = {p.actor: p.stance for p in positions(claim_of(graph), graph)}
    assert found == {"mara": "partly", "navy": "partly", "otto": "affirms", "state": "affirms"}


def test_other_words_of_another_speaker_agree_only_where_the_editors_say_so() -> None:
    other = {"as_printed": {"predicate": "has been filling"}}
    supports = [{"source": "paper", "role": "supports"}]
    said = {"a1": {}, "a2": {"by": ["navy"], **other}, "a3": {"by": ["otto"], "cites": supports, **other}, "a4": other}
    graph = graph_of(claim(**said))
    found = [(p.actor, p.stance) for p in positions(claim_of(graph), graph)]
    assert found == [("mara", "affirms"), ("navy", "partly"), ("otto", "affirms")]
