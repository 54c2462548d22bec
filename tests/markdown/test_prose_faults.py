"""A hand-written page is held against the claims that it links, as a record's text is."""

from __future__ import annotations

import pytest

from explainers.text.diagnostic import Severity
from tests.graph.records import actor, claim, graph_of, read_in, source
from tests.markdown.converting import gathered

FIGURE = {"q1": {"of": "otters in the lake", "relation": "more-than", "value": 1000, "unit": "otter"}}
GRAPH = graph_of(
    actor("mara", name="Mara Lind"),
    actor("tom", name="Tom Berg"),
    source("paper"),
    claim("otters", quantities=FIGURE, a1={"cites": read_in("paper")}, a2={"by": ["tom"], "act": "decline"}),
)


def places_reported(text: str, language: str = "en") -> list[tuple[int, int, str]]:
    found = gathered(text, graph=GRAPH, language=language).diagnostics
    assert {d.severity for d in found} <= {Severity.WARNING}
    return [(d.span.line, d.span.column, d.code) for d in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mara Lind counted [[otters|more than **2,000** otters]].", (1, 40, "figure-differs")),
        ("# A page\n\n- One\n- Mara Lind counted [[otters|1,000 otters]].", (4, 30, "missing-qualifier")),
        ("Tom Berg denied that [[otters|there are otters]].", (1, 10, "position-differs")),
        ("Three.\n\nThe count ended and [[otters|the lake is full of otters]].", (3, 1, "answer-without-speaker")),
        ("---\ntitle: A page\n---\n\nMara Lind has revealed\nwhat she saw.", (5, 15, "loaded-verb")),
        ("Mara Lind noted [[otters|more than 1,000 otters]].", (1, 11, "loaded-verb")),
    ],
)
def test_a_fault_is_reported_at_its_place(text: str, place: tuple[int, int, str]) -> None:
    assert places_reported(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Lind counted [[otters|more than 1,000 otters]].",
        "See [[otters]].",
        "`Mara Lind counted [[otters|2,000 otters]].`",
        "> Mara Lind revealed that.\n\nOn 4 March 2024 there were 12 of us.",
        "“Revealed” asks a reader to believe.",
        "Verbs with a side are *revealed*, *admitted* and *claimed*.",
        "Two patients were admitted to hospital; the flood claimed 20 lives.",
        "| Who | What |\n|---|---|\n| Mara Lind | [[otters]] |\n",
    ],
)
def test_what_says_what_is_recorded_passes(text: str) -> None:
    assert places_reported(text) == []


def test_a_page_in_another_language_is_left_alone() -> None:
    assert places_reported("Mara Lind counted [[otters|2,000 otters]]. She revealed it.", language="de") == []
