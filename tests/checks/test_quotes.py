"""Quotations are found where they stand, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.checks.quotes import fold, quotable, word_count

SPACES = st.sampled_from([" ", "  ", "\n", "\n\n", "\t", "\u00a0", " \n "])
WORDS = st.text(st.sampled_from("abcäéжß中AB0123456789'’“”«»–—-…,.!?;:"), min_size=1, max_size=8).filter(
    lambda word: any(character.isalnum() for character in word)
)
# One sign in the shapes that typewriters, word processors and newspapers give it.
SHAPES = str.maketrans({"’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-"})


@st.composite
def texts_with_words_cut_out(draw):
    """A text, some words in a row of it, and the offset at which they start."""
    words = draw(st.lists(WORDS, min_size=1, max_size=25))
    spaces = draw(st.lists(SPACES, min_size=len(words), max_size=len(words)))
    start = draw(st.integers(0, len(words) - 1))
    count = draw(st.integers(1, len(words) - start))
    offset = sum(len(words[at]) + len(spaces[at]) for at in range(start))
    text = "".join(word + space for word, space in zip(words, spaces, strict=True))
    cut = "".join(words[at] + spaces[at] for at in range(start, start + count)).strip()
    return text, cut, offset


@given(texts_with_words_cut_out())
def test_any_few_words_cut_from_a_text_are_found_at_their_place(case):
    text, cut, offset = case
    assert (offset, offset + len(cut)) in quotable(text).places(cut)


@given(texts_with_words_cut_out())
def test_they_are_found_however_marks_and_spaces_are_typed(case):
    text, cut, offset = case
    typed = " ".join(cut.translate(SHAPES).split())
    assert (offset, offset + len(cut)) in quotable(text).places(typed)


@given(texts_with_words_cut_out())
def test_with_the_words_around_them_they_are_found_once_or_at_the_same_words(case):
    text, cut, offset = case
    prefix, suffix = text[:offset], text[offset + len(cut) :]
    assert quotable(text).places(cut, prefix=prefix, suffix=suffix) == [(offset, offset + len(cut))]


@given(st.text(), st.text(), st.text(), st.text())
def test_no_text_is_too_odd(text, exact, prefix, suffix):
    for start, end in quotable(text).places(exact, prefix=prefix, suffix=suffix):
        assert fold(text[start:end]) == fold(exact)


def test_words_end_where_words_end():
    assert quotable("nearly 50,000 men; 150,000 men").places("50,000 men") == [(7, 17)]
    assert quotable("the party was art").places("art") == [(14, 17)]


def test_capitals_make_a_difference():
    assert quotable("We could not wait. we could not wait.").places("we could") == [(19, 27)]


@pytest.mark.parametrize(
    ("prefix", "suffix", "places"),
    [("", "", 3), ("then", "", 1), ("", ", again", 1), ("now", ".", 1), ("then", ".", 0)],
)
def test_prefix_and_suffix_choose_between_equal_words(prefix, suffix, places):
    text = quotable("First we wait, again; then we wait; and now\nwe wait.")
    assert len(text.places("we wait", prefix=prefix, suffix=suffix)) == places


def test_overlapping_places_are_all_found():
    assert quotable("no no no").places("no no") == [(0, 5), (3, 8)]


def test_a_soft_hyphen_is_not_part_of_a_word():
    assert quotable("am\u00admuni\u00adtion").places("ammunition") == [(0, 12)]


@pytest.mark.parametrize(("text", "count"), [("", 0), ("we", 1), ("10,000 “men” — or", 3), ("U.S.-based", 1)])
def test_words_are_counted_as_a_reader_counts_them(text, count):
    assert word_count(text) == count
