"""Numbers typed into statements: a figure is reported, a date, a year and a name are not."""

from __future__ import annotations

import pytest

from tests.checks.test_examples import checked

CLAIM = "content/claims/rents.yml"
RECORD = """\
label: Rents in the valley
statement: {statement}
type: event
about: [{about}]
attributions:
  - id: a1
    by: [mara-lind]
    act: say
    cites:
      - source: daily-post-flood
"""


def typed(statement: str, about: str = "river-valley", language: str = "en", **more: str) -> list[str]:
    files = {CLAIM: RECORD.format(statement=f'"{statement}"', about=about), **more}
    found = checked({path: text.encode() for path, text in files.items()}, language)
    return [d.message.split("`")[1] for d in found.diagnostics if d.code == "typed-figure"]


@pytest.mark.parametrize(
    "statement",
    [
        "COVID-19 makes rents fall.",
        "Type 2 diabetes is common.",
        "The air has too much PM2.5 dust.",
        "Omega-3 fats help.",
        "The Boeing 737 is safe.",
        "Boeing 737 planes are safe.",
        "Windows 11 is slow.",
        "Article 5 of the law caps rents.",
        "The law caps rents in its article 5.",
        "Rents will be capped by 2030.",
        "In 2014 rents fell.",
        "The council voted on 4 March.",
        "The council voted on March 4, 2026, at 6 p.m.",
        "Rents are twice those of 2014.",
        "Rents are three times as high.",
        "Between 2010 and 2014 rents fell.",
        "Article 17(1) of the law caps rents.",
        "One of the homes is empty.",
        "The Big Four own the homes.",
        "The G7 and H5N1 are names.",
        "The Treaty of 1648 is older than the season 2023-24.",
        "Rents fell in the 1990s.",
        "The river is in the 3rd district.",
    ],
)
def test_dates_years_and_names_are_fine(statement: str) -> None:
    assert typed(statement) == []


@pytest.mark.parametrize(
    ("statement", "figure"),
    [
        ("Northland has moved more than 10,000 people.", "10,000"),
        ("To move 50 people takes a day.", "50"),
        ("Some 50 people were moved.", "50"),
        ("Rents are 20% higher.", "20%"),
        ("Rents are 20 per cent higher.", "20 per cent"),
        ("Two hundred homes are empty.", "Two hundred"),
        ("Dozens of homes are empty.", "Dozens"),
        ("The union plans a 24-hour strike.", "24"),
        ("The flood cost $11 billion.", "$11 billion"),
        ("It is -3 °C in the valley.", "-3 °C"),
        ("The motion passed by 52–48.", "52–48"),
        ("In 2014 1,200 homes were empty.", "1,200"),
        ("9 in 10 homes are empty.", "9 in 10"),
    ],
)
def test_a_figure_is_reported_as_it_is_there(statement: str, figure: str) -> None:
    assert typed(statement) == [figure]


@pytest.mark.parametrize(
    "statement",
    ["Half of the homes are empty.", "Rents are a third higher.", "Two-thirds of the homes are empty.",
     "One in five homes is empty.", "A quarter of the homes are empty."],
)  # fmt: skip
def test_a_share_in_words_is_part_of_the_sentence(statement: str) -> None:
    assert typed(statement) == []


def test_a_number_of_a_name_that_no_one_can_know_has_a_backslash() -> None:
    assert typed("The valley has the 39 steps.") == ["39"]
    assert typed("The valley has the \\\\39 steps.") == []


def test_the_name_of_a_record_is_a_name() -> None:
    seven = {"content/actors/group-of-seven.yml": "name: Group of Seven\nkind: alliance\nsummary: A group of states.\n"}
    assert typed("The Group of Seven meets.", "group-of-seven", **seven) == []
    assert typed("The [[group-of-seven|Group of Seven]] meets.", **seven) == []
    assert typed("The Group of Seven meets seven ministers.", "group-of-seven", **seven) == ["seven"]


def test_a_statement_is_read_in_the_language_of_the_site() -> None:
    assert typed("Am 4. März um 14 Uhr trat der Rat zusammen.", language="de") == []
    assert typed("Der Rat hat 18.400 Menschen umgesiedelt.", language="de") == ["18.400"]
    assert typed("Der Rat hat zweihundert Menschen umgesiedelt.", language="de") == ["zweihundert"]
