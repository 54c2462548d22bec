"""A claim in its sentence: how it reads, one example each."""

from __future__ import annotations

from typing import Any

import pytest

from tests.graph.records import actor, source
from tests.prose.saying import says


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("The lake is full.", "Mara Lind said that the lake is full."),
        ("North Korea sent boats.", "Mara Lind said that North Korea sent boats."),
        ("North Korea’s boats are there.", "Mara Lind said that North Korea’s boats are there."),
        ("NATO’s boats are there.", "Mara Lind said that NATO’s boats are there."),
        ("[[lake|The lake]] is full.", "Mara Lind said that the lake is full."),
        ("[[lake]] is full.", "Mara Lind said that Long Lake is full."),
        ("*[[lake]]* is full.", "Mara Lind said that Long Lake is full."),
        ("Otters are safe.", "Mara Lind said: Otters are safe."),
        ("*The* lake is full.", "Mara Lind said that the lake is full."),
        ("The lake is full", "Mara Lind said that the lake is full."),
        ("The lake\nis full.", "Mara Lind said that the lake is full."),
        ("The\nlake is full.", "Mara Lind said that the lake is full."),
    ],
)
def test_the_statement_is_after_that_or_after_a_colon(statement: str, sentence: str) -> None:
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
            "Mara Lind and the navy, cited together, said that the lake is full.",
        ),
        (
            {"by": ["mara", "navy"], "joint": "separate"},
            "Mara Lind and the navy each said that the lake is full.",
        ),
        ({"joint": "as-printed"}, "Mara Lind said that the lake is full."),
        ({"speaks_for": "navy"}, "Mara Lind, speaking for the navy, said that the lake is full."),
        (
            {"by": ["mara", "north-korea"], "joint": "as-printed", "speaks_for": "navy"},
            "Mara Lind and North Korea, cited together and speaking for the navy, said that the lake is full.",
        ),
        (
            {"by": ["insider"]},
            "An insider (not named), cited by The Gazette, said that the lake is full.",
        ),
        (
            {"by": ["stranger"]},
            "An unnamed stranger, cited by The Gazette, said that the lake is full.",
        ),
        ({"certainty": "probable"}, "Mara Lind said it is probable that the lake is full."),
        ({"act": "relay"}, "Mara Lind passed on, without naming a source, that the lake is full."),
        (
            {"act": "relay", "certainty": "certain"},
            "Mara Lind passed on, without naming a source, that it is certain that the lake is full.",
        ),
        ({"act": "relay", "stance": "affirms"}, "Mara Lind said that the lake is full."),
        ({"act": "confirm"}, "Mara Lind said that the lake is full."),
        ({"act": "rule"}, "Mara Lind found that the lake is full."),
        (
            {"act": "estimate", "certainty": "probable"},
            "Mara Lind estimated, calling it probable, that the lake is full.",
        ),
        ({"act": "question"}, "Mara Lind asked whether the lake is full."),
        ({"act": "contest"}, "Mara Lind contested the statement that the lake is full."),
        ({"act": "decline"}, "Mara Lind declined to comment on whether the lake is full."),
        ({"act": "no-answer"}, "Mara Lind did not answer when asked whether the lake is full."),
        ({"act": "not-reached"}, "Mara Lind could not be reached for comment on whether the lake is full."),
        ({"act": "neither"}, "Mara Lind neither confirmed nor denied that the lake is full."),
        ({"statement": "The lake is deep."}, "Mara Lind said that the lake is deep."),
        (
            {"cites": [{"source": "paper", "role": "partly"}]},
            "Mara Lind said something that matches this claim only in part.",
        ),
        ({"said_in": "gazette"}, "Mara Lind, as reported by The Gazette, said that the lake is full."),
        ({"speakers": 1, "by": ["navy"]}, "The navy (one of them) said that the lake is full."),
        ({"speakers": 3, "by": ["mara", "navy"]}, "Mara Lind, the navy and others said that the lake is full."),
        ({"by": ["mara", "navy"], "joint": "together"}, "Mara Lind and the navy jointly said that the lake is full."),
        (
            {"mode": "quotation", "quote_status": "not-found-upstream"},
            "The Gazette quoted Mara Lind as saying that the lake is full.",
        ),
        ({"stance": "denies", "act": "deny"}, "Mara Lind denied that the lake is full."),
        ({"stance": "doubts", "act": "say"}, "Mara Lind doubted that the lake is full."),
        ({"stance": "doubts", "act": "question"}, "Mara Lind questioned whether the lake is full."),
        (
            {"stance": "declines", "act": "no-comment"},
            "Mara Lind took no position on whether the lake is full.",
        ),
        ({"stance": "retracts"}, "Mara Lind withdrew the statement that the lake is full."),
        (
            {"stance": "no-position-found", "by": ["mara", "navy"], "as_of": {"edtf": "2024-11-12", "basis": "stated"}},
            "On whether the lake is full, no position of Mara Lind or the navy was found in the pages we read "
            "(as of 12 November 2024).",
        ),
        (
            {
                "stance": "no-position-found",
                "looked_in": "The reports of the agency in May 2024.",
                "as_of": {"edtf": "2024-11-12", "basis": "stated"},
            },
            "On whether the lake is full, no position of Mara Lind was found in the reports of the agency in May 2024 "
            "(looked for on 12 November 2024).",
        ),
        (
            {
                "stance": "no-position-found",
                "looked_in": "on the site of [[gazette]]",
                "as_of": {"edtf": "2024-11", "basis": "inferred"},
            },
            "On whether the lake is full, no position of Mara Lind was found on the site of The Gazette "
            "(looked for in November 2024, a date that is our inference).",
        ),
    ],
)
def test_one_attribution(said: dict[str, Any], sentence: str) -> None:
    assert says(a1=said) == sentence


