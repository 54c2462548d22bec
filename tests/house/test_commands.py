"""The commands a person types: what `make help` promises is there, and every make can read it."""

import json
import os
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
PHONY = set(re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[1].split())


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    # Run under `make test`, a make inherits its options; it must not.
    given = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    return subprocess.run(command, cwd=ROOT, env=given | environment, capture_output=True, text=True)


def test_help_lists_every_target():
    listed = re.findall(r"^  make (\w+)", run("make", "help").stdout, re.MULTILINE)
    assert set(listed) == PHONY


@pytest.mark.parametrize("target", sorted(PHONY))
def test_a_target_can_be_planned(target: str):
    planned = run("make", "--dry-run", target)
    assert (planned.returncode, planned.stderr) == (0, "")


@pytest.mark.parametrize("newer", [r"^\.ONESHELL", r"!=", r"\$\(file ", r"&:", r"::=", r"\$\(intcmp"])
def test_the_makefile_asks_for_nothing_newer_than_make_3_81(newer: str):
    assert not re.search(newer, MAKEFILE, re.MULTILINE)


def test_the_project_itself_is_installed_without_fetching_anything():
    install = re.search(r"^INSTALL_SELF := (.+)$", MAKEFILE, re.MULTILINE)[1]
    assert {"--no-index", "--no-deps", "--no-build-isolation"} <= set(install.split())


def test_no_python_new_enough_is_reported_in_plain_words(tmp_path: Path):
    told = run("make", f"VENV={tmp_path}/venv", "PYTHON=no-such-python", f"{tmp_path}/venv/bin/python")
    assert told.returncode != 0
    assert "Python 3.11, 3.12, 3.13 or 3.14 is needed; looked for: no-such-python." in told.stderr


def test_continuous_integration_runs_the_test_command_and_nothing_after_it():
    assert (ROOT / ".ci/run").read_text("utf-8").splitlines()[-1].endswith("make test --no-print-directory")


@pytest.mark.parametrize("script", [".ci/run", "bench/peers/install", "tests/browser/install"])
def test_a_script_can_be_run(script: str):
    assert os.access(ROOT / script, os.X_OK)


def test_every_python_file_is_read_by_the_linter():
    # ruff leaves out folders called `build` unless it is told not to, and one of our layers has that name.
    known = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py").stdout.split()
    read = run(sys.executable, "-m", "ruff", "check", "--show-files").stdout.split()
    assert {str(ROOT / file) for file in known if (ROOT / file).exists()} <= set(read)


def test_every_folder_of_tests_is_read_by_pytest(pytestconfig: pytest.Config):
    folders = {part for file in (ROOT / "tests").rglob("test_*.py") for part in file.relative_to(ROOT).parts}
    skipped = pytestconfig.getini("norecursedirs")
    assert [name for name in folders for pattern in skipped if fnmatch(name, pattern)] == []


def test_a_browser_that_does_not_start_is_reported_and_not_replaced():
    told = run("tests/browser/install", "--find", EXPLAINERS_CHROMIUM="/no/such/browser")
    assert (told.returncode, told.stdout) == (1, "")
    assert "EXPLAINERS_CHROMIUM is `/no/such/browser`, which does not start." in told.stderr


@pytest.mark.parametrize("folder", [".vscode", "plugins/explainers/starter/site/dot_vscode"])
def test_the_editor_knows_the_schema_of_every_folder_of_records(folder: str):
    schemas = json.loads((ROOT / folder / "settings.json").read_text("utf-8"))["yaml.schemas"]
    folders = {path.name for path in (ROOT / "content").glob("*") if path.is_dir()}
    assert {f"content/{folder}/*.yml" for folder in folders} <= set(schemas.values())
    assert all(glob == f"content/{Path(schema).stem}s/*.yml" for schema, glob in schemas.items())
