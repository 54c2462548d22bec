"""Records with a mistake, renamed or withdrawn ones: what a site shows of them all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.files import CLAIM, FILES, built, codes, page
from tests.prose.html import read

EXPLAINER = """
question: How many otters are there?
summary: Mara Lind gave a number.
answer: Mara Lind said that [[otters|there are many]].
article: the-paper
claims: [otters]
"""
WITH_EXPLAINER = {**FILES, "content/explainers/how-many.yml": EXPLAINER}


@pytest.mark.parametrize("path", ["content/explainers/how-many.yml", "content/claims/otters.yml"])
@pytest.mark.parametrize("wrong", ["mara-lind", "long-lake", "nobody"])
def test_what_is_no_source_is_reported_and_the_site_is_built(path: str, wrong: str, tmp_path: Path) -> None:
    text = WITH_EXPLAINER[path].replace("the-paper", wrong)
    site = built(tmp_path, {**WITH_EXPLAINER, path: text})
    code = "unknown-reference" if wrong == "nobody" else "wrong-kind-reference"
    assert f"{path} {code}" in codes(site)
    assert page(site, "explainers/how-many").html
    assert page(site, "claims/otters").html


def test_an_old_id_leads_on_wherever_it_is(tmp_path: Path) -> None:
    files = {path: text for path, text in WITH_EXPLAINER.items() if not path.endswith("otters.yml")}
    site = built(tmp_path, {**files, "content/claims/many-otters.yml": f"formerly: [otters]\n{CLAIM.lstrip()}"})
    assert codes(site) == []
    html = page(site, "explainers/how-many/on-record").html
    assert "claims/many-otters/" in html
    assert "claims/otters/" not in html
    assert "Otters in the lake" in read(html).text


def test_what_was_withdrawn_says_so_wherever_it_is_named(tmp_path: Path) -> None:
    text = f"status: withdrawn\nreason: She had counted beavers.\n{CLAIM.lstrip()}"
    site = built(tmp_path, {**WITH_EXPLAINER, "content/claims/otters.yml": text})
    for path in ("claims/index", "actors/mara-lind"):
        assert "Withdrawn: Mara Lind estimated" in " ".join(read(page(site, path).html).text.split())
    assert "there are many (withdrawn)" in " ".join(read(page(site, "explainers/how-many").html).text.split())
    assert [d.code for d in site.diagnostics if d.severity == "warning" and d.code == "withdrawn-linked"]


def test_a_publisher_speaks_on_the_day_its_page_came_out(tmp_path: Path) -> None:
    words = " ".join(read(page(built(tmp_path), "claims/otters").html).text.split())
    assert "11 November 2024" in words
    assert "date not established" not in words
