"""Colliding figures in groups: the same collisions as in pairs, without counting every pair."""

from itertools import combinations
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from explainers.exports.collisions import collision_groups
from explainers.graph.collisions import collisions, counted
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim
from tests.exports.stock import json_of, site_of


def claim(id: str, about: list[str], quantities: list[dict]) -> Claim:
    return Claim.model_validate(
        {
            "id": id,
            "label": id,
            "statement": "So it is.",
            "type": "measurement",
            "about": about,
            "quantities": {f"q{n}": quantity for n, quantity in enumerate(quantities, 1)},
            "attributions": [{"id": "a1", "by": ["someone"], "act": "say", "cites": [{"source": "a-source"}]}],
        }
    )


def graph(claims: list[Claim]) -> Graph:
    return Graph({}, {each.id: each for each in claims}, (), {})


def test_the_same_number_for_different_things_collides():
    assert json_of(site_of())["collisions"] == [
        {
            "kind": "same-number",
            "about": ["the-lake"],
            "figures": [
                {
                    "claim": "boats-on-the-lake",
                    "figure": "q1",
                    "phrase": "1,200.5",
                    "counted": "boats on the lake",
                },
                {
                    "claim": "otters-in-the-lake",
                    "figure": "q1",
                    "phrase": "about 1,200.5",
                    "counted": "grown otters in the lake",
                },
            ],
        }
    ]


def test_a_withdrawn_claim_collides_with_nothing():
    assert "withdrawn-claim" not in str(json_of(site_of())["collisions"])


def test_figures_that_share_two_subjects_collide_once():
    of = {"of": "boats", "relation": "unqualified"}
    claims = [claim("one", ["x", "y"], [of | {"value": 1}]), claim("two", ["y", "x"], [of | {"value": 2}])]
    (found,) = collision_groups(graph(claims))
    assert (found.kind, found.about) == ("different-numbers", ("x", "y"))


QUANTITIES = st.fixed_dictionaries(
    {"of": st.sampled_from(["boats", "Boats", "otters"]), "relation": st.just("about")},
    optional={"value": st.sampled_from(["1", "1.0", "2"]), "unit": st.sampled_from(["boat", "otter"])},
)
CLAIMS = st.tuples(st.lists(st.sampled_from("xyz"), min_size=1, max_size=2), st.lists(QUANTITIES, max_size=2))


@given(st.lists(CLAIMS, max_size=5))
def test_groups_hold_the_pairs_that_collide(drawn: list[tuple[list[str], list[dict]]]):
    claims = [claim(f"c{n}", about, quantities) for n, (about, quantities) in enumerate(drawn)]
    by_id = {each.id: each for each in claims}
    pairs = {
        (c.kind, *sorted([(c.one.claim.id, c.one.name), (c.other.claim.id, c.other.name)])) for c in collisions(claims)
    }
    grouped = set()
    for group in collision_groups(graph(claims)):
        figures = sorted((figure.claim, figure.figure) for figure in group.figures)
        for one, other in combinations(figures, 2):
            first, second = (by_id[id].quantities[name] for id, name in (one, other))
            differ = counted(first) != counted(second) if group.kind == "same-number" else first.value != second.value
            if one[0] != other[0] and differ:
                grouped.add((group.kind, one, other))
    assert grouped == pairs


def test_many_claims_about_one_subject_take_no_square_of_time():
    of = {"of": "boats", "relation": "unqualified"}
    claims = [claim(f"c{n}", ["x"], [of | {"value": n % 50}]) for n in range(5000)]
    start = perf_counter()
    assert len(collision_groups(graph(claims))) == 1
    assert perf_counter() - start < 2
