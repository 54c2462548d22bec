"""A claim's label with who says so: short, safe where it asserts, and true of what was done with the claim."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.prose.labels import called, label
from tests.graph.records import actor, claim, claim_of, graph_of, source

KNOWN = [
    actor("mara", "Mara Lind"),
    actor("tom", "Tom Berg"),
    actor("ada", "Ada Roth"),
    actor("jon", "Jon Vale"),
    actor("navy", "Navy", in_text="the navy", kind="military-force"),
    actor("institute", "Institute", in_text="the Institute for the Study of Lakes and Rivers", kind="institution"),
    actor("insider", "Insider", in_text="an unnamed insider", named=False),
    actor("crew", "Crew", in_text="members of the crew", kind="unnamed-group", named=False),
    actor("gazette", "The Gazette"),
    source("paper"),
]
NOBODY = {"stance": "no-position-found", "as_of": {"edtf": "2024-11-12", "basis": "stated"}}


def title(words: str = "Full lakes", /, **fields: Any) -> str:
    graph = graph_of(claim(label=words, **fields), *KNOWN)
    return label(claim_of(graph), graph).title


def on(day: int) -> dict[str, Any]:
    return {"said": {"edtf": f"2024-11-{day:02}", "basis": "stated"}}


@pytest.mark.parametrize(
    ("by", "row"),
    [
        (["mara"], "Mara Lind"),
        (["navy", "tom"], "the navy and Tom Berg"),
        (["mara", "tom", "ada"], "Mara Lind, Tom Berg and Ada Roth"),
        (["mara", "tom", "ada", "jon"], "Mara Lind, Tom Berg and others"),
        (["institute", "tom"], "the Institute for the Study of Lakes and Rivers and one other"),
        (["institute", "crew"], "the Institute for the Study of Lakes and Rivers and others"),
        (["insider"], "an unnamed insider cited by The Gazette"),
        (["crew"], "members of the crew (not named) cited by The Gazette"),
    ],
)
def test_those_who_say_so_are_named_as_far_as_there_is_room(by: list[str], row: str) -> None:
    assert title(a1={"by": by}) == f"Full lakes, according to {row}"


def test_a_page_that_gives_more_speakers_than_it_names_is_followed() -> None:
    assert title(a1={"by": ["mara"], "speakers": "several"}) == "Full lakes, according to Mara Lind and others"


OTHER = {"statement": "It is half full."}


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ([{"act": "deny"}], "a claim denied by Mara Lind"),
        ([{"act": "relay"}], "a claim passed on by Mara Lind"),
        ([{"act": "relay"}, {"act": "deny", "by": ["tom"]}], "a claim passed on by Mara Lind and denied by Tom Berg"),
        ([{"act": "decline"}], "a claim on which Mara Lind declined to comment"),
        ([{"act": "no-answer"}], "a claim on which Mara Lind did not answer"),
        ([{"act": "not-reached"}], "a claim on which Mara Lind could not be reached"),
        ([{"act": "neither"}], "a claim neither confirmed nor denied by Mara Lind"),
        ([{"act": "no-comment"}], "a claim on which Mara Lind took no position"),
        ([{"act": "question"}], "a claim asked about by Mara Lind"),
        ([{"act": "question", "stance": "doubts"}], "a claim questioned by Mara Lind"),
        ([{"act": "contest"}], "a claim contested by Mara Lind"),
        ([NOBODY | {"by": ["mara", "tom"]}], "a claim on which no position of Mara Lind or Tom Berg was found"),
        ([{"statement": "It is half full."}], "a claim put differently by Mara Lind"),
        ([{"act": "deny"} | OTHER], "a claim close to one denied by Mara Lind"),
        ([{"act": "not-reached"} | OTHER], "a claim close to one on which Mara Lind could not be reached"),
        (
            [{"act": "neither"} | OTHER, {"act": "deny", "by": ["tom"]}],
            "a claim denied by Tom Berg and close to one neither confirmed nor denied by Mara Lind",
        ),
        ([{"stance": "retracts"}], "a claim taken back by Mara Lind"),
        ([{"act": "decline"}, {"act": "deny", "by": ["tom"]}], "a claim denied by Tom Berg"),
    ],
)
def test_a_claim_that_no_one_affirms_is_called_one(said: list[dict[str, Any]], done: str) -> None:
    given = {f"a{n}": one for n, one in enumerate(said, start=1)}
    assert title("The lakes are full", **given) == f"The lakes are full: {done}"


def test_who_took_it_back_or_denies_it_now_says_so_no_more() -> None:
    back = {"a1": on(1), "a2": {"stance": "retracts"} | on(2)}
    assert title(**back) == "Full lakes: a claim taken back by Mara Lind"
    assert title(**back, a3={"by": ["tom"]}) == "Full lakes, according to Tom Berg"
    assert title(**back, a3=on(3)) == "Full lakes, according to Mara Lind"
    assert title(a1=on(1), a2={"act": "deny"} | on(2)) == "Full lakes: a claim denied by Mara Lind"
    replaced = {"by": ["tom"], "act": "deny", "replaces": ["a1"]} | on(2)
    assert title(a1=on(1), a2=replaced) == "Full lakes: a claim denied by Tom Berg"
    assert title(a1=on(1), a2={"act": "decline"} | on(2)) == "Full lakes, according to Mara Lind"


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Who is full?", "Who is full? (according to Mara Lind)"),
        ("The lakes are full.", "The lakes are full, according to Mara Lind"),
        ("Lakes of the U.S.", "Lakes of the U.S. (according to Mara Lind)"),
        ("Lakes  of\n  the town", "Lakes of the town, according to Mara Lind"),
    ],
)
def test_marks_at_a_labels_end_do_not_meet_a_comma(words: str, whole: str) -> None:
    assert title(words) == whole


def test_a_withdrawn_claim_says_that_it_is() -> None:
    assert title(status="withdrawn", reason="A slip.") == "Withdrawn: Full lakes, according to Mara Lind"


def test_inside_a_sentence_the_speakers_are_in_brackets() -> None:
    graph = graph_of(claim(label="Full lakes", a1={"act": "deny"}), *KNOWN)
    assert called(claim_of(graph), graph) == "Full lakes (a claim denied by Mara Lind)"
