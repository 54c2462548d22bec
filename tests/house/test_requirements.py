"""What may be installed is locked: every package by release and hash, and no word on where it comes from."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = {name: ROOT / f"requirements/{name}.txt" for name in ["lock", "site", "test"]} | {
    "new site": ROOT / "plugins/explainers/starter/requirements.txt"
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

# Written so that this file does not name what it looks for.
REGISTRY_HOST = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|yarnpkg|jsdelivr|unpkg)\.(?:org|com|net|io)\b"
    r"|\b(?:deb|security|archive|ports|snapshot)\.(?:debian|ubuntu)\.(?:org|com)\b"
    r"|\bregistry\.[a-z]+\.(?:org|com)\b"
)


def lines(name: str) -> list[str]:
    """The lines of a lock, continued ones joined, comments left out."""
    text = LOCKS[name].read_text("utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def pins(name: str) -> set[str]:
    """`package==release` as locked, with what it is limited to."""
    return {line.split("--hash")[0].strip() for line in lines(name)}


def names(requirements: list[str]) -> set[str]:
    return {re.match(r"[\w.-]+", each)[0].lower().replace("_", "-") for each in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_locked_by_release_and_hash(lock: str):
    pinned = re.compile(r"[a-z0-9-]+==\S+( ; [^#]+?)?( +--hash=sha256:[0-9a-f]{64})+")
    assert [line for line in lines(lock) if not pinned.fullmatch(line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_says_how_to_renew_it(lock: str):
    assert "make lock" in LOCKS[lock].read_text("utf-8").split("\n", 2)[1]


def test_the_lock_holds_what_the_project_and_its_build_ask_for():
    asked = PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"]
    assert names(asked) <= names(lines("site"))


def test_the_site_is_tested_with_the_releases_it_is_built_with():
    assert pins("site") <= pins("test")


def test_a_new_site_is_built_with_the_releases_that_ours_is_built_with():
    # What ours has besides installs the project itself, of which a new site has the wheel.
    assert {pin.partition("==")[0] for pin in pins("site") - pins("new site")} == {"setuptools"}
    assert pins("new site") <= pins("site")


def test_no_file_names_a_package_registry_or_an_index():
    known = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    files = [ROOT / name for name in known.split("\0") if name and (ROOT / name).is_file()]
    assert files
    option = re.compile("--(?:extra-)?index" + "-url|--find" + "-links")
    found = [
        f"{file.relative_to(ROOT)}: {match[0]}"
        for file in files
        for text in [file.read_text("utf-8", errors="ignore")]
        for match in [*REGISTRY_HOST.finditer(text), *option.finditer(text)]
    ]
    assert found == []
