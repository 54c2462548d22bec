"""Figures that collide, in the words a reader sees."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.graph.collisions import all_collisions
from explainers.graph.graph import Graph
from explainers.model.decode import Document
from explainers.prose.collision_words import collision_from, collision_sentence, plain_collision
from explainers.text.inline import Emphasis, RecordLink, plain
from tests.graph.records import actor, claim, graph_of, read_in, source

KNOWN = [
    actor("mara", "Mara Lind"),
    actor("post", "The Post"),
    actor("navy", "Navy", in_text="the navy"),
    actor("insider", "Insider", in_text="an insider", named=False),
    actor("gazette", "The Gazette"),
    source("paper"),
]


def figure(id: str, of: str, value: int = 50000, relation: str = "unqualified", **fields: Any) -> Document:
    quantity = {"of": of, "value": value, "relation": relation, "unit": "otter"}
    return claim(id, quantities={"q1": quantity}, **fields)


def by(who: str, edtf: str = "", basis: str = "stated", **fields: Any) -> dict[str, Any]:
    return {"by": [who], "said": {"edtf": edtf, "basis": basis} if edtf else {"basis": "unknown"}} | fields


def graph(*documents: Document) -> Graph:
    return graph_of(*KNOWN, *documents)


def says(*documents: Document) -> str:
    found = graph(*documents)
    (collision,) = all_collisions(found)
    return plain_collision(collision, found)


def test_one_number_for_two_things_that_week() -> None:
    assert says(
        figure("a", "otters in the lake", a1=by("mara", "2024-11-11")),
        figure("b", "otters and boats, counted together", a1=by("post", "2024-11-10", "inferred")),
    ) == (
        "The number 50,000 was given for two different things: otters in the lake (Mara Lind, 11 November 2024) and "
        "otters and boats, counted together (The Post, 10 November 2024, inferred)."
    )


def test_the_qualifier_appears_with_each_as_soon_as_there_is_one() -> None:
    nearly = {"as_printed": {"quantities": {"q1": {"relation": "nearly"}}}}
    assert says(
        figure("a", "otters", a1=by("mara", "2024-11-11"), a2=by("mara", "2024-11-11", **nearly)),
        figure("b", "boats", relation="about", a1=by("post", "2024-11-11")),
    ) == (
        "The number 50,000 was given for two different things: otters (Mara Lind, 11 November 2024: 50,000 and "
        "nearly 50,000) and boats (The Post, 11 November 2024: about 50,000)."
    )


def test_an_unknown_date_is_said_to_be_unknown() -> None:
    told = says(figure("a", "otters", a1=by("mara")), figure("b", "boats", a1=by("post", "2024")))
    assert "otters (Mara Lind, date not established) and boats (The Post, 2024)." in told


def test_three_things() -> None:
    told = says(*(figure(of, of, a1=by("mara", "2024-11-11")) for of in ("boats", "otters", "seals")))
    day = "(Mara Lind, 11 November 2024)"
    assert told == (
        f"The number 50,000 was given for three different things: boats {day}, otters {day} and seals {day}."
    )


def test_who_repeats_is_not_named_as_another_voice() -> None:
    told = says(
        figure("a", "otters", a1=by("mara", "2024-11-11"), a2=by("gazette", "2024-11-10", based_on=["a1"])),
        figure("b", "boats", a1=by("post", "2024-11-11")),
    )
    assert "Mara Lind" in told
    assert "Gazette" not in told


def test_where_the_origin_has_no_date_the_nearest_that_has_one_is_named() -> None:
    told = says(
        figure("a", "otters", a1=by("insider"), a2=by("gazette", "2024-11-10", based_on=["a1"])),
        figure("b", "boats", a1=by("post", "2024-11-11")),
    )
    assert "otters (The Gazette, 10 November 2024)" in told


def test_a_speaker_is_named_with_the_party_spoken_for_and_an_unnamed_one_with_the_teller() -> None:
    told = says(
        figure("a", "otters", a1=by("mara", "2024-11-11", speaks_for="navy")),
        figure("b", "boats", a1=by("insider", "2024-11-11", cites=read_in("paper"))),
    )
    assert "(Mara Lind, speaking for the navy, 11 November 2024)" in told
    assert "(an insider (not named), cited by The Gazette, 11 November 2024)" in told


def test_different_numbers_for_one_thing() -> None:
    assert says(
        figure("a", "otters", a1=by("mara", "2024-11-11")),
        figure("b", "Otters", 40000, "more-than", a1=by("post", "2024-11-10")),
    ) == (
        "Two different numbers are given for otters: more than 40,000 (The Post, 10 November 2024) and 50,000 (Mara "
        "Lind, 11 November 2024)."
    )


def test_of_many_things_the_sentence_names_a_few_and_counts_the_rest() -> None:
    told = says(*(figure(f"c{n}", f"sort {n}", a1=by("mara", "2024-11-11")) for n in range(20)))
    assert told.startswith("The number 50,000 was given for 20 different things: sort 0 (")
    assert told.endswith(" and 14 more.")


def test_of_many_voices_a_few_are_named_and_the_rest_counted() -> None:
    many = {f"a{n}": by(f"x{n}", "2024-11-11") for n in range(1, 6)}
    told = says(figure("a", "otters", **many), figure("b", "boats", a1=by("post", "2024-11-11")))
    assert "; 2 more) and boats" in told


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (
            50000,
            "Here, the number 50,000 was given for boats (The Post, 11 November 2024). It was also given for otters "
            "(Mara Lind, 11 November 2024).",
        ),
        (
            40000,
            "For otters, the figure here is 40,000 (The Post, 11 November 2024); elsewhere it is 50,000 "
            "(Mara Lind, 11 November 2024).",
        ),
    ],
)
def test_a_claim_sees_its_own_side_first(value: int, words: str) -> None:
    found = graph(
        figure("a", "otters", a1=by("mara", "2024-11-11")),
        figure("b", "boats" if value == 50000 else "otters", value, a1=by("post", "2024-11-11")),
    )
    (collision,) = all_collisions(found)
    seen = collision_from("b", collision, found)
    # `plain` opens emphasis.
    assert plain(seen) == words


def test_what_is_counted_leads_to_the_claim() -> None:
    found = graph(figure("a", "otters"), figure("b", "boats"))
    (collision,) = all_collisions(found)
    links = [p.parts[0] for p in collision_sentence(collision, found) if isinstance(p, Emphasis) and not p.strong]
    assert links == [RecordLink("a", "otters"), RecordLink("b", "boats")]
