"""The hook for pre-commit, and the one that the manual gives to a site, run what checks a site before each commit."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from explainers.cli.main import explainers
from explainers.starter.new_site import example_files
from tests.manual.examples import pages

ROOT = Path(__file__).parents[2]
OURS, OUR_FMT = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
_, _, AFTER = pages()["how-to/check.md"].partition("# .pre-commit-config.yaml\n")
OF_A_SITE, FMT_OF_A_SITE = yaml.safe_load(AFTER.partition("```")[0])["repos"][0]["hooks"]


def test_it_runs_for_what_the_check_reads() -> None:
    wanted = re.compile(OURS["files"])
    for path in ("content/claims/dam-leaks.yml", "docs/about.md", "docs/guide/index.md", "mkdocs.yml"):
        assert wanted.search(path), path
    for path in ("README.md", "snapshots/dam.txt", "site/index.html", "other/mkdocs.yml"):
        assert not wanted.search(path), path


@pytest.mark.parametrize("hook", [OURS, OF_A_SITE], ids=["of this repository", "of a site"])
def test_it_stops_a_commit_with_a_mistake(
    hook: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, content in example_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    # It is given no names of files: a record is right or wrong only together with those that it links to.
    assert hook["pass_filenames"] is False
    name, *arguments = shlex.split(hook["entry"])
    assert name == "explainers"
    assert CliRunner().invoke(explainers, arguments).exit_code == 0
    claim = tmp_path / "content/claims/example-cause.yml"
    claim.write_text(claim.read_text("utf-8").replace("example-council", "example-councl"), "utf-8")
    stopped = CliRunner().invoke(explainers, arguments)
    assert (stopped.exit_code, "did you mean `example-council`?" in stopped.output) == (1, True)


@pytest.mark.parametrize("hook", [OUR_FMT, FMT_OF_A_SITE], ids=["of this repository", "of a site"])
def test_it_stops_a_commit_with_keys_in_disorder(
    hook: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, content in example_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    committed = [path for path in example_files() if re.search(hook["files"], path)]
    _, *arguments = [*shlex.split(hook["entry"]), *committed]
    assert CliRunner().invoke(explainers, arguments).exit_code == 0
    place = tmp_path / "content/places/example-town.yml"
    place.write_text(f"formerly: old-town\n{place.read_text('utf-8')}", "utf-8")
    stopped = CliRunner().invoke(explainers, arguments)
    assert (stopped.exit_code, stopped.output) == (1, "would format content/places/example-town.yml\n")
