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


def test_tellings_are_in_the_order_of_their_distance_from_the_origin() -> None:
    found = told(a1={"by": ["post"], "based_on": ["a2"]}, a2={"by": ["paper"], "based_on": ["a3"]}, a3={})
    assert [(id, distance) for id, distance, _ in found] == [("a3", 0), ("a2", 1), ("a1", 2)]


def test_a_lost_qualifier_is_marked() -> None:
    found = told(a1={}, a2={"based_on": ["a1"], **printed(relation="unqualified")})
    assert found == [("a1", 0, ()), ("a2", 1, ("qualifier",))]


def test_another_figure_population_and_act_are_marked() -> None:
    other = {"quantities": {"q1": {"value": 12000}}, "population": "animals"}
    found = told(a1={"act": "estimate"}, a2={"based_on": ["a1"], "act": "say", "as_printed": other})
    assert found[1] == ("a2", 1, ("figure", "counted", "act"))


def test_another_predicate_is_marked_where_both_are_recorded_and_neither_is_translated() -> None:
    said = {
        "a1": {"as_printed": {"predicate": "live in"}},
        "a2": {"based_on": ["a1"], "as_printed": {"predicate": "fill"}},
    }
    assert told(**said)[1] == ("a2", 1, ("predicate",))
    assert told(**said | {"a1": {}})[1] == ("a2", 1, ())
    translated = said["a1"] | {"mode": "translated-quotation", "quote_status": "not-checked"}
    assert told(**said | {"a1": translated})[1] == ("a2", 1, ("quotation",))


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
        "a4": {"based_on": ["a2", "a3"], "certainty": "certain", **printed(value=12000)},
    }
    graph = graph_of(claim(statement="The lake holds {q1} otters.", quantities=FIGURE, **said))
    *_, last = tellings(claim_of(graph), graph)
    found = [(one.before.key, [a.name for a in one.aspects if a.changed]) for one in last.compared]
    assert found == [("rain#a2", ["figure", "certainty"]), ("rain#a3", ["certainty"])]
    # The figure is that of one of them, and so it did not change here.
    assert last.changed == ("certainty",)


def compared(*documents: Any, **said: Any) -> dict[str, list[tuple[str, str, bool]]]:
    """With which tellings each is compared, by what link, and whether that is stated."""
    graph = graph_of(claim(statement="The lake holds {q1} otters.", quantities=FIGURE, **said), *documents)
    found = tellings(claim_of(graph), graph)
    return {t.ref.attribution.id: [(c.before.attribution.id, c.link, c.stated) for c in t.compared] for t in found}


def test_two_reports_without_a_link_are_not_compared() -> None:
    day = {"said": {"edtf": "2024-05-03", "basis": "stated"}}
    papers = [source("paper"), source("post")]
    said = {"a1": day, "a2": {"cites": read_in("post"), **day, **printed(relation="unqualified")}}
    assert compared(*papers, **said) == {"a1": [], "a2": []}


def test_two_utterances_of_one_speaker_are_not_compared() -> None:
    papers = [source("paper"), source("post"), source("speech", seen="cited-only"), source("blog", seen="cited-only")]
    said = {"a1": {"said_in": "blog"}, "a2": {"said_in": "speech", "cites": read_in("post"), **printed(value=12000)}}
    assert compared(*papers, **said) == {"a1": [], "a2": []}


def test_two_accounts_of_one_text_are_set_side_by_side() -> None:
    papers = [source("paper"), source("post"), source("speech", seen="cited-only")]
    quoted = {"mode": "quotation", "quote_status": "not-checked"}
    said = {
        "a1": {"said_in": "speech", **printed(value=12000)},
        "a2": {"said_in": "speech", "cites": read_in("post"), **quoted},
    }
    assert compared(*papers, **said) == {"a1": [("a2", "sibling", True)], "a2": []}


def test_an_actor_in_whose_text_it_was_said_makes_no_siblings() -> None:
    papers = [source("paper"), source("post"), actor("agency")]
    said = {"a1": {"said_in": "agency"}, "a2": {"said_in": "agency", "cites": read_in("post"), **printed(value=12000)}}
    assert compared(*papers, **said) == {"a1": [], "a2": []}


