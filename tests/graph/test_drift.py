"""What changed as a claim was passed on."""

from __future__ import annotations

from typing import Any

from explainers.graph.drift import tellings
from tests.graph.records import actor, claim, claim_of, graph_of, read_in, source

FIGURE = {"q1": {"of": "otters", "relation": "about", "value": 11000}}


def told(*documents: Any, **said: Any) -> list[tuple[str, int, tuple[str, ...]]]:
    """Each telling of a claim with its distance from the origin and the names of what changed."""
    graph = graph_of(claim(statement="The lake holds {q1} otters.", quantities=FIGURE, **said), *documents)
    return [(t.ref.attribution.id, t.distance, t.changed) for t in tellings(claim_of(graph), graph)]


def printed(**quantity: Any) -> dict[str, Any]:
    return {"as_printed": {"quantities": {"q1": quantity}}}


def test_tellings_stand_in_the_order_of_their_distance_from_the_origin() -> None:
    found = told(a1={"by": ["post"], "based_on": ["a2"]}, a2={"by": ["paper"], "based_on": ["a3"]}, a3={})
    assert [(id, distance) for id, distance, _ in found] == [("a3", 0), ("a2", 1), ("a1", 2)]


def test_a_lost_qualifier_is_marked() -> None:
    found = told(a1={}, a2={"based_on": ["a1"], **printed(relation="unqualified")})
    assert found == [("a1", 0, ()), ("a2", 1, ("qualifier",))]


def test_another_figure_population_act_and_predicate_are_marked() -> None:
    other = {"quantities": {"q1": {"value": 12000}}, "population": "animals", "predicate": "left the lake"}
    found = told(a1={"act": "estimate"}, a2={"based_on": ["a1"], "act": "say", "as_printed": other})
    assert found[1] == ("a2", 1, ("figure", "counted", "predicate", "act"))


def test_two_verbs_of_one_class_are_no_change() -> None:
    assert told(a1={"act": "say"}, a2={"based_on": ["a1"], "act": "report"})[1] == ("a2", 1, ())


def test_a_telling_is_compared_with_what_it_rests_on_and_not_with_its_neighbour() -> None:
    found = told(
        a1={},
        a2={"based_on": ["a1"], **printed(relation="nearly")},
        a3={"based_on": ["a1"]},
    )
    assert found == [("a1", 0, ()), ("a2", 1, ("qualifier",)), ("a3", 1, ())]


def test_a_telling_that_rests_on_several_is_compared_with_each() -> None:
    said: dict[str, Any] = {
        "a1": {},
        "a2": {"based_on": ["a1"]},
        "a3": {"based_on": ["a1"], **printed(value=12000)},
        "a4": {"based_on": ["a2", "a3"], "as_printed": {"quantities": {"q1": {"value": 12000}}, "predicate": "left"}},
    }
    graph = graph_of(claim(statement="The lake holds {q1} otters.", quantities=FIGURE, **said))
    *_, last = tellings(claim_of(graph), graph)
    found = [(one.before.key, [a.name for a in one.aspects if a.changed]) for one in last.compared]
    assert found == [("rain#a2", ["figure", "predicate"]), ("rain#a3", ["predicate"])]
    # The figure is that of one of them, and so it did not change here.
    assert last.changed == ("predicate",)
    assert [one.before.key for one in last.towards("figure")] == ["rain#a3"]


def test_a_telling_that_names_one_basis_twice_or_itself_is_compared_once() -> None:
    graph = graph_of(claim(a1={}, a2={"based_on": ["a1", "a2", "a1"]}))
    assert [[one.before.key for one in t.compared] for t in tellings(claim_of(graph), graph)] == [[], ["rain#a1"]]


def test_of_two_as_near_the_one_closer_to_the_words_stands_first() -> None:
    documents = [
        source("rewritten", derived_from=[{"source": "speech", "how": "rewrites"}]),
        source("translated", derived_from=[{"source": "speech", "how": "translates"}]),
        source("speech", role="primary"),
        actor("gazette"),
    ]
    found = told(
        *documents,
        a1={"cites": read_in("rewritten")},
        a2={"cites": read_in("translated")},
        a3={"cites": read_in("speech")},
    )
    assert [id for id, _, _ in found] == ["a3", "a2", "a1"]


def test_only_those_who_say_so_tell() -> None:
    assert [id for id, _, _ in told(a1={}, a2={"stance": "denies", "act": "deny"})] == ["a1"]


def test_a_quotation_says_whether_its_words_were_found_upstream() -> None:
    quoted = {"mode": "translated-quotation", "quote_status": "not-found-upstream", "based_on": ["a1"]}
    graph = graph_of(claim(a1={}, a2=quoted))
    [_, telling] = tellings(claim_of(graph), graph)
    assert {a.name: (a.value, a.changed) for a in telling.aspects}["quotation"] == (
        "yes, translated (not found nearer to the speaker)",
        True,
    )


def test_a_circle_does_not_hang() -> None:
    assert len(told(a1={"based_on": ["a2"]}, a2={"based_on": ["a1"]})) == 2
