"""`explainers list`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CLAIM, EXAMPLES, Run


def test_all_records_are_listed_by_kind_with_file_and_title(site: Path, run: Run) -> None:
    lines = run("list").out.splitlines()
    assert [line.split(": ")[0].strip() for line in lines if line.startswith("  ")] == sorted(EXAMPLES)
    assert "1 claim" in lines
    assert any(line.startswith(f"  {CLAIM}: ") and ", according to " in line for line in lines)


def test_a_draft_and_a_record_with_mistakes_are_listed_as_such(site: Path, run: Run) -> None:
    (site / "content/claims/odd.yml").write_text("label: Odd\n", "utf-8")
    (site / CLAIM).write_text(f"status: draft\n{EXAMPLES[CLAIM]}", "utf-8")
    said = run("list", "claims").out
    assert ": Draft: Homes that lost power" in said
    assert "(draft)" not in said
    assert "  content/claims/odd.yml: it has mistakes and cannot be read: run `explainers check`\n" in said
    assert run("list", "--status", "draft").out.count(".yml") == 1


@pytest.mark.parametrize(
    ("without", "change", "listed"),
    [
        ("second-origin", ("", ""), CLAIM),
        ("summary", ("\nsummary:", "\n# summary:"), "content/places/northport.yml"),
        ("use", ("", ""), "content/explainers/"),
    ],
)
def test_records_that_lack_something_are_found(
    site: Path, run: Run, without: str, change: tuple[str, str], listed: str
) -> None:
    for path, text in EXAMPLES.items():
        (site / path).write_text(text.replace(*change), "utf-8")
    assert listed in run("list", "--without", without).out


def test_a_claim_read_only_in_a_text_of_others_lacks_a_primary_source(site: Path, run: Run) -> None:
    assert run("list", "--without", "primary-source").out == "no record fits\n"
    (site / "content/actors/daily-post.yml").write_text("name: Daily Post\nkind: newspaper\n", "utf-8")
    [notice] = (site / "content/sources").iterdir()
    text = notice.read_text("utf-8").replace("publisher: northport-council", "publisher: daily-post")
    notice.write_text(text.replace("role: primary", "role: secondary"), "utf-8")
    assert CLAIM in run("list", "claims", "--without", "primary-source").out


def test_records_that_are_linked_with_one_are_found_in_both_directions(site: Path, run: Run) -> None:
    found = json.loads(run("list", "--with", "homes-without-power", "--format", "json").out)
    kinds = {record["kind"] for record in found}
    assert {"explainer", "actor", "source", "place"} <= kinds
    assert "homes-without-power" not in {record["id"] for record in found}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["clams"], "`clams` is not a kind of record: did you mean `claim`?"),
        (["--with", "homes-without-powr"], "no record has the id `homes-without-powr`: did you mean"),
    ],
)
def test_what_is_not_there_is_refused(site: Path, run: Run, arguments: list[str], said: str) -> None:
    found = run("list", *arguments)
    assert found.status == 2
    assert said in found.err


def test_nothing_that_fits_is_said_in_words(site: Path, run: Run) -> None:
    assert run("list", "--tag", "no-such-tag").out == "no record fits\n"