OTTERS = {"q1": {"of": "otters", "relation": "more-than", "value": 1000}}
NEARLY = {"as_printed": {"quantities": {"q1": {"relation": "nearly"}}}}
BOTH = {"gives": {"q1": "about 3", "q2": "more than 1,000"}}
OF_OTTERS = {"gives": {"q2": "more than 1,000"}}
ORDER = {"as_printed": {"quantities": {"q1": {"relation": "order-of-magnitude", "value": 5000}}}}


@pytest.mark.parametrize(
    ("second", "sentence"),
    [
        ({"by": ["navy"]}, "Mara Lind and the navy said that the lake holds more than 1,000 otters."),
        ({}, "Mara Lind said that the lake holds more than 1,000 otters."),
        (NEARLY, "… Mara Lind also gave the figure as nearly 1,000."),
        ({"by": ["navy"], "act": "report"}, "… The navy reported the same."),
        ({"by": ["navy"], "act": "report", **NEARLY}, "… The navy reported the figure as nearly 1,000."),
        (
            {"by": ["navy"], "act": "confirm", "certainty": "certain", **NEARLY},
            "… The navy said that it is certain and gave the figure as nearly 1,000.",
        ),
        ({"by": ["navy"], "act": "predict", **NEARLY}, "… The navy predicted a figure of nearly 1,000."),
        ({"by": ["navy"], "act": "predict", **ORDER}, "… The navy predicted a figure in the order of 5,000."),
        ({"by": ["navy"], "act": "relay", **NEARLY}, "… The navy passed on a figure of nearly 1,000."),
        ({"by": ["navy"], "stance": "denies", **NEARLY}, "… The navy denied that the lake holds nearly 1,000 otters."),
        ({"stance": "retracts"}, "… Mara Lind withdrew the statement."),
        ({"by": ["navy"], "speaks_for": "north-korea"}, "… The navy, speaking for North Korea, said the same."),
        (
            {"by": ["navy", "north-korea"], "joint": "as-printed", "certainty": "possible"},
            "… The navy and North Korea, cited together, said that it is possible.",
        ),
        (
            {"by": ["navy"], "stance": "no-position-found"},
            "… No position of the navy was found on this in the pages we read.",
        ),
        (
            {"by": ["navy"], "stance": "no-position-found", **NEARLY},
            "… On whether the lake holds nearly 1,000 otters, no position of the navy was found in the pages we read.",
        ),
    ],
)
def test_a_second_attribution(second: dict[str, Any], sentence: str) -> None:
    first = "Mara Lind said that the lake holds more than 1,000 otters."
    found = says("The lake holds {q1} otters.", quantities=OTTERS, a1={}, a2=second)
    assert found == sentence.replace("…", first)


