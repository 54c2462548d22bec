"""The way of a claim and what changed on it, in words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainers.graph.chain import chain_of
from explainers.graph.drift import tellings
from explainers.graph.graph import Graph
from explainers.graph.unknowns import unknowns
from explainers.model.decode import Document
from explainers.prose.chain_words import in_words
from explainers.prose.drift_in_short import changed
from explainers.prose.drift_words import summary
from explainers.prose.quoted_words import not_found
from explainers.prose.trail_words import count_in_words, trail
from explainers.text.inline import plain
from tests.graph.records import actor, claim, claim_of, graph_of, read_in, record, source

PEOPLE = [
    actor("mara", "Mara Lind"),
    actor("navy", "Navy", in_text="the Navy", kind="military-force"),
    actor("gazette", "The Gazette", kind="media-organisation"),
    actor("herald", "The Herald", kind="media-organisation"),
    actor("witnesses", "Witnesses", in_text="witnesses", kind="unnamed-group", named=False),
]
PAPERS = [
    source("paper", csl={"type": "article-newspaper"}),
    source("post", csl={"type": "article-newspaper"}, publisher="herald"),
    source("speech", csl={"type": "speech", "title": "[Evening speech]"}, publisher="mara", seen="cited-only"),
]
EXPLAINER = record("explainer", "why", question="Why?", answer="So.", article="paper", claims=["rain"])
FIGURE = {"q1": {"of": "otters in the lake", "relation": "about", "value": 11000}}


def told(*more: Document, statement: str = "The lake is full.", **fields: Any) -> Graph:
    return graph_of(claim(statement=statement, **fields), *PEOPLE, *(more or PAPERS), EXPLAINER)


def followed(graph: Graph) -> tuple[str, str]:
    chain = chain_of(claim_of(graph), graph)
    return count_in_words(chain), plain(trail(chain, graph))


def drifted(graph: Graph) -> str:
    return " ".join(plain(sentence) for sentence in summary(claim_of(graph), graph))


def printed(predicate: str = "", **quantity: Any) -> dict[str, Any]:
    of = {"quantities": {"q1": quantity}} if quantity else {}
    return {"as_printed": {**of, **({"predicate": predicate} if predicate else {})}}


def test_one_page_one_speaker() -> None:
    assert followed(told(a1={"by": ["mara"]})) == (
        "1 telling, 1 voice, 1 origin",
        "Traced from The Gazette to Mara Lind.",
    )


def test_a_page_in_its_own_voice() -> None:
    words = "The Gazette says so itself, and no source for it is on record."
    assert followed(told(a1={"by": ["gazette"]})) == ("1 telling, 1 voice, 1 origin", words)


def test_two_ends() -> None:
    assert followed(told(a1={"by": ["mara", "navy"], "joint": "as-printed"})) == (
        "1 telling, 2 voices, at most 2 origins",
        "Traced from The Gazette to Mara Lind and the Navy.",
    )


def test_a_trail_by_way_of_others_and_an_unread_text_with_an_inferred_step() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["navy"], "based_on": ["a2"], "basis": "inferred"},
        "a2": {"by": ["herald"], "cites": read_in("post"), "based_on": ["a3"]},
        "a3": {"by": ["mara"], "cites": read_in("post"), "said_in": "speech"},
    }
    assert followed(told(**said)) == (
        "3 tellings, 3 voices, at least 1 origin",
        "Traced from The Gazette to The Herald, then to a text that we have not seen (Evening speech), "
        "and on to Mara Lind. One step is our inference.",
    )


def test_who_is_quoted_by_pages_on_the_way_is_named_once_and_a_step_within_is_still_our_inference() -> None:
    third = source("third", csl={"type": "article-newspaper"}, publisher="agency")
    said: dict[str, Any] = {
        "a1": {"by": ["navy"], "based_on": ["a2"]},
        "a2": {"by": ["navy"], "cites": read_in("post"), "based_on": ["a3"], "basis": "inferred"},
        "a3": {"by": ["navy"], "cites": read_in("third"), "based_on": ["a4"]},
        "a4": {"by": ["mara"], "cites": read_in("third")},
    }
    assert followed(told(*PAPERS, third, actor("agency", "Agency"), **said))[1] == (
        "Traced from The Gazette to the Navy, and on to Mara Lind. One step is our inference."
    )


def test_a_step_from_a_text_that_we_have_not_seen_is_our_inference_only_where_the_record_says_so() -> None:
    unseen = source("unseen", publisher="navy", seen="cited-only")
    copy = source("post", "unseen", csl={"type": "article-newspaper"}, publisher="herald")
    more = [PAPERS[0], copy, unseen, source("third", publisher="agency"), actor("agency", "Agency")]

    def traced(basis: str) -> tuple[str, str]:
        said: dict[str, Any] = {
            "a1": {"by": ["navy"], "based_on": ["a2"], "basis": "inferred"},
            "a2": {
                "by": ["navy"],
                "cites": [*read_in("post"), {"source": "unseen"}],
                "based_on": ["a3"],
                "basis": basis,
            },
            "a3": {"by": ["mara"], "cites": read_in("third")},
        }
        graph = told(*more, **said)
        chain = chain_of(claim_of(graph), graph)
        [stop] = [node for node in chain.nodes if node.kind == "unread"]
        return in_words(stop, chain, graph), followed(graph)[1]

    stop, way = traced("stated")
    assert stop.endswith("Traced to: Mara Lind, in the text by Agency.")
    assert way.endswith("One step is our inference.")
    stop, way = traced("inferred")
    assert stop.endswith("Traced to: Mara Lind, in the text by Agency (our inference).")
    assert way.endswith("Two steps are our inference.")


def test_an_origin_taken_back_is_reported() -> None:
    said: dict[str, Any] = {"a1": {"by": ["mara"]}, "a2": {"by": ["mara"], "stance": "retracts"}}
    graph = told(**said)
    assert followed(graph)[0] == "1 telling, 1 taken back"
    chain = chain_of(claim_of(graph), graph)
    assert in_words(chain.nodes[-1], chain, graph) == "Mara Lind. Taken back, and not counted."


@pytest.mark.parametrize(
    ("based_on", "words"),
    [
        (["not-stated"], "Origin: no basis stated."),
        ([], "Origin: no basis on record."),
        (["own-observation"], "Origin: own observation."),
        (["own-observation", "own-estimate"], "Origin: own observation and own estimate."),
    ],
)
def test_an_origin_says_on_what_ground(based_on: list[str], words: str) -> None:
    graph = told(a1={"by": ["mara"], **({"based_on": based_on} if based_on else {})})
    chain = chain_of(claim_of(graph), graph)
    assert in_words(chain.nodes[-1], chain, graph) == f"Mara Lind. {words}"


def test_what_is_based_on_something_else_has_a_basis() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["mara"], "based_on": ["a2"]},
        "a2": {"by": ["navy"], "statement": "The lake is filling."},
    }
    graph = told(**said)
    chain = chain_of(claim_of(graph), graph)
    assert in_words(chain.nodes[-1], chain, graph) == "Mara Lind. Origin: what it is based on says something else."
    assert {unknown.kind for unknown in unknowns([claim_of(graph)], graph)}.isdisjoint(
        {"no-stated-basis", "no-recorded-basis"}
    )


def test_an_unnamed_end_is_open() -> None:
    graph = told(a1={"by": ["witnesses"]})
    chain = chain_of(claim_of(graph), graph)
    assert in_words(chain.nodes[-1], chain, graph) == "Witnesses. Unnamed origin: no basis on record."


def test_two_origins_that_count_as_one_say_why() -> None:
    papers = [source("paper", "wire"), source("post", "wire", publisher="herald"), source("wire", publisher="agency")]
    said: dict[str, Any] = {"a1": {"by": ["gazette"]}, "a2": {"by": ["herald"], "cites": read_in("post")}}
    graph = told(*papers, **said)
    chain = chain_of(claim_of(graph), graph)
    assert count_in_words(chain) == "2 tellings, 2 voices, 1 origin"
    [gazette] = [in_words(node, chain, graph) for node in chain.nodes if node.explained]
    assert gazette.endswith(
        "Counted as one origin with The Herald: the texts in which we read them go back to one text."
    )


def test_an_agency_without_a_text_is_a_stop_between_the_page_and_the_speaker() -> None:
    graph = told(a1={"by": ["mara"], "said_in": "herald"})
    assert followed(graph)[1] == "Traced from The Gazette to a text of The Herald, and on to Mara Lind."
    chain = chain_of(claim_of(graph), graph)
    [agency] = [node for node in chain.nodes if node.kind == "agency"]
    assert in_words(agency, chain, graph).startswith("The Herald. Named as the source, but no text of it is given.")


def test_who_passes_it_on_without_a_source_is_said_to() -> None:
    assert followed(told(a1={"by": ["gazette"], "act": "relay"})) == (
        "1 telling, origin unknown",
        "The Gazette passes this on without naming a source.",
    )


def test_a_spokesperson_who_names_no_source_is_set_apart_from_what_ended_them() -> None:
    said: dict[str, Any] = {"by": ["mara"], "speaks_for": "navy", "act": "relay"}
    way = "Traced from The Gazette to Mara Lind, speaking for the Navy (no source named)."
    assert followed(told(a1=said))[1] == way


def test_a_court_needs_no_ground() -> None:
    graph = told(a1={"by": ["navy"], "act": "rule"})
    chain = chain_of(claim_of(graph), graph)
    assert in_words(chain.nodes[-1], chain, graph) == "The Navy. Origin: a ruling."


def otters(**said: Any) -> str:
    return drifted(told(statement="The lake holds {q1} otters.", quantities=FIGURE, **said))


def test_a_lost_qualifier_is_between_two_pages_and_each_is_named_with_what_it_gave() -> None:
    said: dict[str, Any] = {
        "a1": {"cites": read_in("post"), **printed(qualifier="almost", relation="nearly")},
        "a2": {"based_on": ["a1"], **printed(relation="unqualified")},
    }
    assert otters(**said) == (
        "“Almost” was lost: The Herald gave almost 11,000; The Gazette, drawing on this, gave 11,000."
    )
    inferred = said | {"a2": said["a2"] | {"basis": "inferred"}}
    assert "The Gazette, drawing on this (our inference), gave 11,000." in otters(**inferred)


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        (
            printed(relation="unqualified"),
            printed(relation="about"),
            "“About” was added: The Herald gave 11,000; The Gazette, drawing on this, gave about 11,000.",
        ),
        (
            printed(relation="nearly"),
            printed(relation="about"),
            "“Nearly” became “about”: The Herald gave nearly 11,000; The Gazette, drawing on this, gave about 11,000.",
        ),
        (
            printed(value=9, relation="unqualified"),
            printed(value=12),
            "The figure changed: The Herald gave 9; The Gazette, drawing on this, gave about 12.",
        ),
        (
            printed(unit="kilometre"),
            printed(unit="mile"),
            "The unit changed: The Herald gave about 11,000 kilometres; "
            "The Gazette, drawing on this, gave about 11,000 miles.",
        ),
        (
            {"certainty": "possible"},
            {},
            "A reservation was lost: The Herald gave it as possible; "
            "The Gazette, drawing on this, gave it without saying how certain it is.",
        ),
        (
            {"act": "estimate"},
            {},
            "The form changed: The Herald presented it as an estimate; "
            "The Gazette, drawing on this, presented it as a statement.",
        ),
        (
            {"as_printed": {"population": "grown otters"}},
            {},
            "The subject changed: The Herald spoke of “grown otters”; "
            "The Gazette, drawing on this, spoke of otters in the lake.",
        ),
        (
            {"by": ["mara", "navy"]},
            {"by": ["mara"]},
            "The speakers named changed: The Herald named Mara Lind and the Navy; "
            "The Gazette, drawing on this, named Mara Lind.",
        ),
        (
            {"statement": "The lake is crowded."},
            {},
            "The statement changed: The Herald reported Mara Lind as saying that the lake is crowded; The Gazette, "
            "drawing on this, reported Mara Lind as saying that the lake holds about 11,000 otters.",
        ),
    ],
)
def test_what_changed_is_given_as_each_page_has_it(first: Any, second: Any, sentence: str) -> None:
    assert otters(a1={"cites": read_in("post"), **first}, a2={"based_on": ["a1"], **second}) == sentence


@pytest.mark.parametrize(
    ("act", "certainty", "verb"),
    [
        ("estimate", "unstated", "as estimating that"),
        ("allege", "probable", "as alleging, calling it probable, that"),
        ("say", "possible", "as saying it is possible that"),
        ("report", "unstated", "as saying that"),
    ],
)
def test_a_statement_is_given_with_its_own_verb_and_certainty(act: str, certainty: str, verb: str) -> None:
    sure = {"act": act, "certainty": certainty}
    said: dict[str, Any] = {
        "a1": {"cites": read_in("post"), "statement": "The lake is crowded.", **sure},
        "a2": {"based_on": ["a1"], **sure},
    }
    assert otters(**said) == (
        f"The statement changed: The Herald reported Mara Lind {verb} the lake is crowded; "
        f"The Gazette, drawing on this, reported Mara Lind {verb} the lake holds about 11,000 otters."
    )


def test_pages_that_relay_a_text_that_we_have_not_seen_do_not_write_it_nor_need_be_what_another_drew_on() -> None:
    unseen = source("unseen", publisher="navy", seen="cited-only")
    relayed = [*read_in("post"), {"source": "unseen"}]
    said: dict[str, Any] = {
        "a1": {"by": ["navy"], "cites": relayed, "statement": "The lake is crowded."},
        "a2": {"by": ["navy"], "based_on": ["a1"]},
    }
    graph = told(*PAPERS, unseen, **said)
    assert drifted(graph) == (
        "The statement changed: The Herald reported the Navy as saying that the lake is crowded; "
        "The Gazette, drawing on the same account, reported the Navy as saying that the lake is full."
    )
    copied = source("paper", "post", csl={"type": "article-newspaper"})
    assert "The Gazette, drawing on this, reported" in drifted(told(copied, PAPERS[1], unseen, **said))


def test_what_changed_below_the_page_we_explain_is_told_too() -> None:
    said: dict[str, Any] = {"a1": {}, "a2": {"cites": read_in("post"), "based_on": ["a1"], **printed(value=12)}}
    assert otters(**said) == (
        "The figure changed: The Gazette gave about 11,000; The Herald, drawing on this, gave about 12."
    )


def test_accounts_of_one_text_differ_and_neither_lost_anything() -> None:
    said: dict[str, Any] = {
        "a1": {"said_in": "speech", **printed(relation="unqualified")},
        "a2": {"said_in": "speech", "cites": read_in("post"), "mode": "quotation"},
    }
    assert otters(**said) == (
        "Accounts of one text (Evening speech) differ: The Herald gave about 11,000; The Gazette gave 11,000."
    )


def test_two_utterances_of_one_day_are_not_compared() -> None:
    said: dict[str, Any] = {
        "a1": {"said_in": "speech", **printed(relation="unqualified")},
        "a2": {"said_in": "blog", "cites": read_in("post")},
    }
    blog = source("blog", publisher="mara", seen="cited-only")
    graph = told(*PAPERS, blog, statement="The lake holds {q1} otters.", quantities=FIGURE, **said)
    assert drifted(graph) == ""


def test_speakers_on_one_page_are_told_apart_by_name() -> None:
    said: dict[str, Any] = {"a1": {"by": ["witnesses"]}, "a2": {"based_on": ["a1"], **printed(relation="unqualified")}}
    assert otters(**said) == (
        "“About” was lost: witnesses (not named), cited by Mara Lind, gave about 11,000; "
        "Mara Lind, drawing on this, gave 11,000."
    )


def test_pages_of_one_name_are_told_apart_by_their_days() -> None:
    later = source("later", csl={"type": "article-newspaper"}, published={"edtf": "2024-11-12", "basis": "stated"})
    said: dict[str, Any] = {"a1": {}, "a2": {"cites": read_in("later"), "based_on": ["a1"], **printed(value=12)}}
    graph = told(*PAPERS, later, statement="The lake holds {q1} otters.", quantities=FIGURE, **said)
    assert "The Gazette (11 November 2024) gave about 11,000; The Gazette (12 November 2024), drawing" in drifted(graph)


def test_of_two_texts_that_it_comes_from_what_one_has_did_not_change() -> None:
    said: dict[str, Any] = {
        "a1": {"cites": read_in("post"), "by": ["navy"]},
        "a2": {"cites": read_in("post"), **printed(value=12)},
        "a3": {"by": ["gazette"], "based_on": ["a1", "a2"], **printed(value=12)},
    }
    assert otters(**said) == ""


def test_origins_to_which_the_trail_does_not_lead_are_named() -> None:
    words = "Traced from The Gazette to Mara Lind. Elsewhere, it is traced to the Navy."
    counted = "2 tellings, 2 voices, 2 origins"
    assert followed(told(a1={}, a2={"by": ["navy"], "cites": read_in("post")})) == (counted, words)


def test_who_took_it_back_and_says_it_again_is_one_end() -> None:
    days = [{"said": {"edtf": f"2024-11-{day}", "basis": "stated"}} for day in (11, 12, 13)]
    found = followed(told(a1=days[0], a2={"stance": "retracts", **days[1]}, a3=days[2]))
    assert found == (
        "2 tellings, 1 voice, 1 origin, 1 taken back",
        "Traced from The Gazette to Mara Lind.",
    )


def test_of_many_pages_the_trail_names_three() -> None:
    pages = [f"paper-{index}" for index in range(8)]
    more = [source(id, csl={"type": "article-newspaper"}, publisher=f"house-{id}") for id in pages]
    houses = [actor(f"house-{id}", f"House {id[-1]}") for id in pages]
    graph = graph_of(claim(a1={"cites": read_in(*pages)}), *PEOPLE, *more, *houses)
    assert followed(graph)[1] == "Traced from House 0, House 1, House 2 and 5 others to Mara Lind."


def test_a_text_that_we_did_not_read_comes_with_its_publisher() -> None:
    unread = source("paper-x", csl={"title": "[The lake]"}, publisher="herald", seen="cited-only")
    graph = told(*PAPERS, unread, a1={"cites": read_in("paper", "paper-x")})
    assert "a text that we have not seen (The Herald: The lake)" in followed(graph)[1]
    [stop] = [node for node in chain_of(claim_of(graph), graph).nodes if node.kind == "unread"]
    words = "The lake. Published by The Herald. We have not seen it, and know it only from others."
    assert in_words(stop, chain_of(claim_of(graph), graph), graph).startswith(words)


def test_a_name_that_ends_in_a_full_stop_is_followed_by_no_other() -> None:
    acme = actor("acme", "Acme Corp.", kind="company")
    graph = told(*PAPERS, acme, a1={"by": ["acme"]})
    chain = chain_of(claim_of(graph), graph)
    assert ".." not in " ".join(in_words(node, chain, graph) for node in chain.nodes) + followed(graph)[1]


def test_nothing_changed_is_said_so() -> None:
    said: dict[str, Any] = {"a1": {"cites": read_in("post")}, "a2": {"based_on": ["a1"]}}
    assert drifted(told(**said)) == "Nothing that we compare changed in The Gazette."


def test_one_telling_has_nothing_to_compare() -> None:
    assert drifted(told(a1={})) == ""


def test_quoted_words_that_are_in_no_closer_text_are_reported_with_where_we_looked() -> None:
    quoted = {"mode": "translated-quotation", "quote_status": "not-found-upstream", "said_in": "speech"}
    closer = source(
        "post",
        publisher="herald",
        derived_from=[{"source": "speech", "how": "translates"}],
        csl={"type": "article-newspaper"},
    )
    farther = source("paper", derived_from=[{"source": "speech", "how": "cites"}], csl={"type": "article-newspaper"})
    said: dict[str, Any] = {
        "a1": quoted | {"cites": [{"source": "paper", "exact": "the lake is brimming"}]},
        "a2": {"mode": "translated-quotation", "said_in": "speech", "cites": read_in("post")},
    }
    graph = told(closer, farther, PAPERS[2], **said)
    [words] = [plain(found) for found in not_found(claim_of(graph), graph)]
    assert words == (
        "The Gazette put “the lake is brimming” in quotation marks as words of Mara Lind. "
        "We did not find them in the text closer to the speaker that we read: The Herald."
    )
    alone = told(a1=quoted)
    [words] = [plain(found) for found in not_found(claim_of(alone), alone)]
    assert (
        words == "The Gazette put words in quotation marks as words of Mara Lind. "
        "We found them in no text closer to the speaker."
    )


IDS = ["id-mara-x", "id-navy-x", "id-crowd-x"]
NAMES = {"id-mara-x": "Mara Lind", "id-navy-x": "the Navy", "id-crowd-x": "witnesses"}
ACTORS = [
    actor("id-mara-x", "Mara Lind"),
    actor("id-navy-x", "Navy", in_text="the Navy"),
    actor("id-crowd-x", "Witnesses", in_text="witnesses", named=False),
    actor("id-press-x", "The Gazette"),
    actor("id-herald-x", "The Herald"),
]
TEXTS = [
    source("id-paper-x", "id-speech-x", csl={"type": "article-newspaper"}, publisher="id-press-x"),
    source("id-post-x", csl={"type": "article-newspaper"}, publisher="id-herald-x"),
    source("id-speech-x", csl={"type": "speech", "title": "[Speech]"}, publisher="id-mara-x", seen="cited-only"),
]


@st.composite
def drifting(draw: st.DrawFn) -> Graph:
    """A claim with a figure, told in any way by anybody, one resting on the other or not."""
    said: dict[str, Any] = {}
    number = draw(st.integers(1, 4))
    for n in range(1, number + 1):
        quantity = draw(
            st.sampled_from(
                [{}, {"relation": "nearly", "qualifier": "almost"}, {"relation": "unqualified"}, {"value": 12},
                 {"relation": "between", "min": 3, "max": 9}, {"relation": "order-of-magnitude", "value": 10000}]
            )
        )  # fmt: skip
        as_printed: dict[str, Any] = {"quantities": {"q1": quantity}} if quantity else {}
        as_printed |= draw(
            st.sampled_from([{}, {"predicate": "held"}, {"predicate": "lost"}, {"population": "beasts"}])
        )
        mode = draw(st.sampled_from(["quotation", "translated-quotation", "paraphrase", "summary", "headline"]))
        said[f"a{n}"] = {
            "by": draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=2, unique=True)),
            "act": draw(st.sampled_from(["say", "estimate", "relay", "suggest", "report", "predict"])),
            "mode": mode,
            "cites": read_in(draw(st.sampled_from(["id-paper-x", "id-post-x"]))),
            "based_on": draw(
                st.sampled_from(
                    [
                        ["not-stated"],
                        ["own-estimate"],
                        *([[f"a{n - 1}"]] if n > 1 else []),
                        *([["a1", f"a{n - 1}"]] if n > 2 else []),
                    ]
                )
            ),
            "basis": draw(st.sampled_from(["stated", "inferred"])),
            **({"as_printed": as_printed} if as_printed else {}),
            **draw(st.sampled_from([{}, {"said_in": "id-speech-x"}, {"speaks_for": "id-navy-x"}])),
            **({"quote_status": "not-found-upstream"} if "quotation" in mode and draw(st.booleans()) else {}),
        }
    explained = record("explainer", "why", question="Why?", answer="So.", article="id-paper-x", claims=["rain"])
    story = claim(statement="The lake holds {q1} otters.", quantities=FIGURE, **said)
    return graph_of(story, *ACTORS, *TEXTS, *draw(st.sampled_from([[], [explained]])))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drifting())
def test_every_sentence_is_whole_names_its_speaker_and_prints_no_id(graph: Graph) -> None:
    found = claim_of(graph)
    chain = chain_of(found, graph)
    compared = tellings(found, graph)
    sentences = [plain(trail(chain, graph)), *(plain(words) for words in summary(found, graph))]
    sentences += [plain(words) for words in not_found(found, graph)]
    sentences += [in_words(node, chain, graph) for node in chain.nodes]
    for words in filter(None, sentences):
        assert words[0].isupper() or (words[0] == "“" and words[1].isupper()), words
        assert words.endswith("."), words
        assert not re.search(r"id-|-x\b|\{|\}|  | [.,;:)]|,,|,\.|\.\.|\(\)|“”|: ,|None", words), words
        assert words.count("(") == words.count(")"), words
    for words in summary(found, graph):
        assert re.search("The Gazette|The Herald|Mara Lind|the Navy|witnesses", plain(words), re.IGNORECASE), words
    for telling in compared:
        for words in changed(telling):
            assert re.fullmatch(r"\S.*\S", words), words
            assert "id-" not in words, words
            assert "“”" not in words, words
    for node in chain.nodes:
        # Where a figure is told, it stands with its qualifier behind its speaker.
        if node.kind == "text":
            words = in_words(node, chain, graph)
            own = {source.publisher for source in (graph.records[id] for id in node.sources)} == set(node.actors)  # type: ignore[attr-defined]
            assert own or all(NAMES.get(actor, actor).casefold() in words.casefold() for actor in node.actors), words
