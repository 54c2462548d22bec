"""A build and a check of a folder in which somebody laid more than files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.files import FILES
from tests.site.building import build, new_site

SETTINGS = "site_name: x\ntheme: {name: mkdocs, custom_dir: own}\nplugins: [explainers]\n"
SITE = {**FILES, "mkdocs.yml": SETTINGS, "docs/index.md": "# t\n", "docs/assets/a.txt": "a\n", "own/own.txt": "a\n"}
ODD = "\udcff"  # a byte of a name that is no UTF-8
LAID: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a link to a file of the machine": ("docs/assets/key.txt", lambda path: path.symlink_to("/etc/hostname")),
    "a link to a folder of the machine": ("docs/assets/etc", lambda path: path.symlink_to("/etc")),
    "a link to the settings": ("docs/mkdocs.yml", lambda path: path.symlink_to("../mkdocs.yml")),
    "a link among the files of the theme": ("own/key.txt", lambda path: path.symlink_to("/etc/hostname")),
    "a link in a hidden folder": ("docs/.well-known/key", lambda path: path.symlink_to("/etc/hostname")),
    "a link to nothing": ("docs/gone.md", lambda path: path.symlink_to("nothing")),
    "a link to its own folder": ("docs/again", lambda path: path.symlink_to(".")),
    "a pipe": ("docs/pipe.md", os.mkfifo),
    "a page in another encoding": ("docs/page.md", lambda path: path.write_bytes(b"\xff")),
    "a name in another encoding": (f"docs/a{ODD}.txt", lambda path: path.write_bytes(b"a")),
}


def check(project: Path) -> tuple[int, str]:
    """The status of `explainers check` and all that it printed."""
    command = [str(Path(sys.executable).with_name("explainers")), "check"]
    done = subprocess.run(
        command, cwd=project, capture_output=True, encoding="utf-8", check=False, timeout=60, env=os.environ
    )
    return done.returncode, done.stdout + done.stderr


def test_what_must_not_be_published_is_refused_each_with_its_path(tmp_path: Path) -> None:
    project = new_site(tmp_path / "x", SITE)
    for path, lay in LAID.values():
        (project / path).parent.mkdir(exist_ok=True)
        lay(project / path)
    built, (status, said) = build(project), check(project)
    assert (built.status, status) == (1, 1)
    for told in (built.said, said):
        assert [path for path, _ in LAID.values() if f"{path.replace(ODD, '<U+DCFF>')}:1:1" not in told] == []
        assert "Traceback" not in told
    assert not built.site.exists()


@pytest.mark.parametrize("kind", ["a link to a file of the machine", "a link among the files of the theme"])
def test_one_of_them_is_enough(tmp_path: Path, kind: str) -> None:
    project = new_site(tmp_path / "x", SITE)
    path, lay = LAID[kind]
    lay(project / path)
    built = build(project)
    assert (built.status, built.site.exists()) == (1, False)


def test_links_within_stay(tmp_path: Path) -> None:
    project = new_site(tmp_path / "x", SITE)
    (project / "docs/b.txt").symlink_to("assets/a.txt")
    (project / "docs/folder").symlink_to("assets")
    (project / "content/actors/fleet.yml").symlink_to("navy.yml")
    (project / "docs/.#open.md").symlink_to("somebody@host.1234")
    built = build(project)
    assert built.status == 0, built.said
    assert (built.page("b.txt"), built.page("folder/a.txt")) == ("a\n", "a\n")
    assert (built.site / "actors/fleet/index.html").exists()


def test_pipes_among_the_records_are_reported_and_the_rest_is_built(tmp_path: Path) -> None:
    project = new_site(tmp_path / "x", SITE)
    for name in ("x.yml", "a\n::error::b.yml", f"a{ODD}b.yml", "##[group]x.yml"):
        os.mkfifo(project / "content/actors" / name)
    built, (status, said) = build(project), check(project)
    assert (built.status, status) == (0, 1)
    for told in (built.said, said):
        assert told.count("[stray-file]: a pipe, and no file") == 4
        assert "Traceback" not in told
        assert [line for line in told.splitlines() if line.lstrip().startswith("::") or "##[" in line] == []
    assert (built.site / "actors/navy/index.html").exists()
