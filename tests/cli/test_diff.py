"""`explainers diff`: what readers find otherwise, and what they are not told."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import CLAIM, EXAMPLES, Run
from tests.site.building import without_gits_own

UPDATE = """updates:
  - date: 2024-03-06
    field: quantities
    from: more than 1,200
    to: about 1,300
    kind: correction
    why: The council counted again.
"""


@pytest.fixture
def committed(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in without_gits_own().items():
        monkeypatch.setenv(name, value)
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "one"]):
        subprocess.run([*git, *arguments], cwd=site, check=True)
    return site


def change(site: Path, path: str, *pairs: tuple[str, str], more: str = "") -> None:
    text = EXAMPLES[path]
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    (site / path).write_text(f"{text}{more}", "utf-8")


def test_nothing_changed(committed: Path, run: Run) -> None:
    change(committed, CLAIM, more="# A comment.\n")
    assert run("diff").out == "nothing changes for readers\n"


def test_a_changed_figure_is_said_with_both_its_forms_and_has_to_be_told(committed: Path, run: Run) -> None:
    figure = (("relation: more-than", "relation: about"), ("value: 1200", "value: 1300"))
    change(committed, CLAIM, *figure)
    found = run("diff", "--strict")
    assert found.status == 1
    assert "  figure (q1): more than 1,200 → about 1,300\n" in found.out
    assert "readers do not learn of it: add an entry to `updates`" in found.out
    assert f"::error file={CLAIM},line=1" in run("diff", "--format", "github").out
    change(committed, CLAIM, *figure, more=UPDATE)
    found = run("diff", "--strict")
    assert found.status == 0
    assert "figure (q1): more than 1,200 → about 1,300" in found.out
    assert "not told" not in found.out


def test_positions_dates_and_origins_are_compared(committed: Path, run: Run) -> None:
    change(committed, CLAIM, ("act: say", "act: deny"), ("said: 2024-03-04", "said: 2024-03-05"))
    said = run("diff").out
    assert "position (Northport Council): says so → denies it\n" in said
    assert "4 March 2024 → 5 March 2024\n" in said
    assert "  origins: 1 telling, 1 voice, 1 origin → 0 tellings\n" in said


def test_what_is_new_or_gone_needs_no_update_and_a_new_name_is_no_new_record(committed: Path, run: Run) -> None:
    (committed / "content/terms/blackout.yml").write_text("term: blackout\ndefinition: A cut of power.\n", "utf-8")
    assert run("rename", "homes-without-power", "dark-homes").status == 0
    found = run("diff", "--strict")
    assert found.status == 0
    assert found.out == "content/terms/blackout.yml: blackout, new, on 1 page\n1 new\n"


def test_a_draft_is_not_there_for_readers(committed: Path, run: Run) -> None:
    change(committed, CLAIM, ("label:", "status: draft\nlabel:"))
    assert f"{CLAIM}: " in run("diff").out
    assert ", gone\n" in run("diff").out


def test_a_summary_in_markdown_stays_words(committed: Path, run: Run) -> None:
    change(committed, CLAIM, ("label: ", "label: <b>*x*_y_ "))
    said = run("diff", "--format", "markdown").out
    assert said.startswith("## What changes for readers\n\n- **\\<b\\>\\*x\\*\\_y\\_ ")


@pytest.mark.parametrize("revision", ["no-such-branch", "--help", "-x", "HEAD:content"])
def test_a_revision_that_is_not_there_is_refused(committed: Path, run: Run, revision: str) -> None:
    found = run("diff", "--", revision)
    assert (found.status, f"git knows no revision `{revision}` here" in found.err) == (2, True)


def test_outside_of_a_repository_there_is_nothing_to_compare_with(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.parent))
    assert "is in no git repository" in run("diff").err
