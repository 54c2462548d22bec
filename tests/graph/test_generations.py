"""What was asked for of late is known, and no more is kept than twice the bound."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explainers.build.check import Inputs, check
from explainers.graph.generations import Generations
from explainers.graph.graph import Graph
from explainers.graph.kept import FEW, once
from explainers.kinds.claim.model import Claim
from tests.checks.test_examples import FILES
from tests.graph.records import claim, graph_of

MOST = 4


@given(st.lists(st.integers(0, 12)))
def test_the_last_ones_asked_for_are_known(asked: list[int]) -> None:
    kept: Generations[int, int] = Generations(MOST)
    for at, key in enumerate(asked):
        if kept.get(key) is None and kept.known(key) is None:
            kept.put(key, key + 1)
        both = {**kept.older, **kept}.items()
        assert len(both) <= 2 * MOST
        latest = list(dict.fromkeys(reversed(asked[: at + 1])))[:MOST]
        assert {(key, key + 1) for key in latest} <= set(both)


def test_what_is_worked_out_again_and_again_is_worked_out_once() -> None:
    graph = graph_of(*(claim(f"c{number}") for number in range(3 * FEW)))
    claims = graph.of(Claim)
    times: list[str] = []

    @once
    def label(about: Claim, _: Graph) -> str:
        times.append(about.id)
        return about.label

    for each in claims:
        label(each, graph)
        label(claims[0], graph)
    assert times == [each.id for each in claims]


def test_what_rules_gathered_is_gone_once_they_have_looked() -> None:
    memo = check(Inputs(FILES)).graph.memo
    assert [key for key in memo if isinstance(key, tuple)] == []
