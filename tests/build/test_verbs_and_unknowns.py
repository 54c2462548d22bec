"""What a source's page says of the verbs it prints, and claims and explainers of what could not be established."""

from __future__ import annotations

from pathlib import Path

from tests.build.files import CLAIM, FILES, built, page
from tests.prose.html import read

EXPLAINER = """
question: How many otters are there?
summary: More than a thousand.
answer: Mara Lind estimated [[otters|more than 1,000]].
claims: [otters]
gaps:
  - Who counted the young ones.
"""
VERBS = CLAIM.replace("    act: estimate\n", "    act: estimate\n    verb: has <b>revealed</b>\n")


def test_a_printed_verb_stands_beside_ours_and_runs_as_nothing(tmp_path: Path) -> None:
    site = built(tmp_path, FILES | {"content/claims/otters.yml": VERBS})
    html = page(site, "sources/the-paper").html
    assert "The verbs it prints" in html
    assert "“has &lt;b&gt;revealed&lt;/b&gt;”" in html
    assert 'data-label="What the verb does">not classed</td>' in html
    assert 'data-label="Our verb">estimated</td>' in html


def test_a_source_without_verbs_has_no_table_of_them(tmp_path: Path) -> None:
    assert "The verbs it prints" not in page(built(tmp_path), "sources/the-paper").html


def test_a_claim_and_its_explainer_say_what_is_not_known(tmp_path: Path) -> None:
    site = built(tmp_path, FILES | {"content/explainers/how-many.yml": EXPLAINER})
    ground = "The pages we read do not say what Mara Lind based this on."
    assert ground in read(page(site, "claims/otters").html).text
    told = read(page(site, "explainers/how-many").html).text
    for words in (
        "Who counted the young ones.",
        "No basis stated (1)",
        ground,
        "Otters in the lake",
    ):
        assert words in told
