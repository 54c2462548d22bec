"""`explainers add` with fact-checks and tables: claims with their speakers, as drafts."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from explainers.build.load import load
from explainers.kinds import KINDS
from explainers.kinds.claim.model import Claim
from tests.cli.conftest import Run

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://checks.example.org/dark",
    "claimReviewed": "Half of Northport {was} in the dark",
    "datePublished": "2024-03-09T10:00:00Z",
    "inLanguage": "en",
    "author": {"@type": "Organization", "name": "Lake Checks", "sameAs": "https://checks.example.org"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Mara Quill", "jobTitle": "Baker"},
        "datePublished": "2024-03-05",
        "appearance": [{"@type": "CreativeWork", "url": "https://posts.example.org/1"}],
    },
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "alternateName": "False"},
}
TABLE = """claim,speaker,source,act,said,type,about,quote,page
The storm cut the power of schools.,Northport Council,northport-council-notice,say,2024-03-04,event,march-storm,,3
The storm cut the power of schools.,Mara Quill,https://posts.example.org/2,deny,March,event,"march-storm; moon",dark,
"Bakers, too, had no light.",Mara Quill,https://posts.example.org/2,sing,,odd,,,
Nobody says this.,,https://posts.example.org/2,,,,,,
Nobody can read this.,Mara Quill,a book,,,,,,
"""


def claims(site: Path) -> dict[str, Claim]:
    """The claims that were drafted; a key that has to be decided may be missing, and nothing else may be wrong."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.glob("content/*/*.yml")}
    documents, wrong = load(files, KINDS)
    assert all(one.message == "`about` is missing" for one in wrong)
    return {one.id: one.record for one in documents if isinstance(one.record, Claim)}


def errors(run: Run) -> list[str]:
    return [line for line in run("check").out.splitlines() if line.startswith("error")]


def test_a_review_is_a_claim_with_its_reviewer_as_a_speaker(site: Path, run: Run) -> None:
    before = errors(run)
    (site / "review.json").write_text(json.dumps({"@graph": [{"@type": "WebPage"}, REVIEW]}), "utf-8")
    found = run("add", "review.json")
    assert found.status == 0
    assert errors(run) == before
    claim = claims(site)["half-of-northport-was-in-the"]
    assert (claim.status, claim.about, claim.statement) == (
        "draft",
        ("northport",),
        r"Half of Northport \{was\} in the dark",
    )
    made, reviewed = claim.attributions
    assert (made.by, made.act, made.said.edtf) == (("mara-quill",), "say", "2024-03-05")
    assert made.cites[0].source == reviewed.cites[0].source
    assert (reviewed.by, reviewed.act, reviewed.said.edtf) == (("lake-checks",), "deny", "2024-03-09")
    assert "left out: `itemReviewed.author.jobTitle` (`Baker`)" in found.out
    assert "left out: `author.sameAs`" in found.out
    assert "rating is “False”, ratingValue 1" in (site / f"content/claims/{claim.id}.yml").read_text("utf-8")
    again = run("add", "review.json")
    assert "there already: https://checks.example.org/dark: `half-of-northport-was-in-the` has the same st" in again.out
    assert again.out.endswith("0 drafts written\n")


@pytest.mark.parametrize(
    ("words", "act"),
    [("False", "deny"), ("True.", "confirm"), ("Mostly false", "relay"), ("Four Pinocchios", "relay"), ("", "relay")],
)
def test_a_rating_is_an_act_only_where_its_words_leave_no_doubt(site: Path, run: Run, words: str, act: str) -> None:
    rated = REVIEW | {"reviewRating": {"alternateName": words}}
    (site / "review.json").write_text(json.dumps([rated]), "utf-8")
    run("add", "review.json")
    assert claims(site)["half-of-northport-was-in-the"].attributions[1].act == act


def test_a_review_without_what_it_needs_is_named(site: Path, run: Run) -> None:
    del (bare := dict(REVIEW))["author"]
    (site / "review.json").write_text(json.dumps(bare), "utf-8")
    found = run("add", "review.json")
    assert "https://checks.example.org/dark is not written: it has no `author`\n" in found.out


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_rows_with_one_claim_are_tellings_of_it(site: Path, run: Run, delimiter: str) -> None:
    before = errors(run)
    table = (
        TABLE
        if delimiter == ","
        else "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in csv.reader(TABLE.splitlines()))
    )
    (site / "claims.csv").write_text(table, "utf-8-sig")
    found = run("add", "claims.csv")
    assert found.status == 0, found.err
    storm = claims(site)["the-storm-cut-the-power-of"]
    assert [(one.by, one.act, one.said and one.said.edtf) for one in storm.attributions] == [
        (("northport-council",), "say", "2024-03-04"),
        (("mara-quill",), "deny", None),
    ]
    assert (storm.about, storm.type, storm.attributions[1].cites[0].exact) == (("march-storm",), "event", None)
    # Nobody says that the new page was read, so it is not quoted yet.
    assert "once the source says that it was read: “dark”" in (site / f"content/claims/{storm.id}.yml").read_text(
        "utf-8"
    )
    for line in (
        "left out: `page` (`3`)",
        "left out: `said`: `March` is not a date",
        "left out: `about`: `moon` is not an actor, a place, an event or a term",
        "left out: `act`: `sing` is not an act",
        "left out: `type`: `odd` is not a type of claim",
        "entry 4 is not written: it has no `speaker`",
        "entry 5 is not written: `a book` is neither a source's id nor a web address",
    ):
        assert line in found.out
    assert [line for line in errors(run) if line not in before] == ["error[missing-key]: `about` is missing"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("claim,speaker\na,b\n", "claims.csv has no column `source`"),
        ("claim,speaker,source\na,b,c,d\n", "claims.csv has more values than columns in row 2"),
        ('claim,speaker,source\n"a,b,c\n', "claims.csv is no table (CSV)"),
        ("\n\n", "claims.csv is empty"),
    ],
)
def test_a_table_that_cannot_be_read_has_a_clear_message(site: Path, run: Run, table: str, said: str) -> None:
    (site / "claims.csv").write_text(table, "utf-8")
    found = run("add", "claims.csv")
    assert (found.status, said in found.err) == (2, True), found.err
