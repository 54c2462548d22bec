"""What could not be established, in sentences: how they read, and what holds whatever is combined."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.graph.graph import Graph
from explainers.graph.unknowns import unknowns
from explainers.graph.unknowns_folded import folded
from explainers.kinds.claim.model import Claim
from explainers.prose.unknown_words import unknown_sentence, unknown_title
from explainers.text.inline import RecordLink, plain
from tests.graph.records import DATE, actor, claim, graph_of, read_in, source

KNOWN = {"said": DATE, "based_on": ["own-observation"]}
RECORDS = [
    actor("mara", "Mara Lind"),
    actor("navy", "Navy", in_text="the navy"),
    actor("insiders", "Insiders", in_text="unnamed insiders", named=False),
    actor("gazette", "The Gazette", kind="media-organisation"),
    actor("the-paper", "The Paper"),
    source("paper", publisher="the-paper", role="primary"),
    source("copy", publisher="gazette", published={"edtf": "2024-11-11", "basis": "stated"}),
    source("later", publisher="gazette", published={"edtf": "2024-11-12?", "basis": "inferred"}),
    source("part", publisher="navy", role="primary", seen="excerpt"),
    source("unread", csl={"type": "book", "title": "[The log of the boat]"}, publisher="navy", seen="cited-only"),
]


def says(*more: Any, gaps: tuple[str, ...] = (), **said: Any) -> list[str]:
    graph = graph_of(claim(gaps=gaps, **said), *RECORDS, *more)
    return sentences(graph)


def sentences(graph: Graph) -> list[str]:
    sorts = folded(unknowns(graph.of(Claim), graph))
    return [plain(unknown_sentence(fold.unknown, graph)) for sort in sorts for fold in sort.folds]


LOOKED = {"by": ["navy", "mara"], "stance": "no-position-found"}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            {"a2": KNOWN | {"by": ["insiders"], "cites": read_in("copy", "paper")}},
            "The Gazette and The Paper told of unnamed insiders; who they were is not said in what we read.",
        ),
        (
            {"a1": KNOWN | {"based_on": ["not-stated"]}},
            "What we read does not say on what ground Mara Lind said so.",
        ),
        (
            {"a1": KNOWN | {"by": ["mara", "navy"], "based_on": ["not-stated"]}},
            "What we read does not say on what ground Mara Lind and the navy said so.",
        ),
        (
            {"a1": KNOWN | {"cites": read_in("copy")}},
            "We read no primary source: the chain ends with Mara Lind, and The Gazette (11 November 2024) is the "
            "nearest text that we read.",
        ),
        (
            {"a1": KNOWN | {"cites": read_in("copy", "later")}},
            "We read no primary source: the chain ends with Mara Lind, and The Gazette (11 November 2024) and The "
            "Gazette (probably 12 November 2024) are the nearest texts that we read.",
        ),
        (
            {"a2": LOOKED | {"as_of": {"edtf": "2024-11-12", "basis": "stated"}}},
            "No position of the navy or Mara Lind was found; we looked on 12 November 2024.",
        ),
        (
            {"a2": LOOKED | {"as_of": {"edtf": "2024-11", "basis": "inferred"}}},
            "No position of the navy or Mara Lind was found; we looked in November 2024, a date that is our inference.",
        ),
        ({"a2": LOOKED}, "No position of the navy or Mara Lind was found; when we looked is not recorded."),
        (
            {"a1": KNOWN | {"mode": "quotation", "quote_status": "not-found-upstream"}},
            "The words quoted from Mara Lind in the text by The Paper were not found in the texts nearer to the "
            "speaker that we read.",
        ),
        (
            {"a1": KNOWN | {"mode": "quotation", "quote_status": "not-checked"}},
            "The words quoted from Mara Lind in the text by The Paper were not looked up in a text nearer to the "
            "speaker.",
        ),
        (
            {"a2": KNOWN | {"by": ["navy"], "based_on": ["a1"], "basis": "inferred"}},
            "That the statement by the navy in the text by The Paper goes back to the one by Mara Lind in the text by "
            "The Paper is our inference.",
        ),
        ({"a1": KNOWN | {"said": None}}, "When Mara Lind said so is not known."),
        ({"a2": KNOWN | {"stance": "denies", "said": None}}, "When Mara Lind denied it is not known."),
        (
            {"a1": KNOWN | {"said": {"edtf": "2024-08/2024-11", "basis": "inferred"}}},
            "The date on which Mara Lind said so is our inference: August 2024 to November 2024.",
        ),
        ({"a1": KNOWN | {"cites": read_in("paper", "part")}}, "Of the text by the navy we read only a part."),
        (
            {"a1": KNOWN | {"cites": read_in("paper", "unread")}},
            "We know “The log of the boat” (the navy) only through the text by The Paper, and have not read it.",
        ),
    ],
)
def test_how_each_sort_reads(said: dict[str, Any], sentence: str) -> None:
    assert says(**{"a1": KNOWN} | said) == [sentence]


def test_the_editors_words_get_a_capital_and_a_full_stop_and_nothing_else() -> None:
    assert says(a1=KNOWN, gaps=("which boat it was", "Who counted? Nobody says.")) == [
        "Which boat it was.",
        "Who counted? Nobody says.",
    ]


@pytest.mark.parametrize(
    ("count", "title"),
    [(1, "Speaker nobody names (1)"), (2, "Speakers nobody names (2)"), (1200, "Speakers nobody names (1,200)")],
)
def test_a_head_counts(count: int, title: str) -> None:
    assert unknown_title("unnamed-speaker", count) == title


NAMES = [
    ("iPhone Group", None, True),
    ("National Security Council", "the N.S.C.", True),
    ("Yahoo!", None, True),
    ("Who?", None, False),
    ("Insiders", "unnamed insiders (two)", False),
    ("“The Post”", None, True),
    ("Володимир Зеленський", "the president, Володимир Зеленський", True),
    ("Berg, Hart & Co.", None, False),
]
IDS = [f"zz-{n}-id" for n in range(len(NAMES))]
TITLES = ["[A log]", "Whose boat?", "Notes, 2nd ed."]
SOURCES = [f"xx-{n}-id" for n in range(6)]
STANCES = ["affirms", "denies", "doubts", "declines", "no-position-found", "retracts"]
DATES = [None, {"basis": "unknown"}, *({"edtf": e, "basis": b} for b in ("stated", "inferred") for e in (
    "2024-11-11", "2024-11", "2024", "2024?-08", "../2024-11-12", "2024~/..", "[2023,2024]"))]  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> list[Any]:
    """Sources that are read, in part or not at all, published by anybody."""
    return [
        source(
            id,
            csl={"type": draw(st.sampled_from(["book", "webpage", "post"])), "title": draw(st.sampled_from(TITLES))},
            publisher=draw(st.sampled_from(IDS)),
            role=draw(st.sampled_from(["primary", "secondary"])),
            seen=draw(st.sampled_from(["full-text", "excerpt", "cited-only"])),
            published=draw(st.sampled_from(DATES[1:])),
        )
        for id in SOURCES
    ]


@st.composite
def said(draw: st.DrawFn) -> dict[str, Any]:
    row = st.lists(st.sampled_from(IDS), min_size=1, max_size=3, unique=True)
    return {
        "by": draw(row),
        "stance": draw(st.sampled_from(STANCES)),
        "mode": draw(st.sampled_from(["paraphrase", "quotation"])),
        "quote_status": draw(st.sampled_from([None, "found-upstream", "not-found-upstream", "not-checked"])),
        "said": draw(st.sampled_from(DATES)),
        "as_of": draw(st.sampled_from(DATES)),
        "based_on": draw(st.sampled_from([["not-stated"], ["own-observation"], ["a1"], ["a2"], ["a1", "a2"]])),
        "basis": draw(st.sampled_from(["stated", "inferred"])),
        "cites": read_in(*draw(st.lists(st.sampled_from(SOURCES), min_size=1, max_size=5, unique=True))),
    }


@settings(max_examples=200, deadline=None)
@given(documents(), st.lists(said(), min_size=1, max_size=3), st.lists(said(), min_size=1, max_size=3))
def test_every_sentence_is_one_whatever_is_combined(read: list[Any], ones: list[Any], others: list[Any]) -> None:
    people = [actor(id, name, in_text=text, named=named) for id, (name, text, named) in zip(IDS, NAMES, strict=True)]
    claims = [claim(id, **{f"a{n}": a for n, a in enumerate(row, 1)}) for id, row in (("rain", ones), ("snow", others))]
    graph = graph_of(*claims, *people, *read)
    for sort in folded(unknowns(graph.of(Claim), graph)):
        assert 1 <= len(sort.folds) <= sort.count
        assert re.search(r" \([1-9]\d*\)$", unknown_title(sort.kind, sort.count))
        for fold in sort.folds:
            parts = unknown_sentence(fold.unknown, graph)
            sentence = plain(parts)
            named = {part.id for part in parts if isinstance(part, RecordLink)}
            # Who or what it is about is named; of long rows of texts, the first.
            assert {*fold.unknown.actors, *fold.unknown.sources[:1]} <= named
            assert re.match(r"[“]?[^\W\d_]", sentence)
            assert sentence.lstrip("“")[0].isupper()
            assert re.search(r"[^.!?]\.$", sentence)
            assert not re.search(r"-id|  |\s[,.;:]|[,;:]{2}|\( |\(\)|\)\(|\)\)|None", sentence)
            several = fold.unknown.sources[1:]
            if sort.kind == "no-primary-source" and fold.unknown.sources:
                assert (" are the nearest texts" if several else " is the nearest text that") in sentence
            if sort.kind == "part-read-source":
                assert sentence.endswith("only parts." if several else "only a part.")
