"""How an event is known, as readers see it: beneath its name, in a list, in a heading."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.graph.event_accounts import account_of
from explainers.graph.graph import Graph
from explainers.kinds.event.model import Event
from explainers.model.decode import Document
from explainers.prose import event_words
from explainers.text.inline import plain
from tests.graph.records import actor, claim, graph_of, place, record, source

KNOWN = [
    actor("mara", "Mara Lind"),
    actor("tom", "Tom Berg"),
    actor("gazette", "The Gazette"),
    actor("herald", "The Herald"),
    actor("board", "Water Board", in_text="the Water Board"),
    actor("stranger", "Stranger", in_text="a resident", named=False),
    place("lake"),
    source("paper"),
    source("other-paper", publisher="herald"),
    source("own-text", publisher="mara"),
    source("bulletin", publisher="board", seen="cited-only"),
    source("retelling", publisher="herald", derived_from=[{"source": "bulletin", "how": "quotes"}]),
    source("letter", publisher="board", seen="cited-only"),
]
DAY = {"edtf": "2024-05-02", "basis": "stated"}


def event(*cited: str, **fields: Any) -> Document:
    cites = [{"source": id} for id in cited]
    return record("event", "breach", **{"name": "Breach of the dam", "kind": "other", "cites": cites} | fields)


def asserted(**attributions: Any) -> Document:
    return claim("broke", "The dam broke.", about=["breach"], **attributions)


def known(*documents: Document) -> tuple[Event, Graph]:
    graph = graph_of(*KNOWN, *documents)
    found = graph.get("breach", Event)
    assert found is not None
    return found, graph


def told(*documents: Document) -> tuple[str, str, str]:
    """What stands behind the date, the tag, and the sentences beneath."""
    found, graph = known(*documents)
    account = account_of(found, graph)
    beneath = event_words.account_sentences(account, graph)
    return plain(event_words.reporter(account, graph)), event_words.tag(account), plain(beneath)


def in_full(*documents: Document) -> str:
    found, graph = known(*documents)
    return event_words.described(account_of(found, graph), graph)


def in_a_list(*documents: Document) -> str:
    found, graph = known(*documents)
    return plain(event_words.beside(account_of(found, graph), graph))


LISTED = event(claims=["broke"])


def test_only_what_is_established_happened() -> None:
    established = event("paper", known="established", time=DAY)
    assert told(established) == ("", "Happened", "")
    assert in_full(established) == "The editors treat it as established."
    assert in_a_list(established) == "happened"


@pytest.mark.parametrize(
    ("attributions", "words"),
    [
        ({"a1": {}}, "according to Mara Lind."),
        ({"a1": {}, "a2": {"by": ["board"]}}, "according to Mara Lind and the Water Board."),
        ({"a1": {}, "a2": {"by": ["tom"], "act": "deny"}}, "according to Mara Lind. Tom Berg denied it."),
        ({"a1": {}, "a2": {"by": ["tom"], "stance": "doubts"}}, "according to Mara Lind. Tom Berg doubted it."),
        (
            {"a1": {}, "a2": {"by": ["tom"], "speaks_for": "board"}, "a3": {"by": ["stranger"]}},
            "according to Mara Lind, Tom Berg (for the Water Board) and a resident (not named; cited by The Gazette).",
        ),
        (
            {
                "a1": {},
                "a2": {"by": ["tom"], "speaks_for": "board", "act": "deny"},
                "a3": {"by": ["herald"], "act": "deny"},
            },
            "according to Mara Lind. Tom Berg (for the Water Board) and The Herald denied it.",
        ),
        ({"a1": {"by": ["stranger"]}}, "according to a resident (not named), cited by The Gazette."),
        ({"a1": {"act": "relay"}}, "as passed on by Mara Lind, with no position taken."),
    ],
)  # fmt: skip
def test_what_claims_assert_is_said_with_its_speakers(attributions: dict[str, Any], words: str) -> None:
    documents = LISTED, asserted(**attributions)
    assert told(*documents) == ("", "Said to have happened", words[0].upper() + words[1:])
    assert in_full(*documents) == f"Said to have happened, {words}"


def test_in_a_list_the_denial_is_beside_the_speaker() -> None:
    both = asserted(a1={}, a2={"by": ["tom"], "act": "deny"})
    assert in_a_list(LISTED, both) == "said to have happened, according to Mara Lind; Tom Berg denied it"


@pytest.mark.parametrize(
    ("attributions", "words"),
    [
        (
            {"a1": {"said": DAY}, "a2": {"stance": "retracts", "said": DAY}},
            "Nobody on record says so any more. Mara Lind took it back.",
        ),
        (
            {"a1": {}, "a2": {"by": ["tom"], "act": "question", "replaces": ["a1"]}},
            "Nobody on record says so any more. What Mara Lind said was replaced by a later statement.",
        ),
        (
            {"a1": {"said": DAY}, "a2": {"act": "deny", "said": {"edtf": "2024-05-03", "basis": "stated"}}},
            "Nobody on record says so any more. Mara Lind denied it.",
        ),
    ],
)
def test_what_no_one_says_any_more_is_called_so(attributions: dict[str, Any], words: str) -> None:
    documents = LISTED, asserted(**attributions)
    assert told(*documents) == ("", "No longer said", words)
    assert in_full(*documents) == words


def test_a_claim_that_was_withdrawn_is_the_editors_doing() -> None:
    withdrawn = claim("broke", "The dam broke.", about=["breach"], status="withdrawn", reason="A mishearing.")
    assert in_full(LISTED, withdrawn).endswith("The editors withdrew the claim that says so.")


@pytest.mark.parametrize(
    ("cited", "time", "behind", "beneath"),
    [
        (["paper"], DAY, ", as reported by The Gazette", ""),
        (["paper", "other-paper"], DAY, "", "Reported by The Gazette and The Herald."),
        (["paper"], DAY | {"basis": "inferred", "note": "n"}, "", "Reported by The Gazette."),
        (["paper"], None, "", "Reported by The Gazette."),
        (["bulletin"], DAY, "", "According to the Water Board, as cited by The Herald."),
        (["letter"], DAY, "", "According to the Water Board, in a text that we have not read."),
        (["letter", "paper"], DAY, ", as reported by The Gazette", ""),
    ],
)
def test_without_a_claim_it_is_reported_by_those_who_report_it(
    cited: list[str], time: dict[str, Any] | None, behind: str, beneath: str
) -> None:
    assert told(event(*cited, time=time)) == (behind, "Said to have happened", beneath)


def test_what_is_reported_in_part_says_so() -> None:
    partly = event(cites=[{"source": "paper", "role": "partly"}])
    assert in_full(partly) == "Said to have happened, as reported in part by The Gazette."


def test_something_said_is_known_only_from_who_reports_it() -> None:
    speech = event("paper", kind="speech-act", time=DAY)
    assert told(speech) == (", as reported by The Gazette", "Said", "")
    own = event("own-text", kind="speech-act", time=DAY, participants=[{"actor": "mara", "role": "speaker"}])
    assert told(own) == (", according to Mara Lind’s own text", "Said", "")


def test_without_a_source_nothing_is_asserted_and_the_date_is_ours() -> None:
    alone = event(time=DAY)
    assert told(alone) == ("", "Without a source", "")
    assert in_full(alone) == "No source that we cite reports it."


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"known": "established"}, "Breach of the dam"),
        ({"claims": ["broke"]}, "Said to have happened: Breach of the dam"),
        ({"cites": [{"source": "paper"}]}, "Said to have happened: Breach of the dam"),
        ({"cites": [{"source": "paper"}], "kind": "speech-act"}, "Reported: Breach of the dam"),
        ({}, "Without a source: Breach of the dam"),
        ({"cites": [{"source": "paper", "role": "context"}]}, "Without a source: Breach of the dam"),
        ({"name": "Pumps said to be sent", "claims": ["broke"]}, "Pumps said to be sent"),
        ({"name": "Fire in Port Said", "claims": ["broke"]}, "Said to have happened: Fire in Port Said"),
    ],
)
def test_a_heading_hedges_unless_the_name_does(fields: dict[str, Any], words: str) -> None:
    assert event_words.heading(*known(event(**fields), asserted())) == words


def test_the_heading_of_what_no_one_says_any_more_says_so() -> None:
    taken_back = asserted(a1={"said": DAY}, a2={"stance": "retracts", "said": DAY})
    hedged = event(claims=["broke"], name="Dam said to be broken")
    assert event_words.heading(*known(hedged, taken_back)) == "No longer said: Dam said to be broken"


@pytest.mark.parametrize(("basis", "words"), [("stated", ""), ("inferred", "inferred"), ("unknown", "not confirmed")])
def test_a_date_that_no_source_states_is_marked(basis: str, words: str) -> None:
    date = known(event(time={"edtf": "2024-05", "basis": basis, "note": "n"}))[0].time
    assert (event_words.reservation(date), event_words.reservation(date, is_ours=True)) == (words, "our date")


@pytest.mark.parametrize(
    ("edtf", "words"), [("../2024-05", "by May 2024"), ("2022-02/..", "since February 2022"), ("2024-05", "May 2024")]
)
def test_an_open_beginning_is_reported_by_its_end(edtf: str, words: str) -> None:
    assert event_words.date_words(known(event(time={"edtf": edtf, "basis": "stated"}))[0].time) == words
