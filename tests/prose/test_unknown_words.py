"""What could not be established, in sentences: how they read, and what holds whatever is combined."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.graph.graph import Graph
from explainers.graph.unknowns import unknowns
from explainers.graph.unknowns_folded import under_heads
from explainers.kinds.claim.model import Claim
from explainers.kinds.shared_parts import Gap
from explainers.model.edtf_dates import placed
from explainers.prose.searches import place
from explainers.prose.unknown_words import UNKNOWN_HEADS, gap_sentence, unknown_sentence
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
    groups = under_heads(unknowns(graph.of(Claim), graph))
    return [plain(unknown_sentence(fold.unknown, graph)) for group in groups for fold in group.folds]


SILENT = {"by": ["navy", "the-paper"], "stance": "no-position-found"}
DAY = {"edtf": "2024-11-12", "basis": "stated"}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            {"a2": KNOWN | {"by": ["insiders"], "cites": read_in("copy", "paper")}},
            "The Gazette and The Paper cited unnamed insiders; no page that we read gives a name.",
        ),
        (
            {"a1": KNOWN | {"act": "relay", "based_on": ["not-stated"]}},
            "The pages we read do not say where Mara Lind got this from.",
        ),
        (
            {"a1": KNOWN | {"based_on": ["not-stated"]}},
            "The pages we read do not say what Mara Lind based this on.",
        ),
        (
            {"a1": KNOWN | {"by": ["mara", "navy"], "based_on": ["not-stated"]}},
            "The pages we read do not say what Mara Lind and the navy based this on.",
        ),
        (
            {"a1": KNOWN | {"cites": read_in("copy")}},
            "We know what Mara Lind said through The Gazette (11 November 2024), not from a primary source.",
        ),
        (
            {"a1": KNOWN | {"cites": read_in("copy", "later")}},
            "We know what Mara Lind said through The Gazette (11 November 2024) and The Gazette (probably 12 November "
            "2024), not from a primary source.",
        ),
        ({"a2": SILENT}, "No position of the navy or The Paper was found in the pages we read."),
        (
            {"a2": SILENT | {"as_of": DAY}},
            "No position of the navy or The Paper was found in the pages we read (as of 12 November 2024).",
        ),
        (
            {"a2": SILENT | {"as_of": DAY, "looked_in": "The reports of the navy."}},
            "No position of the navy or The Paper was found in the reports of the navy (looked for on 12 November "
            "2024).",
        ),
        (
            {"a2": SILENT | {"as_of": {"edtf": "2024-11", "basis": "inferred"}, "looked_in": "on its site"}},
            "No position of the navy or The Paper was found on its site (looked for in November 2024, a date that is "
            "our inference).",
        ),
        (
            {"a1": KNOWN | {"mode": "quotation", "quote_status": "not-found-upstream"}},
            "The words quoted from Mara Lind in the text by The Paper do not appear in the pages closer to the "
            "speaker that we read.",
        ),
        (
            {"a1": KNOWN | {"mode": "quotation", "quote_status": "not-checked", "by": ["mara", "navy"]}},
            "We have not compared the words quoted from Mara Lind and the navy in the text by The Paper with a page "
            "closer to the speakers.",
        ),
        (
            {"a2": KNOWN | {"by": ["navy"], "based_on": ["a1"], "basis": "inferred", "cites": read_in("copy")}},
            "We inferred that what the navy said in The Gazette (11 November 2024) goes back to what Mara Lind said "
            "in the text by The Paper; no page that we read says so.",
        ),
        (
            {"a2": KNOWN | {"by": ["navy"], "based_on": ["a1"], "basis": "inferred"}},
            "We inferred that what the navy said in the text by The Paper goes back to what Mara Lind said there; no "
            "page that we read says so.",
        ),
        (
            {"a2": KNOWN | {"by": ["gazette"], "based_on": ["a1"], "basis": "inferred", "cites": read_in("copy")}},
            "We inferred that what The Gazette said goes back to what Mara Lind said in the text by The Paper; no page "
            "that we read says so.",
        ),
        (
            {"a2": KNOWN | {"based_on": ["a1"], "basis": "inferred", "cites": read_in("later", "paper")}},
            "We inferred that what Mara Lind said in The Gazette (probably 12 November 2024) and the text by The Paper "
            "goes back to the statement in the text by The Paper; no page that we read says so.",
        ),
        (
            {
                "a1": KNOWN | {"said_in": "unread"},
                "a2": KNOWN | {"by": ["navy"], "based_on": ["a1"], "basis": "inferred"},
            },
            "We inferred that what the navy said in the text by The Paper goes back to what Mara Lind said in “The log "
            "of the boat” (the navy); no page that we read says so.",
        ),
        (
            {"a1": KNOWN | {"said": {"basis": "unknown"}}},
            "The pages we read do not say on what date Mara Lind spoke of this.",
        ),
        (
            {"a2": KNOWN | {"stance": "denies", "said": {"basis": "unknown"}}},
            "The pages we read do not say on what date Mara Lind denied this.",
        ),
        (
            {"a1": KNOWN | {"said": {"edtf": "2024-08/2024-11", "basis": "inferred"}}},
            "We inferred when Mara Lind spoke of this: between August 2024 and November 2024.",
        ),
        (
            {"a2": KNOWN | {"stance": "doubts", "said": {"edtf": "../2024-11-12", "basis": "inferred"}}},
            "We inferred when Mara Lind doubted this: by 12 November 2024.",
        ),
        (
            {"a2": KNOWN | {"act": "deny", "answers": ["a1"], "said": {"edtf": "2024-11-12?", "basis": "inferred"}}},
            "We inferred when Mara Lind spoke of this: probably on 12 November 2024.",
        ),
        ({"a1": KNOWN | {"cites": read_in("paper", "part")}}, "We read the text by the navy only in part."),
        (
            {"a1": KNOWN | {"cites": read_in("paper", "unread")}},
            "We know “The log of the boat” (the navy) only through the text by The Paper, and have not read it.",
        ),
        (
            {"a1": KNOWN, "gaps": [{"text": "Who counted? Nobody says", "looked_in": "in the log", "as_of": DAY}]},
            "Who counted? Nobody says. Not found in the log (looked for on 12 November 2024).",
        ),
    ],
)
def test_how_each_kind_reads(said: dict[str, Any], sentence: str) -> None:
    assert says(**{"a1": KNOWN} | said) == [sentence]


def test_the_editors_words_get_a_capital_and_a_full_stop_and_nothing_else() -> None:
    assert says(a1=KNOWN, gaps=("which boat it was", "Who counted? Nobody says.")) == [
        "Which boat it was.",
        "Who counted? Nobody says.",
    ]


def test_an_explainers_gap_reads_as_a_claims_does() -> None:
    gap = {"text": "who counted", "looked_in": "Reports of the navy", "as_of": DAY}
    graph = graph_of(claim(a1=KNOWN, gaps=[gap]), *RECORDS)
    assert [plain(gap_sentence(Gap.model_validate(gap), graph))] == sentences(graph)


PLACES = [
    ("the reports of the agency", "in the reports of the agency"),
    ("The reports of the agency.", "in the reports of the agency"),
    ("In the reports of the agency", "in the reports of the agency"),
    ("on the site of the agency", "on the site of the agency"),
    ("[[the-paper]] in translation", "in The Paper in translation"),
    ("The Paper and its archive", "in The Paper and its archive"),
    ("Stored copies of pages", "in stored copies of pages"),
    ("Inland reports", "in Inland reports"),
]


@pytest.mark.parametrize(("written", "printed"), PLACES)
def test_where_we_looked_follows_the_verb_however_it_is_written(written: str, printed: str) -> None:
    assert plain(tuple(place(written, graph_of(claim(a1=KNOWN), *RECORDS)))) == printed


DATES_SAID = [
    ("2024-11-11", "on 11 November 2024"),
    ("2024-11", "in November 2024"),
    ("2024", "in 2024"),
    ("2024-21", "in spring 2024"),
    ("202X", "in the 2020s"),
    ("2024-11-XX", "in November 2024"),
    ("../2024-11-12", "by 12 November 2024"),
    ("2024-11-12/..", "on 12 November 2024 or later"),
    ("2024-08/2024-11", "between August 2024 and November 2024"),
    ("2024-11-12?", "probably on 12 November 2024"),
    ("2024-11~", "around November 2024"),
    ("2024-11-12%", "probably around 12 November 2024"),
    ("2024?-08", "in August 2024 (the year is not certain)"),
    ("[2023,2024]", "in 2023 or 2024"),
    ("[2024-11-11,2024-11-12]", "on 11 November 2024 or 12 November 2024"),
    ("[2023..2024]", "between 2023 and 2024"),
    ("[..2024]", "in 2024 or earlier"),
]


@pytest.mark.parametrize(("edtf", "words"), DATES_SAID)
def test_a_date_after_a_verb(edtf: str, words: str) -> None:
    assert placed(edtf) == words


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
        "looked_in": draw(st.sampled_from([None, "The reports.", "in the reports (of May)", "on its site"])),
        "answers": draw(st.sampled_from([[], ["a1"]])),
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
    for group in under_heads(unknowns(graph.of(Claim), graph)):
        assert 1 <= len(group.folds) <= group.count
        assert group.head in UNKNOWN_HEADS
        for fold in group.folds:
            parts = unknown_sentence(fold.unknown, graph)
            sentence = plain(parts)
            named = {part.id for part in parts if isinstance(part, RecordLink)}
            # Who or what it is about is named; of long rows of texts, the first, and not a publisher's own.
            texts = fold.unknown.sources[:1] if fold.unknown.kind != "inferred-link" else ()
            assert {*fold.unknown.actors, *texts} <= named
            assert re.match(r"[“]?[^\W\d_]", sentence)
            assert sentence.lstrip("“")[0].isupper() or sentence.startswith("iPhone Group")
            assert re.search(r"[^.!?]\.$", sentence)
            assert not re.search(r"-id|  |\s[,.;:]|[,;:]{2}|\( |\(\)|\)\(|\)\)|None|\bin (in|on) ", sentence)
            assert ("looked for" in sentence) == bool(fold.unknown.looked_in and fold.unknown.edtf)
