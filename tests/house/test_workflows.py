"""What runs on the repository's host: pinned, read-only where strangers can reach it, and never untested."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = [*sorted((ROOT / ".github/workflows").glob("*.yml")), *sorted((ROOT / "docs/workflows").glob("*.yml"))]
every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


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
    pinned = re.compile(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    used = re.findall(r"uses: (.+)", path.read_text("utf-8"))
    assert used
    assert [each for each in used if not pinned.fullmatch(each)] == []


@every_workflow
def test_a_checkout_keeps_no_credentials_and_has_the_whole_history(path: Path):
    settings = [step["with"] for step in steps(read(path)) if "checkout@" in step.get("uses", "")]
    assert settings
    assert all(each == {"fetch-depth": 0, "persist-credentials": False} for each in settings)


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


def test_only_what_was_tested_is_deployed():
    pages = workflow("pages.yml")
    assert pages["on"]["push"] == {"branches": ["main"]}
    assert pages["jobs"]["deploy"]["needs"] == "build"
    assert pages["jobs"]["build"]["needs"] == "test"
    assert pages["concurrency"] == {"group": "pages", "cancel-in-progress": False}


@pytest.mark.parametrize("name", ["pages.yml", "shards.yml"])
def test_only_the_deployment_may_write(name: str):
    writers = {
        name: permissions
        for name, job in workflow(name)["jobs"].items()
        if "write" in (permissions := job["permissions"]).values()
    }
    assert writers == {"deploy": {"pages": "write", "id-token": "write"}}


def test_the_site_is_built_for_the_address_it_gets():
    build = next(step for step in steps(workflow("pages.yml")) if "make site" in step.get("run", ""))
    assert build["env"] == {
        "SITE_URL": "${{ steps.pages.outputs.base_url }}/",
        "REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
        "EDIT_URI": "edit/main/docs/",
    }


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
