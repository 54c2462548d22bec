"""Where everyone stands, and the three different empties."""

from __future__ import annotations

from explainers.graph.positions import Position, matrix, positions, positions_of
from tests.graph.records import claim, claim_of, graph_of

RAIN = claim(
    "rain",
    a1={"by": ["mara", "navy"]},
    a2={"by": ["state"], "stance": "declines", "act": "no-comment"},
    a3={"by": ["mara"], "stance": "retracts"},
    a4={"by": ["mara"], "act": "report"},
)
SNOW = claim("snow", a1={"by": ["navy"], "stance": "no-position-found"}, a2={"by": ["otto"], "stance": "denies"})
GRAPH = graph_of(RAIN, SNOW)
CLAIMS = [claim_of(GRAPH, "rain"), claim_of(GRAPH, "snow")]


def short(found: list[Position] | tuple[Position, ...]) -> list[tuple[str, str, list[str]]]:
    return [(p.actor, p.stance, [ref.key for ref in p.refs]) for p in found]


def test_an_actor_has_one_position_for_each_stance_with_all_that_shows_it() -> None:
    assert short(positions(CLAIMS[0])) == [
        ("mara", "affirms", ["rain#a1", "rain#a4"]),
        ("navy", "affirms", ["rain#a1"]),
        ("state", "declines", ["rain#a2"]),
        ("mara", "retracts", ["rain#a3"]),
    ]


def test_declined_and_not_found_are_positions_and_not_looked_for_is_none() -> None:
    rows = matrix(CLAIMS)
    found = {actor: {id: [p.stance for p in cell] for id, cell in row.items()} for actor, row in rows.items()}
    assert found == {
        "mara": {"rain": ["affirms", "retracts"]},
        "navy": {"rain": ["affirms"], "snow": ["no-position-found"]},
        "state": {"rain": ["declines"]},
        "otto": {"snow": ["denies"]},
    }


def test_the_positions_of_one_actor() -> None:
    assert short(positions_of("navy", CLAIMS)) == [
        ("navy", "affirms", ["rain#a1"]),
        ("navy", "no-position-found", ["snow#a1"]),
    ]
