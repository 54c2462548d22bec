"""What runs on the repository's host: pinned, read-only where strangers can reach it, and never untested."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "plugins/explainers/starter/site/dot_github/workflows"
FOLDERS = [ROOT / ".github/workflows", ROOT / "docs/workflows", STARTER]
WORKFLOWS = [path for folder in FOLDERS for path in sorted(folder.glob("*.yml"))]
every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: f"{path.parents[1].name}/{path.name}")


def read(path: Path) -> dict[str, Any]:
    content = yaml.safe_load(path.read_text("utf-8"))
    content["on"] = content.pop(True)  # `on` is a truth value in YAML 1.1
    return content


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def workflow(name: str) -> dict[str, Any]:
    return read(next(path for path in WORKFLOWS if path.name == name))


@every_workflow
def test_every_action_is_official_and_pinned_by_commit(path: Path):
    # Of the host, and of those who keep Python's packaging.
    pinned = re.compile(r"(actions/[\w-]+|pypa/gh-action-pypi-publish)@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    used = re.findall(r"uses: (.+)", path.read_text("utf-8"))
    assert used
    assert [each for each in used if not pinned.fullmatch(each)] == []


@every_workflow
def test_a_checkout_keeps_no_credentials_and_has_the_whole_history(path: Path):
    settings = [step["with"] for step in steps(read(path)) if "checkout@" in step.get("uses", "")]
    assert settings
    assert all(each == {"fetch-depth": 0, "persist-credentials": False} for each in settings)


def test_a_release_is_what_was_tested_and_tried_and_needs_no_secret():
    release = workflow("release.yml")
    assert release["on"] == {"push": {"tags": ["v*"]}}
    commands = [step.get("run", "") for step in release["jobs"]["build"]["steps"]]
    assert commands.index("make test PYTHON=python") < commands.index("make dist PYTHON=python")
    publish = release["jobs"]["publish"]
    assert (publish["needs"], publish["permissions"], publish["environment"]) == (
        "build",
        {"id-token": "write"},
        {"name": "release"},
    )
    # What is published is what was built, to where the action publishes by itself, and nobody's token.
    assert [step.get("with", {}) for step in publish["steps"]] == [{"name": "dist", "path": "dist"}, {}]


@every_workflow
def test_permissions_are_given_job_by_job(path: Path):
    assert read(path)["permissions"] == {}
    assert all(job["permissions"] for job in read(path)["jobs"].values())


def test_a_pull_request_runs_with_a_read_only_token():
    check = workflow("check.yml")
    assert list(check["on"]) == ["pull_request"]
    assert all(job["permissions"] == {"contents": "read"} for job in check["jobs"].values())


def test_a_pull_request_is_tested_and_its_records_are_annotated():
    commands = " ".join(step.get("run", "") for step in steps(workflow("check.yml")))
    assert "make test" in commands
    assert "--format github" in commands


@pytest.mark.parametrize("folder", [ROOT / ".github/workflows", STARTER], ids=lambda folder: folder.parent.name)
def test_a_pull_request_says_what_changes_for_readers_against_what_it_would_be_merged_into(folder: Path) -> None:
    commands = " ".join(step.get("run", "") for step in steps(read(folder / "check.yml")))
    assert 'explainers diff HEAD^1 --format markdown >> "$GITHUB_STEP_SUMMARY"' in commands
    assert "explainers diff HEAD^1 --format github --strict" in commands


def test_only_what_was_tested_is_deployed():
    pages = workflow("pages.yml")
    assert pages["on"]["push"] == {"branches": ["main"]}
    assert pages["jobs"]["deploy"]["needs"] == "build"
    assert pages["jobs"]["build"]["needs"] == "test"
    assert pages["concurrency"] == {"group": "pages", "cancel-in-progress": False}


@pytest.mark.parametrize("path", [path for path in WORKFLOWS if path.name in {"pages.yml", "shards.yml"}], ids=str)
def test_only_the_deployment_may_write(path: Path):
    writers = {
        name: permissions
        for name, job in read(path)["jobs"].items()
        if "write" in (permissions := job["permissions"]).values()
    }
    assert writers == {"deploy": {"pages": "write", "id-token": "write"}}


@pytest.mark.parametrize("path", [ROOT / ".github/workflows/pages.yml", STARTER / "pages.yml"], ids=str)
def test_the_site_is_built_for_the_address_it_gets(path: Path):
    built = re.compile("make site|mkdocs build --strict")
    build = next(step for step in steps(read(path)) if built.match(step.get("run", "")))
    assert (
        build["env"].items()
        >= {
            "SITE_URL": "${{ steps.pages.outputs.base_url }}/",
            "REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
            "EDIT_URI": "edit/main/docs/",
        }.items()
    )


def test_a_new_site_is_checked_and_built_with_what_its_lock_names():
    for path in STARTER.glob("*.yml"):
        commands = [step["run"] for step in steps(read(path)) if "run" in step]
        assert commands[0] == "pip install --require-hashes --requirement requirements.txt"
        assert commands[-1] == "mkdocs build --strict"


def test_a_pull_request_of_a_new_site_runs_with_a_read_only_token():
    check = read(STARTER / "check.yml")
    assert list(check["on"]) == ["pull_request"]
    assert [job["permissions"] for job in check["jobs"].values()] == [{"contents": "read"}]


def test_a_new_site_runs_the_releases_of_actions_that_this_one_runs():
    used = {path: set(re.findall("uses: (.+)", path.read_text("utf-8"))) for path in WORKFLOWS}
    ours = set().union(*(actions for path, actions in used.items() if path.parent != STARTER))
    assert set().union(*(actions for path, actions in used.items() if path.parent == STARTER)) <= ours


def test_a_site_is_merged_of_all_its_shards():
    jobs = workflow("shards.yml")["jobs"]
    shards = jobs["shard"]["strategy"]["matrix"]["shard"]
    assert shards == [*range(1, len(shards) + 1)]
    assert (jobs["merge"]["needs"], jobs["deploy"]["needs"]) == ("shard", "merge")
    uploaded = next(step["with"] for step in jobs["shard"]["steps"] if "upload-artifact@" in step.get("uses", ""))
    downloaded = next(step["with"] for step in jobs["merge"]["steps"] if "download-artifact@" in step.get("uses", ""))
    assert uploaded["name"] == "part-${{ matrix.shard }}"
    # No repository is trusted with parts.
    assert downloaded == {"pattern": "part-*", "path": "${{ runner.temp }}/parts"}
