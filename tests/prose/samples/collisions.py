"""One number for two things, and two numbers for one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explainers.graph.collisions import all_collisions
from explainers.model.decode import Document
from explainers.prose.collision_words import collision_from, plain_collision
from explainers.text.inline import plain
from tests.graph.records import actor, claim, graph_of, source
from tests.prose.samples.topic import Topic

KNOWN = [
    actor("mara", "Mara Lind"),
    actor("post", "The Post"),
    actor("insider", "Insider", in_text="an insider", named=False),
    actor("gazette", "The Gazette"),
    source("paper"),
]


def collisions() -> Iterator[Topic]:
    """Each sort of collision, with qualifiers and without, and as each claim sees it."""
    yield Topic("Figures that collide", tuple(_told()))


def _figure(id: str, of: str, who: str, value: int = 50000, relation: str = "unqualified", day: str = "11") -> Document:
    quantity = {"of": of, "value": value, "relation": relation, "unit": "otter"}
    said: dict[str, Any] = {"by": [who], "said": {"edtf": f"2024-11-{day}", "basis": "stated"}}
    return claim(id, quantities={"q1": quantity}, a1=said)


def _told() -> Iterator[tuple[str, str]]:
    cases = {
        "one number": (_figure("one", "otters", "mara"), _figure("two", "boats", "post")),
        "one number, weeks apart": (_figure("one", "otters", "mara"), _figure("two", "boats", "post", day="25")),
        "one number, qualified": (_figure("one", "otters", "mara"), _figure("two", "boats", "post", relation="nearly")),
        "one number, unnamed": (_figure("one", "otters", "mara"), _figure("two", "boats", "insider")),
        "two numbers": (_figure("one", "otters", "mara"), _figure("two", "otters", "post", value=30000)),
        "two numbers, qualified": (
            _figure("one", "otters", "mara", relation="more-than"),
            _figure("two", "otters", "post", value=30000, relation="about"),
        ),
    }
    for name, documents in cases.items():
        graph = graph_of(*KNOWN, *documents)
        for collision in all_collisions(graph):
            yield name, plain_collision(collision, graph)
            yield f"{name}, seen from the first", plain(collision_from("one", collision, graph))
