"""The way of a claim to its origin, and what changed on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explainers.graph.chain import chain_of
from explainers.graph.graph import Graph
from explainers.prose.chain_words import in_words
from explainers.prose.drift_words import summary
from explainers.prose.quoted_words import not_found
from explainers.prose.trail_words import count_in_words, trail
from explainers.text.inline import plain
from tests.graph.records import actor, claim, claim_of, graph_of, read_in, record, source
from tests.prose.samples.topic import Topic

FIGURE = {"q1": {"of": "otters in the lake", "relation": "about", "value": 11000}}
KNOWN = [
    actor("mara", "Mara Lind"),
    actor("navy", "Navy", in_text="the navy", kind="military-force"),
    actor("gazette", "The Gazette", kind="media-organisation"),
    actor("herald", "The Herald", kind="media-organisation"),
    actor("witnesses", "Witnesses", in_text="unnamed witnesses", kind="unnamed-group", named=False),
    source("paper", csl={"type": "article-newspaper"}),
    source("post", csl={"type": "article-newspaper"}, publisher="herald"),
    source("speech", csl={"type": "speech", "title": "[Evening speech]"}, publisher="mara", seen="cited-only"),
    record("explainer", "why", question="Why?", answer="So.", article="paper", claims=["rain"]),
]
MARA, NAVY = {"by": ["mara"]}, {"by": ["navy"]}
IN_POST: dict[str, Any] = {"cites": read_in("post")}
RESTS: dict[str, Any] = {"by": ["gazette"], "act": "relay", "based_on": ["a2"]}
WAYS: dict[str, dict[str, Any]] = {
    "one speaker": {"a1": MARA},
    "two together": {"a1": {"by": ["mara", "navy"], "joint": "as-printed"}},
    "a page of its own": {"a1": {"by": ["gazette"]}},
    "own observation": {"a1": {**MARA, "based_on": ["own-observation"]}},
    "unnamed": {"a1": {"by": ["witnesses"]}},
    "a spokesperson": {"a1": {**MARA, "speaks_for": "navy"}},
    "passed on": {"a1": RESTS, "a2": {**MARA, **IN_POST}},
    "passed on, as we read it": {"a1": {**RESTS, "basis": "inferred"}, "a2": {**MARA, **IN_POST}},
    "by way of an unread text": {"a1": RESTS, "a2": {**MARA, **IN_POST, "said_in": "speech"}},
    "by way of another page": {
        "a1": RESTS,
        "a2": {"by": ["herald"], "based_on": ["a3"], **IN_POST},
        "a3": {**NAVY, **IN_POST},
    },
    "to two ends": {"a1": {**RESTS, "based_on": ["a2", "a3"]}, "a2": {**MARA, **IN_POST}, "a3": {**NAVY, **IN_POST}},
    "taken back": {"a1": MARA, "a2": {**MARA, "stance": "retracts"}},
}
DRIFTS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "the qualifier lost": {"quantities": {"q1": {"relation": "unqualified"}}},
    "another qualifier": {"quantities": {"q1": {"relation": "nearly"}}},
    "another figure": {"quantities": {"q1": {"value": 12000}}},
    "another population": {"population": "animals"},
    "another predicate": {"predicate": "left the lake"},
    "all of it": {"quantities": {"q1": {"relation": "nearly", "value": 12000}}, "population": "animals"},
}


def ways() -> Iterator[Topic]:
    """Each way once, then each change that can come on it."""
    yield Topic("The way to the origin", tuple(_trails()))
    yield Topic("What each stop of a way says", tuple(_stops()))
    yield Topic("What changed on the way", tuple(_drifts()))


def _graph(**said: Any) -> Graph:
    return graph_of(claim(statement="The lake holds {q1} otters.", quantities=FIGURE, **said), *KNOWN)


def _trails() -> Iterator[tuple[str, str]]:
    for name, said in WAYS.items():
        graph = _graph(**said)
        chain = chain_of(claim_of(graph), graph)
        yield name, f"{count_in_words(chain)}. {plain(trail(chain, graph))}".rstrip()


def _stops() -> Iterator[tuple[str, str]]:
    for name in ("passed on, as we read it", "by way of an unread text", "unnamed", "two together"):
        graph = _graph(**WAYS[name])
        chain = chain_of(claim_of(graph), graph)
        yield from ((f"{name}, stop {number}", in_words(n, chain, graph)) for number, n in enumerate(chain.nodes, 1))


def _drifts() -> Iterator[tuple[str, str]]:
    for name, printed in DRIFTS.items():
        graph = _graph(a1={**RESTS, "as_printed": printed}, a2={**MARA, **IN_POST})
        yield name, plain(summary(claim_of(graph), graph))
    sourced = [{"source": "paper", "exact": "so many otters"}]
    quoted = {"mode": "quotation", "quote_status": "not-found-upstream", "cites": sourced}
    graph = _graph(a1={**MARA, **quoted, "based_on": ["a2"]}, a2={**MARA, **IN_POST})
    for words in not_found(claim_of(graph), graph):
        yield "a quotation not found", plain(words)
