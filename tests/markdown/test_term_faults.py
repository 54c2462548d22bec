"""What is said of the words of a hand-written page."""

from __future__ import annotations

import pytest

from explainers.markdown.hand_written import ByHand
from tests.graph.records import graph_of, term
from tests.markdown.converting import gathered

GRAPH = graph_of(
    term("otter", avoid=[{"label": "water dog", "why": "It is no dog."}]),
    term("basin", domain="water"),
    term("dock", also=["basin"], domain="ships"),
    term("boat"),
    term("pond"),
    term("pool", also=["pond"]),
)


def scanned(text: str) -> ByHand:
    return gathered(text, graph=GRAPH)


def places_reported(text: str) -> list[tuple[int, int, str, str]]:
    return [(d.span.line, d.span.column, d.code, d.help) for d in scanned(text).diagnostics]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A water dog.", (1, 3)),
        ("Two *water\ndogs*.", (1, 6)),
        ("# A water dog", (1, 5)),
        ("---\ntitle: A water dog\n---\n\nA water dog.", (5, 3)),
        ("`water dog` and a water dog", (1, 19)),
        ("```\nwater dog\n```\n\nA water dog.", (5, 3)),
        ("> A water dog.\n\nA water dog.", (3, 3)),
    ],
)
def test_a_label_to_be_avoided_is_reported_at_its_place(text: str, place: tuple[int, int]) -> None:
    assert places_reported(text) == [(*place, "avoided-label", "write `otter`")]


@pytest.mark.parametrize("text", ["> A water dog.", "`water dog`", "He said “a water dog”.", "<q>water dog</q>"])
def test_other_peoples_words_may_have_it(text: str) -> None:
    assert places_reported(text) == []


def test_a_label_of_two_terms_is_reported_where_nothing_chooses() -> None:
    help = "say which: `domain` in the front matter, or `[[basin|basin]]` here"
    assert places_reported("One.\n\nA basin.") == [(3, 3, "ambiguous-term", help)]


@pytest.mark.parametrize(
    "text",
    [
        "---\ndomain: water\n---\nA basin.",
        "---\nglossary:\n  not: [dock]\n---\nA basin.",
        "---\nglossary: off\n---\nA basin.",
        "A [[dock|basin]].",
        "A <span class='no-glossary'>basin</span>.",
        "A “basin”.",
    ],
)
def test_what_chooses(text: str) -> None:
    assert places_reported(text) == []


def test_two_terms_that_should_not_share_a_label_are_reported_at_their_records_only() -> None:
    assert places_reported("A pond.") == []


@pytest.mark.parametrize(
    ("front", "found"),
    [
        ("glossary: on", [(2, 11, "wrong-value")]),
        ("glossary: {only: [otter, ottr]}", [(2, 26, "unknown-reference")]),
        ("glossary:\n  not:\n    - ottr", [(4, 7, "unknown-reference")]),
        ("glossary:\n  no: [otter]", [(3, 7, "wrong-value")]),
        ("glossary: section", []),
        ("glossary: {mark: every, only: otter}", []),
        ("tags: !ENV x\nglossary: {only: [otter]}", []),
    ],
)
def test_the_choice_of_a_page_is_checked(front: str, found: list[tuple[int, int, str]]) -> None:
    text = f"---\n{front}\n---\nA boat.\n"
    assert [(line, column, code) for line, column, code, _ in places_reported(text)] == found


def test_what_a_page_uses_is_known_with_page_and_heading() -> None:
    uses = scanned("# About\n\nA boat.\n\n## More\n\nTwo otters.").uses.terms
    [boat], [otter] = uses["boat"], uses["otter"]
    assert (boat.target, boat.title, boat.heading) == ("about/#about", "About us", "About")
    assert (otter.target, otter.heading) == ("about/#more", "More")


def test_front_matter_is_no_text() -> None:
    assert scanned("---\ndescription:\n  - an otter\n---\nA boat.").uses.terms.keys() == {"boat"}
