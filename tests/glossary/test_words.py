"""A text cut into words, without a place moving."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.glossary.words import folded_word, key, words


@given(st.text())
def test_every_word_is_where_it_is_said_to(text: str) -> None:
    cut = words(text)
    assert sum(map(len, cut.parts)) == len(text)
    assert [folded_word(cut.word(n)) for n in range(len(cut.folded))] == cut.folded


@given(st.text())
def test_composed_or_not_the_words_are_the_same(text: str) -> None:
    assert words(unicodedata.normalize("NFC", text)).folded == words(unicodedata.normalize("NFD", text)).folded


def test_folding_a_text_parts_no_word_in_two() -> None:
    """The short way folds the whole text: for every character that is right only if a word stays a word."""
    for first in range(0, sys.maxunicode + 1, 256):
        numbers = [number for number in range(first, first + 256) if not 0xD800 <= number < 0xE000]
        cut = words(" ".join(f"x{chr(number)}y z" for number in numbers))
        assert cut.folded == [folded_word(word) for word in cut.parts[1::2]], hex(first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("head count", "Head-Count"), ("head count", "head\u00a0count"), ("people’s court", "people's court"),
        ("caf\u00e9", "cafe\u0301"), ("Straße", "strasse"),
    ],
)  # fmt: skip
def test_labels_that_no_reader_could_tell_apart(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("R&D", "R D"), ("resume", "résumé")])
def test_labels_that_are_different(one: str, other: str) -> None:
    assert key(one) != key(other)
