"""The distribution: whole, the same each time, and found again in what was installed from it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from explainers.starter.wheel import package_in, packed
from release.dist import ROOT, Dist, DistFault, built, check, content_faults, sources, twice, wheel_files


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Dist:
    """Built from the repository, and from its own sdist: that both are the same is looked at on the way."""
    return twice(ROOT, tmp_path_factory.mktemp("dist"))


def test_it_is_whole_and_says_what_it_is(dist: Dist) -> None:
    check(dist, ROOT)
    found = wheel_files(dist.wheel[1])
    assert {
        *("explainers/py.typed", "explainers/pages/templates/home.html", "explainers/kinds/claim/example.yml"),
        *("explainers/assets/explainers.css", "explainers/engines/mkdocs/theme/sitemap.xml"),
        *("explainers/starter/requirements.txt", "explainers/starter/site/dot_gitignore"),
    } <= found.keys()


def test_a_file_that_a_wheel_leaves_out_is_missed(tmp_path: Path) -> None:
    folder = sources(ROOT, tmp_path / "one")
    project = folder / "pyproject.toml"
    project.write_text(
        project.read_text("utf-8").replace('explainers = ["**/*"]', 'explainers = ["**/*.html"]'), "utf-8"
    )
    missing = [*content_faults(built(folder, umask=0o022), ROOT)]
    assert "explainers/engines/mkdocs/theme/sitemap.xml is not in the wheel" in missing


def test_what_cannot_be_built_is_reported(tmp_path: Path) -> None:
    folder = sources(ROOT, tmp_path / "one")
    (folder / "pyproject.toml").write_text("[project]\nname = 1\n", "utf-8")
    with pytest.raises(DistFault, match="setuptools cannot build it"):
        built(folder, umask=0o022)


def test_the_order_in_which_files_are_found_makes_no_difference() -> None:
    files = {
        "explainers/a.py": b"a",
        "explainers/b.py": b"b",
        "x-1.dist-info/METADATA": b"m",
        "x-1.dist-info/WHEEL": b"w",
    }
    assert packed(files) == packed(dict(reversed(files.items())))


def test_installed_to_be_edited_the_package_is_what_a_wheel_has_of_it(dist: Dist) -> None:
    package = package_in(ROOT / "plugins/explainers")
    assert package == {path: content for path, content in wheel_files(dist.wheel[1]).items() if path in package}
    assert len(package) == sum(".dist-info/" not in path for path in wheel_files(dist.wheel[1]))


@pytest.fixture(scope="module")
def installed(dist: Dist, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as pip installs it, without what it needs."""
    folder = tmp_path_factory.mktemp("installed")
    wheel = folder / dist.wheel[0]
    wheel.write_bytes(dist.wheel[1])
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-compile"]
    subprocess.run([*pip, "--target", str(folder / "lib"), str(wheel)], check=True)
    return folder / "lib"


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command of what is installed there."""
    given = os.environ | {"PYTHONPATH": str(installed)}
    command = [sys.executable, "-m", "explainers", *arguments]
    return subprocess.run(command, env=given, cwd=installed.parent, capture_output=True, text=True, check=False)


def test_what_was_installed_from_a_wheel_makes_the_same_wheel(installed: Path, dist: Dist) -> None:
    done = run(installed, "init", "site")
    assert (done.returncode, done.stderr) == (0, "")
    assert (installed.parent / "site/vendor" / dist.wheel[0]).read_bytes() == dist.wheel[1]
    # And it is one that pip takes.
    assert zipfile.ZipFile(installed.parent / "site/vendor" / dist.wheel[0]).testzip() is None


def test_no_wheel_is_made_of_files_that_were_changed_since(installed: Path) -> None:
    file = installed / "explainers/cli/new.py"
    kept = file.read_bytes()
    file.write_bytes(kept + b"# changed\n")
    done = run(installed, "init", "changed")
    file.write_bytes(kept)
    assert (done.returncode, "is not as it was installed: install mkdocs-explainers again" in done.stderr) == (2, True)
    assert not (installed.parent / "changed").exists()
