"""No page of the first site prints a proposition without who says so, in its text, its description or its data."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from explainers.build.load import load
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.link import link
from explainers.kinds import KINDS
from explainers.kinds.claim.model import Claim
from explainers.pages.page import Page
from explainers.prose.proposition import proposition
from explainers.prose.site import Site
from explainers.text.inline import plain, uncited
from tests.pages.made import pages
from tests.prose.html import read

CONTENT = Path(__file__).parents[2] / "content"
# Who says it, or that nobody is found who does, comes right before.
_SAID = re.compile(r"(?:\bthat|\bwhether|\bsaid|\bthis|\bin confirmation|\bthe following:?|:)\s\Z|“\Z")


@pytest.fixture(scope="module")
def graph() -> Graph:
    documents, _ = load({str(path): path.read_bytes() for path in sorted(CONTENT.rglob("*.yml"))}, KINDS)
    return link(documents)[0]


@pytest.fixture(scope="module")
def made(graph: Graph) -> list[Page]:
    return pages(Site(graph))


def propositions(graph: Graph) -> set[str]:
    """Every proposition as some telling has it, from its second letter on: a capital may fall away."""
    return {
        plain(uncited(proposition(AttributionRef(claim, attribution), graph)))[1:].rstrip(".")
        for claim in graph.of(Claim)
        for attribution in claim.attributions
    }


def bare(text: str, statements: set[str]) -> list[str]:
    """The propositions in a text before which nobody says them."""
    whole = " ".join(text.split())
    return [
        whole[max(0, at.start() - 40) : at.end()]
        for statement in statements
        for at in re.finditer(re.escape(statement), whole)
        if not _SAID.search(whole[: at.start() - 1])
    ]


def test_no_page_prints_a_proposition_without_who_says_so(made: list[Page], graph: Graph) -> None:
    statements = propositions(graph)
    printed = 0
    for page in made:
        for text in (read(page.html).text, page.title, page.description, json.dumps(page.jsonld, ensure_ascii=False)):
            assert bare(text, statements) == [], page.path
            printed += sum(statement in text for statement in statements)
    assert printed > 100


def test_a_bare_proposition_would_be_found() -> None:
    assert bare("Mara said that the lake is full.", {"he lake is full"}) == []
    assert bare("Known: the lake is full. The lake is full.", {"he lake is full"}) == [
        "Known: the lake is full. The lake is full"
    ]
