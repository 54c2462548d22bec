"""How an event is known, from its record and from what people say of the claims that assert it."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.graph.event_accounts import Account, account_of
from explainers.graph.event_claims import asserting
from explainers.kinds.event.model import Event
from explainers.model.decode import Document
from tests.graph.records import actor, claim, graph_of, place, record, source

KNOWN = [
    *(actor(id) for id in ("mara", "tom", "gazette")),
    place("lake"),
    source("paper"),
    source("letter", seen="cited-only", publisher="mara"),
]
CITED = [{"source": "paper"}]


def event(**fields: Any) -> Document:
    return record("event", "breach", **{"name": "Breach of the dam", "kind": "other"} | fields)


def asserted(**attributions: Any) -> Document:
    """A claim that the event happened, by the name under which the event lists it."""
    return claim("broke", "The dam broke.", about=["breach"], **attributions)


def account(*documents: Document) -> Account:
    graph = graph_of(*KNOWN, *documents)
    found = graph.get("breach", Event)
    assert found is not None
    return account_of(found, graph)


def on(day: str, **fields: Any) -> dict[str, Any]:
    return {"said": {"edtf": day, "basis": "stated"}} | fields


def speakers(found: Account) -> dict[str, list[str]]:
    names = ("affirmed", "passed_on", "denied", "doubted", "given_up", "replaced")
    by_name = {name: [id for a in getattr(found, name) for id in a.by] for name in names}
    return {name: ids for name, ids in by_name.items() if ids}


LISTED = event(claims=["broke"], cites=CITED)


@pytest.mark.parametrize(
    ("fields", "footing"),
    [
        ({"known": "established"}, "established"),
        ({"known": "established", "cites": CITED}, "established"),
        ({"cites": CITED}, "reported"),
        ({"cites": [{"source": "letter"}]}, "reported"),
        ({"cites": [{"source": "paper", "role": "context"}]}, "unsourced"),
        ({"cites": [{"source": "paper", "role": "contradicts"}]}, "unsourced"),
        ({"time": {"edtf": "2024-05-02", "basis": "stated"}}, "unsourced"),
    ],
)
def test_without_a_claim_it_is_known_from_the_editors_or_from_sources(fields: dict[str, Any], footing: str) -> None:
    assert account(event(**fields)).footing == footing


def test_what_a_claim_asserts_is_said_by_those_who_affirm_it_beside_those_who_deny_it() -> None:
    found = account(LISTED, asserted(a1={}, a2={"by": ["tom"], "act": "deny"}, a3={"by": ["gazette"], "act": "relay"}))
    assert found.footing == "said"
    assert speakers(found) == {"affirmed": ["mara"], "denied": ["tom"], "passed_on": ["gazette"]}


@pytest.mark.parametrize(
    ("attributions", "left"),
    [
        ({"a1": on("2024-05-02"), "a2": on("2024-05-03", stance="retracts")}, "given_up"),
        ({"a1": on("2024-05-02"), "a2": on("2024-05-03", act="deny")}, "given_up"),
        ({"a1": {}, "a2": {"by": ["tom"], "act": "question", "replaces": ["a1"]}}, "replaced"),
    ],
)
def test_what_no_one_affirms_any_more_is_no_longer_said(attributions: dict[str, Any], left: str) -> None:
    found = account(LISTED, asserted(**attributions))
    assert (found.footing, speakers(found)[left]) == ("no-longer-said", ["mara"])
    assert "affirmed" not in speakers(found)


def test_who_declines_to_comment_later_takes_nothing_back() -> None:
    found = account(LISTED, asserted(a1=on("2024-05-02"), a2=on("2024-05-03", act="decline")))
    assert (found.footing, speakers(found)) == ("said", {"affirmed": ["mara"]})


def test_of_two_who_spoke_together_only_the_one_who_stands_by_it_says_so() -> None:
    back = on("2024-05-03", stance="retracts", by=["tom"])
    found = account(LISTED, asserted(a1=on("2024-05-02", by=["mara", "tom"]), a2=back))
    assert speakers(found) == {"affirmed": ["mara"], "given_up": ["tom"]}


def test_a_claim_that_the_editors_withdrew_asserts_nothing() -> None:
    withdrawn = claim("broke", "The dam broke.", about=["breach"], status="withdrawn", reason="A mishearing.")
    assert account(LISTED, withdrawn).footing == "no-longer-said"


def test_what_is_only_passed_on_is_no_ones_word() -> None:
    assert account(LISTED, asserted(a1={"act": "relay"})).footing == "passed-on"


def test_a_part_of_a_claim_does_not_assert_the_event() -> None:
    found = account(LISTED, asserted(a1={"statement": "The dam leaked."}))
    assert (found.footing, speakers(found)) == ("reported", {})


def test_who_denies_in_another_claim_what_one_said_here_denies_it() -> None:
    elsewhere = claim("held", "The dam held.", a1={"by": ["tom"], "act": "deny", "answers": ["broke#a1"]})
    assert speakers(account(LISTED, asserted(a1={}), elsewhere)) == {"affirmed": ["mara"], "denied": ["tom"]}


def test_who_denies_only_what_somebody_said_besides_does_not_deny_it() -> None:
    besides = {"by": ["gazette"], "statement": "The dam broke at noon."}
    denial = {"by": ["tom"], "act": "deny", "answers": ["a2"]}
    assert speakers(account(LISTED, asserted(a1={}, a2=besides, a3=denial))) == {"affirmed": ["mara"]}


def test_a_replacement_in_another_claim_under_an_old_name_counts() -> None:
    moved = claim("broke", "The dam broke.", about=["breach"], formerly=["burst"])
    later = claim("held", "The dam held.", a1={"by": ["tom"], "replaces": ["burst#a1"]})
    assert account(LISTED, moved, later).footing == "no-longer-said"


def test_what_somebody_denies_is_not_established_whatever_its_record_says() -> None:
    listed = event(known="established", claims=["broke"], cites=CITED)
    assert account(listed, asserted(a1={}, a2={"by": ["tom"], "act": "deny"})).footing == "said"
    assert account(event(known="established"), denied("The breach of the dam happened.")).footing == "unsourced"


def denied(statement: str, **fields: Any) -> Document:
    return claim("broke", statement, about=["breach"], **{"a1": {"by": ["tom"], "act": "deny"}} | fields)


@pytest.mark.parametrize(
    ("statement", "fields", "asserts"),
    [
        ("There was a breach of the dam.", {}, True),
        ("The dam was breached.", {}, True),
        ("The dam at the lake was breached.", {}, True),
        ("Tom caused the breach of the dam.", {}, False),
        ("The breach of the dam was planned.", {}, False),
        ("There was no breach of the dam.", {}, False),
        ("The breach of the dam killed {q1} cows.", {}, False),
        ("There was a breach of the dam.", {"type": "prediction"}, False),
        # What is denied is something else.
        ("There was a breach of the dam.", {"a1": {"act": "deny", "statement": "The dam was bombed."}}, False),
        ("A bridge fell.", {"label": "Breach of the dam"}, True),
    ],
)
def test_a_claim_about_an_event_asserts_it_only_if_it_says_no_more_than_that(
    statement: str, fields: dict[str, Any], asserts: bool
) -> None:
    graph = graph_of(*KNOWN, event(where=["lake"]), denied(statement, **fields))
    found = graph.get("breach", Event)
    assert found is not None
    assert [claim.id for claim in asserting(found, graph)] == (["broke"] if asserts else [])
