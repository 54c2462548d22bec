"""What the rules look with: phrases, sentences, circles, copied runs, our own words."""

from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.checks.circles import circles
from explainers.checks.copies import Copies
from explainers.checks.phrases import Phrases
from explainers.checks.sentences import sentences
from explainers.checks.voice import PRINTED, OwnText, words_of


def cut(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! “Three?” Four", ["One.", "Two!", "“Three?”", "Four"]),
        ("He met Mr. Berg in the U.S. on Monday.", ["He met Mr. Berg in the U.S. on Monday."]),
        ("It rose 3.5 metres. Nobody saw it.", ["It rose 3.5 metres.", "Nobody saw it."]),
        ("One\n\ntwo", ["One", "two"]),
        ("See para. 4 of it.", ["See para. 4 of it."]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_sentences(text, parts):
    assert cut(text) == parts


@given(st.text())
def test_sentences_leave_nothing_out(text):
    spans = sentences(text)
    assert all(one[1] == other[0] or not text[one[1] : other[0]].strip() for one, other in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_a_small_letter_matches_a_capital_one_and_a_capital_only_itself():
    phrases = Phrases([("regime", 1), ("Kiev", 2), ("the Kremlin", 3)])
    found = [(f.words, f.meaning) for f in phrases.found("Regime in Kiev, kiev, The Kremlin, the kremlin")]
    assert found == [("Regime", 1), ("Kiev", 2), ("The Kremlin", 3)]


def test_the_longest_phrase_wins_and_words_are_whole():
    phrases = Phrases([("terror", 1), ("terror group", 2), ("so-called", 3)])
    assert [f.meaning for f in phrases.found("terrorists, a so-called terror\n group, so called terror")] == [
        3,
        2,
        1,
    ]


def test_a_circle_is_found_once_where_it_closes():
    assert list(circles({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"], "e": ["e"]})) == [
        ("a", "b", "c"),
        ("e",),
    ]


def test_two_ways_to_one_place_are_no_circle():
    assert list(circles({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []})) == []


def test_a_chain_of_ten_thousand_is_no_trouble():
    chain = {str(n): [str(n + 1)] for n in range(10_000)}
    assert list(circles(chain)) == []


THEIRS = "the minister told the council in the evening that the river gave nobody another night to wait for us"


def test_twelve_words_in_a_row_are_a_copy_and_eleven_are_not():
    copies = Copies({"post": THEIRS})
    words = THEIRS.split()
    for start in range(len(words) - 12):
        twelve = "Well, " + " ".join(words[start : start + 12]).upper() + " indeed."
        found = copies.longest(twelve)
        assert found
        assert (found.source, found.count) == ("post", 12)
        assert twelve[found.start : found.end] == " ".join(words[start : start + 12]).upper()
        assert copies.longest(" ".join(["so", *words[start : start + 11], "so", *words[start + 3 : start + 9]])) is None


@given(st.text())
def test_words_without_marks_stay_in_their_place(text):
    words = words_of(text)
    assert len(words) == len(text)
    assert all(ours in (theirs, " ", PRINTED) for ours, theirs in zip(words, text, strict=True))


def test_links_keep_their_words_and_lose_their_ids():
    text = "[[a-regime|the *government*]] and [[b]], {q1} [see @c-regime, p. 4] @d"
    assert words_of(text).split() == ["the", "government", "and", PRINTED, ",", PRINTED]


def test_a_fault_knows_which_of_equal_words_it_means():
    text = OwnText(SimpleNamespace(id="x"), ("note",), "a regime and a regime")
    assert text.fault(15, 21, "told").nth == 1
