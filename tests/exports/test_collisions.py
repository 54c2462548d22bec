"""Colliding figures for programs, and how the time grows that it takes to find them."""

from collections.abc import Callable

from explainers.graph.collisions import Collision, all_collisions
from tests.exports.stock import STOCK, json_of, site_of
from tests.graph.records import claim, graph_of
from tests.growth import grows_in_step

BOATS = """
label: Boats on the lake
statement: The lake carries {q1} boats.
type: measurement
about: [the-lake]
quantities:
  q1:
    of: boats on the lake
    relation: unqualified
    value: 1200.5
    unit: otter
attributions:
  - id: a1
    by: [the-gazette]
    act: say
    said:
      edtf: 2024-06-03
      basis: inferred
    cites:
      - source: the-article
"""


def test_one_number_for_two_things_is_reported_in_words_and_values():
    (found,) = json_of(site_of(STOCK | {"claims/boats-on-the-lake": BOATS}))["collisions"]
    assert (found["kind"], found["unit"], found["about"]) == ("same-number", "otter", ["the-lake"])
    assert found["sentence"].startswith("The number 1,200.5 was given for two different things: boats on the lake (")
    assert [(f["claim"], f["phrase"], f["counted"], f["by"]) for f in found["figures"]] == [
        ("boats-on-the-lake", "1,200.5", "boats on the lake", ["the-gazette"]),
        ("otters-in-the-lake", "about 1,200.5", "grown otters in the lake", ["the-ministry"]),
    ]


def test_a_withdrawn_claim_collides_with_nothing():
    assert "withdrawn-claim" not in str(json_of(site_of())["collisions"])


def test_many_claims_about_one_subject_take_no_square_of_time():
    figures = [{"q1": {"of": f"sort {n % 50}", "relation": "about", "value": n % 40 + 1}} for n in range(3000)]
    claims = [claim(f"c{n}", quantities=quantities) for n, quantities in enumerate(figures)]

    def looking(size: int) -> Callable[[], tuple[Collision, ...]]:
        graph = graph_of(*claims[:size])
        return lambda: all_collisions(graph)

    assert len(grows_in_step(looking, 3000)) == 40 + 50
