"""What could not be established, claim by claim."""

from __future__ import annotations

from typing import Any

from explainers.graph.unknowns import unknowns
from tests.graph.records import DATE, actor, claim, claim_of, graph_of, read_in, source

KNOWN = {"said": DATE, "based_on": ["own-observation"]}
OTHERS = [
    actor("mara"),
    actor("insider", named=False),
    actor("gazette"),
    source("paper", role="primary"),
    source("copy"),
    source("unread", role="primary", seen="cited-only"),
]


def found(*more: Any, gaps: tuple[str, ...] = (), **said: Any) -> list[tuple[str, tuple[str, ...]]]:
    graph = graph_of(claim(gaps=gaps, **said), *OTHERS, *more)
    return [(u.kind, u.actors or (u.words,) if u.words else u.actors) for u in unknowns([claim_of(graph)], graph)]


def test_a_claim_that_is_well_known_has_nothing_unknown() -> None:
    assert found(a1=KNOWN) == []


def test_a_speaker_whom_nobody_names() -> None:
    assert found(a1=KNOWN, a2={"by": ["insider"], **KNOWN}) == [("unnamed-speaker", ("insider",))]


def test_an_origin_without_a_stated_basis() -> None:
    assert found(a1=KNOWN | {"based_on": ["not-stated"]}) == [("no-stated-basis", ("mara",))]


def test_who_rests_on_another_has_a_basis() -> None:
    assert found(a1=KNOWN, a2=KNOWN | {"by": ["gazette"], "based_on": ["a1"]}) == []


def test_dates_that_are_missing_unknown_or_inferred_each_actor_once() -> None:
    inferred = KNOWN | {"said": {"edtf": "2024", "basis": "inferred"}}
    undated = KNOWN | {"by": ["gazette"], "said": {"basis": "unknown"}}
    assert found(a1=inferred, a2=inferred, a3=undated, a4=undated | {"said": None}) == [
        ("no-date", ("gazette",)),
        ("inferred-date", ("mara",)),
    ]


def test_a_silence_has_no_date_and_no_basis_but_is_a_gap() -> None:
    assert found(a1=KNOWN, a2={"by": ["gazette"], "stance": "no-position-found"}) == [("no-position", ("gazette",))]


def test_what_is_read_in_no_primary_source() -> None:
    assert found(a1=KNOWN | {"cites": read_in("copy")}) == [("no-primary-source", ())]
    assert found(a1=KNOWN | {"cites": read_in("unread")}) == [("no-primary-source", ())]
    assert found(a1=KNOWN | {"cites": read_in("copy", "paper")}) == []


def test_a_primary_source_at_the_origin_is_enough_in_another_claim_too() -> None:
    told = KNOWN | {"by": ["gazette"], "cites": read_in("copy"), "based_on": ["snow#a1"]}
    assert found(claim("snow", a1=KNOWN), a1=told) == []


def test_the_editors_own_gaps() -> None:
    assert found(a1=KNOWN, gaps=("Who counted, nobody says.",)) == [("gap", ("Who counted, nobody says.",))]


def test_a_circle_does_not_hang() -> None:
    said = KNOWN | {"cites": read_in("copy")}
    kinds = [kind for kind, _ in found(a1=said | {"based_on": ["a2"]}, a2=said | {"based_on": ["a1"]})]
    assert kinds == ["no-stated-basis", "no-primary-source"]
