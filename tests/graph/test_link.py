"""Records joined: both directions of every link, and what is said of links that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from explainers.build.load import load
from explainers.graph.graph import Graph
from explainers.graph.link import link, published
from explainers.kinds import KINDS
from explainers.text.diagnostic import Diagnostic
from tests.graph.records import (
    actor,
    claim,
    claim_of,
    graph_of,
    linked,
    place,
    read_in,
    record,
    reports_in,
    source,
    term,
)
from tests.growth import grows_in_step


def inverses(graph: Graph, id: str) -> list[tuple[str, str]]:
    """What leads to a record: the name of the other direction, and where from."""
    return [(edge.link.inverse, edge.source) for edge in graph.incoming(id)]


def test_a_claim_is_linked_both_ways() -> None:
    graph = graph_of(
        claim(a1={"speaks_for": "navy"}, relations=[{"type": "refines", "to": "snow", "drawn_by": "editors"}]),
        claim("snow", about=["otter"]),
        *(actor("mara"), actor("navy"), place("lake"), term("otter"), source("paper")),
    )
    assert [edge.target for edge in graph.outgoing("rain")] == ["lake", "mara", "navy", "paper", "snow"]
    assert inverses(graph, "lake") == [("subject_of", "rain")]
    assert inverses(graph, "mara") == [("positions", "rain"), ("positions", "snow")]
    assert inverses(graph, "navy") == [("spoken_for_in", "rain")]
    assert inverses(graph, "paper") == [("cited_for", "rain"), ("cited_for", "snow")]
    assert inverses(graph, "snow") == [("related", "rain")]
    assert inverses(graph, "otter") == [("subject_of", "snow")]


def test_the_other_kinds_are_linked_both_ways() -> None:
    graph = graph_of(
        actor("navy", part_of="state", member_of=["alliance"], parties=[{"event": "flood", "side": "helpers"}]),
        actor("state"), actor("alliance"), actor("gazette"),
        place("lake", within="land", disputed={"claimed_by": ["state"]}), place("land"),
        record("event", "flood", name="Flood", kind="other", where=["lake"], follows=["storm"], part_of="storm",
               participants=[{"actor": "navy", "role": "helper"}], cites=read_in("post")),
        record("event", "storm", name="Storm", kind="other"),
        source("paper", "post", named_inputs=["navy"]), source("post"),
        term("otter", broader=["animal"], related=["lake-dog"], differs_from=["seal"]),
        term("animal"), term("lake-dog"), term("seal"),
    )  # fmt: skip
    assert {id: inverses(graph, id) for id in graph.records if inverses(graph, id)} == {
        "state": [("parts", "navy"), ("claims_place", "lake")],
        "alliance": [("members", "navy")],
        "flood": [("sides", "navy")],
        "land": [("contains", "lake")],
        "lake": [("events_here", "flood")],
        "navy": [("took_part_in", "flood"), ("credited_in", "paper")],
        "storm": [("event_parts", "flood"), ("followed_by", "flood")],
        "post": [("cited_for", "flood"), ("derivatives", "paper")],
        "gazette": [("published", "paper"), ("published", "post")],
        "animal": [("narrower", "otter")],
        "lake-dog": [("related_terms", "otter")],
        "seal": [("told_apart_from", "otter")],
    }


def test_incoming_links_can_be_asked_for_by_their_name() -> None:
    graph = graph_of(claim(about=["navy"], a1={"by": ["navy"]}), actor("navy"))
    assert [edge.link.label for edge in graph.incoming("navy", "positions")] == ["Positions taken"]
    assert graph.incoming("navy", "no-such-name") == []
    assert (graph.incoming("nobody"), graph.outgoing("nobody")) == ((), ())


ACTOR = "\nname: Mara Lind\nkind: person\n"
CLAIM = """
label: Otters
statement: The lake is full.
type: event
about: [long-lake]
attributions:
  - id: a1
    by: [{speaker}]
    act: say
    cites:
      - source: the-paper
"""
SOURCE = """
csl:
  type: webpage
  title: A page
