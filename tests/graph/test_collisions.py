"""Figures that a reader could take for one, or that disagree."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.graph.collisions import Collision, all_collisions, collisions_of
from explainers.kinds.claim.model import Claim
from explainers.model.decode import Document
from tests.graph.records import claim, claim_of, graph_of

OTTERS = {"of": "otters in the lake", "value": 50000, "unit": "otter"}


def figures(id: str, *quantities: dict[str, Any], **fields: Any) -> Document:
    whole = {f"q{n}": {"relation": "unqualified"} | quantity for n, quantity in enumerate(quantities, 1)}
    return claim(id, quantities=whole, **fields)


def collide(*documents: Document) -> list[Collision]:
    """All collisions; each claim finds its own, though it looks at few others."""
    graph = graph_of(*documents)
    found = all_collisions(graph)
    for one in graph.of(Claim):
        own = tuple(each for each in found if any(one.id in side.claims for side in each.sides))
        assert collisions_of(one, graph) == own
    return list(found)


def kinds(*documents: Document) -> list[str]:
    return [collision.kind for collision in collide(*documents)]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({}, []),
        ({"of": "Otters  in the lake"}, []),
        ({"relation": "nearly"}, []),
        ({"of": "boats"}, ["same-number"]),
        ({"of": "boats", "relation": "nearly"}, ["same-number"]),
        ({"of": "boats", "unit": " Otter"}, ["same-number"]),
        ({"of": "boats", "unit": "boat"}, []),
        ({"of": "boats", "value": 40}, []),
        ({"of": None}, []),
        ({"value": 40}, ["different-numbers"]),
        ({"value": 40, "relation": "more-than"}, ["different-numbers"]),
        ({"value": 40, "unit": "family"}, []),
        ({"value": None, "min": 30000, "max": 50000, "relation": "between"}, ["different-numbers"]),
        ({"value": None, "min": 50000, "max": 50000, "relation": "between"}, []),
        ({"value": "50000.0"}, []),
        ({"value": 10000, "relation": "order-of-magnitude"}, []),
    ],
)
def test_two_figures(other: dict[str, Any], expected: list[str]) -> None:
    assert kinds(figures("rain", OTTERS), figures("snow", OTTERS | other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "collide"),
    [
        ("more-than", "more-than", False),
        ("more-than", "at-least", False),
        ("up-to", "fewer-than", False),
        ("more-than", "up-to", True),
        ("nearly", "nearly", True),
    ],
)
def test_numbers_that_are_open_to_the_same_side_can_both_hold(one: str, other: str, collide: bool) -> None:
    more = OTTERS | {"relation": other, "value": 60000}
    found = kinds(figures("rain", OTTERS | {"relation": one}), figures("snow", more))
    assert found == (["different-numbers"] if collide else [])


def test_an_order_of_magnitude_is_no_number() -> None:
    tens = OTTERS | {"value": 10000, "relation": "order-of-magnitude"}
    assert kinds(figures("rain", tens), figures("snow", tens | {"of": "boats"})) == []


def test_zero_is_no_number_to_be_mixed_up() -> None:
    assert kinds(figures("rain", OTTERS | {"value": 0}), figures("snow", OTTERS | {"value": 0, "of": "boats"})) == []


def test_claims_that_share_no_subject_do_not_collide() -> None:
    assert kinds(figures("rain", OTTERS), figures("snow", OTTERS | {"value": 40}, about=["moon"])) == []


def test_figures_of_one_claim_do_not_collide() -> None:
    assert kinds(figures("rain", OTTERS, OTTERS | {"of": "boats"}, OTTERS | {"value": 3})) == []


def test_what_changed_as_it_was_passed_on_is_no_collision() -> None:
    changed = {"by": ["post"], "based_on": ["a1"], "as_printed": {"quantities": {"q1": {"value": 40}}}}
    assert kinds(figures("rain", OTTERS, a1={}, a2=changed)) == []


def test_two_who_know_by_themselves_can_disagree_in_one_claim() -> None:
    other = {"by": ["post"], "as_printed": {"quantities": {"q1": {"value": 40}}}}
    assert kinds(figures("rain", OTTERS, a1={}, a2=other)) == ["different-numbers"]


@pytest.mark.parametrize(
    ("relation", "of", "expected"),
    [
        ("refines", "boats", []),
        ("supersedes", "boats", []),
        ("compare-with", "boats", ["same-number"]),
        ("part-of", "boats", []),
        ("outcome-of", "boats", []),
        ("refines", None, ["different-numbers"]),
        ("part-of", None, []),
        ("outcome-of", None, []),
        ("supersedes", None, []),
    ],
)
def test_a_closer_form_and_what_it_replaces_are_not_mixed_up(relation: str, of: str | None, expected: list[str]):
    drawn = [{"type": relation, "to": "rain", "drawn_by": "editors"}]
    other = OTTERS | ({"of": of} if of else {"value": 40})
    assert kinds(figures("rain", OTTERS), figures("snow", other, relations=drawn)) == expected


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "withdrawn", "reason": "Nobody counted."},
        {"a1": {"stance": "denies", "act": "deny"}},
        {"a1": {"stance": "declines", "act": "no-comment"}},
        {"a1": {}, "a2": {"stance": "retracts"}},
        {"a1": {"as_printed": {"population": "animals"}}},
    ],
)
def test_a_figure_that_no_one_stands_for_collides_with_nothing(fields: dict[str, Any]) -> None:
    assert kinds(figures("rain", OTTERS), figures("snow", OTTERS | {"of": "boats"}, **fields)) == []


def test_one_number_for_three_things_is_one_collision() -> None:
    (found,) = collide(*(figures(id, OTTERS | {"of": id}) for id in ("rain", "snow", "hail")))
    assert [side.of for side in found.sides] == ["hail", "rain", "snow"]


def test_figures_that_share_two_subjects_collide_once() -> None:
    (found,) = collide(
        figures("rain", OTTERS, about=["lake", "sea"]), figures("snow", OTTERS | {"value": 1}, about=["sea", "lake"])
    )
    assert (found.kind, found.about) == ("different-numbers", ("lake", "sea"))


def test_circles_of_subjects_that_do_not_meet_are_two_collisions() -> None:
    found = collide(
        *(figures(f"{about}-{of}", OTTERS | {"of": of}, about=[about]) for about in ("lake", "moon") for of in "xy")
    )
    assert [[side.claims for side in collision.sides] for collision in found] == [
        [("lake-x",), ("lake-y",)],
        [("moon-x",), ("moon-y",)],
    ]


def test_a_claim_finds_the_collisions_in_which_it_stands() -> None:
    graph = graph_of(figures("rain", OTTERS), figures("snow", OTTERS | {"of": "boats"}), figures("hail"))
    assert collisions_of(claim_of(graph), graph) == all_collisions(graph) != ()
    assert collisions_of(claim_of(graph, "hail"), graph) == ()
