"""The way of a claim from the page we explain to whoever said it first."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings

from explainers.graph.chain import Chain, chain_of
from explainers.graph.graph import Graph
from explainers.model.decode import Document
from tests.graph.records import actor, claim, claim_of, graph_of, read_in, record, source
from tests.graph.test_origins import stories


def chain(graph: Graph, id: str = "rain") -> Chain:
    return chain_of(claim_of(graph, id), graph)


def shown(found: Chain) -> list[str]:
    """Each stop with where it leads; a step that is not stated has a question mark."""
    name = {node.key: _name(node) for node in found.nodes}
    rows = []
    for node in found.nodes:
        steps = [f"{name[step.far]}{'' if step.stated else '?'}" for step in found.after(node)]
        rows.append(f"{name[node.key]} -> {', '.join(steps)}" if steps else name[node.key])
    return rows


def _name(node: Any) -> str:
    if node.kind == "text":
        return "+".join(node.sources) + ("!" if node.origin else "")
    return f"({node.sources[0]})" if node.kind == "unread" else f"{node.kind}:{'+'.join(node.actors)}"


def explainer(article: str, *claims: str) -> Document:
    return record("explainer", "why", question="Why?", answer="So.", article=article, claims=list(claims or ("rain",)))


PAPERS = [source("paper"), source("post"), source("blog"), actor("gazette")]


def test_the_page_leads_to_who_speaks_in_it() -> None:
    assert shown(chain(graph_of(claim(a1={"by": ["mara"]}), *PAPERS))) == ["paper -> origin:mara", "origin:mara"]


def test_a_page_in_its_own_voice_is_the_origin_itself() -> None:
    assert shown(chain(graph_of(claim(a1={"by": ["gazette"]}), *PAPERS))) == ["paper!"]


def test_a_publisher_that_says_it_on_two_pages_is_one_origin_behind_both() -> None:
    said: dict[str, Any] = {"a1": {"by": ["gazette"]}, "a2": {"by": ["gazette"], "cites": read_in("post")}}
    assert shown(chain(graph_of(claim(**said), *PAPERS))) == ["paper+post -> origin:gazette", "origin:gazette"]


def test_a_step_that_we_infer_is_not_stated() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["otto"], "based_on": ["a2"], "basis": "inferred"},
        "a2": {"by": ["mara"], "cites": read_in("post")},
    }
    assert shown(chain(graph_of(claim(**said), *PAPERS))) == ["paper -> post?", "post -> origin:mara", "origin:mara"]


def test_who_is_known_only_from_the_page_of_another_is_the_end_and_no_page_of_its_own() -> None:
    said: dict[str, Any] = {"a1": {"by": ["mara"], "based_on": ["a2"]}, "a2": {"by": ["navy"]}}
    assert shown(chain(graph_of(claim(**said), *PAPERS))) == ["paper -> origin:navy", "origin:navy"]


def test_a_speaker_between_two_others_in_one_page_is_a_voice() -> None:
    said: dict[str, Any] = {
        "a1": {"by": ["mara"], "based_on": ["a2"]},
        "a2": {"by": ["navy"], "based_on": ["a3"]},
        "a3": {"by": ["otto"]},
    }
    found = shown(chain(graph_of(claim(**said), *PAPERS)))
    assert found == ["paper -> voice:navy", "voice:navy -> origin:otto", "origin:otto"]


def test_a_text_that_we_did_not_read_is_between_and_what_leads_on_from_it_is_not_stated() -> None:
    speech = source("speech", seen="cited-only", publisher="mara")
    quoting = source("paper", derived_from=[{"source": "speech", "how": "quotes"}])
    guessed = source("post", derived_from=[{"source": "speech", "how": "cites", "basis": "inferred"}])
    said: dict[str, Any] = {
        "a1": {"by": ["mara"], "said_in": "speech"},
        "a2": {"by": ["mara"], "said_in": "speech", "cites": read_in("post")},
    }
    graph = graph_of(claim(**said), quoting, guessed, speech, actor("mara"))
    assert shown(chain(graph)) == [
        "paper -> (speech)",
        "post -> (speech)?",
        "(speech) -> origin:mara?",
        "origin:mara",
    ]
    assert [step.how for step in chain(graph).steps][:2] == ["quotes", ""]


def test_a_source_that_others_cite_is_between_too() -> None:
    said: dict[str, Any] = {"a1": {"by": ["mara"], "cites": read_in("paper", "memo")}}
    graph = graph_of(claim(**said), *PAPERS, source("memo", seen="cited-only"))
    assert shown(chain(graph)) == ["paper -> (memo)?", "(memo) -> origin:mara?", "origin:mara"]


def test_joint_voices_are_two_ends() -> None:
    graph = graph_of(claim(a1={"by": ["mara", "navy"], "joint": "as-printed"}), *PAPERS)
    assert shown(chain(graph)) == ["paper -> origin:mara, origin:navy", "origin:mara", "origin:navy"]


def test_pages_with_the_same_words_are_one_stop_but_not_the_page_we_explain() -> None:
    said = {f"a{n}": {"by": ["mara"], "cites": read_in(paper)} for n, paper in enumerate(("paper", "post", "blog"), 1)}
    assert shown(chain(graph_of(claim(**said), *PAPERS)))[0] == "paper+post+blog -> origin:mara"
    graph = graph_of(claim(**said), *PAPERS, explainer("post"))
    assert shown(chain(graph)) == ["post -> origin:mara", "paper+blog -> origin:mara", "origin:mara"]
    assert [node.explained for node in chain(graph).nodes] == [True, False, False]


def test_who_took_it_back_is_an_end_that_is_marked() -> None:
    said: dict[str, Any] = {"a1": {"by": ["mara"]}, "a2": {"by": ["mara"], "stance": "retracts"}}
    assert [node.end for node in chain(graph_of(claim(**said), *PAPERS)).nodes] == ["", "taken-back"]


def test_a_way_across_claims_is_followed() -> None:
    other = claim("snow", a1={"by": ["mara"], "cites": read_in("post")})
    graph = graph_of(claim(a1={"by": ["otto"], "based_on": ["snow#a1"]}), other, *PAPERS)
    assert shown(chain(graph)) == ["paper -> post", "post -> origin:mara", "origin:mara"]


def _leads(chain: Chain, start: str, end: str) -> bool:
    """Whether a way leads from one stop to another."""
    by_key = {node.key: node for node in chain.nodes}
    seen, waiting = set(), [start]
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting += [step.far for step in chain.after(by_key[key])]
    return end in seen


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(stories())
def test_every_stop_comes_after_all_that_lead_to_it_and_every_origin_is_reached(story: list[Document]) -> None:
    graph = graph_of(*story)
    found = chain(graph)
    place = {node.key: index for index, node in enumerate(found.nodes)}
    assert len(place) == len(found.nodes)
    led_to = {step.far for step in found.steps}
    bases = [ref.attribution.bases for ref in found.origins.tellings]
    for step in found.steps:
        assert {step.near, step.far} <= place.keys()
        # A circle, which is an error of its own, has no order.
        if not any(bases) and not _leads(found, step.far, step.near):
            assert place[step.near] < place[step.far]
    for node in found.nodes:
        # Only an origin has nothing behind it; only a page is read first.
        assert node.origin or found.after(node) or any(bases)
        assert node.kind == "text" or node.key in led_to or any(bases)
    ends = {actor for node in found.nodes if node.origin and not node.end for actor in node.actors}
    assert {actor for origin in found.origins.origins for actor in origin.actors} <= ends
