"""The order of the alphabet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.glossary.letters import heading_letter, place_in_alphabet


def in_order(*titles: str, language: str = "en") -> list[str]:
    return sorted(titles, key=lambda title: place_in_alphabet(title, language=language))


def test_accents_case_and_hyphens_are_set_aside() -> None:
    assert in_order("Zebra", "école", "ebb", "Eel", "e-mail", "emu") == [
        "ebb",
        "école",
        "Eel",
        "e-mail",
        "emu",
        "Zebra",
    ]


def test_scripts_follow_one_another() -> None:
    assert in_order("Ярость", "область", "Ωμέγα", "zebra", "7th") == ["7th", "zebra", "Ωμέγα", "область", "Ярость"]


@pytest.mark.parametrize(("language", "order"), [("en", "älv, zebra"), ("de", "älv, zebra"), ("sv", "zebra, älv")])
def test_some_letters_are_behind_z_in_some_languages(language: str, order: str) -> None:
    assert ", ".join(in_order("älv", "zebra", language=language)) == order


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("ally", "A"), ("école", "E"), ("Łódź", "L"), ("“quoted”", "Q"), ("область", "О"), ("йод", "Й"), ("ёлка", "Е"),
        ("7th Army", "0–9"), ("", "0–9"), ("…", "0–9"), ("معاهدة", "م"), ("ẞ", "S"), ("ﬁeld", "F"),
    ],
)  # fmt: skip
def test_the_letter_of_a_title(title: str, letter: str) -> None:
    assert heading_letter(title) == letter


def test_a_letter_of_the_language_has_its_own_heading() -> None:
    assert heading_letter("älv", language="sv") == "Ä"
    assert heading_letter("älv", language="en") == "A"


@given(st.lists(st.text(max_size=6), max_size=8), st.sampled_from(["en", "sv", "is"]))
def test_terms_under_one_letter_are_together(titles: list[str], language: str) -> None:
    letters = [heading_letter(title, language=language) for title in in_order(*titles, language=language)]
    runs = [letter for at, letter in enumerate(letters) if at == 0 or letters[at - 1] != letter]
    assert len(runs) == len(set(runs))
