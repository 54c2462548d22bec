"""Measure how long the computed values of claims take: origins, the chain and the drift of 10,000 claims.

    python bench/graph.py [CLAIMS]

Chains of ten claims, three tellings in each, two documents of which one is made from the other. The printed ratio is to
a plain walk over the same attributions, in the same run.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from explainers.graph.chain import chain_of
from explainers.graph.drift import tellings
from explainers.graph.graph import Graph
from explainers.graph.link import link
from explainers.graph.origins import origins
from explainers.kinds import KINDS, kind_of
from explainers.kinds.claim.model import Claim
from explainers.model.decode import Document

DATE = {"edtf": "2024-11-11", "basis": "stated"}


def document(kind: str, id: str, /, **fields: object) -> Document:
    model = kind_of(KINDS, kind)
    return Document(
        id, kind, f"content/{model.plural}/{id}.yml", None, model.model.model_validate({"id": id, **fields})
    )


def claim(number: int) -> Document:
    def telling(id: str, by: str, source: str, *based_on: str) -> dict[str, object]:
        basis = {"based_on": list(based_on)} if based_on else {}
        return {"id": id, "by": [by], "act": "say", "said": DATE, "cites": [{"source": source}], **basis}

    before = [f"c{number - 1}#a3"] if number % 10 else []
    return document(
        "claim",
        f"c{number}",
        label=f"Claim {number}",
        statement="The lake is full.",
        type="event",
        about=["navy"],
        attributions=[
            telling("a1", "mara", "paper", "a2"),
            telling("a2", "gazette", "post", "a3"),
            telling("a3", "navy", "paper", *before),
        ],
    )


def records(number: int) -> Graph:
    actors = [document("actor", id, name=id, kind="person") for id in ("mara", "navy", "gazette")]
    common = {"publisher": "gazette", "published": DATE, "accessed": DATE, "role": "secondary", "seen": "excerpt"}
    sources = [
        document("source", "post", csl={"type": "webpage", "title": "Post"}, **common),
        document(
            "source", "paper", csl={"type": "webpage", "title": "Paper"},
            derived_from=[{"source": "post", "how": "quotes"}], **common,
        ),
    ]  # fmt: skip
    return link([*actors, *sources, *(claim(n) for n in range(number))])[0]


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    graph = records(number)
    claims = graph.of(Claim)

    def walk() -> int:
        return sum(len(a.by) + len(a.cites) for c in claims for a in c.attributions)

    def timed(work: Callable[[], object]) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    plain = timed(walk)
    print(f"{number:,} claims, {sum(len(c.attributions) for c in claims):,} attributions; seconds of processor time")
    print(f"  plain walk  {plain:6.3f}")
    for name, work in {
        "origins": lambda: [origins(c, graph) for c in claims],
        "chains": lambda: [chain_of(c, graph) for c in claims],
        "drift": lambda: [tellings(c, graph) for c in claims],
    }.items():
        spent = timed(work)
        print(f"  {name:10}  {spent:6.3f}  {spent / plain:5.0f} times the walk, {spent / number * 1e6:4.0f} µs a claim")


if __name__ == "__main__":
    main()
