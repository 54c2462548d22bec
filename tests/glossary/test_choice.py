"""What an explainer and a page by hand choose of the glossary."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.build.check import Inputs, check
from explainers.glossary.choice import Choice, from_front_matter, of_explainer
from explainers.kinds import KINDS
from explainers.kinds.explainer.model import Explainer
from explainers.prose.site import Site
from tests.graph.records import claim, graph_of, record, term

EXAMPLES = {kind.example.splitlines()[0].removeprefix("# "): kind.example.encode() for kind in KINDS}
PATH = "content/explainers/northport-storm-explained.yml"
EXAMPLE = EXAMPLES[PATH].decode()


def explainer(**fields: Any) -> Explainer:
    found = record("explainer", "why", question="Why?", answer="So.", claims=["rain"], **fields).record
    assert isinstance(found, Explainer)
    return found


def test_an_explainer_chooses_as_a_page_does() -> None:
    for given in ("off", "page", {"only": ["ally"]}, {"not": ["ally"], "mark": "every"}):
        fields = {"glossary": given, "domain": "war"}
        assert of_explainer(explainer(**fields)) == from_front_matter(fields)
    assert of_explainer(explainer()) == Choice()


def test_false_is_off_as_yaml_1_1_reads_it() -> None:
    assert from_front_matter({"glossary": False}) == Choice("off")


def test_the_choice_is_that_of_its_page_alone() -> None:
    site = Site(graph_of(claim("rain"), term("ally"), record("explainer", "why", question="Why?", answer="So.",
                claims=["rain"], glossary="off")))  # fmt: skip
    assert "xp-term" not in site.writer("explainers/why/", subject="why").inline("An ally.")
    assert "xp-term" in site.writer("claims/rain/", subject="rain").inline("An ally.")


@pytest.mark.parametrize(
    ("given", "place", "message"),
    [
        ("glossary: of", 2, "`of` is not a value of `mark`"),
        ("glossary:\n  onyl: [power-cut]", 3, "`onyl` is not a key here"),
        ("glossary:\n  only: [power-cat]", 3, "no record has the id `power-cat`"),
        ("glossary:\n  not: [northport]", 3, "`northport` is a place, and `not` takes a `term`"),
    ],
)
def test_what_is_wrong_is_reported_once_at_its_place(given: str, place: int, message: str) -> None:
    head = EXAMPLE.partition("# How often terms are marked")[0]
    files = EXAMPLES | {PATH: f"{head}{given}\n".encode()}
    found = [d for d in check(Inputs(files)).diagnostics if d.span.path == PATH and d.severity == "error"]
    assert [d.message for d in found] == [message]
    assert found[0].span.line == head.count("\n") + place - 1
