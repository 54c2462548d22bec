"""What a printed verb of saying does: every form of every verb listed, phrases, adverbs, and what is left open."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.graph.cues import forms, lean
from explainers.graph.verb_lexicon import ADVERBS, BESIDE, IRREGULAR, LEANS, PHRASES, VERBS, Lean, listed

ENTRIES = [(entry, kind) for kind, text in VERBS.items() for entry in listed(text)]
SINGLE = [(entry, kind) for entry, kind in ENTRIES if " " not in entry]


@pytest.mark.parametrize(
    ("verb", "does"),
    [
        ("revealed", "belief"),
        ("has revealed", "belief"),
        ("NOTED", "belief"),
        ("points out that", "belief"),
        ("pointing out", "belief"),
        ("made it clear", "belief"),
        ("rightly said", "belief"),
        ("emphasized", "emphasis"),
        ("emphasises", "emphasis"),
        ("firmly stated", "emphasis"),
        ("said", "neutral"),
        ("according to", "neutral"),
        ("went on to say", "neutral"),
        ("told Reuters", "neutral"),
        ("wrote on Telegram", "neutral"),
        ("was quoted as saying", "neutral"),
        ("said, adding", "neutral"),
        ("reported", "neutral"),
        ("is reported", "distance"),
        ("is reported to have", "distance"),
        ("was believed to be", "distance"),
        ("rumored", "distance"),
        ("has repeatedly accused", "distance"),
        ("repeatedly accused", "distance"),
        ("reportedly", "distance"),
        ("reportedly said", "distance"),
        ("falsely claimed", "distance"),
        ("so-called", "distance"),
        ("express doubts", "opposition"),
        ("has doubts", "opposition"),
        ("strongly denied", "opposition"),
        ("called into question", "opposition"),
        ("neither confirmed nor denied", "no-answer"),
        ("has neither confirmed nor denied", "no-answer"),
        ("would neither confirm nor deny", "no-answer"),
        ("declined to comment", "no-answer"),
        ("did not immediately respond", "no-answer"),
        ("didn’t comment", "no-answer"),
        ("could not be reached", "no-answer"),
    ],
)
def test_what_a_verb_does(verb: str, does: Lean) -> None:
    assert lean(verb) == does


@pytest.mark.parametrize(
    "verb",
    [
        "",
        ":",
        "quacked",
        "gave a warning",
        "said and confirmed",
        "has not confirmed",
        "does not deny",
        "never said",
        "falsely admitted",
        "said without evidence",
        "reported doubts",
        "denied claims",
        "сказал",
        "sagte",
    ],
)
def test_what_is_not_listed_or_says_two_things_is_not_classed(verb: str) -> None:
    assert lean(verb) == "not-classed"


@pytest.mark.parametrize(
    ("verb", "all_of_them"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("say", {"say", "says", "said", "saying"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
        ("write", {"write", "writes", "wrote", "written", "writing"}),
        ("realise", {"realise", "realises", "realised", "realising", "realize", "realizes", "realized", "realizing"}),
    ],
)
def test_the_forms_of_a_verb(verb: str, all_of_them: set[str]) -> None:
    assert forms(verb) == all_of_them


@pytest.mark.parametrize(("entry", "kind"), ENTRIES)
def test_every_form_of_a_listed_verb_does_the_same(entry: str, kind: Lean) -> None:
    verb, *behind = entry.split()
    assert {lean(" ".join([form, *behind])) for form in forms(verb)} == {kind}


@pytest.mark.parametrize(("phrase", "kind"), [(p, kind) for kind, text in PHRASES.items() for p in listed(text)])
def test_a_phrase_does_what_its_list_says(phrase: str, kind: Lean) -> None:
    assert lean(phrase) == kind


@given(st.sampled_from(SINGLE), st.lists(st.sampled_from(["has", "also", "repeatedly", "later", "officially"])))
def test_words_beside_a_verb_change_nothing(entry: tuple[str, Lean], beside: list[str]) -> None:
    assert lean(" ".join([*beside, entry[0]])) == entry[1]


@given(st.text(max_size=60))
def test_any_text_has_one_answer(text: str) -> None:
    assert lean(text) in get_args(Lean)


def test_no_verb_is_in_two_lists_and_no_irregular_one_in_none() -> None:
    verbs = [entry for entry, _ in ENTRIES]
    assert len(verbs) == len(set(verbs))
    assert set(IRREGULAR) <= {entry.split()[0] for entry in verbs}
    adverbs = [adverb for text in ADVERBS.values() for adverb in listed(text)]
    assert not set(adverbs) & BESIDE
    assert set(LEANS) == set(get_args(Lean))