def on(day: int, **more: Any) -> dict[str, Any]:
    return {"said": {"edtf": f"2024-05-{day:02}", "basis": "stated"}, **more}


def test_who_takes_it_back_and_says_it_again_is_told_of_day_by_day() -> None:
    back = on(3, stance="retracts")
    assert says(a1=on(5), a2=on(1), a3={"by": ["navy"]}, a4=back) == (
        "On 1 May 2024, Mara Lind said that the lake is full. The navy said the same. "
        "On 3 May 2024, Mara Lind withdrew the statement. On 5 May 2024, Mara Lind again said the same."
    )


def test_who_takes_back_what_was_said_again_withdraws_again() -> None:
    back = [on(day, stance="retracts") for day in (3, 7)]
    assert says(a1=on(1), a2=on(5), a3=back[0], a4=back[1]).endswith(
        "On 3 May 2024, Mara Lind withdrew the statement. On 5 May 2024, Mara Lind again said the same. "
        "On 7 May 2024, Mara Lind again withdrew the statement."
    )


def test_a_spokesperson_says_again_what_the_one_spoken_for_took_back() -> None:
    again = on(5, by=["gazette"], speaks_for="mara")
    assert says(a1=on(1), a2=on(3, stance="retracts"), a3=again).endswith(
        "On 3 May 2024, Mara Lind withdrew the statement. "
        "On 5 May 2024, The Gazette, speaking for Mara Lind, said the same."
    )


def test_an_inferred_day_is_marked() -> None:
    guess = {"said": {"edtf": "2024-05", "basis": "inferred", "note": "The page says so."}, "stance": "retracts"}
    again = {"said": {"edtf": "2024-06-02", "basis": "stated"}}
    assert "In May 2024 (a date that we inferred), Mara Lind withdrew the statement. On 2 June 2024," in says(
        a1=on(1), a2=guess, a3=again
    )


@pytest.mark.parametrize(
    "second", [on(3, stance="retracts"), {"stance": "retracts"}, on(9, by=["navy"], stance="retracts")]
)
def test_where_no_one_says_it_again_no_day_is_needed(second: dict[str, Any]) -> None:
    assert "2024" not in says(a1=on(1), a2=on(2), a3=second)


def test_after_another_figure_the_same_is_not_said() -> None:
    found = says(
        "The lake holds {q1} otters.",
        quantities=OTTERS,
        a1={},
        a2={"by": ["navy"], **NEARLY},
        a3={"by": ["north-korea"], "act": "report"},
    )
    assert found == (
        "Mara Lind said that the lake holds more than 1,000 otters. The navy gave the figure as nearly 1,000. "
        "North Korea reported the figure as more than 1,000."
    )


def test_a_spokesperson_does_not_speak_for_the_others_bosses() -> None:
    found = says(a1={"by": ["navy"]}, a2={"speaks_for": "north-korea"})
    assert found == "The navy said that the lake is full. Mara Lind, speaking for North Korea, said the same."


def test_two_pairs_printed_together_are_not_four_printed_together() -> None:
    together = {"joint": "as-printed"}
    found = says(a1={"by": ["mara", "navy"], **together}, a2={"by": ["north-korea", "gazette"], **together})
    assert found == (
        "Mara Lind and the navy, cited together, said that the lake is full. "
        "North Korea and The Gazette, cited together, said the same."
    )


FIVE = "Town 0, Town 1, Town 2, Town 3, Town 4"


@pytest.mark.parametrize(
    ("count", "said", "sentence"),
    [
        (7, {}, f"{FIVE}, Town 5 and Town 6 said that the lake is full."),
        (60, {}, f"{FIVE} and 55 others said that the lake is full."),
        (1200, {}, f"{FIVE} and 1,195 others said that the lake is full."),
        (8, {"joint": "as-printed"}, f"{FIVE} and 3 others, cited together, said that the lake is full."),
        (8, {"joint": "separate"}, f"{FIVE} and 3 others each said that the lake is full."),
        (8, {"speaks_for": "navy"}, f"{FIVE} and 3 others, speaking for the navy, said that the lake is full."),
        (
            8,
            {"stance": "no-position-found", "act": "no-comment"},
            f"On whether the lake is full, no position of {FIVE} or 3 others was found in the pages we read.",
        ),
    ],
)
def test_of_more_than_seven_speakers_five_are_named(count: int, said: dict[str, Any], sentence: str) -> None:
    towns = [f"town-{number}" for number in range(count)]
    assert says("The lake is full.", *map(actor, towns), a1={"by": towns, **said}) == sentence


