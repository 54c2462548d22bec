"""A claim's sentence from what matters to it: some speakers, a place and a source are there already."""

from __future__ import annotations

from typing import Any

from explainers.model.decode import Document
from explainers.prose.plain_sentence import plain_sentence
from tests.graph.records import actor, claim, claim_of, graph_of, place, source


def says(statement: str = "The lake is full.", *also: Document, **spoken: Any) -> str:
    """The sentence of a claim."""
    known = [
        actor("mara", "Mara Lind"),
        actor("navy", "Navy", kind="institution", in_text="the navy"),
        actor("north-korea", "North Korea"),
        actor("insider", "Insider", in_text="an insider", named=False),
        actor("stranger", "Stranger", in_text="an unnamed stranger", named=False),
        actor("gazette", "The Gazette"),
        place("lake", "Long Lake"),
        source("paper"),
    ]
    graph = graph_of(claim(statement=statement, **spoken), *known, *also)
    return plain_sentence(claim_of(graph), graph)
