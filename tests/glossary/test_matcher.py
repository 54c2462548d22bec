"""Terms found in running text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.glossary import Choice, Matcher, forms
from explainers.glossary.forms import plurals
from explainers.kinds.term.model import Term
from tests.graph.records import term
from tests.growth import grows_in_step


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


SMALL = [labelled(label, label) for label in ("ally", "power-cut", "power-cut-line", "cut", "nato")]
SMALL += [labelled("elan", "élan"), labelled("who", "WHO"), labelled("line-ally", "line ally", match="exact")]
TOKENS = ["ally", "Allies", "power", "CUT", "cuts", "line", "lines", "élan", "e\u0301lans", "nato", "WHO", "who", "x"]
JOINTS = [" ", "-", "\u2011", "\u00a0", "\n", ", ", ". ", " – ", "/", "’s "]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(TOKENS), st.sampled_from(JOINTS)), max_size=12))
def test_it_finds_what_the_plainest_search_finds(tokens: list[tuple[str, str]]) -> None:
    # With a slash at its end it is the path of a folder.
    text = "".join(word + joint for word, joint in tokens).rstrip("/")
    assert [(text[m.start : m.end], m.term) for m in Matcher(SMALL).find(text)] == plainest(tokens)


def plainest(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Every form of every term at every word, the longest first; the words and what joins them are known here."""
    known = {form: t for t in SMALL for form in (t.term, *(plurals(t.term) if t.match == "inflected" else ()))}
    found, at = [], 0
    while at < len(tokens):
        for count in range(len(tokens) - at, 0, -1):
            part = tokens[at : at + count]
            joined = all(joint in JOINTS[:5] for _, joint in part[:-1])
            said = " ".join(unicodedata.normalize("NFC", word) for word, _ in part)
            term = known.get(said) or known.get(said.casefold()) or known.get(said.casefold().replace(" ", "-"))
            if joined and term:
                words = "".join(word + joint for word, joint in part)
                found.append((words.removesuffix(part[-1][1]), term.id))
                at += count
                break
        else:
            at += 1
    return found


@settings(deadline=None)
@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from([name for t in TERMS for name in t.names]))
def test_a_label_is_found_wherever_it_is(before: str, after: str, label: str) -> None:
    terms = [t for t in TERMS if label in t.names and t.match != "off"]
    if terms:
        start = len(f"{before} | ")
        marks = [(m.start, m.end) for m in Matcher(terms).find(f"{before} | {label} | {after}")]
        assert (start, start + len(label)) in marks


def test_many_terms_in_a_long_text_are_no_trouble() -> None:
    terms = [labelled(f"t{n}", f"word{n} thing") for n in range(2000)]

    def looking(size: int) -> Callable[[], list[tuple[str, str]]]:
        return lambda: found("word7 thing and some other words " * size, terms[: size * 2 // 3])

    assert len(grows_in_step(looking, 3000)) == 3000
