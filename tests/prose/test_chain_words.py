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
from explainers.model.decode import Document
from explainers.prose.chain_words import in_words
from explainers.prose.drift_words import changed, not_found, summary
from explainers.prose.trail_words import count, trail
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
    return count(chain), plain(trail(chain, graph))


def drifted(graph: Graph) -> str:
    return plain(summary(tellings(claim_of(graph), graph), graph))


def printed(predicate: str = "", **quantity: Any) -> dict[str, Any]:
    of = {"quantities": {"q1": quantity}} if quantity else {}
    return {"as_printed": {**of, **({"predicate": predicate} if predicate else {})}}


def test_one_page_one_speaker() -> None:
    assert followed(told(a1={"by": ["mara"]})) == (
        "1 telling, 1 voice, 1 origin",
        "The trail leads from The Gazette to Mara Lind, and ends there.",
    )


def test_a_page_in_its_own_voice() -> None:
    words = "The Gazette says so in its own voice, and names nobody for it."
    assert followed(told(a1={"by": ["gazette"]})) == ("1 telling, 1 voice, 1 origin", words)


def test_two_ends() -> None:
    assert followed(told(a1={"by": ["mara", "navy"], "joint": "as-printed"})) == (
        "1 telling, 2 voices, 2 origins",
        "The trails lead from The Gazette to Mara Lind and the Navy, and end there.",
    )


def test_a_trail_by_way_of_others_and_an_unread_text_with_an_inferred_step() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["navy"], "based_on": ["a2"], "basis": "inferred"},
        "a2": {"by": ["herald"], "cites": read_in("post"), "based_on": ["a3"]},
        "a3": {"by": ["mara"], "cites": read_in("post"), "said_in": "speech"},
    }
    assert followed(told(**said)) == (
        "3 tellings, 3 voices, 1 origin",
        "The trail leads from The Gazette to The Herald, on to a text that we have not seen (Evening speech), "
        "and ends with Mara Lind. One of the steps is our inference.",
    )


def test_an_origin_taken_back_is_told() -> None:
    said: dict[str, Any] = {"a1": {"by": ["mara"]}, "a2": {"by": ["mara"], "stance": "retracts"}}
    graph = told(**said)
    assert followed(graph)[0] == "1 telling, 0 voices, 0 origins, 1 taken back"
    chain = chain_of(claim_of(graph), graph)
    assert in_words(chain.nodes[-1], chain, graph) == "Mara Lind. Took it back, and is not counted."


@pytest.mark.parametrize(
    ("based_on", "words"),
    [
        (["not-stated"], "Origin: on what ground is not stated."),
        (["own-observation"], "Origin: by own observation."),
        (["own-observation", "own-estimate"], "Origin: by own observation and by own estimate."),
    ],
)
def test_an_origin_says_on_what_ground(based_on: list[str], words: str) -> None:
    graph = told(a1={"by": ["mara"], "based_on": based_on})
    chain = chain_of(claim_of(graph), graph)
    assert in_words(chain.nodes[-1], chain, graph) == f"Mara Lind. {words}"


def test_an_unnamed_end_is_open() -> None:
    graph = told(a1={"by": ["witnesses"]})
    chain = chain_of(claim_of(graph), graph)
    assert in_words(chain.nodes[-1], chain, graph) == "Witnesses. Origin, not named: on what ground is not stated."


def test_two_origins_that_count_as_one_say_why() -> None:
    papers = [source("paper", "post"), source("post", publisher="herald")]
    said: dict[str, Any] = {"a1": {"by": ["mara"]}, "a2": {"by": ["navy"], "cites": read_in("post")}}
    graph = told(*papers, **said)
    chain = chain_of(claim_of(graph), graph)
    [mara] = [in_words(node, chain, graph) for node in chain.nodes if node.key == "origin:mara"]
    assert mara == (
        "Mara Lind. Origin: on what ground is not stated. Counted as one origin with the Navy: "
        "the texts in which we read them go back to one text."
    )


def test_a_lost_qualifier_and_another_predicate_are_told_with_where() -> None:
    said: dict[str, Any] = {
        "a1": {
            "cites": read_in("post"),
            "said_in": "speech",
            **printed("held back", qualifier="almost", relation="nearly"),
        },
        "a2": {"said_in": "speech", **printed("immobilised", relation="unqualified")},
        "a3": {"said_in": "speech", "mode": "headline", **printed("stationed", relation="unqualified")},
    }
    assert drifted(told(statement="The lake holds {q1} otters.", quantities=FIGURE, **said)) == (
        "On the way from Mara Lind to The Gazette, “almost” was lost (The Gazette) and “held back” became "
        "“immobilised” (The Gazette) and “stationed” (The Gazette, headline)."
    )


def test_a_qualifier_that_was_lost_and_stands_again_came_back() -> None:
    said: dict[str, Any] = {
        "a1": {"cites": read_in("post"), "by": ["mara"]},
        "a2": {"cites": read_in("post"), "by": ["herald"], "based_on": ["a1"], **printed(relation="unqualified")},
        "a3": {"by": ["navy"], "based_on": ["a2"]},
    }
    assert drifted(told(statement="The lake holds {q1} otters.", quantities=FIGURE, **said)) == (
        "On the way from Mara Lind to The Gazette, “about” was lost (The Herald) and “about” came back (The Gazette)."
    )


def test_a_qualifier_that_is_lost_later_did_not_come_back_before() -> None:
    said: dict[str, Any] = {
        "a1": {"cites": read_in("post"), "by": ["mara"], **printed(relation="at-least")},
        "a2": {"cites": read_in("post"), "by": ["herald"], "based_on": ["a1"], **printed(relation="unqualified")},
        "a3": {"cites": read_in("post"), "by": ["navy"], "based_on": ["a2"]},
        "a4": {"by": ["gazette"], "based_on": ["a3"], **printed(relation="unqualified")},
    }
    found = drifted(told(statement="The lake holds {q1} otters.", quantities=FIGURE, **said))
    assert "“about” was added (The Herald)" in found
    assert "came back" not in found


