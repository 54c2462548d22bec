"""What is worked out about a claim is worked out once for a graph."""

from __future__ import annotations

from explainers.graph.chain import chain_of
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.origins import distance
from explainers.kinds.claim.model import Claim
from tests.graph.records import actor, claim, graph_of, place, source


def a_graph(**attributions: object) -> Graph:
    return graph_of(actor("mara"), actor("gazette"), place("lake"), source("paper"), claim("rain", **attributions))


def the_claim(graph: Graph) -> Claim:
    found = graph.get("rain", Claim)
    assert found
    return found


def test_a_chain_is_worked_out_once_for_a_graph():
    graph, other = a_graph(), a_graph()
    assert chain_of(the_claim(graph), graph) is chain_of(the_claim(graph), graph)
    assert chain_of(the_claim(other), other) is not chain_of(the_claim(graph), graph)


def test_the_same_claim_in_another_graph_is_worked_out_afresh():
    """Of another graph, what a claim rests on may have changed, though the claim has not."""
    graph = a_graph()
    without = graph_of(actor("mara"), place("lake"), claim("rain"))
    told = the_claim(graph)
    assert [node.kind for node in chain_of(told, graph).nodes]
    assert chain_of(told, without) is not chain_of(told, graph)


def test_two_attributions_of_a_claim_are_told_apart():
    graph = a_graph(a1={}, a2={"by": ["gazette"], "based_on": ["a1"]})
    told = the_claim(graph)
    assert [distance(AttributionRef(told, a), graph) for a in told.attributions] == [0, 1]