def test_of_many_speakers_some_of_whom_no_one_names_it_is_said_how_many() -> None:
    towns = [f"town-{number}" for number in range(8)]
    found = says("The lake is full.", *map(actor, towns), a1={"by": towns}, a2={"by": ["insider"]})
    assert found == f"{FIVE} and 4 others (1 of them not named) said that the lake is full."


def test_many_who_tell_of_the_unnamed_are_shortened_too() -> None:
    papers = [f"town-{number}" for number in range(8)]
    tellings = {f"a{n}": {"by": [id], "act": "relay", "based_on": ["a1"]} for n, id in enumerate(papers, 2)}
    found = says("The lake is full.", *map(actor, papers), a1={"by": ["insider"]}, **tellings)
    assert found == (
        f"An insider (not named), cited by Town 0, said that the lake is full. {FIVE} and 3 others passed it on."
    )


def test_an_unnamed_speaker_is_heard_through_who_rests_on_it_in_the_same_source() -> None:
    found = says(a1={"by": ["stranger"]}, a2={"act": "relay", "based_on": ["a1"]})
    assert found == ("An unnamed stranger, cited by Mara Lind, said that the lake is full. Mara Lind passed it on.")


def test_other_figures_of_one_speaker_are_reported_in_a_row() -> None:
    counted = {"as_printed": {"population": "grown otters"}}
    found = says("The lake holds {q1} otters.", quantities=OTTERS, a1={}, a2=counted, a3=NEARLY)
    assert found == (
        "Mara Lind said that the lake holds more than 1,000 otters. "
        "Mara Lind also gave the figure as more than 1,000, counting “grown otters”, and as nearly 1,000."
    )


def test_the_figures_are_in_the_order_of_the_statement() -> None:
    both = {"q1": {"of": "boats", "relation": "about", "value": 3}, "q2": {"of": "otters"} | OTTERS["q1"]}
    found = says(
        "The lake holds {q2} otters and {q1} boats.",
        quantities=both,
        a1=BOTH,
        a2={"by": ["navy"], **OF_OTTERS, **NEARLY},
    )
    assert found == (
        "Mara Lind said that the lake holds more than 1,000 otters and about 3 boats. "
        "The navy gave the figures as more than 1,000 and nearly 3."
    )


def test_of_several_figures_a_telling_is_credited_with_those_that_it_gives() -> None:
    both = {"q1": {"of": "boats", "relation": "about", "value": 3}, "q2": {"of": "otters"} | OTTERS["q1"]}
    statement = "The lake holds {q2} otters and {q1} boats."
    quoted = {"cites": [{"source": "paper", "exact": "there are more than 1,000 otters"}]}
    assert says(statement, quantities=both, a1=BOTH, a2={"by": ["navy"], **quoted}) == (
        "Mara Lind said that the lake holds more than 1,000 otters and about 3 boats. "
        "The navy gave the figure for otters as more than 1,000."
    )
    assert says(statement, quantities=both, a1=quoted) == (
        "Mara Lind said that the lake holds more than 1,000 otters and an unstated number of boats."
    )
    strong = says("The lake holds a {q2}-strong herd and {q1} boats.", quantities=both, a1={"gives": {"q1": "about 3"}})
    assert strong == "Mara Lind said that the lake holds a herd and about 3 boats."
    surely = [{"source": "paper", "exact": words} for words in ("3 per cent of them in 2014", "of 3 boats")]
    of_boats = both | {"q1": both["q1"] | {"unit": "boat"}}
    for cited, number in zip(surely, ("an unstated number of", "about 3"), strict=True):
        found = says(statement, quantities=of_boats, a1={"cites": [cited]})
        assert found == f"Mara Lind said that the lake holds an unstated number of otters and {number} boats."
    assert says(statement, quantities=both, a1=BOTH, a2={"by": ["navy"]}) == (
        "Mara Lind said that the lake holds more than 1,000 otters and about 3 boats. "
        "The navy said so, with no figure on record."
    )


