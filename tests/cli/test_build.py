"""`build` and `merge`, as a person and as the workflow of the manual types them."""

from __future__ import annotations

import re
import shlex
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Run
from tests.site.building import ROOT, given
from tests.site.commands import start

JOBS = yaml.safe_load((ROOT / "docs/workflows/shards.yml").read_text("utf-8"))["jobs"]


@dataclass(frozen=True)
class Ended:
    returncode: int
    stderr: str


def typed(command: str, **variables: str) -> Ended:
    """A command typed in the current folder, whose patterns a shell puts in full."""
    typed = shlex.split(expanded(command, variables))
    words = [word for each in typed for word in (matching(Path(each)) if "*" in each else [each])]
    around = given({"SOURCE_DATE_EPOCH": "1700000000"} | variables)
    with tempfile.TemporaryDirectory() as aside:
        out, err = Path(aside) / "out.txt", Path(aside) / "err.txt"
        status = start(*words, folder=Path.cwd(), environment=around, out=out, err=err).ended(timeout=120)
        return Ended(status, err.read_text("utf-8"))


def matching(pattern: Path) -> list[str]:
    return sorted(str(path) for path in pattern.parent.glob(pattern.name))


def expanded(command: str, variables: Mapping[str, str]) -> str:
    return re.sub(r"\$(\w+)", lambda name: variables[name[1]], command)


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.name != "sitemap.xml.gz"
    }


def in_workflow(job: str, command: str) -> str:
    [found] = [step["run"] for step in JOBS[job]["steps"] if step.get("run", "").startswith(command)]
    return found.replace(" --strict", "")


@pytest.mark.usefixtures("site")
def test_the_commands_of_the_workflow_make_the_whole_site(tmp_path_factory: pytest.TempPathFactory) -> None:
    Path("docs").mkdir()
    machine = tmp_path_factory.mktemp("machine")
    (machine / "parts").mkdir()
    shards = JOBS["shard"]["strategy"]["matrix"]["shard"]
    for shard in shards:
        build = in_workflow("shard", "explainers build")
        assert typed(build, EXPLAINERS_SHARD=f"{shard}/{len(shards)}").stderr.count("ERROR") == 0
        Path("part").rename(machine / f"parts/part-{shard}")
    assert typed(in_workflow("merge", "explainers merge"), RUNNER_TEMP=str(machine)).returncode == 0
    assert typed("explainers build --quiet --site-dir whole").returncode == 0
    assert files(Path("site")) == files(Path("whole"))
    assert "index.html" in files(Path("site"))


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("config", ["mkdocs.yml", "properdocs.yml"])
def test_a_shard_that_is_asked_for_overrides_the_variable(
    config: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    part = tmp_path_factory.mktemp("part")
    Path("docs").mkdir()
    Path("mkdocs.yml").unlink()
    Path(config).write_text("site_name: A site\ntheme: material\nplugins: [explainers]\n", "utf-8")
    typed(f"explainers build -q -d {part} --shard 1/1", EXPLAINERS_SHARD="2/3", EXPLAINERS_PARTS="none")
    assert typed(f"explainers merge -q -d site {part}", EXPLAINERS_SHARD="2/3").returncode == 0
    assert Path("site/index.html").is_file()


@pytest.mark.usefixtures("site")
def test_a_build_takes_the_configuration_and_the_strictness_it_is_given() -> None:
    Path("docs").mkdir()
    Path("sub").mkdir()
    Path("mkdocs.yml").rename("other.yml")
    # A folder is meant from where one stands, wherever the configuration lies.
    built = typed("explainers build -f other.yml -d sub/site --profile")
    assert built.returncode == 0
    assert "where the time went:" in built.stderr
    assert Path("sub/site/index.html").is_file()
    Path("docs/broken.md").write_text("[gone](no-such.md)\n")
    assert typed("explainers build -f other.yml -d sub/site").returncode == 0
    assert typed("explainers build -f other.yml -d sub/site --strict").returncode == 1


@pytest.mark.usefixtures("site")
def test_parts_that_cannot_be_merged_are_reported_plainly() -> None:
    Path("docs").mkdir()
    found = typed("explainers merge docs no-such")
    assert found.returncode == 1
    assert found.stderr.endswith(
        "Error: plugin 'explainers': the parts cannot be merged:\n"
        "  `docs` is not part of a site: it has no file `explainers-shard.json`\n"
        "  `no-such` is not part of a site: it has no file `explainers-shard.json`\n"
    )
    assert not Path("site").exists()


@pytest.mark.parametrize("given", ["0/8", "9/8", "a/b", "2/", ""])
def test_what_is_no_shard_is_reported(site: Path, run: Run, given: str) -> None:
    found = run("build", "--shard", given)
    what = f"`{given}` is not a shard: it is a number and how many there are, from `1/8` to `8/8`"
    assert (found.status, f"Invalid value for '--shard': {what}" in found.err) == (2, True)
    assert not (site / "site").exists()


@pytest.mark.parametrize("command", ["build", "merge part"])
def test_settings_that_no_engine_can_read_are_reported_and_no_traceback(site: Path, run: Run, command: str) -> None:
    (site / "mkdocs.yml").write_text("INHERIT: mkdocs.yml\nsite_name: A site\nplugins: [explainers]\n", "utf-8")
    found = run(*command.split())
    assert (found.status, "it is nested too deep, or inherits itself" in found.err) == (2, True)
