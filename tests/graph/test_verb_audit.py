"""The verbs of a source, counted by what they do and by the side of the speaker; and the sentences that say so."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.graph.graph import Graph
from explainers.graph.verb_audit import NO_SIDE, VerbAudit, verb_audit
from explainers.kinds.source.model import Source
from explainers.prose.verb_audit_words import in_no_list, our_verb, sides_told, verbs_counted, without_verb
from explainers.text.inline import plain
from tests.graph.records import actor, claim, graph_of, read_in, record, source


def sided(id: str, side: str) -> Any:
    return actor(id, parties=[{"event": "war", "side": side}])


RECORDS = [
    record("event", "war", name="War of the lakes", in_text="the war of the lakes", kind="war", known="established"),
    sided("mara", "North"),
    sided("tom", "South"),
    actor("stranger"),
    actor("envoy"),
    source("paper", csl={"type": "webpage", "title": "Paper", "language": "en-GB"}),
    source("zeitung", csl={"type": "webpage", "title": "Zeitung", "language": "de"}),
    source("leaflet"),
    source("unread", seen="cited-only"),
]


def audit(*claims: Any, of: str = "paper", language: str = "en", **said: Any) -> VerbAudit:
    graph = graph_with(*claims, **said)
    found = graph.get(of, Source)
    assert found is not None
    return verb_audit(found, graph, language=language)


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
    assert without_verb(found) == "1 statement recorded from it has no verb of saying that we wrote down."
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


def test_sides_are_those_of_the_speaker_or_of_the_party_spoken_for() -> None:
    found = audit(
        a1=at(verb="said"),
        a2=at(verb="revealed", by=["tom", "stranger"]),
        a3=at(verb="alleged", by=["stranger"]),
        a4=at(verb="noted", by=["envoy"], speaks_for="mara"),
    )
    assert found.by_side("war") == {
        "North": {"belief": 1, "neutral": 1},
        "South": {"belief": 1},
        NO_SIDE: {"distance": 1},
    }


def test_a_verb_shared_by_two_sides_counts_for_each() -> None:
    found = audit(a1=at(verb="said", by=["mara", "tom"]))
    assert found.by_side("war") == {"North": {"neutral": 1}, "South": {"neutral": 1}}


FIVE = {
    "a1": at(verb="revealed"),
    "a2": at(verb="noted", by=["tom"]),
    "a3": at(verb="said", by=["stranger"]),
    "a4": at(verb="alleged", by=["stranger"]),
    "a5": at(verb="neither confirmed nor denied", by=["tom"], stance="declines"),
}


def test_the_sentences_count_and_name_the_sides() -> None:
    found = audit(**FIVE)
    assert verbs_counted(found) == (
        "Of 5 verbs of saying counted here, 2 lean towards belief, 1 leans nowhere, 1 keeps a distance and 1 tells "
        "that there was no answer."
    )
    assert plain(sides_told(found, "war", graph_with(**FIVE))) == (
        "Counted by side in the war of the lakes: verbs that lean towards belief stand with North (1 of 2) and South "
        "(1 of 2); the verb that keeps a distance stands with speakers of no recorded side (1 of 1)."
    )


def test_below_five_verbs_no_proportion_is_stated() -> None:
    four = {key: said for key, said in FIVE.items() if key != "a5"}
    assert (verbs_counted(audit(**four)), sides_told(audit(**four), "war", graph_with(**four))) == ("", ())


def test_where_nobody_has_a_side_there_is_no_table_of_sides() -> None:
    assert audit(a1=at(verb="said", by=["stranger"])).events() == ()