def test_a_page_made_from_one_text_comes_from_what_is_said_there() -> None:
    wire = source("wire", publisher="agency")
    said = {"a1": {"cites": read_in("wire")}, "a2": {"cites": read_in("paper"), **printed(relation="unqualified")}}
    assert compared(wire, source("paper", "wire"), **said)["a2"] == [("a1", "way", True)]
    quoting = source("paper", derived_from=[{"source": "wire", "how": "quotes"}])
    assert compared(wire, quoting, **said)["a2"] == []
    inferred = source("paper", derived_from=[{"source": "wire", "how": "rewrites", "basis": "inferred"}])
    assert compared(wire, inferred, **said)["a2"] == [("a1", "way", False)]
    assert compared(wire, source("paper", "wire", "other"), source("other"), **said)["a2"] == []


def test_a_page_that_prints_it_as_its_own_comes_from_the_only_one_who_said_it_there() -> None:
    papers = [source("wire", publisher="agency"), source("paper", "wire")]
    said = {"a1": {"cites": read_in("wire")}, "a2": {"by": ["gazette"]}}
    assert compared(*papers, **said)["a2"] == [("a1", "way", True)]
    two = said | {"a3": {"by": ["navy"], "cites": read_in("wire")}}
    assert compared(*papers, **two)["a2"] == []


def test_what_was_said_in_a_text_that_we_read_comes_from_there() -> None:
    papers = [source("speech", role="primary"), source("paper")]
    said = {"a1": {"cites": read_in("speech")}, "a2": {"said_in": "speech", **printed(value=12000)}}
    assert compared(*papers, **said)["a2"] == [("a1", "way", True)]


def test_the_loss_of_may_is_marked_and_the_change_of_a_unit_and_of_the_number_of_speakers() -> None:
    assert told(a1={"certainty": "possible"}, a2={"based_on": ["a1"]})[1] == ("a2", 1, ("certainty",))
    assert told(a1=printed(unit="pair"), a2={"based_on": ["a1"], **printed(unit="otter")})[1] == ("a2", 1, ("unit",))
    three, two = {"by": ["mara", "navy", "otto"]}, {"by": ["mara", "navy"], "based_on": ["a1"]}
    assert told(a1=three, a2=two)[1] == ("a2", 1, ("speakers",))
    assert told(a1={"speakers": 3}, a2={"speakers": "several", "based_on": ["a1"]})[1] == ("a2", 1, ("speakers",))
    assert told(a1={"by": ["mara"]}, a2={"by": ["gazette"], "based_on": ["a1"]})[1] == ("a2", 1, ())


def test_a_speaker_who_becomes_somebodys_is_marked() -> None:
    mara = actor("mara", "Mara Lind")
    said = {
        "a1": {"as_named": "the mediator Mara Lind"},
        "a2": {"as_named": "Mara Lind, Bayer’s mediator", "based_on": ["a1"]},
    }
    assert told(mara, **said)[1] == ("a2", 1, ("role",))
    assert told(mara, **said | {"a2": {"as_named": "Lind", "based_on": ["a1"]}})[1] == ("a2", 1, ())


def test_a_telling_with_its_own_statement_is_compared_by_that_and_not_by_figures() -> None:
    found = told(a1={"statement": "The lake is crowded."}, a2={"based_on": ["a1"]})
    assert found[1] == ("a2", 0, ("statement",))


def test_a_telling_that_names_one_basis_twice_or_itself_is_compared_once() -> None:
    graph = graph_of(claim(a1={}, a2={"based_on": ["a1", "a2", "a1"]}))
    assert [[one.before.key for one in t.compared] for t in tellings(claim_of(graph), graph)] == [[], ["rain#a1"]]


def test_of_two_as_near_the_one_closer_to_the_words_is_first() -> None:
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
        "yes, translated (not found closer to the speaker)",
        True,
    )


def test_a_circle_does_not_hang() -> None:
    assert len(told(a1={"based_on": ["a2"]}, a2={"based_on": ["a1"]})) == 2
