"""A claim in its sentence: how it reads, one example each."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.model.decode import Document
from explainers.prose.sentence import plain_sentence
from tests.graph.records import actor, claim, claim_of, graph_of, place, source


def says(statement: str = "The lake is full.", *also: Document, **spoken: Any) -> str:
    """The sentence of a claim."""
    known = [
        actor("mara", "Mara Lind"),
        actor("navy", "Navy", in_text="the navy"),
        actor("north-korea", "North Korea"),
        actor("insider", "Insider", in_text="an insider", named=False),
        actor("stranger", "Stranger", in_text="an unnamed stranger", named=False),
        actor("gazette", "The Gazette"),
        place("lake", "Long Lake"),
        source("paper"),
    ]
    graph = graph_of(claim(statement=statement, **spoken), *known, *also)
    return plain_sentence(claim_of(graph), graph)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("The lake is full.", "Mara Lind said that the lake is full."),
        ("North Korea sent boats.", "Mara Lind said that North Korea sent boats."),
        ("North Korea’s boats are there.", "Mara Lind said that North Korea’s boats are there."),
        ("NATO’s boats are there.", "Mara Lind said that NATO’s boats are there."),
        ("[[lake|The lake]] is full.", "Mara Lind said that the lake is full."),
        ("[[lake]] is full.", "Mara Lind said that Long Lake is full."),
        ("*[[lake]]* is full.", "Mara Lind said: Long Lake is full."),
        ("Otters are safe.", "Mara Lind said: Otters are safe."),
        ("*The* lake is full.", "Mara Lind said: The lake is full."),
        ("The lake is full", "Mara Lind said that the lake is full."),
        ("The lake\nis full.", "Mara Lind said that the lake is full."),
        ("The\nlake is full.", "Mara Lind said that the lake is full."),
    ],
)
def test_the_statement_stands_after_that_or_after_a_colon(statement: str, sentence: str) -> None:
    assert says(statement, a1={}) == sentence


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"by": ["navy"]}, "The navy said that the lake is full."),
        ({"by": ["mara", "navy"]}, "Mara Lind and the navy said that the lake is full."),
        (
            {"by": ["mara", "navy", "north-korea"]},
            "Mara Lind, the navy and North Korea said that the lake is full.",
        ),
        (
            {"by": ["mara", "navy"], "joint": "as-printed"},
            "Mara Lind and the navy, named together, said that the lake is full.",
        ),
        (
            {"by": ["mara", "navy"], "joint": "separate"},
            "Mara Lind and the navy each said that the lake is full.",
        ),
        ({"joint": "as-printed"}, "Mara Lind said that the lake is full."),
        ({"speaks_for": "navy"}, "Mara Lind, speaking for the navy, said that the lake is full."),
        (
            {"by": ["mara", "north-korea"], "joint": "as-printed", "speaks_for": "navy"},
            "Mara Lind and North Korea, named together, speaking for the navy, said that the lake is full.",
        ),
        (
            {"by": ["insider"]},
            "An insider (not named), as told by The Gazette, said that the lake is full.",
        ),
        (
            {"by": ["stranger"]},
            "An unnamed stranger, as told by The Gazette, said that the lake is full.",
        ),
        ({"certainty": "probable"}, "Mara Lind said, as probable, that the lake is full."),
        (
            {"act": "relay", "certainty": "certain"},
            "Mara Lind passed on the statement, with certainty, that the lake is full.",
        ),
        ({"stance": "denies", "act": "deny"}, "Mara Lind denied that the lake is full."),
        ({"stance": "doubts", "act": "say"}, "Mara Lind doubted that the lake is full."),
        ({"stance": "doubts", "act": "question"}, "Mara Lind questioned whether the lake is full."),
        (
            {"stance": "declines", "act": "no-comment"},
            "Mara Lind neither confirmed nor denied that the lake is full.",
        ),
        ({"stance": "retracts"}, "Mara Lind withdrew the statement that the lake is full."),
        (
            {"stance": "no-position-found", "by": ["mara", "navy"], "as_of": {"edtf": "2024-11-12", "basis": "stated"}},
            "No position of Mara Lind or the navy on the following was found (looked for on 12 November 2024): "
            "The lake is full.",
        ),
        (
            {"stance": "no-position-found", "as_of": {"edtf": "2024-11", "basis": "stated"}},
            "No position of Mara Lind on the following was found (looked for in November 2024): The lake is full.",
        ),
    ],
)
def test_one_attribution(said: dict[str, Any], sentence: str) -> None:
    assert says(a1=said) == sentence


OTTERS = {"q1": {"of": "otters", "relation": "more-than", "value": 1000}}
NEARLY = {"as_printed": {"quantities": {"q1": {"relation": "nearly"}}}}


@pytest.mark.parametrize(
    ("second", "sentence"),
    [
        ({"by": ["navy"]}, "Mara Lind and the navy said that the lake holds more than 1,000 otters."),
        ({}, "Mara Lind said that the lake holds more than 1,000 otters."),
        (NEARLY, "… Elsewhere, Mara Lind gave it as nearly 1,000."),
        ({"by": ["navy"], "act": "report"}, "… The navy reported the same."),
        ({"by": ["navy"], "act": "report", **NEARLY}, "… The navy reported it as nearly 1,000."),
        (
            {"by": ["navy"], "act": "confirm", "certainty": "certain", **NEARLY},
            "… The navy gave it in confirmation as nearly 1,000, with certainty.",
        ),
        ({"by": ["navy"], "act": "relay", **NEARLY}, "… The navy passed it on as nearly 1,000."),
        ({"by": ["navy"], "stance": "denies", **NEARLY}, "… The navy denied it, told as nearly 1,000."),
        ({"stance": "retracts"}, "… Mara Lind withdrew it."),
        ({"by": ["navy"], "speaks_for": "north-korea"}, "… The navy, speaking for North Korea, said the same."),
        (
            {"by": ["navy", "north-korea"], "joint": "as-printed", "certainty": "possible"},
            "… The navy and North Korea, named together, said the same, as possible.",
        ),
        ({"by": ["navy"], "stance": "no-position-found"}, "… No position of the navy on it was found."),
        (
            {"by": ["navy"], "stance": "no-position-found", **NEARLY},
            "… No position of the navy on it, told as nearly 1,000, was found.",
        ),
    ],
)
def test_a_second_attribution(second: dict[str, Any], sentence: str) -> None:
    first = "Mara Lind said that the lake holds more than 1,000 otters."
    found = says("The lake holds {q1} otters.", quantities=OTTERS, a1={}, a2=second)
    assert found == sentence.replace("…", first)


def test_after_another_figure_the_same_is_not_said() -> None:
    found = says(
        "The lake holds {q1} otters.",
        quantities=OTTERS,
        a1={},
        a2={"by": ["navy"], **NEARLY},
        a3={"by": ["north-korea"], "act": "report"},
    )
    assert found == (
        "Mara Lind said that the lake holds more than 1,000 otters. The navy gave it as nearly 1,000. "
        "North Korea reported it as more than 1,000."
    )


def test_a_spokesperson_does_not_speak_for_the_others_bosses() -> None:
    found = says(a1={"by": ["navy"]}, a2={"speaks_for": "north-korea"})
    assert found == "The navy said that the lake is full. Mara Lind, speaking for North Korea, said the same."


def test_two_pairs_printed_together_are_not_four_printed_together() -> None:
    together = {"joint": "as-printed"}
    found = says(a1={"by": ["mara", "navy"], **together}, a2={"by": ["north-korea", "gazette"], **together})
    assert found == (
        "Mara Lind and the navy, named together, said that the lake is full. "
        "North Korea and The Gazette, named together, said the same."
    )


def test_an_unnamed_speaker_is_heard_through_who_rests_on_it_in_the_same_source() -> None:
    found = says(a1={"by": ["stranger"]}, a2={"act": "relay", "based_on": ["a1"]})
    assert found == (
        "An unnamed stranger, as told by Mara Lind, said that the lake is full. Mara Lind passed on the same."
    )


@pytest.mark.parametrize(
    ("quantity", "sentence"),
    [
        ({"relation": "unqualified", "value": 50000}, "the lake holds 50,000 otters"),
        ({"relation": "up-to", "value": "0.50"}, "the lake holds up to 0.5 otters"),
        ({"relation": "between", "min": 30000, "max": 45000}, "the lake holds between 30,000 and 45,000 otters"),
        ({"relation": "order-of-magnitude", "value": 10000}, "the lake holds tens of thousands of otters"),
    ],
)
def test_a_figure_with_its_qualifier(quantity: dict[str, Any], sentence: str) -> None:
    found = says("The lake holds {q1} otters.", quantities={"q1": {"of": "otters"} | quantity}, a1={})
    assert found == f"Mara Lind said that {sentence}."
