"""Terms found in running text."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.glossary import Choice, Matcher, forms
from explainers.glossary.forms import plurals
from explainers.kinds.term.model import Term
from tests.graph.records import term


def labelled(id: str, label: str, *also: str, **fields: Any) -> Term:
    found = term(id, label, also=also, **fields).record
    assert isinstance(found, Term)
    return found


TERMS = [
    labelled("oblast", "oblast"),
    labelled("ally", "ally"),
    labelled("offensive", "offensive"),
    labelled("counter-offensive", "counter-offensive", "counter offensive"),
    labelled("commander-in-chief", "commander-in-chief"),
    labelled("armed-forces", "armed forces"),
    labelled("nato", "NATO"),
    labelled("us", "US"),
    labelled("box", "box"),
    labelled("treaty", "treaty", match="exact"),
    labelled("word", "word", match="off"),
    labelled("street", "Straße"),
    labelled("izmir", "İzmir"),
    labelled("office", "ﬁeld ofﬁce"),
    labelled("research", "R&D"),
    labelled("st-clair", "St. Clair"),
    labelled("resume", "résumé"),
    labelled("hart", "O’Neill and Hart"),
]


def found(text: str, terms: list[Term] | None = None) -> list[tuple[str, str]]:
    """The words that are marked, and the term that each leads to."""
    return [(text[m.start : m.end], m.term) for m in Matcher(terms or TERMS).find(text)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("an oblast.", [("oblast", "oblast")]),
        ("Oblasts, OBLAST", [("Oblasts", "oblast"), ("OBLAST", "oblast")]),
        ("the allies", [("allies", "ally")]),
        ("the ally’s and the ally's", [("ally", "ally"), ("ally", "ally")]),
        ("boxes", [("boxes", "box")]),
        ("really, rally, allying, ally_x", []),
        ("the counter-offensive", [("counter-offensive", "counter-offensive")]),
        ("the counter offensive", [("counter offensive", "counter-offensive")]),
        ("the counter\u2011offensive", [("counter\u2011offensive", "counter-offensive")]),
        ("the counter\noffensive", [("counter\noffensive", "counter-offensive")]),
        ("the counter. Offensive", [("Offensive", "offensive")]),
        ("the armed\u00a0forces", [("armed\u00a0forces", "armed-forces")]),
        ("armed, forces", []),
        ("armed armed forces", [("armed forces", "armed-forces")]),
        ("NATO and NATO’s", [("NATO", "nato"), ("NATO", "nato")]),
        ("Nato, nato, NATOS", []),
        ("the US told us", [("US", "us")]),
        ("a treaty, the Treaty", [("treaty", "treaty"), ("Treaty", "treaty")]),
        ("two treaties, a word", []),
        ("STRASSE Strasse straße", [("STRASSE", "street"), ("Strasse", "street"), ("straße", "street")]),
        ("in İzmir, an oblast", [("İzmir", "izmir"), ("oblast", "oblast")]),
        ("ŉ İ ß ﬁ: a field office in an oblast", [("field office", "office"), ("oblast", "oblast")]),
        ("R&D costs", [("R&D", "research")]),
        ("R and D, R D", []),
        ("in St. Clair", [("St. Clair", "st-clair")]),
        ("re\u0301sume\u0301", [("re\u0301sume\u0301", "resume")]),
        ("ally\u0308", []),
        ("O’Neill and Hart, O'Neill and Hart", [("O’Neill and Hart", "hart"), ("O'Neill and Hart", "hart")]),
        ("", []),
    ],
)
def test_terms_in_a_text(text: str, marked: list[tuple[str, str]]) -> None:
    assert found(text) == marked


def test_the_longest_label_wins_whatever_the_order_of_the_terms() -> None:
    short, long = labelled("a-treaty", "defence"), labelled("defence-treaty", "defence treaty")
    for terms in ([short, long], [long, short]):
        assert found("a defence treaty and a defence", terms) == [
            ("defence treaty", "defence-treaty"),
            ("defence", "a-treaty"),
        ]


def test_of_two_terms_with_one_label_neither_is_taken_unless_a_field_is_chosen() -> None:
    one, other = labelled("b", "lake", domain="water"), labelled("a", "lake", domain="art")
    for terms in ([one, other], [other, one]):
        [match] = Matcher(terms).find("a lake")
        assert (match.term, match.terms) == ("", ("a", "b"))
        [match] = Matcher(terms).find("a lake", Choice(domain="Water"))
        assert match.term == "b"


MATCHER = Matcher(TERMS)
LABELS = {"".join(c for c in form.casefold() if c.isalnum()) for t in TERMS for n in t.names for form in forms(n)}
WORDS = "ally allies NATO us US counter offensive armed forces box Straße STRASSE İzmir R&D St. Clair ﬁeld office x"
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*WORDS.split(), " ", "-", ". ", "’s", "\u00a0", "\n"]), max_size=30).map("".join),
    st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join),
)


@settings(deadline=None)
@given(TEXTS)
def test_marks_are_whole_words_that_are_labels_and_never_overlap(text: str) -> None:
    marks = list(MATCHER.find(text))
    assert all(one.end <= other.start for one, other in pairwise(marks))
    for mark in marks:
        words = text[mark.start : mark.end]
        # NFC folding aside, which only joins an accent to its letter.
        assert "".join(c for c in words.casefold() if c.isalnum()) in LABELS
        assert not (text[: mark.start][-1:] + words[:1]).isalnum() or mark.start == 0
        assert not (words[-1:] + text[mark.end :][:1]).isalnum() or mark.end == len(text)


@settings(deadline=None)
@given(TEXTS)
def test_it_finds_what_a_search_word_by_word_finds(text: str) -> None:
    """The same terms looked for in the plainest way: every form, at every word, the longest first."""
    assert [(m.start, m.end, m.term) for m in MATCHER.find(text)] == list(naive(text))


def naive(text: str) -> Iterator[tuple[int, int, str]]:
    forms_of = {
        form: t for t in TERMS if t.match != "off" for name in t.names
        for form in (name, *(plurals(name) if t.match == "inflected" else ()))
    }  # fmt: skip
    free = 0
    for start in range(len(text)):
        if start >= free and not (start and WORD.match(text, start - 1) and WORD.match(text, start)):
            ends = [end for end in range(len(text), start, -1) if any(same(text[start:end], f) for f in forms_of)]
            ends = [end for end in ends if not (WORD.match(text, end - 1) and WORD.match(text, end))]
            if ends:
                form = next(f for f in forms_of if same(text[start : ends[0]], f))
                yield start, ends[0], forms_of[form].id
                free = ends[0]


WORD = re.compile(r"[\w\u0300-\u036f]")


def same(words: str, form: str) -> bool:
    """Whether words are a form, with what may differ set aside."""
    if not words or not WORD.match(words) or not WORD.match(words[-1]):
        return False
    composed, wanted = (unicodedata.normalize("NFC", each) for each in (words, form))
    if any(part.isupper() and len(part) > 1 and part not in re.findall(r"\w+", composed) for part in capitals(wanted)):
        return False
    return joined(composed).casefold() == joined(wanted).casefold()


def capitals(form: str) -> list[str]:
    parts = re.findall(r"\w+", form)
    return [part for part in parts if part.isupper() or (part[:-1].isupper() and len(part) > 2 and form != "St. Clair")]


def joined(words: str) -> str:
    return re.sub(r"[’']", "'", re.sub(r"(?<=\w)(?:\s+|[-\u2010\u2011])(?=\w)", " ", words))


@settings(deadline=None)
@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from([name for t in TERMS for name in t.names]))
def test_a_label_is_found_wherever_it_stands(before: str, after: str, label: str) -> None:
    terms = [t for t in TERMS if label in t.names and t.match != "off"]
    if terms:
        start = len(f"{before} | ")
        marks = [(m.start, m.end) for m in Matcher(terms).find(f"{before} | {label} | {after}")]
        assert (start, start + len(label)) in marks


def test_many_terms_in_a_long_text_are_no_trouble() -> None:
    terms = [labelled(f"t{n}", f"word{n} thing") for n in range(2000)]
    text = "word7 thing and some other words " * 3000
    start = time.perf_counter()
    assert len(found(text, terms)) == 3000
    assert time.perf_counter() - start < 3
