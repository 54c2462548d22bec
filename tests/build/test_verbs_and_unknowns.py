"""What a source's page says of the verbs it prints, and claims and explainers of what could not be established."""

from __future__ import annotations

import re
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
  - text: Who paid for it.
    looked_in: the accounts
    as_of:
      edtf: 2024-11-12
      basis: stated
"""
GAPS = """gaps:
  - Who counted the young ones.
  - Which lake it was.
"""
VERBS = CLAIM.replace("    act: estimate\n", "    act: estimate\n    verb: has <b>revealed</b>\n")


def test_a_printed_verb_is_beside_ours_and_runs_as_nothing(tmp_path: Path) -> None:
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
    ground = "We have no record of what Mara Lind based this on."
    assert ground in read(page(site, "claims/otters").html).text
    leads = read(page(site, "explainers/how-many").html).text
    assert "Looked for and not found (1); left open by what we read (1); no basis on record (1); and 1 more." in leads
    told = read(page(site, "explainers/how-many/on-record").html).text
    for words in (
        "Who counted the young ones.",
        "No basis on record (1)",
        ground,
        "Otters in the lake",
    ):
        assert words in told


def test_only_what_was_searched_is_headed_looked_for_and_what_the_explainer_says_is_not_told_again(
    tmp_path: Path,
) -> None:
    files = FILES | {"content/claims/otters.yml": CLAIM + GAPS, "content/explainers/how-many.yml": EXPLAINER}
    told = read(page(built(tmp_path, files), "explainers/how-many/on-record").html).text
    _, searched, left_open = re.split(r"Looked for and not found|Left open by what we read", told)
    assert searched.strip() == "(1) Who paid for it. Not found in the accounts (looked for on 12 November 2024)."
    assert left_open.strip().startswith("(2) Who counted the young ones. Which lake it was. On: Otters in the lake")
    assert told.count("Who counted the young ones.") == 1


SILENCE = """  - id: a2
    by: [navy]
    stance: no-position-found
    looked_in: the logs of its boats
    as_of:
      edtf: 2024-11-12
      basis: stated
"""


def test_a_silence_that_was_read_nowhere_says_on_every_page_where_we_looked(tmp_path: Path) -> None:
    files = FILES | {"content/claims/otters.yml": CLAIM + SILENCE, "content/explainers/how-many.yml": EXPLAINER}
    site = built(tmp_path, files)
    otters, navy = (read(page(site, path).html).text for path in ("claims/otters", "actors/navy"))
    searched = ", no position of Navy was found in the logs of its boats (looked for on 12 November 2024)."
    assert searched in navy
    assert "Read in" not in navy.split("Positions taken")[1]
    board = otters.split("Who takes which position")[1].split("Where it comes from")[0]
    assert "looked for in the logs of its boats as of 12 November 2024" in " ".join(board.split())
    for text in (otters, read(page(site, "explainers/how-many/on-record").html).text):
        assert "No position of Navy was found in the logs of its boats (looked for on 12 November 2024)." in text