def two_branches(last: dict[str, Any]) -> str:
    """The sentence of a claim that The Gazette has from The Herald and from the Navy, and both from Mara Lind."""
    said: dict[str, Any] = {
        "a1": {"cites": read_in("post"), **printed("held")},
        "a2": {"cites": read_in("post"), "by": ["herald"], "based_on": ["a1"], **printed("held")},
        "a3": {"cites": read_in("third"), "by": ["navy"], "based_on": ["a1"], **printed("stationed", value=12000)},
        "a4": {"by": ["gazette"], "based_on": ["a2", "a3"], **last},
    }
    third = source("third", csl={"type": "article-newspaper"}, publisher="navy")
    return drifted(told(*PAPERS, third, statement="The lake holds {q1} otters.", quantities=FIGURE, **said))


def test_what_came_in_on_a_second_branch_is_told_with_where_it_came_in() -> None:
    assert two_branches(printed("stationed", value=12000)) == (
        "On the way from Mara Lind to The Gazette, about 11,000 became about 12,000 (the Navy) "
        "and “held” became “stationed” (the Navy)."
    )


def test_what_came_in_on_a_branch_and_was_not_taken_over_is_not_told() -> None:
    assert two_branches(printed("held")) == (
        "On the way from Mara Lind to The Gazette, nothing that we compare changed."
    )


def test_what_differs_from_both_branches_changed_from_both() -> None:
    assert two_branches(printed("trapped")).endswith(
        "“held” became “stationed” (the Navy) and “trapped” (The Gazette), "
        "and “stationed” became “trapped” (The Gazette)."
    )


def test_the_ways_of_several_origins_have_several_beginnings() -> None:
    said: dict[str, Any] = {
        "a1": {"cites": read_in("post")},
        "a2": {"cites": read_in("post"), "by": ["navy"]},
        "a3": {"by": ["gazette"], "based_on": ["a1", "a2"]},
    }
    assert drifted(told(**said)) == (
        "On the way from Mara Lind and the Navy to The Gazette, nothing that we compare changed."
    )


def test_what_a_speaker_says_on_another_day_is_not_passed_on() -> None:
    monday, friday = ({"said": {"edtf": f"2024-11-{day}", "basis": "stated"}} for day in (11, 15))
    said: dict[str, Any] = {"a1": {"cites": read_in("post"), **monday}, "a2": {**friday, **printed(value=9)}}
    assert drifted(told(statement="The lake holds {q1} otters.", quantities=FIGURE, **said)) == ""


def test_origins_to_which_the_trail_does_not_lead_are_named() -> None:
    words = "The trail leads from The Gazette to Mara Lind, and ends there. Another trail ends with the Navy."
    counted = "2 tellings, 2 voices, 2 origins"
    assert followed(told(a1={}, a2={"by": ["navy"], "cites": read_in("post")})) == (counted, words)


def test_who_took_it_back_and_says_it_again_is_one_end() -> None:
    days = [{"said": {"edtf": f"2024-11-{day}", "basis": "stated"}} for day in (11, 12, 13)]
    found = followed(told(a1=days[0], a2={"stance": "retracts", **days[1]}, a3=days[2]))
    assert found == (
        "2 tellings, 1 voice, 1 origin, 1 taken back",
        "The trail leads from The Gazette to Mara Lind, and ends there.",
    )


def test_of_many_pages_the_trail_names_three() -> None:
    pages = [f"paper-{index}" for index in range(8)]
    more = [source(id, csl={"type": "article-newspaper"}, publisher=f"house-{id}") for id in pages]
    houses = [actor(f"house-{id}", f"House {id[-1]}") for id in pages]
    graph = graph_of(claim(a1={"cites": read_in(*pages)}), *PEOPLE, *more, *houses)
    assert (
        followed(graph)[1]
        == "The trail leads from House 0, House 1, House 2 and 5 others to Mara Lind, and ends there."
    )


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
    assert drifted(told(**said)) == "On the way from Mara Lind to The Gazette, nothing that we compare changed."


def test_one_telling_has_nothing_to_compare() -> None:
    assert drifted(told(a1={})) == ""


def test_quoted_words_that_stand_in_no_closer_text_are_told_with_where_we_looked() -> None:
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
    [words] = [plain(found) for found in not_found(tellings(claim_of(graph), graph), graph)]
    assert words == (
        "The Gazette gives words of Mara Lind in quotation marks (“the lake is brimming”). "
        "They do not stand so in the closer text that we read: The Herald."
    )
    alone = told(a1=quoted)
    [words] = [plain(found) for found in not_found(tellings(claim_of(alone), alone), alone)]
    assert (
        words == "The Gazette gives words of Mara Lind in quotation marks. We did not find them nearer to the speaker."
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
    sentences = [plain(trail(chain, graph)), plain(summary(compared, graph))]
    sentences += [plain(words) for words in not_found(compared, graph)]
    sentences += [in_words(node, chain, graph) for node in chain.nodes]
    for words in filter(None, sentences):
        assert words[0].isupper(), words
        assert words.endswith("."), words
        assert not re.search(r"id-|-x\b|\{|\}|  | [.,;:)]|,,|,\.|\.\.|\(\)|“”|: ,|None", words), words
        assert words.count("(") == words.count(")"), words
    first = plain(summary(compared, graph))
    assert not first or any(name in first for name in NAMES.values())
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
