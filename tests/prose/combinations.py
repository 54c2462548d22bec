"""Claims of every combination that a record can hold, for a program to read: `python -m tests.prose.combinations`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from typing import Any, get_args

from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Act, Attribution, Certainty, Claim, WrittenStance
from explainers.kinds.quantity import Quantity, Relation
from explainers.prose.sentence import clauses
from tests.graph.records import actor, graph_of, place, source
from tests.graph.records import claim as claim_record
from tests.prose.sentence_faults import faults, text_of

MANY = tuple(f"zz-person-{n}" for n in range(12))
NAMES = (
    "Mara Lind,Tom Berg,Ada Roth,Jon Vale,Eva Marsh,Sam Holt,Ida Frost,Max Reed,Lea Moor,Ben Thorn,Amy West,Leo Hart"
)
AS_PRINTED, SEPARATE = {"joint": "as-printed"}, {"joint": "separate"}
# Who speaks, in one attribution or more, by those who are named and those who are not.
SPEAKERS: dict[str, list[dict[str, Any]]] = {
    "one": [{"by": [0]}],
    "two together": [{"by": [0, 1], **AS_PRINTED}],
    "two separate": [{"by": [0, 1], **SEPARATE}],
    "two in a row": [{"by": [0]}, {"by": [1]}],
    "three": [{"by": [0, 1, 2]}],
    "twelve": [{"by": list(range(12))}],
    "a spokesperson": [{"by": [0], "speaks_for": "zz-navy"}],
    "the same twice": [{"by": [0]}, {"by": [0]}],
}
NAMED = ("named", "not named", "told by somebody")
RELATIONS = (None, *get_args(Relation))
# What was said before: nothing, or what another speaker or this one said.
BEFORE: dict[str, dict[str, Any] | None] = {
    "first": None,
    "after an affirmation": {"by": ("zz-first",)},
    "after a surer one": {"by": ("zz-first",), "certainty": "certain"},
    "after a denial": {"by": ("zz-first",), "stance": "denies", "act": "deny"},
    "after themselves": {"by": ("zz-person-0",)},
    "after another figure": {"by": ("zz-first",), "as_printed": {"quantities": {"q1": {"relation": "about"}}}},
}
OWN: dict[str, dict[str, Any] | None] = {
    "as the claim has it": None,
    "an own figure": {"quantities": {"q1": {"relation": "unqualified", "value": 11}}},
    "an own population": {"population": "grown “river” otters"},
    "an own predicate": {"predicate": "houses"},
}
AXES = (
    (None, *get_args(WrittenStance)),
    get_args(Act),
    get_args(Certainty),
    RELATIONS,
    tuple(SPEAKERS),
    NAMED,
    tuple(BEFORE),
    tuple(OWN),
    ("published", "withdrawn"),
)
Combination = tuple[Any, ...]


@cache
def graph() -> Graph:
    """All who speak, and a claim in which somebody rests on those whom nobody names."""
    people = [actor(id, name) for id, name in zip(MANY, NAMES.split(","), strict=True)]
    unnamed = [
        actor(f"zz-unnamed-{n}", name, in_text=f"a {name.lower()}", named=False)
        for n, name in enumerate(
            "Pilot,Sailor,Nurse,Driver,Farmer,Teacher,Baker,Ranger,Miner,Smith,Weaver,Diver".split(",")
        )
    ]
    known = [
        actor("zz-navy", "Navy", in_text="the navy"),
        actor("zz-first", "Lake Council", in_text="the Lake Council"),
        actor("gazette", "The Gazette"),
        actor("zz-teller", "Kim Voss"),
        place("lake", "Long Lake"),
        source("paper"),
        source("zz-post"),
    ]
    first = {"by": ["zz-unnamed-0"], "cites": [{"source": "zz-post"}]}
    resting = {"by": ["zz-teller"], "act": "relay", "based_on": ["a1"], "cites": [{"source": "zz-post"}]}
    return graph_of(claim_record("zz-told", a1=first, a2=resting), *people, *unnamed, *known)


def every(step: int = 1, start: int = 0) -> Iterator[Combination]:
    """Every combination, or each `step`th: of a step that shares no factor with an axis, all pairs come up."""
    return islice(product(*AXES), start, None, step)


def claim_of_combination(made: Combination) -> Claim:
    """The claim of one combination."""
    stance, act, sure, relation, speakers, named, before, own, status = made
    statement = "The lake holds {q1} otters." if relation else "The lake is full."
    said = []
    if earlier := BEFORE[before]:
        said.append(_attribution(**{"stance": "affirms", "act": "say"} | earlier))
    for spoken in SPEAKERS[speakers]:
        who = MANY if named == "named" else tuple(f"zz-unnamed-{n}" for n in range(12))
        by = tuple(who[n] for n in spoken["by"])
        given = {"by": by, "stance": stance, "act": act, "certainty": sure, "as_printed": OWN[own]}
        told = {"cites": "zz-post"} if named == "told by somebody" else {}
        said.append(_attribution(**given | told | {key: value for key, value in spoken.items() if key != "by"}))
    quantities = {"q1": _quantity(relation)} if relation else {}
    return Claim.model_construct(
        id="zz-claim", label="x", statement=statement, type="event", about=("lake",), status=status,
        quantities=quantities, attributions=tuple(said),
    )  # fmt: skip


def _attribution(**given: Any) -> Attribution:
    cites = ({"source": given.pop("cites", "paper")},)
    as_of = {"edtf": "2024-11-12", "basis": "stated"}
    return Attribution.model_validate({"id": "a1", "cites": cites, "as_of": as_of} | given)


@cache
def _quantity(relation: str) -> Quantity:
    values = {"min": 800, "max": 1200} if relation == "between" else {"value": 1000}
    return Quantity.model_validate({"of": "otters", "relation": relation} | values)


def read(step: int, start: int = 0) -> tuple[int, dict[str, None], list[str]]:
    """How many combinations were read, every sentence that they gave, and what is wrong with them."""
    count, sentences, wrong = 0, dict[str, None](), list[str]()
    for count, made in enumerate(every(step, start), 1):  # noqa: B007
        claim = claim_of_combination(made)
        said = clauses(claim, graph())
        sentences.update((text_of(clause), None) for clause in said)
        wrong += (f"{made}: {fault}" for fault in faults(claim, said, graph()))
    return count, sentences, wrong


if __name__ == "__main__":
    count, sentences, wrong = read(int(sys.argv[1]) if sys.argv[1:] else 1)
    print("\n".join(wrong[:40]))
    print(f"{count:,} combinations, {len(sentences):,} sentences, {len(wrong):,} faults")
