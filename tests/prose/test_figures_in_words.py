"""Figures in sentences: in the words of the record, or as numbers with their unit, each as its telling prints it."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.graph.drift import tellings
from explainers.graph.graph import AttributionRef
from explainers.graph.telling_figures import conversions
from explainers.pages.views.drift import drift_view
from explainers.prose.plain_sentence import plain_sentence
from tests.graph.records import actor, claim, claim_of, graph_of, source
from tests.prose.saying import says

JUNK = "Advertisements for junk food are {q1} of all advertisements."
PAYS = "The company proposes to pay {q1}."
NAVY: dict[str, Any] = {"by": ["navy"]}


def figure(words: str | None = None, **written: Any) -> dict[str, Any]:
    """A claim's only figure."""
    return {"q1": {"of": "what is counted", **({"printed": words} if words else written)}}


def number(value: Any, unit: str = "", relation: str = "unqualified") -> dict[str, Any]:
    return figure(relation=relation, value=value, **({"unit": unit} if unit else {}))


def gives(words: str) -> dict[str, Any]:
    return NAVY | {"gives": {"q1": words}}


@pytest.mark.parametrize(
    ("statement", "words", "said"),
    [
        ("The council owes {q1} homes.", "at least 280", "the council owes at least 280 homes"),
        ("{q1} of the homes are empty.", "two-thirds", "two-thirds of the homes are empty"),
        ("{q1} homes is empty.", "one in five", "one in five homes is empty"),
        ("The motion passed by {q1}.", "52–48", "the motion passed by 52–48"),
        ("The motion passed by {q1}.", "31 votes to 17", "the motion passed by 31 votes to 17"),
        ("The quake killed {q1} people.", "dozens", "the quake killed dozens of people"),
        ("The quake killed {q1} people.", "two dozen", "the quake killed two dozen people"),
        ("The quake had magnitude {q1}.", "6.0", "the quake had magnitude 6.0"),
        ("The firm pays {q1}.", "up to $8 billion (7.15 billion euros)", "the firm pays up to $8 billion"),
        ("The tests failed in {q1} cases.", "fewer than one in twenty",
         "the tests failed in fewer than one in twenty cases"),
        ("The firm made {q1}.", "a loss of 6.2 million euros", "the firm made a loss of 6.2 million euros"),
        ("The rate rose by {q1}.", "a quarter of a percentage point",
         "the rate rose by a quarter of a percentage point"),
        ("The pump moves {q1}.", "10 litres per second", "the pump moves 10 litres per second"),
        ("The group counts {q1} men.", "about 30 to 40", "the group counts about 30 to 40 men"),
        ("The firm owes a {q1} fine.", "$8 million", "the firm owes an $8 million fine"),
        ("The rise was no accident ({q1}).", "p < 0.05", "the rise was no accident (p < 0.05)"),
    ],
)  # fmt: skip
def test_the_words_of_the_record_are_printed(statement: str, words: str, said: str) -> None:
    assert says(statement, quantities=figure(words), a1={}) == f"Mara Lind said that {said}."


@pytest.mark.parametrize(
    ("statement", "quantity", "said"),
    [
        ("The firm owes {q1}.", number(11000000000, "dollar", "about"), "the firm owes about $11 billion"),
        ("The firm owes {q1}.", number(11000000000, "USD", "about"), "the firm owes about US$11 billion"),
        ("The firm owes {q1}.", number(9100000, "£"), "the firm owes £9.1 million"),
        ("The firm owes {q1}.", number(3000000, "Australian dollars"), "the firm owes 3 million Australian dollars"),
        ("The firm owes {q1}.", number("2.50", "$"), "the firm owes $2.50"),
        ("The firm owes {q1}.", figure(relation="between", min=6000000000, max=8000000000, unit="EUR"),
         "the firm owes between €6 billion and €8 billion"),
        ("The rate rose by {q1}.", number("0.25", "percentage point"), "the rate rose by 0.25 percentage points"),
        ("The rate rose by {q1}.", number(1, "percentage point"), "the rate rose by 1 percentage point"),
        ("The rate is {q1}.", figure(relation="between", min=7, max=9, unit="per cent"),
         "the rate is between 7 and 9 per cent"),
        ("The valley has {q1}.", number(-3, "°C"), "the valley has −3\u00a0°C"),
        ("The wind reached {q1}.", number(120, "km/h", "up-to"), "the wind reached up to 120\u00a0km/h"),
        ("The pump moves {q1}.", number(10, "litre per second"), "the pump moves 10 litres per second"),
        ("The job pays {q1}.", number(2000, "USD per month"), "the job pays US$2,000 per month"),
        ("The court gave him {q1}.", number(20, "year"), "the court gave him 20 years"),
        ("The court gave him {q1} years.", number(20, "year"), "the court gave him 20 years"),
        ("The quake had magnitude {q1}.", number("6.0"), "the quake had magnitude 6.0"),
        ("The law holds until {q1}.", number(2026), "the law holds until 2026"),
        ("The law holds until {q1}.", number(2026, "year"), "the law holds until 2026"),
        ("The world has {q1} people.", number(1500000000, "person"), "the world has 1.5 billion people"),
        ("The world has {q1} people.", number(1234567890, "person"), "the world has 1,234,567,890 people"),
    ],
)  # fmt: skip
def test_a_number_has_its_unit(statement: str, quantity: dict[str, Any], said: str) -> None:
    found = says(statement, quantities=quantity, a1={})
    assert found.replace("\u00a0", " ") == f"Mara Lind said that {said}.".replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("about 70%", "The navy gave the figure as about 70%."),
        ("four in five", "The navy gave the figure as four in five."),
        ("nearly 70 per cent", "The navy gave the figure as nearly 70 per cent."),
    ],
)
def test_every_telling_has_its_figure_in_its_words_with_a_unit(words: str, given: str) -> None:
    found = says(JUNK, quantities=number(80, "per cent"), a1={}, a2=gives(words))
    assert found == f"Mara Lind said that advertisements for junk food are 80 per cent of all advertisements. {given}"


