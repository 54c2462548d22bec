"""Where everyone stands: beside a name, and day by day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explainers.graph.as_of import views
from explainers.graph.positions import positions as positions_of
from explainers.kinds.claim.model import Act, Stance
from explainers.prose.position_words import acts, asides, day_of, stood
from explainers.text.inline import plain
from tests.graph.records import actor, claim, claim_of, graph_of, source
from tests.prose.samples.topic import Topic

KNOWN = [
    source("paper"),
    actor("gazette", "The Gazette"),
    actor("mara", "Mara Lind"),
    actor("herald", "The Herald"),
    actor("council", "Lake Council", in_text="the Lake Council"),
    actor("navy", "Navy", in_text="the navy"),
    actor("insider", "Insider", in_text="an insider", named=False),
]
BESIDE: dict[str, dict[str, Any]] = {
    "one": {},
    "an estimate": {"act": "estimate", "certainty": "probable"},
    "a spokesperson": {"speaks_for": "navy"},
    "not named": {"by": ["insider"]},
    "as printed": {"by": ["mara", "navy"], "joint": "as-printed"},
    "all of it": {"by": ["insider", "mara"], "joint": "as-printed", "speaks_for": "navy", "certainty": "possible"},
}
DAYS: list[tuple[str, Stance, Act, list[str]]] = [
    ("2024-11-10", "affirms", "say", ["mara"]),
    ("2024-11-11", "denies", "deny", ["navy"]),
    ("2024-11-12", "doubts", "say", ["insider"]),
    ("2024-11-13", "declines", "no-comment", ["gazette"]),
    ("2024-11-14", "retracts", "say", ["mara"]),
    ("2024-11-15", "no-position-found", "no-comment", ["herald", "council"]),
]


def positions() -> Iterator[Topic]:
    """What stands beside a name, then each stance as it comes in."""
    yield Topic("Beside a name in a table of positions", tuple(_beside()))
    yield Topic("Where everyone stood", tuple(_days()))


def _beside() -> Iterator[tuple[str, str]]:
    for name, said in BESIDE.items():
        graph = graph_of(claim(a1=said), *KNOWN)
        position = positions_of(claim_of(graph), graph)[0]
        words = "; ".join(plain(aside) for aside in asides(position, graph))
        yield name, f"{position.actor.capitalize()} {words}: {acts(position)}".replace(" :", ":")


def _days() -> Iterator[tuple[str, str]]:
    said = {
        f"a{n}": {"by": by, "stance": stance, "act": act, "said": _day(day), "as_of": _day(day)}
        for n, (day, stance, act, by) in enumerate(DAYS, 1)
    }
    graph = graph_of(claim(**said), *KNOWN)
    found = views(claim_of(graph), graph)
    for view in found:
        told = stood(view, graph, first=view is found[0])
        yield day_of(view), " ".join(f"{'New: ' if new else ''}{plain(words)}" for new, words in told)


def _day(edtf: str) -> dict[str, str]:
    return {"edtf": edtf, "basis": "stated"}