def test_a_denial_after_two_figures_says_which_of_them_is_denied() -> None:
    found = says(
        "The lake holds {q1} otters.",
        quantities=OTTERS,
        a1={},
        a2={"by": ["navy"], **NEARLY},
        a3={"by": ["north-korea"], "stance": "denies", "act": "deny"},
    )
    assert found.endswith(" North Korea denied that the lake holds more than 1,000 otters.")


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        (
            {"stance": "denies", "act": "deny"},
            {"stance": "doubts"},
            "Mara Lind denied that the lake is full. The navy doubted that the lake is full.",
        ),
        (
            {"stance": "denies", "act": "deny"},
            {"stance": "denies", "act": "say"},
            "Mara Lind denied that the lake is full. The navy denied it.",
        ),
        (
            {"stance": "no-position-found", "act": "no-comment"},
            {"stance": "denies", "act": "deny"},
            "The navy denied that the lake is full. No position of Mara Lind was found on this in the pages we read.",
        ),
        (
            {"certainty": "possible"},
            {"act": "report"},
            "Mara Lind said it is possible that the lake is full. The navy reported it without saying how certain.",
        ),
        (
            {"stance": "denies", "certainty": "probable"},
            {"stance": "declines", "act": "no-comment", "certainty": "certain"},
            "Mara Lind called it probably untrue that the lake is full. "
            "The navy took no position on whether the lake is full.",
        ),
    ],
)
def test_it_is_the_claim_and_the_same_is_just_that(
    first: dict[str, Any], second: dict[str, Any], sentence: str
) -> None:
    assert says(a1=first, a2={"by": ["navy"], **second}) == sentence


def test_an_unnamed_speaker_who_denies_is_heard_through_somebody_too() -> None:
    found = says(a1={"by": ["stranger"], "stance": "denies", "act": "deny"})
    assert found == "An unnamed stranger, cited by The Gazette, denied that the lake is full."


@pytest.mark.parametrize(
    ("speaker", "sentence"),
    [
        ({"name": "iRobot"}, "iRobot said that the lake is full."),
        ({"name": "adidas"}, "Adidas said that the lake is full."),
        ({"name": "al-Noor"}, "Al-Noor said that the lake is full."),
        ({"name": "‘the squad’"}, "‘The squad’ said that the lake is full."),
        ({"name": "Berg Co."}, "Berg Co. said that the lake is full."),
        ({"name": "ליאור"}, "ליאור said that the lake is full."),
    ],
)
def test_a_name_at_the_start(speaker: dict[str, str], sentence: str) -> None:
    assert says("The lake is full.", actor("odd", **speaker), a1={"by": ["odd"]}) == sentence


def test_names_with_commas_are_between_semicolons() -> None:
    firm = actor("firm", "O’Neill, Hart and Co")
    found = says("The lake is full.", firm, a1={"by": ["mara", "firm", "navy"]})
    assert found == "Mara Lind; O’Neill, Hart and Co; and the navy said that the lake is full."


def test_an_unknown_speaker_is_not_printed_by_id() -> None:
    assert says(a1={"by": ["lost"]}) == "Somebody not on record said that the lake is full."


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("IT firms left.", "IT firms left."),
        ("It is full.", "it is full."),
        ("Two boats sank.", "two boats sank."),
        ("There is a boat.", "there is a boat."),
        ("The Gazette sank a boat.", "The Gazette sank a boat."),
        ("[[gazette]] sank a boat.", "The Gazette sank a boat."),
        ("[[gazette|The paper]] sank a boat.", "the paper sank a boat."),
        ("It is kept by [[berg]].", "it is kept by Berg Co."),
        ("It is kept by [[yahoo]].", "it is kept by Yahoo!"),
        ("It is in the U.S.", "it is in the U.S."),
        ("It is what some call “full.”", "it is what some call “full.”"),
        ("It is what some call “full”.", "it is what some call “full”."),
        ("It is full [@paper].", "it is full."),
        ("As @paper has it, it is full.", "as The Gazette has it, it is full."),
        ("It is by [[nowhere]].", "it is by something not on record."),
    ],
)
def test_how_a_statement_opens_and_ends(statement: str, sentence: str) -> None:
    known = [actor("berg", "Berg Co."), actor("yahoo", "Yahoo!")]
    assert says(statement, *known, a1={}) == f"Mara Lind said that {sentence}"


