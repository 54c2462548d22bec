"""`explainers rename`, and `check --fix`, which mends what names an old id."""

from pathlib import Path

import pytest

from tests.cli.conftest import CLAIM, EXAMPLES, Run
from tests.site.building import ROOT

OLD, NEW = "homes-without-power", "dark-homes"
OTHER = """label: Dark schools
statement: Schools in Northport were dark, as [[homes-without-power|the homes]] were. # homes-without-power
type: event
about: ["northport"]
summary: It says what [[homes-without-power]] says, and homes-without-power is no link.
attributions:
  - id: a1
    by: northport-council
    act: report
    based_on: homes-without-power#a1
    cites: [{source: northport-council-notice}]
relations:
  - {type: compare-with, to: 'homes-without-power', drawn_by: editors}
"""


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.yml")}


def test_a_record_and_all_that_names_it_have_the_new_id_and_nothing_else_changes(site: Path, run: Run) -> None:
    (site / "content/claims/dark-schools.yml").write_bytes(OTHER.replace("\n", "\r\n").encode())
    before = files(site)
    found = run("rename", OLD, NEW)
    assert (found.status, found.err) == (0, "")
    now = files(site)
    assert now.pop(f"content/claims/{NEW}.yml") == before.pop(CLAIM).rstrip(b"\n") + f"\nformerly: {OLD}\n".encode()
    assert {path: data.replace(NEW.encode(), OLD.encode()) for path, data in now.items()} == before
    schools = now["content/claims/dark-schools.yml"].decode()
    assert schools.count(NEW) == 4
    assert "# homes-without-power" in schools
    assert "and homes-without-power is no link" in schools
    assert "to: 'dark-homes'" in schools
    assert "old-id" not in run("check").out


# Of the kinds that are named in all ways, some records.
SOME = sorted((ROOT / "content/claims").iterdir())[::6] + sorted((ROOT / "content").glob("[est]*/*.yml"))[::15]


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
def test_a_record_of_ours_can_be_renamed(path: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for record in (ROOT / "content").rglob("*.yml"):
        copy = tmp_path / record.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(record.read_bytes())
    monkeypatch.chdir(tmp_path)
    before = files(tmp_path)
    assert run("rename", path.stem, "another-id").status == 0
    now = files(tmp_path)
    own = f"{path.parent.relative_to(ROOT).as_posix()}/another-id.yml"
    assert b"formerly" in now.pop(own)
    left = {other: data for other, data in before.items() if other != path.relative_to(ROOT).as_posix()}
    assert {other: data.replace(b"another-id", path.stem.encode()) for other, data in now.items()} == left


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("formerly: first\n", "formerly: [first, homes-without-power]\n"),
        ("formerly: [first]  # then\n", "formerly: [first, homes-without-power]  # then\n"),
        ("formerly:\n  - first\n  - second\n", "formerly:\n  - first\n  - second\n  - homes-without-power\n"),
        ("formerly:\n- first\n", "formerly:\n- first\n- homes-without-power\n"),
    ],
)
def test_the_old_id_comes_behind_those_of_before(site: Path, run: Run, before: str, after: str) -> None:
    (site / CLAIM).write_text(before + EXAMPLES[CLAIM], "utf-8")
    assert run("rename", OLD, NEW).status == 0
    assert (site / f"content/claims/{NEW}.yml").read_text("utf-8").startswith(after)


def test_a_draft_leaves_no_old_id_as_no_one_has_its_address(site: Path, run: Run) -> None:
    draft = f"status: draft\n{OTHER}"
    (site / "content/claims/dark-schools.yml").write_text(draft, "utf-8")
    assert run("rename", "dark-schools", "schools").status == 0
    assert (site / "content/claims/schools.yml").read_text("utf-8") == draft


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("homes-without-powr", "x", "no record has the id `homes-without-powr`: did you mean"),
        (OLD, "Dark Homes", "cannot be an id"),
        (OLD, "northport", "`northport` is there already"),
        (OLD, OLD, "is there already"),
    ],
)
def test_what_cannot_be_renamed_is_left_alone(site: Path, run: Run, old: str, new: str, said: str) -> None:
    before = files(site)
    found = run("rename", old, new)
    assert found.status == 2
    assert said in found.err
    assert files(site) == before


def test_nothing_is_renamed_where_a_record_has_mistakes(site: Path, run: Run) -> None:
    (site / "content/claims/odd.yml").write_text("label: Odd\n", "utf-8")
    before = files(site)
    assert "content/claims/odd.yml has mistakes: mend it first" in run("rename", OLD, NEW).err
    assert files(site) == before


def test_fix_mends_old_ids_and_says_where(site: Path, run: Run) -> None:
    (site / CLAIM).rename(site / f"content/claims/{NEW}.yml")
    with (site / f"content/claims/{NEW}.yml").open("a") as file:
        file.write(f"formerly: {OLD}\n")
    assert "old-id" in run("check").out
    found = run("check", "--fix", "--strict")
    assert found.status == 0
    assert "mended content/explainers/" in found.err
    before = files(site)
    assert run("check", "--fix").err == ""
    assert files(site) == before
