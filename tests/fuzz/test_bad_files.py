"""Hundreds of bad files: each mistake has a place, nothing ends in a traceback, and nothing takes long."""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import pytest

from explainers.build.check import Inputs, check
from explainers.text import report
from tests.build.files import FILES, written
from tests.fuzz.corpus import GOOD, LAID, PAGES, RECORDS, SETTINGS
from tests.fuzz.judged import LONG, is_placed
from tests.fuzz.pieces import EXAMPLES, bad_files
from tests.site.building import given

NUMBER, MEMORY, SECONDS = 500, 1 << 30, 20
BAD = bad_files(NUMBER)
OWNERS = "site_name: x\ntheme: mkdocs\nplugins: [explainers]\n"


@dataclass(frozen=True)
class Ended:
    status: int
    said: str


def limited(project: Path, *words: str) -> Ended:
    """A command in a folder, with so much memory and so many seconds of the processor."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    command = [str(Path(sys.executable).with_name(words[0])), *words[1:]]
    done = subprocess.run(command, cwd=project, env=given({}), capture_output=True, check=False, preexec_fn=bounded)
    return Ended(done.returncode, (done.stdout + done.stderr).decode())


@pytest.mark.parametrize("start", range(0, NUMBER, 20))
def test_each_mistake_has_a_place_and_no_twenty_files_take_long(start: int) -> None:
    files = EXAMPLES | dict([*BAD.items()][start : start + 20])
    began = process_time()
    found = check(Inputs(files))
    printed = report.human(found.diagnostics, Inputs(files).texts)
    report.diagnostics_as_json(found.diagnostics)
    report.github(found.diagnostics)
    assert process_time() - began < 2
    assert "\x1b" not in printed
    texts = {path: data.decode(errors="replace") for path, data in files.items()}
    assert [(d.span, d.code) for d in found.diagnostics if not is_placed(d, texts)] == []


def test_all_of_them_together_are_checked_in_little_memory_and_time(tmp_path: Path) -> None:
    written(tmp_path, {**EXAMPLES, **BAD})
    done = limited(tmp_path, "explainers", "check", "--content", "content", "--format", "json")
    assert done.status == 1
    told = {d["file"] for d in json.loads(done.said)["diagnostics"] if d["severity"] == "error"}
    # Some of the damage does no harm: a line of a comment lost, two keys in another order.
    assert len(told & BAD.keys()) > NUMBER // 2


@pytest.mark.parametrize("words", [("explainers", "check"), ("mkdocs", "build")])
def test_what_no_record_can_be_is_reported_file_by_file(tmp_path: Path, words: Sequence[str]) -> None:
    bad = {f"content/actors/bad-{number}.yml": data for number, data in enumerate(RECORDS.values())}
    good = {f"content/actors/good-{number}.yml": data for number, data in enumerate(GOOD.values())}
    pages = {f"docs/page-{number}.md": data for number, data in enumerate(PAGES.values())}
    project = written(tmp_path, FILES | bad | good | pages | {"mkdocs.yml": OWNERS})
    for name, lay in LAID.items():
        lay(project / "content/actors" / name)
    done = limited(project, *words)
    assert done.status == (1 if words[0] == "explainers" else 0), done.said[-1000:]
    wrong = {*re.findall(r"error\[[a-z0-9-]+\]: .*\n *--> (.*):\d+:\d+", done.said)}
    names = dict(zip(bad, RECORDS, strict=True))
    assert [names[path] for path in bad if path not in wrong] == []
    assert wrong & good.keys() == set()
    laid = [f"content/actors/{name}".replace("\n", "\u240a") for name in LAID]
    assert [path for path in laid if path not in wrong] == []
    assert "Traceback" not in done.said
    assert "bug in explainers" not in done.said


SAMPLE = [*SETTINGS] if LONG else [*SETTINGS][::4]


@pytest.mark.parametrize("name", SAMPLE)
def test_settings_that_are_none_are_reported_with_their_file_or_their_key(tmp_path: Path, name: str) -> None:
    project = written(tmp_path, FILES | {"mkdocs.yml": SETTINGS[name], "docs/index.md": "# x\n"})
    done = limited(project, "explainers", "check")
    assert done.status in {0, 2}
    assert (done.status == 2) == ("Error: " in done.said)
    assert "Traceback" not in done.said