def test_quotation_marks_in_quoted_words_become_single() -> None:
    counted = {"as_printed": {"population": 'grown "river" otters'}}
    found = says("The lake holds {q1} otters.", quantities=OTTERS, a1=counted)
    assert found == "Mara Lind said that the lake holds more than 1,000 otters (counting “grown ‘river’ otters”)."


HOLDS = "The lake holds {q1} otters."


@pytest.mark.parametrize(
    ("statement", "quantity", "sentence"),
    [
        (HOLDS, {"relation": "unqualified", "value": 50000}, "the lake holds 50,000 otters"),
        (HOLDS, {"relation": "unqualified", "value": 0}, "the lake holds 0 otters"),
        (HOLDS, {"relation": "up-to", "value": "0.50"}, "the lake holds up to 0.5 otters"),
        (HOLDS, {"relation": "between", "min": 30000, "max": 45000}, "the lake holds between 30,000 and 45,000 otters"),
        (HOLDS, {"relation": "about", "min": 30, "max": 45}, "the lake holds about 30 to 45 otters"),
        (HOLDS, {"relation": "order-of-magnitude", "value": 10000}, "the lake holds tens of thousands of otters"),
        (HOLDS, {"relation": "order-of-magnitude", "value": 5000}, "the lake holds in the order of 5,000 otters"),
        (HOLDS, {"relation": "at-least"}, "the lake holds an unstated number of otters"),
        ("Otters number {q1}.", {"relation": "order-of-magnitude", "value": 10000}, "otters number tens of thousands"),
        (
            "The lake holds {q1} of the otters.",
            {"relation": "order-of-magnitude", "value": 100},
            "the lake holds hundreds of the otters",
        ),
        ("The lake costs ${q1}.", {"relation": "nearly", "value": 50}, "the lake costs nearly $50"),
        ("The lake costs ${q1}.", {"relation": "between", "min": 5, "max": 6}, "the lake costs between $5 and $6"),
        (
            "The lake costs ${q1}.",
            {"relation": "order-of-magnitude", "value": 100},
            "the lake costs in the order of $100",
        ),
        ("The lake is {q1}% full.", {"relation": "fewer-than", "value": 50}, "the lake is less than 50% full"),
        ("The lake is {q1}% full.", {"relation": "between", "min": 5, "max": 6}, "the lake is between 5% and 6% full"),
        (HOLDS, {"relation": "fewer-than", "value": 50}, "the lake holds fewer than 50 otters"),
        (
            "The lake is {q1} kilometres long.",
            {"relation": "fewer-than", "value": 5, "unit": "kilometre"},
            "the lake is less than 5 kilometres long",
        ),
        ("The lake is at {q1} degrees.", {"relation": "about", "value": -5}, "the lake is at about −5 degrees"),
        (
            "The lake holds a {q1}-otter herd.",
            {"relation": "unqualified", "value": 80},
            "the lake holds an 80-otter herd",
        ),
        (
            "The lake holds an {q1}-otter herd.",
            {"relation": "nearly", "value": 80},
            "the lake holds a nearly 80-otter herd",
        ),
        ("The lake holds **{q1}** otters.", {"relation": "nearly", "value": 80}, "the lake holds nearly 80 otters"),
        ("The [[lake|{q1} waters]] rose.", {"relation": "nearly", "value": 80}, "the nearly 80 waters rose"),
    ],
)
def test_a_figure_with_its_qualifier(statement: str, quantity: dict[str, Any], sentence: str) -> None:
    found = says(statement, quantities={"q1": {"of": "otters"} | quantity}, a1={})
    assert found.replace("said: ", "said that ") == f"Mara Lind said that {sentence}."


def test_a_telling_of_one_does_not_be_before_a_noun_in_the_plural() -> None:
    one = {"as_printed": {"quantities": {"q1": {"relation": "at-least", "value": 1}}}}
    denial = {"by": ["navy"], "stance": "denies", "act": "deny"}
    assert says(HOLDS, quantities=OTTERS, a1={}, a2={**denial, **one}).endswith(
        "The navy denied that the lake holds a number (at least 1) of otters."
    )


