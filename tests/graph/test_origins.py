"""How many independent origins a claim has, whoever repeats it."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainers.graph.chain import chain_of
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.origins import chain, distance, origins
from explainers.model.decode import Document
from explainers.prose.trail_words import count_in_words
from tests.graph.records import actor, claim, claim_of, graph_of, read_in, source
from tests.growth import grows_in_step


def counted(graph: Graph, id: str = "rain") -> tuple[list[str], list[list[str]]]:
    """The voices of a claim, and the actors at each of its origins."""
    found = origins(claim_of(graph, id), graph)
    return list(found.voices), [list(origin.actors) for origin in found.origins]


def ref(graph: Graph, attribution: str, id: str = "rain") -> AttributionRef:
    found = graph.attribution(f"{id}#{attribution}", claim_of(graph, id))
    assert found is not None
    return found


def test_who_repeats_is_a_voice_and_no_origin() -> None:
    graph = graph_of(
        claim(a1={"by": ["mara"]}, a2={"by": ["gazette"], "based_on": ["a1"]}, a3={"by": ["post"], "based_on": ["a2"]})
    )
    assert counted(graph) == (["mara", "gazette", "post"], [["mara"]])
    assert [distance(ref(graph, id), graph) for id in ("a1", "a2", "a3")] == [0, 1, 2]
    assert [link.key for link in chain(ref(graph, "a3"), graph)] == ["rain#a3", "rain#a2", "rain#a1"]


def test_a_spokesperson_and_the_party_are_one_origin() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["mara"], "speaks_for": "navy"},
        "a2": {"by": ["navy"], "cites": read_in("post")},
    }
    assert counted(graph_of(claim(**said))) == (["navy"], [["mara", "navy"]])


def test_two_spokespersons_of_one_party_are_one_origin_even_if_only_another_claim_says_so() -> None:
    said: dict[str, Any] = {"a1": {"by": ["mara"]}, "a2": {"by": ["otto"], "cites": read_in("post")}}
    assert counted(graph_of(claim(**said)))[1] == [["mara"], ["otto"]]
    other = claim("snow", a1={"by": ["mara"], "speaks_for": "navy"}, a2={"by": ["otto"], "speaks_for": "navy"})
    assert counted(graph_of(claim(**said), other))[1] == [["mara", "otto"]]


def test_joint_voices_are_as_many_origins_as_voices() -> None:
    joint = claim(a1={"by": ["mara", "navy"], "joint": "as-printed"})
    assert counted(graph_of(joint)) == (["mara", "navy"], [["mara"], ["navy"]])


def test_two_speakers_in_one_document_stay_two() -> None:
    assert len(counted(graph_of(claim(a1={"by": ["mara"]}, a2={"by": ["navy"]}), source("paper")))[1]) == 2


def words(graph: Graph, id: str = "rain") -> str:
    return count_in_words(chain_of(claim_of(graph, id), graph))


def test_papers_that_copy_one_text_in_their_own_voice_are_one_origin() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["gazette"], "cites": read_in("paper")},
        "a2": {"by": ["herald"], "cites": read_in("post")},
    }
    apart = [source("paper"), source("post", publisher="herald")]
    assert len(counted(graph_of(claim(**said), *apart))[1]) == 2
    shared = [source("paper", "wire"), source("post", "blog", publisher="herald"), source("blog", "wire")]
    graph = graph_of(claim(**said), *shared, source("wire"))
    assert counted(graph)[1] == [["gazette", "herald"]]
    assert [origin.by_documents for origin in origins(claim_of(graph), graph).origins] == [True]


def test_speakers_in_copies_of_one_text_stay_apart_and_count_as_at_most() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["mara"], "cites": read_in("paper")},
        "a2": {"by": ["navy"], "cites": read_in("post")},
    }
    graph = graph_of(claim(**said), source("paper", "wire"), source("post", "wire"), source("wire"))
    assert words(graph) == "2 tellings, 2 voices, at most 2 origins"
    assert words(graph_of(claim(**said), source("paper"), source("post"))) == "2 tellings, 2 voices, 2 origins"
    own = {"a1": said["a1"] | {"based_on": ["own-observation"]}, "a2": said["a2"] | {"based_on": ["own-estimate"]}}
    graph = graph_of(claim(**own), source("paper", "wire"), source("post", "wire"), source("wire"))
    assert words(graph) == "2 tellings, 2 voices, 2 origins"


def test_a_page_made_from_several_texts_does_not_join_those_who_speak_in_it() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["mara"], "cites": read_in("wire")},
        "a2": {"by": ["navy"], "cites": read_in("paper")},
    }
    graph = graph_of(claim(**said), source("paper", "wire", "blog"), source("wire"), source("blog"))
    assert counted(graph)[1] == [["mara"], ["navy"]]
    assert words(graph) == "2 tellings, 2 voices, at most 2 origins"


@pytest.mark.parametrize("how", ["cites", "quotes"])
def test_to_cite_or_quote_a_text_joins_nothing(how: str) -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["gazette"], "cites": read_in("paper")},
        "a2": {"by": ["herald"], "cites": read_in("post")},
    }
    documents = [
        source(id, publisher=by, derived_from=[{"source": "wire", "how": how}])
        for id, by in (("paper", "gazette"), ("post", "herald"))
    ]
    assert words(graph_of(claim(**said), *documents, source("wire"))) == "2 tellings, 2 voices, 2 origins"


def test_a_figure_in_a_news_pages_own_voice_has_an_unknown_origin() -> None:
    paper, press = source("paper"), actor("gazette", kind="media-organisation")
    said: dict[str, Any] = {"a1": {"by": ["gazette"]}}
    assert words(graph_of(claim(type="measurement", **said), paper, press)) == "1 telling, 1 voice, origin unknown"
    assert words(graph_of(claim(type="event", **said), paper, press)) == "1 telling, 1 voice, 1 origin"
    counted_itself = {"a1": {"by": ["gazette"], "based_on": ["own-observation"]}}
    found = words(graph_of(claim(type="measurement", **counted_itself), paper, press))
    assert found == "1 telling, 1 voice, 1 origin"
    board = graph_of(claim(type="measurement", **said), paper, actor("gazette", kind="institution"))
    assert words(board) == "1 telling, 1 voice, 1 origin"


def test_who_passes_it_on_without_a_source_is_no_voice_and_no_origin() -> None:
    assert words(graph_of(claim(a1={"by": ["gazette"], "act": "relay"}))) == "1 telling, origin unknown"
    both = claim(a1={"by": ["gazette"], "act": "relay"}, a2={"by": ["navy"], "cites": read_in("post")})
    assert words(graph_of(both)) == "2 tellings, 1 voice, 1 origin, 1 of unknown origin"


def test_a_way_leads_through_who_passes_it_on() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["herald"], "based_on": ["a2"]},
        "a2": {"by": ["gazette"], "act": "relay", "based_on": ["a3"]},
        "a3": {"by": ["mara"]},
    }
    graph = graph_of(claim(**said))
    assert counted(graph) == (["herald", "mara"], [["mara"]])
    assert distance(ref(graph, "a1"), graph) == 2


@pytest.mark.parametrize(
    ("joint", "number"),
    [
        (None, "at most 2 origins"),
        ("as-printed", "at most 2 origins"),
        ("separate", "2 origins"),
        ("together", "1 origin"),
    ],
)
def test_several_speakers_in_one_telling(joint: str | None, number: str) -> None:
    graph = graph_of(claim(a1={"by": ["mara", "navy"], "joint": joint}))
    assert words(graph) == f"1 telling, 2 voices, {number}"


def test_several_speakers_as_one_are_at_least_one_origin() -> None:
    group = actor("officials", kind="unnamed-group", named=False)
    assert words(graph_of(claim(a1={"by": ["officials"]}), group)) == "1 telling, 1 voice, at least 1 origin"
    assert words(graph_of(claim(a1={"speakers": 2}))) == "1 telling, 1 voice, at least 1 origin"
    assert words(graph_of(claim(a1={"speakers": 1}), actor("mara"))) == "1 telling, 1 voice, 1 origin"


def test_parts_of_one_whole_are_at_most() -> None:
    parts = [actor("mara", part_of="state"), actor("navy", part_of="state"), actor("state")]
    said: dict[str, Any] = {"a1": {"by": ["mara"]}, "a2": {"by": ["navy"], "cites": read_in("post")}}
    assert words(graph_of(claim(**said), *parts)) == "2 tellings, 2 voices, at most 2 origins"


def test_a_step_that_only_we_infer_makes_the_count_at_least() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["mara"]},
        "a2": {"by": ["navy"], "based_on": ["a1"], "basis": "inferred", "cites": read_in("post")},
    }
    assert words(graph_of(claim(**said))) == "2 tellings, 2 voices, at least 1 origin"
    same = said | {"a2": said["a2"] | {"by": ["mara"]}}
    assert words(graph_of(claim(**same))) == "2 tellings, 1 voice, 1 origin"


def test_what_is_replaced_is_an_origin_no_more_and_what_replaces_it_is_one() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["mara"]},
        "a2": {"by": ["navy"], "replaces": ["a1"], "cites": read_in("post")},
    }
    assert words(graph_of(claim(**said))) == "2 tellings, 1 voice, 1 origin, 1 replaced"
    each_other = {"a1": {"by": ["mara"], "replaces": ["a2"]}, "a2": said["a2"]}
    assert words(graph_of(claim(**each_other))) == "2 tellings, 2 voices, 2 origins"


def test_a_copy_of_what_was_replaced_is_replaced_with_it() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["mara"]},
        "a2": {"by": ["mara"], "based_on": ["a1"], "cites": read_in("post")},
        "a3": {"by": ["navy"], "replaces": ["a1"], "cites": read_in("blog")},
    }
    assert words(graph_of(claim(**said))) == "3 tellings, 1 voice, 1 origin, 1 replaced"


def test_a_corrected_figure_is_not_wiped_out_by_its_own_correction() -> None:
    figure = {"q1": {"relation": "unqualified", "value": 6}}
    old = {"as_printed": {"quantities": {"q1": {"value": "7.5"}}}}
    said: dict[str, Any] = {"a1": {"by": ["mara"]}, "a2": {"by": ["mara"], "stance": "retracts", **old}}
    assert (
        words(graph_of(claim(statement="It is {q1} deep.", quantities=figure, **said)))
        == "1 telling, 1 voice, 1 origin"
    )


def test_who_says_a_part_or_something_else_is_no_telling_and_no_origin() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["mara"]},
        "a2": {"by": ["navy"], "statement": "The lake is half full.", "cites": read_in("post")},
        "a3": {"by": ["otto"], "cites": [{"source": "post", "role": "partly"}]},
    }
    assert words(graph_of(claim(**said))) == "1 telling, 1 voice, 1 origin"


def test_who_speaks_for_two_parties_does_not_make_them_one() -> None:
    elsewhere = claim("snow", a1={"by": ["mara"], "speaks_for": "navy"})
    said: dict[str, Any] = {
        "a1": {"by": ["mara"], "speaks_for": "otto"},
        "a2": {"by": ["navy"]},
        "a3": {"by": ["otto"]},
    }
    assert counted(graph_of(claim(**said), elsewhere))[1] == [["mara", "otto"], ["navy"]]


def test_one_actor_is_one_origin_wherever_it_speaks() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["mara"], "cites": read_in("paper")},
        "a2": {"by": ["mara"], "cites": read_in("post")},
    }
    assert counted(graph_of(claim(**said), source("paper"), source("post"))) == (["mara"], [["mara"]])


def test_only_those_who_say_so_are_voices() -> None:
    said = {
        stance: {"by": [stance.split("-")[0]], "stance": stance}
        for stance in ("denies", "doubts", "declines", "no-position-found", "retracts")
    }
    spoken: dict[str, Any] = {f"a{n}": each for n, each in enumerate(said.values(), 2)}
    assert counted(graph_of(claim(a1={"by": ["mara"]}, **spoken))) == (["mara"], [["mara"]])


@pytest.mark.parametrize(
    ("based_on", "stated"),
    [(["own-observation"], True), (["own-estimate"], True), (["not-stated"], False)],
)
def test_an_origin_says_how_it_knows_or_not(based_on: list[str], stated: bool) -> None:
    graph = graph_of(claim(a1={"based_on": based_on}, a2={"by": ["navy"], "based_on": ["a1"]}))
    [origin] = origins(claim_of(graph), graph).origins
    assert origin.stated is stated


def test_an_origin_in_another_claim_is_followed_and_heard() -> None:
    graph = graph_of(
        claim(a1={"by": ["gazette"], "based_on": ["snow#a2"]}),
        claim("snow", a1={"by": ["mara"]}, a2={"by": ["navy"], "based_on": ["a1"]}),
    )
    assert counted(graph) == (["gazette", "navy", "mara"], [["mara"]])
    assert distance(ref(graph, "a1"), graph) == 2


def test_a_telling_with_two_bases_has_two_origins() -> None:
    graph = graph_of(claim(a1={"by": ["mara"]}, a2={"by": ["navy"]}, a3={"by": ["gazette"], "based_on": ["a1", "a2"]}))
    assert counted(graph) == (["mara", "navy", "gazette"], [["mara"], ["navy"]])


def test_a_circle_has_an_origin_and_does_not_hang() -> None:
    graph = graph_of(claim(a1={"by": ["mara"], "based_on": ["a2"]}, a2={"by": ["navy"], "based_on": ["a1"]}))
    voices, found = counted(graph)
    assert voices == ["mara", "navy"]
    assert found
    assert distance(ref(graph, "a1"), graph) == 0
    assert [link.key for link in chain(ref(graph, "a1"), graph)] == ["rain#a1", "rain#a2"]


def test_a_basis_that_does_not_exist_is_no_basis() -> None:
    graph = graph_of(claim(a1={"based_on": ["a9"]}))
    assert counted(graph) == (["mara"], [["mara"]])


def test_a_chain_of_five_thousand_is_no_trouble() -> None:
    told = [claim(f"c{n}", a1={"by": [f"v{n}"], "based_on": [f"c{n - 1}#a1"]}) for n in range(1, 5000)]
    documents = [actor("gazette"), claim("c0", a1={"by": ["v0"]}), *told]

    def looked_at(size: int) -> Callable[[], tuple[int, int, list[str], list[list[str]]]]:
        graph = graph_of(*documents[: size + 1])
        last = ref(graph, "a1", f"c{size - 1}")
        return lambda: (distance(last, graph), len(chain(last, graph)), *counted(graph, last.claim.id))

    far, links, voices, found = grows_in_step(looked_at, 5000)
    assert (far, links) == (4999, 5000)
    assert (len(voices), voices[0], voices[-1], found) == (5000, "v4999", "v0", [["v0"]])


def test_a_long_line_of_documents_is_no_trouble() -> None:
    line = [source(f"s{n}", f"s{n + 1}") for n in range(5000)]

    def looked_at(size: int) -> Callable[[], list[list[str]]]:
        said: dict[str, Any] = {
            "a1": {"by": ["gazette"], "cites": read_in("s0")},
            "a2": {"by": ["gazette"], "cites": read_in(f"s{size - 1}")},
        }
        graph = graph_of(claim(**said), *line[:size], actor("gazette"))
        return lambda: counted(graph)[1]

    assert grows_in_step(looked_at, 5000) == [["gazette"]]


ACTORS = ["mara", "navy", "otto", "state"]
PAPERS = ["p1", "p2", "p3", "p4"]


@st.composite
def stories(draw: st.DrawFn) -> list[Document]:
    """Two claims that rest on each other at will, and the documents in which they are read."""
    keys = [f"{id}#a{n}" for id in ("rain", "snow") for n in range(1, 4)]
    said: dict[str, dict[str, Any]] = {}
    for key in keys:
        said[key] = {
            "by": draw(st.lists(st.sampled_from(ACTORS), min_size=1, max_size=2, unique=True)),
            "speaks_for": draw(st.sampled_from([None, None, "state"])),
            "stance": draw(st.sampled_from(["affirms", "affirms", "denies"])),
            "based_on": draw(st.lists(st.sampled_from(keys), max_size=2, unique=True)) or ["not-stated"],
            "cites": read_in(draw(st.sampled_from(PAPERS))),
        }
    of: dict[str, dict[str, Any]] = {id: {} for id in ("rain", "snow")}
    for key, each in said.items():
        of[key[:4]][key[5:]] = each
    made = [claim(id, "The lake is full.", **spoken) for id, spoken in of.items()]
    papers = [source(paper, *draw(st.lists(st.sampled_from(PAPERS), max_size=2, unique=True))) for paper in PAPERS]
    return [*made, *papers, *(actor(id) for id in ACTORS)]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(stories(), st.randoms(use_true_random=False))
def test_origins_are_no_more_than_voices_whatever_the_order(story: list[Document], order: random.Random) -> None:
    graph = graph_of(*story)
    voices, found = counted(graph)
    assert len(found) <= len(voices)
    assert bool(found) == bool(voices)
    parties = {root.party for origin in origins(claim_of(graph), graph).origins for root in origin.roots}
    assert parties <= set(voices)
    mixed = list(story)
    order.shuffle(mixed)
    assert counted(graph_of(*mixed)) == (voices, found)


def counts(graph: Graph, id: str = "rain") -> tuple[int, list[str], list[list[str]], list[list[str]]]:
    """How many tellings, the voices, the origins, and the origins that were taken back."""
    found = origins(claim_of(graph, id), graph)
    groups = ([list(origin.actors) for origin in each] for each in (found.origins, found.withdrawn))
    return len(found.tellings), list(found.voices), *groups


def on(day: str) -> dict[str, Any]:
    return {"said": {"edtf": day, "basis": "stated"}}


def test_a_diamond_has_one_origin_and_is_counted_once() -> None:
    graph = graph_of(
        claim(
            a1={"by": ["mara"]},
            a2={"by": ["gazette"], "based_on": ["a1"]},
            a3={"by": ["post"], "based_on": ["a1"]},
            a4={"by": ["state"], "based_on": ["a2", "a3"]},
        )
    )
    assert counts(graph) == (4, ["mara", "gazette", "post", "state"], [["mara"]], [])


def test_a_spokesperson_of_a_spokesperson_counts_as_the_party_at_the_end() -> None:
    graph = graph_of(
        claim(
            a1={"by": ["mara"], "speaks_for": "otto"},
            a2={"by": ["otto"], "speaks_for": "navy"},
            a3={"by": ["navy"], "cites": read_in("post")},
        )
    )
    assert counts(graph) == (3, ["navy"], [["mara", "otto", "navy"]], [])


def test_spokespersons_that_speak_for_each_other_do_not_hang() -> None:
    graph = graph_of(claim(a1={"by": ["mara"], "speaks_for": "otto"}, a2={"by": ["otto"], "speaks_for": "mara"}))
    assert counts(graph)[0] == 2


@pytest.mark.parametrize(
    ("said", "retracted", "gone"),
    [
        (on("2024-11-11"), on("2024-11-12"), True),
        (on("2024-11-11"), on("2024-11-11"), True),
        (on("2024-11-12"), on("2024-11-11"), False),
        ({}, on("2024-11-11"), True),
        (on("2024-11-11"), {}, True),
    ],
)
def test_who_took_it_back_is_an_origin_no_more(said: Any, retracted: Any, *, gone: bool) -> None:
    graph = graph_of(
        claim(
            a1={"by": ["mara"], **said},
            a2={"by": ["mara"], "stance": "retracts", **retracted},
            a3={"by": ["gazette"], "based_on": ["a1"]},
        )
    )
    tellings, voices, left, withdrawn = counts(graph)
    assert tellings == 2
    assert (left, withdrawn) == (([], [["mara"]]) if gone else ([["mara"]], []))
    assert voices == (["gazette"] if gone else ["mara", "gazette"])


def test_a_party_takes_back_what_its_spokesperson_said() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["mara"], "speaks_for": "navy", **on("2024-11-11")},
        "a2": {"by": ["navy"], "stance": "retracts", **on("2024-11-13")},
    }
    assert counts(graph_of(claim(**said)))[2:] == ([], [["mara"]])


def test_a_claim_that_refines_another_is_counted_by_itself() -> None:
    closer = claim("snow", a1={"by": ["navy"]}, relations=[{"type": "refines", "to": "rain", "drawn_by": "editors"}])
    graph = graph_of(claim(a1={"by": ["mara"]}), closer)
    assert counts(graph) == (1, ["mara"], [["mara"]], [])
    assert counts(graph, "snow") == (1, ["navy"], [["navy"]], [])


def test_who_denies_it_is_no_ground_for_who_says_so() -> None:
    graph = graph_of(claim(a1={"by": ["mara"], "stance": "denies"}, a2={"by": ["gazette"], "based_on": ["a1"]}))
    assert counts(graph) == (1, ["gazette"], [["gazette"]], [])


def test_own_observation_beside_a_basis_is_an_origin_too() -> None:
    graph = graph_of(claim(a1={"by": ["mara"]}, a2={"by": ["navy"], "based_on": ["a1", "own-observation"]}))
    assert counts(graph)[2] == [["mara"], ["navy"]]


def test_the_text_in_which_it_was_said_counts_and_not_what_else_the_page_is_made_from() -> None:
    documents = [source("paper", "speech", "wire"), source("post", "blog", "wire"), source("speech"), source("blog")]
    said: dict[str, Any] = {
        "a1": {"by": ["mara"], "cites": read_in("paper"), "said_in": "speech"},
        "a2": {"by": ["navy"], "cites": read_in("post"), "said_in": "blog"},
    }
    assert counts(graph_of(claim(**said), *documents, source("wire")))[2] == [["mara"], ["navy"]]


def test_five_hundred_tellings_in_one_claim_are_one_chain() -> None:
    def looked_at(size: int) -> Callable[[], tuple[int, list[str], list[list[str]], list[list[str]]]]:
        said = {f"a{n}": {"by": [f"v{n}"], "based_on": [f"a{n + 1}"]} for n in range(1, size)}
        graph = graph_of(claim(**said, **{f"a{size}": {"by": [f"v{size}"]}}))
        return lambda: counts(graph)

    tellings, voices, left, _ = grows_in_step(looked_at, 500)
    assert (tellings, len(voices), left) == (500, 500, [["v500"]])


def test_the_origins_of_a_claim_are_worked_out_once_for_all_pages() -> None:
    graph = graph_of(claim(a1={}, a2={"based_on": ["a1"]}))
    assert origins(claim_of(graph), graph) is origins(claim_of(graph), graph)
    other = claim_of(graph_of(claim(a1={}, a2={"by": ["tom"]})))
    assert len(origins(other, graph).origins) == 2, "a claim that is not the graph's own is not taken for it"
