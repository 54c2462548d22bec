"""A record in a few whole sentences: nothing is cut, and what is left out leaves its mark."""

from __future__ import annotations

from typing import Any

from explainers.prose.in_short import in_short
from explainers.prose.site import Site
from tests.graph.records import actor, claim, graph_of, source

LONG = "The lake is full of otters, boats, swimmers, reeds, old shoes and water from the hills around the town of Nore."
FIRST = f"Mara Lind said that t{LONG[1:]}"


def short(statement: str = "The lake is full.", **fields: Any) -> str:
    people = [actor("mara", "Mara Lind"), actor("tom", "Tom Berg"), actor("crew", "crew", in_text="unnamed sailors")]
    graph = graph_of(claim("rain", statement, **fields), *people, actor("gazette", "The Gazette"), source("paper"))
    return in_short(graph.records["rain"], Site(graph))


def test_what_there_is_room_for_is_told_whole() -> None:
    assert (
        short(a1={}, a2={"by": ["tom"], "act": "deny"}) == "Mara Lind said that the lake is full. Tom Berg denied it."
    )


def test_the_first_sentence_is_whole_however_long() -> None:
    assert short(f"{LONG[:-1]}, and of much else that nobody has counted.").endswith("that nobody has counted.")


def test_who_denies_doubts_or_took_it_back_is_never_left_out() -> None:
    crew = {"by": ["crew"], "act": "estimate", "certainty": "probable"}
    assert short(LONG, a1={}, a2=crew, a3={"by": ["tom"], "act": "deny"}) == f"{FIRST} It has been denied by Tom Berg."
    assert short(LONG, a1={}, a2=crew, a3={"by": ["tom"], "act": "say", "stance": "doubts"}) == (
        f"{FIRST} It has been doubted by Tom Berg."
    )
    assert short(LONG, a1={}, a2=crew, a3={"by": ["tom"], "act": "decline"}).endswith(
        " Tom Berg declined to comment on it."
    )
    assert short(LONG, a1={}, a2=crew, a3={"by": ["mara"], "stance": "retracts"}).endswith(
        "It has been taken back by Mara Lind."
    )


def test_who_did_not_say_is_reported_by_what_they_did() -> None:
    crew = {"by": ["crew"], "act": "estimate", "certainty": "probable"}
    silent = {"a3": {"by": ["tom"], "act": "not-reached"}, "a4": {"by": ["gazette"], "act": "neither"}}
    assert short(LONG, a1={}, a2=crew, **silent) == (
        f"{FIRST} Tom Berg could not be reached for comment. The Gazette neither confirmed nor denied it."
    )


def test_a_denial_of_something_else_is_no_denial_of_it() -> None:
    crew = {"by": ["crew"], "act": "estimate", "certainty": "probable"}
    denial = {"by": ["tom"], "act": "deny", "cites": [{"source": "paper", "role": "partly"}]}
    assert short(LONG, a1={}, a2=crew, a3=denial) == f"{FIRST} A statement close to it has been denied by Tom Berg."


def test_who_doubts_a_telling_that_says_just_the_claim_doubts_the_claim() -> None:
    crew = {"by": ["crew"], "statement": "The lake is half full."}
    doubt = {"by": ["tom"], "act": "question", "stance": "doubts"}
    contest = {"by": ["gazette"], "act": "contest"}
    claimed = short(LONG, a1={}, a2=crew, a3=doubt | {"answers": ["a1"]}, a4=contest)
    assert claimed.endswith("It has been doubted by Tom Berg. It has been contested by The Gazette.")
    other = short(LONG, a1={}, a2=crew, a3=doubt | {"answers": ["a2"]})
    assert other.endswith("A statement close to it has been doubted by Tom Berg.")


def test_what_the_editors_wrote_is_printed_whole() -> None:
    summary = f"{LONG} {LONG} The navy denies it."
    graph = graph_of(actor("mara", "Mara Lind", summary=summary))
    assert in_short(graph.records["mara"], Site(graph)) == summary
