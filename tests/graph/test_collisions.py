"""Figures that a reader could take for one, or that disagree."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.graph.collisions import collisions
from tests.graph.records import claim, claim_of, graph_of


def found(one: dict[str, Any], other: dict[str, Any], *, about: str = "lake") -> list[str]:
    """The kinds of collision between two claims' figures; both are about the lake if not said otherwise."""
    graph = graph_of(
        claim("rain", about=["lake", "sea"], quantities={"q1": {"relation": "unqualified"} | one}),
        claim("snow", about=[about], quantities={"q1": {"relation": "unqualified"} | other}),
    )
    return [c.kind for c in collisions([claim_of(graph, "rain"), claim_of(graph, "snow")])]


OTTERS = {"of": "otters in the lake", "value": 50000, "unit": "otter"}


@pytest.mark.parametrize(
    ("other", "kinds"),
    [
        ({}, []),
        ({"of": "Otters  in the lake"}, []),
        ({"relation": "nearly"}, []),
        ({"of": "boats"}, ["same-number"]),
        ({"of": "boats", "unit": "boat"}, []),
        ({"of": "boats", "value": 40}, []),
        ({"value": 40}, ["different-numbers"]),
        ({"value": None, "min": 30000, "max": 50000, "relation": "between"}, ["different-numbers"]),
        ({"value": "50000.0"}, []),
    ],
)
def test_two_figures(other: dict[str, Any], kinds: list[str]) -> None:
    assert found(OTTERS, OTTERS | other) == kinds


def test_claims_that_share_no_subject_do_not_collide() -> None:
    assert found(OTTERS, OTTERS | {"value": 40}, about="moon") == []


def test_figures_of_one_claim_do_not_collide() -> None:
    figures = {"q1": {"relation": "about"} | OTTERS, "q2": {"relation": "about", "value": 3} | OTTERS | {"value": 3}}
    graph = graph_of(claim(quantities=figures))
    assert list(collisions([claim_of(graph)])) == []