def test_a_bare_number_of_a_telling_is_in_the_unit_of_the_claim() -> None:
    found = says(JUNK, quantities=number(80, "per cent"), a1={}, a2=gives("80"))
    assert (
        found == "Mara Lind and the navy said that advertisements for junk food are 80 per cent of all advertisements."
    )


def test_a_number_of_a_telling_has_the_unit_of_the_claim() -> None:
    own = NAVY | {"as_printed": {"quantities": {"q1": {"value": 70}}}}
    assert says(JUNK, quantities=number(80, "per cent"), a1={}, a2=own).endswith("the figure as 70 per cent.")


def test_who_denies_a_figure_is_not_made_to_deny_its_qualifier() -> None:
    said = {"a1": {"gives": {"q1": "as much as $8 billion"}}, "a2": gives("$8 billion") | {"act": "deny"}}
    assert says(PAYS, quantities=figure("as much as $8 billion"), **said) == (
        "Mara Lind said that the company proposes to pay as much as $8 billion. "
        "The navy denied that the company proposes to pay $8 billion."
    )


def test_both_sides_of_a_vote_are_given_as_each_telling_has_them() -> None:
    found = says("The motion passed by {q1}.", quantities=figure("52–48"), a1={}, a2=gives("53 to 47"))
    assert found == "Mara Lind said that the motion passed by 52–48. The navy gave the figure as 53 to 47."


VOTE = "The motion passed by {q1}."


@pytest.mark.parametrize("words", ["52 to 48", "52-48", "52—48", "52 votes to 48"])
def test_a_vote_in_another_form_is_the_same_vote(words: str) -> None:
    graph = graph_of(
        actor("mara", "Mara Lind"),
        actor("navy", "Navy", in_text="the navy"),
        source("paper"),
        claim(statement=VOTE, quantities=figure("52–48"), a1={}, a2=gives(words) | {"based_on": ["a1"]}),
    )
    assert plain_sentence(claim_of(graph), graph) == ("Mara Lind and the navy said that the motion passed by 52–48.")
    assert [telling.aspect("figure").changed for telling in tellings(claim_of(graph), graph)] == [False, False]


def test_another_vote_is_another_figure() -> None:
    assert says(VOTE, quantities=figure("52–48"), a1={}, a2=gives("53 to 47")).endswith(
        "The navy gave the figure as 53 to 47."
    )


def test_a_conversion_is_the_page_s_and_in_no_speaker_s_mouth() -> None:
    graph = graph_of(
        actor("mara", "Mara Lind"),
        actor("navy", "Navy", in_text="the navy"),
        source("paper"),
        claim(statement=PAYS, quantities=figure("$3.2 billion"), a1={}, a2=gives("$3.2 billion (2.9 billion euros)")),
    )
    rain = claim_of(graph)
    assert plain_sentence(rain, graph) == ("Mara Lind and the navy said that the company proposes to pay $3.2 billion.")
    rows = [[cell.value for cell in row.cells if cell.heading == "Figure"] for row in drift_view(rain, graph).rows]
    assert rows == [["$3.2 billion"], ["$3.2 billion (the page’s own conversion: 2.9 billion euros)"]]


def test_a_conversion_that_the_claim_has_is_not_that_of_every_page() -> None:
    quoted = {"cites": [{"source": "paper", "exact": "$3.2 billion (2.9 billion euros)"}]}
    graph = graph_of(
        source("paper"),
        claim(statement=PAYS, quantities=figure("$3.2 billion (2.9 billion euros)"), a1=quoted, a2=NAVY),
    )
    found = [dict(conversions(AttributionRef(claim_of(graph), a), graph)) for a in claim_of(graph).attributions]
    assert found == [{"q1": "2.9 billion euros"}, {}]
