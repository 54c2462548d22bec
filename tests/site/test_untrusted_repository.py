"""A repository is not trusted: nothing that somebody commits beside the records decides what is built or found wrong.

Once, pages, values and findings were kept in `.cache/explainers` from one build to the next, and whoever could commit
that folder owned the build. The attacks are those of that time: a folder as an earlier build leaves it, if it leaves
one, with something else in it and every checksum put right.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest

from tests.build.files import FILES, written
from tests.site.building import given
from tests.site.commands import start

CONFIG = """
site_name: Otters
site_url: https://example.org/lakes/
theme: {name: material, font: false}
plugins: [explainers]
"""
OTTERS = "content/claims/otters.yml"
WRONG = FILES[OTTERS].replace("type: measurement", "type: rumour")
Change = Callable[[bytes], bytes]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site in a folder that is deep enough for a way out of it."""
    return written(tmp_path / "a/b/project", FILES | {"mkdocs.yml": CONFIG, "docs/about.md": "# About\n"})


@dataclass(frozen=True)
class Ended:
    status: int
    said: str


def command(project: Path, *words: str) -> Ended:
    log = project.with_name("log.txt")
    running = start(*words, folder=project, environment=given({}), out=log)
    return Ended(running.ended(timeout=120), log.read_text("utf-8"))


def built(project: Path) -> str:
    found = command(project, "mkdocs", "build")
    assert found.status == 0, found.said
    return (project / "site/claims/otters/index.html").read_text("utf-8")


def kept(project: Path) -> Path:
    return project / ".cache/explainers"


def page_kept_as(project: Path, change: Change) -> None:
    """The claim's page is kept in another form."""
    for index in kept(project).glob("index-*.json"):
        found = json.loads(index.read_bytes())
        name = next(name for name in found["pages"] if name.startswith("claims/otters "))
        _, (pack, at, size, _), _ = found["pages"][name]
        data = change((kept(project) / pack).read_bytes()[at : at + size])
        (kept(project) / "forged.pack").write_bytes(data)
        found["pages"][name][1] = ["forged.pack", 0, len(data), blake2b(data, digest_size=12).hexdigest()]
        index.write_text(json.dumps(found))
    for known in kept(project).glob("site-*.json"):
        known.unlink()


def kept_as(project: Path, name: str, change: Callable[[str], str]) -> None:
    """A file with its checksum in its first line is kept in another form."""
    for file in kept(project).glob(name):
        head, _, text = file.read_text("utf-8").partition("\n")
        program, key, _ = head.split(" ")
        text = change(text)
        mark = blake2b(text.encode(), digest_size=16).hexdigest()
        file.write_text(f"{program} {key} {mark}\n{text}", "utf-8")


def with_values(change: Callable[[list[Any]], None]) -> Change:
    """A kept page with other values in its first line; the size of the text is put right."""

    def changed(data: bytes) -> bytes:
        head, _, rest = data.partition(b"\n")
        values = json.loads(head)
        change(values)
        return json.dumps(values).encode() + b"\n" + rest

    return changed


def test_no_file_is_written_outside_of_the_site(project: Path) -> None:
    built(project)

    def out_of_it(values: list[Any]) -> None:
        values[1] = "../../evil.pth"

    page_kept_as(project, with_values(out_of_it))
    command(project, "mkdocs", "build")
    assert list(project.parents[1].rglob("evil.pth")) == []


def test_no_script_is_on_a_page(project: Path) -> None:
    script = b"<script>alert(1)</script>"
    assert script.decode() not in built(project)

    def with_script(data: bytes) -> bytes:
        def longer(values: list[Any]) -> None:
            values[0]["html"] += len(script)

        head, _, rest = with_values(longer)(data).partition(b"\n")
        return head + b"\n" + script + rest

    page_kept_as(project, with_script)
    assert script.decode() not in built(project)


def test_wrong_records_are_reported(project: Path) -> None:
    command(project, "explainers", "check")
    (project / OTTERS).write_text(WRONG, "utf-8")
    wrong = command(project, "explainers", "check")
    assert "wrong-value" in wrong.said
    assert wrong.status == 1
    kept_as(project, "checked-*.json", lambda text: "[]")
    again = command(project, "explainers", "check")
    assert "wrong-value" in again.said
    assert again.status == 1


def test_the_text_is_that_of_the_record(project: Path) -> None:
    built(project)
    kept_as(project, "parsed-*.json", lambda text: text.replace("The lake holds", "The sea holds"))
    for pages in [*kept(project).glob("index-*.json"), *kept(project).glob("site-*.json")]:
        pages.unlink()
    assert "sea holds" not in built(project)


LOOKING_ON = """
import os, sys
def note(event, given):
    if event == "open" and isinstance(given[0], (str, bytes)):
        path = os.path.abspath(os.fsdecode(given[0]))
        # What is opened from a folder that is open has no path of its own.
        if path.startswith(os.getcwd() + os.sep) and os.path.exists(path):
            log = os.open("../opened.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            os.write(log, (os.path.relpath(path) + chr(10)).encode())
            os.close(log)
sys.addaudithook(note)
"""


@pytest.mark.parametrize("words", [("mkdocs", "build"), ("explainers", "check")])
def test_only_the_settings_the_records_and_the_pages_are_read_and_only_the_site_is_written(
    project: Path, words: tuple[str, ...]
) -> None:
    for name in ("index-3.json", "checked-1.json", "parsed-2.json", "x.pack", "site-x.json"):
        written(project, {f".cache/explainers/{name}": "{}"})
    before = {path for path in project.rglob("*") if path.is_file()}
    run = f"import runpy, sys\nsys.argv = {[*words]!r}\nrunpy.run_module({words[0]!r}, run_name='__main__')"
    for _ in range(2):
        subprocess.run([sys.executable, "-c", f"{LOOKING_ON}\n{run}"], cwd=project, env=given({}), capture_output=True)
    opened = {Path(line).parts[0] for line in project.with_name("opened.txt").read_text().splitlines()}
    assert "content" in opened
    assert opened <= {"mkdocs.yml", "content", "docs", "site"}
    new = {path.relative_to(project).parts[0] for path in project.rglob("*") if path.is_file() and path not in before}
    assert new <= {"site"}
