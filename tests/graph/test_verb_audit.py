"""The verbs of a source, counted by what they do and by the side of the speaker; and the sentences that say so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from explainers.graph.graph import Graph
from explainers.graph.verb_audit import NO_SIDE, SideVerbs, VerbAudit, verb_audit
from explainers.kinds.source.model import Source
from explainers.prose.verb_audit_words import (
    compared,
    in_cell,
    in_no_list,
    our_verb,
    verbs_counted,
    what_is_counted,
    without_verb,
)
from explainers.text.inline import plain
from tests.graph.records import actor, claim, graph_of, read_in, record, source


def sided(id: str, side: str) -> Any:
    return actor(id, parties=[{"event": "war", "side": side}])


RECORDS = [
    record("event", "war", name="War of the lakes", in_text="the war of the lakes", kind="war", known="established"),
    sided("mara", "North"),
    sided("tom", "South"),
    actor("stranger"),
    actor("court", kind="institution"),
    actor("envoy"),
    source("paper", csl={"type": "webpage", "title": "Paper", "language": "en-GB"}),
    source("zeitung", csl={"type": "webpage", "title": "Zeitung", "language": "de"}),
    source("leaflet"),
    source("unread", seen="cited-only"),
]


def audit(*claims: Any, of: str = "paper", language: str = "en", **said: Any) -> VerbAudit:
    graph = replace(graph_with(*claims, **said), language=language)
    found = graph.get(of, Source)
    assert found is not None
    return verb_audit(found, graph)


def graph_with(*claims: Any, **said: Any) -> Graph:
    return graph_of(*(claims or [claim(**said)]), *RECORDS)


def rows(found: VerbAudit) -> list[tuple[str, str, int]]:
    return [(use.verb, use.lean, use.count) for use in found.uses]


def at(*, verb: str, spot: str = "", **said: Any) -> dict[str, Any]:
    cites = [{"source": "paper"} | ({"locator": spot} if spot else {})]
    return {"verb": verb, "cites": cites} | said


def test_verbs_that_lean_come_first_and_those_not_listed_last() -> None:
    found = audit(a1=at(verb="quacked"), a2=at(verb="said"), a3=at(verb="revealed"), a4=at(verb="alleged"))
    assert rows(found) == [
        ("revealed", "belief", 1),
        ("said", "neutral", 1),
        ("alleged", "distance", 1),
        ("quacked", "not-classed", 1),
    ]


def test_a_verb_counts_once_at_one_spot_and_again_at_another() -> None:
    rain = claim("rain", a1=at(verb="said", spot="para. 1"), a2=at(verb="Said", spot="para. 2"))
    snow = claim("snow", a1=at(verb="said", spot="para. 1"))
    [use] = audit(rain, snow).uses
    assert (use.count, use.claims) == (2, ("rain", "snow"))


def test_without_a_spot_each_statement_has_its_own_verb() -> None:
    assert rows(audit(a1=at(verb="said"), a2=at(verb="said"))) == [("said", "neutral", 2)]


def test_other_speakers_or_another_stance_make_another_row() -> None:
    found = audit(a1=at(verb="said"), a2=at(verb="said", by=["tom"]), a3=at(verb="said", stance="denies"))
    assert [(use.actors, our_verb(use)) for use in found.uses] == [
        (("mara",), "said"),
        (("tom",), "said"),
        (("mara",), "denied"),
    ]


def test_a_verb_belongs_to_the_first_text_that_is_cited_for_it() -> None:
    said = {"verb": "said", "cites": [{"source": "leaflet", "role": "context"}, *read_in("paper", "zeitung")]}
    assert [audit(of=text, a1=said).total for text in ("paper", "zeitung", "leaflet")] == [1, 0, 0]


def test_of_a_text_that_we_have_not_read_no_verb_is_counted() -> None:
    assert audit(of="unread", a1={"verb": "said", "cites": read_in("unread")}).total == 0


def test_statements_without_a_verb_are_counted_and_silences_are_not() -> None:
    found = audit(a1=at(verb="said"), a2={}, a3={"stance": "no-position-found"})
    assert without_verb(found) == "For 1 statement recorded from it, we noted no verb of saying."
    assert without_verb(audit(a1=at(verb="said"))) == ""


def test_a_silence_read_nowhere_has_no_verb_in_any_text() -> None:
    assert audit(a1=at(verb="said"), a2={"stance": "no-position-found", "cites": []}).total == 1


@pytest.mark.parametrize(
    ("of", "language", "classed"),
    [("paper", "de", True), ("zeitung", "en", False), ("leaflet", "en", True), ("leaflet", "de", False)],
)
def test_verbs_of_another_language_are_shown_and_not_classed(of: str, language: str, classed: bool) -> None:
    found = audit(of=of, language=language, a1={"verb": "said", "cites": read_in(of)})
    assert (found.classed, found.uses[0].lean) == (classed, "neutral" if classed else "not-classed")
    told = in_no_list(found, "German")
    assert told == (
        "" if classed else "This source is in German. Our list of verbs is English, so these are not classed."
    )


def many(verbs: dict[str, int], start: int = 1, **said: Any) -> dict[str, Any]:
    """Statements with verbs, each as often as it says."""
    each = [verb for verb, number in verbs.items() for _ in range(number)]
    return {f"a{n}": at(verb=verb, **said) for n, verb in enumerate(each, start)}


NORTH = many({"revealed": 6, "said": 5, "claimed": 1})
SOUTH = many({"said": 5, "alleged": 5}, 20, by=["tom"])
NOBODY = many({"alleged": 6}, 40, by=["stranger"])


def test_sides_are_counted_from_five_verbs_on_and_so_is_what_verbs_do() -> None:
    found = audit(**NORTH, **SOUTH, **NOBODY)
    assert found.leans() == {"belief": 6, "neutral": 10, "distance": 12}
    assert found.by_side("war") == {
        "North": SideVerbs(12, {"belief": 6, "neutral": 5}),
        "South": SideVerbs(10, {"neutral": 5, "distance": 5}),
        NO_SIDE: SideVerbs(6, {"distance": 6}),
    }
    assert in_cell(found.by_side("war")["North"], "belief") == "6"
    assert in_cell(found.by_side("war")["North"], "distance") == "fewer than 5"


@pytest.mark.parametrize("other", [many({"alleged": 4}, 20, by=["tom"]), NOBODY, {}])
def test_one_side_alone_is_compared_with_nothing(other: dict[str, Any]) -> None:
    found = audit(**NORTH, **other)
    assert (found.by_side("war"), found.events(), compared(found, "war", graph_with(**NORTH))) == ({}, (), ())


def test_the_side_of_a_spokesperson_is_that_of_the_party_spoken_for() -> None:
    found = audit(a1=at(verb="noted", by=["envoy"], speaks_for="mara"))
    assert found.uses[0].sides == (("war", "North"),)


def test_a_verb_shared_by_two_sides_counts_for_each() -> None:
    found = audit(**many({"said": 5}, by=["mara", "tom"]))
    assert found.by_side("war") == {"North": SideVerbs(5, {"neutral": 5}), "South": SideVerbs(5, {"neutral": 5})}


@pytest.mark.parametrize("verb", ["is reported to have", "was believed to be", "reportedly", "allegedly"])
def test_hearsay_is_put_down_to_no_side(verb: str) -> None:
    found = audit(**NORTH, **SOUTH, **many({verb: 9}, 40))
    assert found.by_side("war")["North"].total == 12
    assert [use.sides for use in found.uses if use.verb == verb] == [()]


def test_the_sentences_count_what_five_verbs_do_and_name_the_sides() -> None:
    found = audit(**NORTH, **SOUTH, **NOBODY)
    assert verbs_counted(found) == (
        "Of 28 verbs of saying counted here, 6 lean towards belief, 10 are neutral and 12 keep a distance."
    )
    assert plain(compared(found, "war", graph_with(**NORTH, **SOUTH, **NOBODY))) == (
        "Counted by side in the war of the lakes: of 12 verbs with statements by North, 6 lean towards belief; of 10 "
        "verbs with statements by South, 5 keep a distance; of 6 verbs with statements by speakers of no recorded "
        "side, 6 keep a distance."
    )


def test_where_no_five_verbs_do_the_same_nothing_is_counted() -> None:
    found = audit(**many({"revealed": 4, "noted": 0, "said": 4, "alleged": 4}))
    assert (verbs_counted(found), found.leans()) == ("", {})


def test_where_no_one_has_a_side_there_is_no_table_of_sides() -> None:
    assert audit(**many({"said": 9}, by=["stranger"])).events() == ()


@pytest.mark.parametrize(
    ("verb", "said", "lean"),
    [
        ("found", {"by": ["court"], "act": "rule"}, "neutral"),
        ("dismissed", {"by": ["court"], "act": "rule"}, "neutral"),
        ("has found", {"by": ["court"]}, "neutral"),
        ("ruled", {"by": ["court"]}, "neutral"),
        ("held", {"by": ["court"]}, "neutral"),
        ("noted", {"by": ["court"]}, "belief"),
        ("found", {"by": ["mara"]}, "belief"),
        ("found", {"by": ["court", "mara"]}, "belief"),
    ],
)
def test_what_a_court_finds_and_rules_leans_nowhere(verb: str, said: dict[str, Any], lean: str) -> None:
    assert audit(a1=at(verb=verb, **said)).uses[0].lean == lean


def test_a_page_says_what_its_verbs_are_counted_from() -> None:
    seen = record(
        "event", "raid", name="Raid", kind="other", cites=[{"source": "paper", "exact": "confirmed he saw it"}]
    )
    graph = graph_of(claim(a1=at(verb="said"), a2={}), seen, *RECORDS)
    source_read = graph.get("paper", Source)
    assert source_read is not None
    assert what_is_counted(verb_audit(source_read, graph)) == (
        "The table has the verbs that we noted with 1 statement from this source, not all that it prints. Verbs "
        "in 1 passage cited for events are not in it."
    )