publisher: mara-lind
published: {basis: unknown}
accessed: {basis: unknown}
role: primary
seen: full-text
"""
PLACE = "\nname: Long Lake\nkind: water\n"
REST = {"places/long-lake": PLACE, "sources/the-paper": SOURCE}
ALL = REST | {"actors/mara-lind": ACTOR}


def test_the_wrong_kind_is_reported_at_its_place_and_not_linked() -> None:
    graph, found = linked({"claims/rain": CLAIM.format(speaker="long-lake"), **ALL})
    assert reports_in(found) == [
        "claims/rain.yml:8:10 wrong-kind-reference: `long-lake` is a place, and `by` takes an `actor`"
    ]
    assert found[0].label == "in the first attribution"
    assert graph.incoming("long-lake", "positions") == []


def test_an_unknown_id_is_reported_with_the_one_that_was_meant() -> None:
    _, found = linked({"claims/rain": CLAIM.format(speaker="mara-lindt"), **ALL})
    assert reports_in(found) == ["claims/rain.yml:8:10 unknown-reference: no record has the id `mara-lindt`"]
    assert found[0].help == "did you mean `mara-lind`?"


def test_an_old_id_is_reported_and_followed() -> None:
    graph, found = linked(
        {"claims/rain": CLAIM.format(speaker="the-mayor"), **ALL, "actors/mara-lind": f"{ACTOR}formerly: [the-mayor]\n"}
    )
    assert reports_in(found) == ["claims/rain.yml:8:10 old-id: `the-mayor` is called `mara-lind` now"]
    assert [edge.source for edge in graph.incoming("mara-lind", "positions")] == ["rain"]
    assert graph.renamed == {"the-mayor": "mara-lind"}


def test_an_old_id_that_someone_else_has_is_reported() -> None:
    graph, found = linked(
        {"actors/mara-lind": f"{ACTOR}formerly: [navy, boss]\n", "actors/navy": f"{ACTOR}formerly: [boss]\n"}
    )
    assert reports_in(found) == [
        "actors/mara-lind.yml:4:12 old-id-in-use: `navy` is the id of another record now",
        "actors/navy.yml:4:12 old-id-in-use: `boss` is an old id of `mara-lind` too",
    ]
    assert graph.renamed == {"boss": "mara-lind"}


def test_an_old_id_of_the_wrong_kind_is_reported_as_such() -> None:
    graph, found = linked(
        {"claims/rain": CLAIM.format(speaker="the-pond"), **ALL, "places/long-lake": f"{PLACE}formerly: [the-pond]\n"}
    )
    assert [d.code for d in found] == ["old-id", "wrong-kind-reference"]
    assert graph.incoming("long-lake", "positions") == []


def test_a_broken_record_still_owns_its_id() -> None:
    files = {"actors/mara-lind": "name: [", "claims/rain": CLAIM.format(speaker="mara-lind"), **REST}
    documents, loading = load({f"content/{path}.yml": text.encode() for path, text in files.items()}, KINDS)
    graph, linking = link(documents)
    assert [(d.span.path, d.code) for d in loading] == [("content/actors/mara-lind.yml", "yaml-syntax")]
    # The actor who published the paper is the broken one, too.
    assert linking == []
    assert "mara-lind" not in graph.records
    assert graph.kind("mara-lind") == "actor"


def test_a_record_of_which_a_part_is_wrong_is_still_linked() -> None:
    text = f"{ACTOR}part_of: the-navy\nnamed: perhaps\n"
    documents, loading = load({"content/actors/mara-lind.yml": text.encode()}, KINDS)
    _, linking = link(documents)
    assert [d.code for d in loading] == ["wrong-value"]
    assert reports_in(linking) == ["actors/mara-lind.yml:4:10 unknown-reference: no record has the id `the-navy`"]


def test_a_missing_record_at_which_thousands_point_is_reported_at_once() -> None:
    documents = [place(f"lake-{n}", within="the-land") for n in range(2000)]

    def linking(size: int) -> Callable[[], list[Diagnostic]]:
        return lambda: link(documents[:size])[1]

    assert len(grows_in_step(linking, 2000)) == 2000


UPDATE = "    date: {basis: unknown}\n    from: a\n    to: b\n    kind: update\n"
TEXTS = [
    ("plain", "summary: See [[noone]] there.\n", [(4, 14)]),
    ("single-quoted", "summary: 'It''s [[noone|him]].'\n", [(4, 17)]),
    ("double-quoted", 'summary: "A \\u0041 [[noone]]"\n', [(4, 20)]),
    ("literal", "summary: |\n  One line.\n  See [[noone]].\n", [(6, 7)]),
    ("folded", "summary: >-\n  One line.\n\n  See\n  [[noone]].\n", [(8, 3)]),
    ("twice", "summary: >-\n  [[noone]] and\n  [[noone]].\n", [(5, 3), (6, 3)]),
    ("cited", "summary: Seen [@noone, p. 4].\n", [(4, 16)]),
    ("told", "summary: Seen by @noone.\n", [(4, 18)]),
    ("in a list", f"updates:\n  - field: x\n{UPDATE}    why: See [[noone]].\n", [(10, 14)]),
    ("behind a longer id", "summary: See [[noone-else|x]] and [[noone]].\n", [(4, 14), (4, 35)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), [(text, places) for _, text, places in TEXTS], ids=[t[0] for t in TEXTS])
def test_a_link_in_prose_is_reported_where_it_is(text: str, places: list[tuple[int, int]]) -> None:
    _, found = linked({"actors/mara-lind": f"{ACTOR}{text}"})
    assert [d.code for d in found] == ["unknown-reference"] * len(places)
    assert [(d.span.line, d.span.column) for d in found] == places


def test_a_link_in_prose_is_followed_both_ways() -> None:
    graph, found = linked({"actors/mara-lind": f"{ACTOR}summary: At [[long-lake]] [@the-paper].\n", **REST})
    assert found == []
    assert inverses(graph, "long-lake") == [("mentioned_in", "mara-lind")]
    assert ("noted_in", "mara-lind") in inverses(graph, "the-paper")


def test_only_a_source_can_be_cited_in_prose() -> None:
    _, found = linked({"actors/mara-lind": f"{ACTOR}summary: So it is [@long-lake].\n", "places/long-lake": PLACE})
    assert reports_in(found) == [
        "actors/mara-lind.yml:4:20 wrong-kind-reference: `long-lake` is a place, and `summary` takes a `source`"
    ]


RESTING = CLAIM.format(speaker="mara-lind") + "    based_on: [{base}]\n"


@pytest.mark.parametrize(
    ("base", "help"),
    [
        ("a2", "`rain` has `a1`; or write `own-observation`, `own-estimate` or `not-stated`"),
        ("own-observaton", "`rain` has `a1`; or write `own-observation`, `own-estimate` or `not-stated`"),
        ("rain#a7", "`rain` has `a1`; or write `own-observation`, `own-estimate` or `not-stated`"),
        ("raim#a1", "did you mean `rain`?"),
        ("long-lake#a1", ""),
    ],
)
def test_an_unknown_attribution_is_reported_with_those_there_are(base: str, help: str) -> None:
    graph, found = linked({"claims/rain": RESTING.format(base=base), **ALL})
    assert reports_in(found) == [f"claims/rain.yml:12:16 unknown-attribution: no attribution is called `{base}`"]
    assert found[0].help == help
    assert graph.resting_on(claim_of(graph).attributions[0]) == ()


def test_an_attribution_knows_what_rests_on_it_in_other_claims_too() -> None:
    graph = graph_of(claim(a1={}, a2={"based_on": ["a1"]}), claim("snow", a1={"based_on": ["rain#a1", "own-estimate"]}))
    first = claim_of(graph).attributions[0]
    assert [ref.key for ref in graph.resting_on(first)] == ["rain#a2", "snow#a1"]


def test_drafts_are_not_published_and_nothing_leads_to_them() -> None:
    graph = published(
        graph_of(
            claim(about=["lake", "navy"]),
            place("lake", status="draft", formerly=["pond"]),
            actor("navy"),
            actor("mara"),
        )
    )
    assert "lake" not in graph.records
    assert "lake" not in graph.documents
    assert [edge.target for edge in graph.edges] == ["navy", "mara"]
    assert graph.renamed == {}
