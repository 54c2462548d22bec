"""The data in the head of a page says no more than the record: who affirms, and dates as exactly as they are known."""

from __future__ import annotations

import json
from typing import Any

import pytest

from explainers.pages.jsonld import jsonld
from explainers.prose.site import Site
from tests.graph.records import actor, claim, graph_of, record, source

KNOWN = [
    actor("mara", "Mara Lind"),
    actor("tom", "Tom Berg"),
    actor("gazette", "The Gazette", kind="media-organisation"),
    *(source(id, csl={"type": "webpage", "title": id}) for id in ("paper", "letter", "leaflet")),
    source("unseen", csl={"type": "webpage", "title": "unseen"}, seen="cited-only"),
]


def data(id: str, *records: Any) -> dict[str, Any]:
    graph = graph_of(*records, *KNOWN)
    found: dict[str, Any] = json.loads(jsonld(graph.records[id], Site(graph)))
    return found


def names(things: Any) -> list[str]:
    return [thing["name"] for thing in things or ()]


def ids(things: Any) -> list[str]:
    """The records of which the things are, which their own pages describe under the same id."""
    assert all(thing.keys() == {"@id"} for thing in things)
    return [thing["@id"].strip("/").rpartition("/")[2] for thing in things]


@pytest.mark.parametrize(
    "other",
    [
        {"act": "deny"},
        {"act": "relay"},
        {"act": "question"},
        {"act": "decline"},
        {"statement": "The lake is half full."},
    ],
)
def test_only_who_affirms_is_an_author_and_only_where_is_an_appearance(other: dict[str, Any]) -> None:
    other = {"by": ["tom"], "cites": [{"source": "letter"}]} | other
    found = data("rain", claim(label="Full lakes", a1={}, a2=other))
    assert found["name"] == "Full lakes, according to Mara Lind"
    assert names(found["author"]) == ["Mara Lind"]
    assert ids(found["appearance"]) == ["paper"]


def test_what_bears_it_out_in_part_or_was_not_read_is_no_appearance() -> None:
    cites = [{"source": "paper", "role": "supports"}, {"source": "letter", "role": "partly"}]
    cites += [{"source": "leaflet", "role": "context"}, {"source": "unseen"}]
    assert ids(data("rain", claim(a1={"cites": cites}))["appearance"]) == ["paper"]


def test_a_claim_that_no_one_affirms_has_no_author() -> None:
    found = data("rain", claim(label="Full lakes", a1={"act": "deny"}))
    assert "author" not in found
    assert "appearance" not in found
    assert found["name"] == "Full lakes: a claim denied by Mara Lind"


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ({"edtf": "2024-08-09", "basis": "stated"}, "2024-08-09"),
        ({"edtf": "2024-08", "basis": "stated"}, "2024-08"),
        ({"edtf": "2014", "basis": "stated"}, "2014"),
        ({"edtf": "2024-08-09", "basis": "inferred", "note": "x"}, None),
        ({"edtf": "2024-08-09?", "basis": "stated"}, None),
        ({"edtf": "2024-08~", "basis": "stated"}, None),
        ({"edtf": "../2024-08-09", "basis": "stated"}, None),
        ({"edtf": "2024-08-09/2024-08-10", "basis": "stated"}, None),
        ({"edtf": "201X", "basis": "stated"}, None),
        ({"edtf": "2024-21", "basis": "stated"}, None),
    ],
)
def test_a_date_is_as_exact_as_it_is_known_or_left_out(date: dict[str, Any], published: str | None) -> None:
    found = data("book", source("book", published=date))
    assert found.get("datePublished") == published
    asked = record("explainer", "why", question="Why?", answer="So.", claims=["rain"], published=date)
    assert data("why", asked, claim()).get("datePublished") == published


def test_an_explainer_mentions_its_claims_under_the_ids_under_which_they_have_their_speakers() -> None:
    asked = record("explainer", "why", question="Why?", answer="So.", claims=["rain"])
    rain = claim(label="Full lakes")
    assert data("why", asked, rain)["mentions"] == [{"@id": data("rain", asked, rain)["@id"]}]
    assert data("rain", asked, rain)["name"] == "Full lakes, according to Mara Lind"