def answering(**answer: Any) -> str:
    return says(a1={"by": ["navy"]}, a2={"answers": ["a1"], **answer})


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"act": "deny"}, "Mara Lind denied the statement by the navy."),
        ({"act": "decline"}, "Mara Lind declined to comment on the statement by the navy."),
        ({"act": "no-answer"}, "Mara Lind did not answer questions about the statement by the navy."),
        ({"act": "not-reached"}, "Mara Lind could not be reached for comment on the statement by the navy."),
        ({"act": "neither"}, "Mara Lind neither confirmed nor denied the statement by the navy."),
        ({"act": "question", "stance": "doubts"}, "Mara Lind questioned the statement by the navy."),
        ({"act": "say", "stance": "doubts"}, "Mara Lind doubted the statement by the navy."),
        ({"act": "contest"}, "Mara Lind contested the statement by the navy."),
        (
            {"act": "deny", "statement": "The lake is dry."},
            "Mara Lind denied the statement by the navy and said that the lake is dry.",
        ),
    ],
)
def test_an_answer_is_to_whoever_spoke_and_repeats_nothing(answer: dict[str, Any], sentence: str) -> None:
    assert answering(**answer) == f"The navy said that the lake is full. {sentence}"


def test_after_an_answer_the_whole_is_said_again() -> None:
    found = says(a1={"by": ["navy"]}, a2={"act": "deny", "answers": ["a1"]}, a3={"by": ["gazette"], "act": "decline"})
    assert found.endswith(" The Gazette declined to comment on whether the lake is full.")


def test_other_words_of_another_speaker_are_given_and_are_no_agreement() -> None:
    other = {"by": ["navy"], "as_printed": {"predicate": "has been filling"}}
    assert says(a1={}, a2=other) == (
        "Mara Lind said that the lake is full. "
        "The navy put it differently, in the words of The Gazette: “has been filling”."
    )


def test_other_words_of_the_same_speaker_are_given_as_the_page_that_has_them() -> None:
    herald = [source("paper", publisher="herald"), actor("herald")]
    other = {"statement": "The lake is filling.", "cites": [{"source": "paper"}]}
    assert says("The lake is full.", *herald, a1={}, a2=other) == (
        "Mara Lind said that the lake is full. According to Herald, Mara Lind said that the lake is filling."
    )


def test_where_pages_have_other_words_each_wording_is_its_pages_unless_it_is_the_speakers_own_or_many_have_it() -> None:
    own = {"statement": "The lake is filling.", "cites": [{"source": "post"}]}
    assert says(a1={}, a2=own) == (
        "According to The Gazette, Mara Lind said that the lake is full. Mara Lind said that the lake is filling."
    )
    papers = [source(f"p{n}", publisher="herald") for n in range(4)]
    many = {"cites": [{"source": f"p{n}"} for n in range(3)]}
    one = {"statement": "The lake is filling.", "cites": [{"source": "p3"}]}
    assert says("The lake is full.", *papers, actor("herald"), a1=many, a2=one) == (
        "Mara Lind said that the lake is full. According to Herald, Mara Lind said that the lake is filling."
    )


def test_one_statement_with_two_figures_is_given_once_for_each() -> None:
    figure = {"q1": {"of": "otters in the lake", "relation": "about", "value": 11000}}
    own = {"act": "estimate", "statement": "The river holds {q1} otters."}
    said = says(
        "The lake holds {q1} otters.",
        quantities=figure,
        a1=own,
        a2={**own, "by": ["navy"], "as_printed": {"quantities": {"q1": {"value": 12000}}}},
    )
    assert said == (
        "Mara Lind estimated that the river holds about 11,000 otters. "
        "The navy estimated that the river holds about 12,000 otters."
    )


@pytest.mark.parametrize(
    "other",
    [
        {"by": ["navy"], "statement": "The lake is filling."},
        {"statement": "The lake is filling.", "act": "deny"},
    ],
    ids=["another speaker", "another position"],
)
def test_no_page_answers_for_other_words_that_need_none(other: dict[str, Any]) -> None:
    assert "According to" not in says(a1={}, a2=other)


