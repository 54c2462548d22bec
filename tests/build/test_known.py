"""What was found is told again while nothing has changed, and never where anything has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.build import check as checking
from explainers.build.check import Inputs, check
from explainers.build.known import Checks
from explainers.markdown.hand_written import HandWritten
from tests.build.edits import edited
from tests.checks.test_examples import FILES, SNAPSHOTS

PAGE = HandWritten("docs/index.md", "", "# Home\n\nSee [[no-such-record]].\n")
SITE = Inputs(FILES, SNAPSHOTS, pages=(PAGE,))


@pytest.fixture
def kept(tmp_path: Path) -> Inputs:
    return replace(SITE, cache=tmp_path / "cache")


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Is written to whenever the rules look."""
    runs: list[str] = []
    run = checking.run
    monkeypatch.setattr(checking, "run", lambda *given, **named: runs.append("looked") or run(*given, **named))
    return runs


def the_file(inputs: Inputs) -> Path:
    assert inputs.cache
    assert sorted(file.name for file in inputs.cache.iterdir()) == ["checked-1.json", "parsed-2.json"]
    return inputs.cache / "checked-1.json"


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32))
def test_after_any_edits_the_same_is_told_as_without_what_is_kept(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    random, files = Random(seed), dict(FILES)
    cache = tmp_path_factory.mktemp("site")
    for _ in range(3):
        files = edited(files, random)
        for now in (files, FILES, files):
            clean = Inputs(now, SNAPSHOTS, pages=(PAGE,))
            assert check(replace(clean, cache=cache)).diagnostics == check(clean).diagnostics


def test_the_rules_look_once_while_nothing_changes(kept: Inputs, looked: list[str]) -> None:
    first = check(kept)
    again = check(replace(kept))
    assert looked == ["looked"]
    assert again.diagnostics == first.diagnostics == check(SITE).diagnostics
    assert Checks(kept).found() == first.diagnostics
    assert again.graph.records.keys() == first.graph.records.keys()


@pytest.mark.parametrize(
    "change",
    [
        {"files": FILES | {"content/places/new.yml": b"name: New\nkind: water\n"}},
        {"files": dict(list(FILES.items())[1:])},
        {"snapshots": {}},
        {"severities": {"unused-source": "error"}},
        {"pages": (replace(PAGE, text=PAGE.text + "More."),)},
        {"pages": (replace(PAGE, address="home/"),)},
        {"pages": ()},
        {"glossary": "off"},
        {"language": "de"},
        {"directory_urls": False},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_changes_the_rules_look_again(kept: Inputs, change: dict[str, object]) -> None:
    check(kept)
    assert Checks(replace(kept, **change)).found() is None


@pytest.mark.parametrize("damage", [b"", b"\xff", b"{}", b"x y\n[]"])
def test_a_damaged_file_is_as_good_as_none(kept: Inputs, damage: bytes) -> None:
    expected = check(kept).diagnostics
    file = the_file(kept)
    whole = file.read_bytes()
    for broken in (damage, whole[:-1], whole.replace(b"no record", b"no rec0rd")):
        assert broken != whole
        file.write_bytes(broken)
        assert Checks(kept).found() is None
        assert check(kept).diagnostics == expected
        assert the_file(kept).read_bytes() == whole


def test_another_program_knows_nothing(kept: Inputs, monkeypatch: pytest.MonkeyPatch) -> None:
    check(kept)
    monkeypatch.setattr("explainers.build.kept_file._program", lambda: "another")
    assert Checks(kept).found() is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert check(replace(SITE, cache=tmp_path / "file")).diagnostics == check(SITE).diagnostics


def test_without_a_folder_nothing_is_kept() -> None:
    check(SITE)
    assert Checks(SITE).found() is None
