"""Positions in words."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.graph.as_of import views
from explainers.graph.board import matrix
from explainers.graph.positions import positions
from explainers.model.base import Date
from explainers.prose.position_words import SIGNS, acts, asides, before_date, done, stands_in, stood
from explainers.text.inline import plain
from tests.graph.records import actor, claim, claim_of, graph_of, source
from tests.graph.test_as_of import on, says

RECORDS = [
    source("paper", publisher="gazette"),
    actor("gazette", "The Gazette"),
    actor("mara", "Mara Lind"),
    actor("navy", "The Navy", in_text="the navy"),
    actor("aides", "Aides", named=False),
]


def views_of(*attributions: dict[str, Any]) -> list[list[str]]:
    """Every view's sentences; `*` stands before what is new."""
    made = graph_of(*RECORDS, claim("rain", **{f"a{n}": a for n, a in enumerate(attributions, start=1)}))
    found = views(claim_of(made), made)
    return [
        [f"{'*' if new else ''}{plain(words)}" for new, words in stood(view, made, first=view is found[0])]
        for view in found
    ]


def test_each_stance_has_its_sentence_and_what_is_new_is_told_apart() -> None:
    silence = says("2026-11-22", "no-position-found", "navy")
    assert views_of(says("2024-11-10"), says("2024-11-11", "denies", "gazette"), silence) == [
        ["Mara Lind said so."],
        ["Mara Lind said so.", "*The Gazette denied it."],
    ]


def test_a_date_that_is_not_sure_says_so() -> None:
    guess = says("2024-11", "doubts", "navy") | {"said": on("2024-11", "inferred")}
    assert views_of(says("2024-11-01"), guess, says("2024-11-11", "retracts")) == [
        ["Mara Lind said so."],
        ["*The navy doubted it (on this day or earlier, date inferred).", "*Mara Lind took it back."],
    ]


def test_of_a_speaker_whom_no_one_names_it_is_said_on_every_day() -> None:
    assert views_of(says("2024-11-01", "affirms", "aides"), says("2024-11-02", "denies", "navy")) == [
        ["Aides (not named) said so."],
        ["Aides (not named) said so.", "*The navy denied it."],
    ]


def test_names_are_joined_as_english_joins_them() -> None:
    assert views_of(says("2024-11-01", "denies", "mara", "navy", "gazette")) == [
        ["Mara Lind, the navy and The Gazette denied it."]
    ]


def beside(**fields: Any) -> list[str]:
    made = graph_of(*RECORDS, claim("rain", a1=fields))
    return [plain(words) for words in asides(positions(claim_of(made), made)[0], made)]


def test_beside_a_name_is_on_whose_behalf_who_tells_and_with_whom() -> None:
    assert beside(by=["mara"]) == []
    assert beside(by=["mara"], speaks_for="navy") == ["speaking for the navy"]
    assert beside(by=["aides"]) == ["not named; cited by The Gazette"]
    assert beside(by=["mara", "navy"], joint="as-printed") == ["cited together with the navy"]
    assert beside(by=["mara", "navy"], joint="separate") == []


def test_what_was_done_and_how_sure_its_speaker_was() -> None:
    made = graph_of(
        claim(
            "rain",
            a1={"act": "estimate", "certainty": "probable"},
            a2={},
            a3={},
            a4={"by": ["navy"], "stance": "no-position-found"},
        )
    )
    told = ["an estimate, put as probable; a statement", ""]
    assert [acts(position) for position in positions(claim_of(made), made)] == told


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-11-11", "11 November 2024"),
        ("../2024-11-12", "by 12 November 2024"),
        ("2024-08/2024-11", "August 2024 to November 2024"),
        ("2024-11-12?", "probably 12 November 2024"),
    ],
)
def test_a_date_in_words(edtf: str, words: str) -> None:
    assert Date(edtf=edtf, basis="stated").spoken == words


def test_the_word_before_a_date() -> None:
    day, month, stretch = (Date(edtf=e, basis="stated") for e in ("2024-11-11", "2024-11", "../2024-11"))
    assert [before_date("no-position-found", d) for d in (day, month, stretch)] == ["as of", "as of", ""]
    assert [before_date("declines", d) for d in (day, stretch)] == ["as of", ""]
    assert before_date("affirms", day) == ""


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("not-reached", "could not be reached for comment on what Mara Lind said"),
        ("say", "took no position on what Mara Lind said"),
    ],
)
def test_who_did_not_say_is_reported_by_what_they_did(act: str, words: str) -> None:
    made = graph_of(*RECORDS, claim("rain", a1={}, a2=says("2024-11-12", "declines", "navy", act=act, answers=["a1"])))
    rain = claim_of(made)
    assert plain(done(rain, rain.attributions[1], made)) == words


def test_what_several_do_is_in_the_plural() -> None:
    by = {"by": ["navy", "gazette"]}
    made = graph_of(*RECORDS, claim("rain", a1=by, a2=by | {"act": "deny"}, a3=by | {"act": "deny", "answers": ["a1"]}))
    rain = claim_of(made)
    assert [plain(done(rain, a, made)) for a in rain.attributions] == [
        "say so",
        "deny it",
        "deny what the navy and The Gazette said",
    ]


def test_a_cell_tells_the_earlier_stance_after_the_one_that_stands() -> None:
    made = graph_of(claim("rain", a1=says("2024-11-01"), a2=says("2024-11-02", "retracts")))
    assert stands_in(matrix([claim_of(made)], made)["mara"]["rain"]) == "took it back; earlier: says so"


def test_no_two_stances_share_a_sign() -> None:
    assert len({*SIGNS.values(), "·"}) == len(SIGNS) + 1