@pytest.mark.parametrize(
    ("statement", "label", "sentence"),
    [
        ("Pupils who nap recall more.", "The recall of pupils", "Mara Lind said that pupils who nap recall more."),
        ("Weedfree is safe.", "The safety of Weedfree", "Mara Lind said that Weedfree is safe."),
        ("Woods are dry.", "Dry land", "Mara Lind said: Woods are dry."),
        ("Woods are dry.", "The woods of Ann Woods", "Mara Lind said: Woods are dry."),
        ("Will is ill.", "What will become of it", "Mara Lind said: Will is ill."),
    ],
    ids=["a common word", "a name", "not known", "both", "also a name"],
)
def test_the_first_word_is_written_as_the_claim_has_it_within_a_sentence(
    statement: str, label: str, sentence: str
) -> None:
    assert says(statement, a1={}, label=label) == sentence


def test_a_single_person_is_not_one_of_them() -> None:
    assert says(a1={"speakers": 1}) == "Mara Lind said that the lake is full."


def test_what_a_court_replaces_is_replaced_by_a_ruling() -> None:
    found = says(a1={}, a2={"by": ["navy"], "act": "rule", "replaces": ["a1"], "statement": "The lake is not full."})
    assert "(since replaced by a later ruling by the navy)" in found


SILENT = {"by": ["navy"], "stance": "no-position-found", "as_of": {"edtf": "2024-05-05", "basis": "stated"}}


def test_of_who_took_a_position_no_one_says_that_none_was_found() -> None:
    said = "Mara Lind said that the lake is full. The navy denied it."
    assert says(a1={}, a2={"by": ["navy"], "act": "deny"}, a3=SILENT) == said
    assert says(a1={}, a2={"by": ["navy"], "act": "deny"}, a3=SILENT | {"by": ["navy", "gazette"]}) == (
        f"{said} No position of The Gazette was found on this in the pages we read (as of 5 May 2024)."
    )


def test_a_silence_before_the_position_and_one_of_a_search_are_right() -> None:
    later = {"by": ["navy"], "act": "deny", "said": {"edtf": "2024-05-06", "basis": "stated"}}
    assert "No position of the navy" in says(a1={}, a2=later, a3=SILENT)
    searched = SILENT | {"looked_in": "the navy’s own site"}
    assert "No position of the navy" in says(a1={}, a2={"by": ["navy"], "act": "deny"}, a3=searched)


def test_a_page_that_alters_what_it_has_from_a_speaker_is_reported_as_the_page() -> None:
    said = {"a1": {"certainty": "possible", "cites": [{"source": "post"}]}, "a2": {"based_on": ["a1"]}}
    assert says(**said) == (
        "Mara Lind said it is possible that the lake is full. "
        "The Gazette reported Mara Lind as saying so without saying how certain."
    )


def test_what_replaces_a_statement_is_reported_beside_it() -> None:
    said = {"a1": {}, "a2": {"by": ["navy"], "replaces": ["a1"], **NEARLY}}
    assert says("The lake holds {q1} otters.", quantities=OTTERS, **said) == (
        "Mara Lind said that the lake holds more than 1,000 otters (since replaced by a later statement by the navy). "
        "The navy gave the figure as nearly 1,000."
    )


def test_figures_of_one_speaker_at_several_times_are_in_the_order_of_time() -> None:
    found = says("The lake holds {q1} otters.", quantities=OTTERS, a1=on(4), a2=on(3, **NEARLY))
    assert found == (
        "On 3 May 2024, Mara Lind said that the lake holds nearly 1,000 otters. "
        "On 4 May 2024, Mara Lind gave the figure as more than 1,000."
    )


@pytest.mark.parametrize(
    ("telling", "sentence"),
    [
        ({"by": ["mara"], "act": "deny"}, "The Gazette quoted Mara Lind as denying it."),
        (
            {"by": ["mara"], "act": "deny", "answers": ["a1"]},
            "The Gazette quoted Mara Lind as denying the statement by the navy.",
        ),
        ({"by": ["mara"], "act": "relay"}, "The Gazette quoted Mara Lind as passing it on without naming a source."),
        ({"by": ["gazette"], "act": "relay"}, "The Gazette passed it on without naming a source."),
        ({"by": ["gazette"], "act": "report"}, "The Gazette reported the same."),
    ],
)
def test_a_page_quotes_others_for_what_they_did_and_never_itself(telling: dict[str, Any], sentence: str) -> None:
    paper = source("paper", publisher="gazette")
    quoted = {"mode": "quotation", "quote_status": "found-changed"} | telling
    assert says("The lake is full.", paper, a1={"by": ["navy"]}, a2=quoted).endswith(f" {sentence}")
