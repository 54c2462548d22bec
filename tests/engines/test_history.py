"""When files last changed, from a real repository."""

from __future__ import annotations

import os
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from explainers.engines.history import changed_days
from tests.build.files import written


def git(folder: Path, *arguments: str, day: str = "2024-01-01") -> None:
    """Run git on a day of our choice, with nobody's own settings."""
    when = (
        f"@{datetime.fromisoformat(f'{day}T12:00:00+00:00').timestamp():.0f} +0000"  # git reads no later year than 2099
    )
    told = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    given = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "protocol.file.allow=always"]
    subprocess.run(["git", *who, *arguments], cwd=folder, env=given | told | alone, check=True, capture_output=True)


def commit(folder: Path, files: dict[str, str | bytes], *, day: str) -> None:
    written(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "x", day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet")
    return folder


def test_each_file_has_the_day_of_its_last_commit(repository: Path) -> None:
    commit(repository, {"content/a.yml": "1", "content/b.yml": "1", "docs/c.md": "1", "other/d": "1"}, day="2024-01-02")
    commit(repository, {"content/b.yml": "2"}, day="2024-03-04")
    written(repository, {"content/new.yml": "1"})
    assert changed_days(repository, repository / "content", repository / "docs") == {
        "content/a.yml": "2024-01-02",
        "content/b.yml": "2024-03-04",
        "docs/c.md": "2024-01-02",
    }


@pytest.mark.parametrize("day", ["2106-02-08", "2999-12-31"])
def test_a_day_that_no_file_can_have_been_changed_on_is_no_day_and_hides_no_later_one(
    repository: Path, day: str
) -> None:
    commit(repository, {"content/a.yml": "1", "content/b.yml": "1"}, day="2024-01-02")
    commit(repository, {"content/a.yml": "2"}, day=day)
    assert changed_days(repository, repository / "content") == {"content/b.yml": "2024-01-02"}


def test_odd_names_are_kept(repository: Path) -> None:
    names = ["content/ł ö.yml", 'content/"quoted".yml', "content/tab\t.yml"]
    commit(repository, dict.fromkeys(names, "1"), day="2024-01-02")
    assert sorted(changed_days(repository, repository / "content")) == sorted(names)


def test_a_site_in_a_folder_of_a_larger_repository(repository: Path) -> None:
    commit(repository, {"sites/one/content/a.yml": "1", "content/a.yml": "1"}, day="2024-01-02")
    commit(repository, {"content/a.yml": "2"}, day="2024-03-04")
    site = repository / "sites/one"
    assert changed_days(site, site / "content") == {"content/a.yml": "2024-01-02"}


def test_records_beside_the_sites_own_folder(repository: Path) -> None:
    commit(repository, {"site/mkdocs.yml": "x", "records/a.yml": "1"}, day="2024-01-02")
    assert changed_days(repository / "site", repository / "records") == {}


def test_a_merge_does_not_make_files_new(repository: Path) -> None:
    commit(repository, {"content/a.yml": "1"}, day="2024-01-02")
    git(repository, "checkout", "--quiet", "-b", "side")
    commit(repository, {"content/b.yml": "1"}, day="2024-02-03")
    git(repository, "checkout", "--quiet", "-")
    commit(repository, {"content/c.yml": "1"}, day="2024-03-04")
    git(repository, "merge", "--quiet", "side", day="2024-04-05")
    assert changed_days(repository, repository / "content") == {
        "content/a.yml": "2024-01-02",
        "content/b.yml": "2024-02-03",
        "content/c.yml": "2024-03-04",
    }


def test_a_part_of_a_history_tells_nothing(repository: Path, tmp_path: Path) -> None:
    commit(repository, {"content/a.yml": "1"}, day="2024-01-02")
    commit(repository, {"content/b.yml": "1"}, day="2024-03-04")
    git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "shallow")
    shallow = tmp_path / "shallow"
    assert changed_days(shallow, shallow / "content") == {}


def test_without_a_repository_or_a_commit_nothing_is_known(repository: Path, tmp_path: Path) -> None:
    bare = written(tmp_path / "bare", {"content/a.yml": "1"})
    assert changed_days(bare, bare / "content") == {}
    assert changed_days(written(repository, {"content/a.yml": "1"}), repository / "content") == {}
    assert changed_days(tmp_path / "nowhere", tmp_path / "nowhere/content") == {}


def test_without_git_nothing_is_known(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, {"content/a.yml": "1"}, day="2024-01-02")
    monkeypatch.setenv("PATH", "")
    assert changed_days(repository, repository / "content") == {}
