"""Changes on pages: what was, what is, and of a claim its speakers."""

from __future__ import annotations

from typing import Any

from explainers.prose.site import Site
from tests.graph.records import actor, claim, graph_of, place, source
from tests.pages.made import pages
from tests.prose.html import read

KNOWN = [actor("mara", "Mara Lind"), actor("gazette", "The Gazette"), place("lake"), source("paper")]


def page(path: str, *updates: dict[str, Any], statement: str = "The lake is full.") -> str:
    """The text of a page of a site in which one claim was changed."""
    site = Site(graph_of(claim(label="How full it is", statement=statement, updates=list(updates)), *KNOWN))
    return read(next(found.html for found in pages(site) if found.path == path)).text


def update(field: str, before: str, now: str) -> dict[str, Any]:
    date = {"edtf": "2024-11-12", "basis": "stated"}
    return {"date": date, "field": field, "from": before, "to": now, "kind": "correction", "why": "We misread it."}


def test_a_changed_figure_comes_with_the_claim_as_its_speaker_says_it() -> None:
    text = page("changes/index", update("quantities.q1", "50", "nearly 50"))
    assert "How full it is, according to Mara Lind · quantities.q1: 50 → became nearly 50" in text
    assert "The claim nowMara Lind said that the lake is full." in text


def test_a_reworded_statement_is_never_printed_without_its_speaker() -> None:
    for path in ("changes/index", "claims/rain"):
        for change in (
            update("statement", "It is wet.", "It is dry."),
            update("text", "It is wet.", "The lake is full."),
        ):
            text = page(path, change)
            assert f"{change['field']}: reworded" in text
            assert "It is wet." not in text
            assert "It is dry." not in text
