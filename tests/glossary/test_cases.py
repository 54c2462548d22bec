"""What is marked as a term: `tests/cases/terms.yml`, in record text and in Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown import Markdown

from explainers.glossary.choice import from_front_matter
from explainers.markdown.extension import ExplainersExtension
from explainers.prose.site import Site
from tests.graph.records import graph_of, term

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "terms.yml").read_text("utf-8"))
EXTENSIONS = ["extra", "admonition", "toc"]


def site_of(terms: list[str] | Mapping[str, Mapping[str, Any]]) -> Site:
    """A site with these terms; a term's id is its label in small letters, where it has no other."""
    given = {label: {} for label in terms} if isinstance(terms, list) else terms
    documents = [
        term(id_of(name, number), fields.get("term", name), **{k: v for k, v in fields.items() if k != "term"})
        for number, (name, fields) in enumerate(given.items())
    ]
    return Site(graph_of(*documents))


def id_of(name: str, number: int) -> str:
    id = name.casefold().replace(" ", "-")
    return id if re.fullmatch("[a-z0-9-]+", id) else f"term-{number}"


def shown(made: str) -> str:
    """HTML as the cases write it: the words of a mark, with its term where they differ, and line ends for blocks."""
    made = re.sub(r'<a class="xp-term"[^>]*data-xp-term="([^"]*)">([^<]*)</a>', _mark, made)
    text = html.unescape(re.sub(r"<[^>]+>", "", made))
    return re.sub(r"\n+", "\n", text).strip()


def _mark(mark: re.Match[str]) -> str:
    words = mark[2]
    named = mark[1] if mark[1] in {"dock", "health-body"} else ""
    return f"⟦{words}→{named}⟧" if named else f"⟦{words}⟧"


def cases(where: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in CASES if case.get("in", where) == where]


@pytest.mark.parametrize("case", cases("record"))
def test_in_record_text(case: Mapping[str, Any]) -> None:
    writer = site_of(case["terms"]).writer("about/")
    assert shown(str(writer.inline(case["text"]))) == case["marked"]


@pytest.mark.parametrize("case", cases("markdown"))
def test_in_markdown(case: Mapping[str, Any]) -> None:
    extension = ExplainersExtension(site_of(case["terms"]))
    extension.expect("about/", choice=from_front_matter(case.get("page", {})))
    assert shown(Markdown(extensions=[*EXTENSIONS, extension]).convert(case["text"])) == case["marked"]


def test_there_are_at_least_sixty_and_each_has_its_own_name() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 60
