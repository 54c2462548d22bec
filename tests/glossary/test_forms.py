"""The forms in which a label is looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.glossary.forms import forms, found_as, plurals
from explainers.kinds.term.model import Term


@pytest.mark.parametrize(
    ("label", "plural"),
    [
        ("city", "cities"), ("day", "days"), ("gas", "gases"), ("church", "churches"), ("think tank", "think tanks"),
        ("box", "boxes"), ("quiz", "quizzes"), ("loss", "losses"), ("virus", "viruses"), ("veto", "vetoes"),
        ("radio", "radios"), ("crisis", "crises"), ("basis", "bases"), ("knife", "knives"), ("roof", "roofs"),
        ("belief", "beliefs"), ("woman", "women"), ("spokesman", "spokesmen"), ("policeman", "policemen"),
        ("German", "Germans"), ("human", "humans"), ("talisman", "talismans"), ("child", "children"),
        ("monarch", "monarchs"), ("march", "marches"), ("stomach", "stomachs"), ("soliloquy", "soliloquies"),
        ("commander-in-chief", "commanders-in-chief"), ("rule of law", "rules of law"), ("line-up", "line-ups"),
        ("café", "cafés"), ("NGO", "NGOs"), ("displaced person", "displaced people"), ("analysis", "analyses"),
    ],
)  # fmt: skip
def test_the_plural_is_as_usual(label: str, plural: str) -> None:
    assert plural in plurals(label)


@pytest.mark.parametrize(
    "label", ["armed forces", "sanctions", "aircraft", "headquarters", "область", "G7", "2024", ""]
)
def test_some_labels_have_no_plural(label: str) -> None:
    assert plurals(label) == ()


def test_all_forms_of_a_label() -> None:
    assert forms("ally") == ("ally", "allies", "ally’s", "allies’")
    assert forms("woman") == ("woman", "women", "woman’s", "women’s")
    assert forms("область") == ("область",)


def test_the_rules_are_those_of_english() -> None:
    assert forms("ally", language="en-GB") == forms("ally")
    assert forms("Vertrag", language="de") == ("Vertrag",)


def test_how_a_term_is_found() -> None:
    def term(match: str) -> Term:
        return Term.model_validate({"id": "x", "term": "pact", "also": ["deal"], "definition": "d", "match": match})

    assert found_as(term("off")) == ()
    assert found_as(term("exact")) == ("pact", "deal")
    assert found_as(term("inflected")) == (*forms("pact"), *forms("deal"))


@given(st.text(min_size=1))
def test_any_label_has_forms_of_which_it_is_the_first(label: str) -> None:
    found = forms(label)
    assert found[0] == label
    assert len(set(found)) == len(found)
