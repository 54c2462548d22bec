"""From an empty folder to a page of one's own, as the manual tells it and a newcomer types it, command by command.

What is installed comes from the environment of the tests, but for the program: that is installed from the wheel which
the new site has, by the lock which the new site has. Nothing is fetched.
"""

from __future__ import annotations

import os
import socket
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.manual.transcript import Command, Terminal, blocks, commands
from tests.site.building import ROOT, given
from tests.site.reading import read

MANUAL = blocks((ROOT / "docs/manual/start/first-page.md").read_text("utf-8"))
README = blocks((ROOT / "README.md").read_text("utf-8"))
PATIENCE = 120


def test_the_readme_begins_as_the_manual_does() -> None:
    assert MANUAL[:1] == README


def test_a_new_page_in_as_many_commands_as_the_manual_has(tmp_path: Path) -> None:
    port = free_port()
    terminal = Terminal(clone(tmp_path), tmp_path / "outputs", environment(tmp_path))
    typed = 0
    try:
        for command in (command for block in MANUAL for command in commands(block)):
            typed += 1
            if command.typed == "explainers serve":
                here = Command(command.typed, command.printed.replace(":8000", f":{port}"))
                line = f"{command.typed} --dev-addr 127.0.0.1:{port}"
                terminal.leave_running(line, until=here, timeout=PATIENCE)
                page(f"http://127.0.0.1:{port}/", "Example: how many homes")
                continue
            output = terminal.type(command.typed, timeout=PATIENCE)
            assert command.is_printed_by(output), f"$ {command.typed}\n{output}"
            if command.typed == "explainers check" and output.endswith("no errors, no warnings\n"):
                page(f"http://127.0.0.1:{port}/claims/dam-leaks/", "Mara Lind said that the old dam leaks")
    finally:
        terminal.close()
    assert typed > 10
    site = tmp_path / "home/my-site/site"
    assert "Mara Lind said that the old dam leaks" in read((site / "claims/dam-leaks/index.html").read_text()).words
    assert [path.name for path in (site / "explainers").iterdir() if path.is_dir()] == ["does-the-dam-leak"]


def page(address: str, awaited: str) -> None:
    """Wait until a served page has these words."""
    end, found = time.monotonic() + PATIENCE, ""
    while awaited not in found:
        assert time.monotonic() < end, found
        time.sleep(0.1)
        try:
            with urlopen(address) as answer:
                found = read(answer.read().decode()).words
        except URLError as fault:
            found = str(fault)


def clone(folder: Path) -> Path:
    """A clone in which `make site` has been: where its command is, is all that a newcomer needs of it."""
    (folder / "clone").mkdir()
    (folder / "clone/.venv").symlink_to(sys.prefix)
    return folder / "clone"


def environment(folder: Path) -> dict[str, str]:
    """That of a person with an empty home, who has what the lock names already, and no way to fetch anything."""
    for name in ("home", "bin", "lib"):
        (folder / name).mkdir()
    for module in others():
        (folder / "lib" / module.name).symlink_to(module)
    for name, started in {"mkdocs": "python -m mkdocs", "python3": sys.executable}.items():
        script = folder / "bin" / name
        script.write_text(f'#!/bin/sh\nexec {started} "$@"\n', "utf-8")
        script.chmod(0o755)
    return given({
        "HOME": str(folder / "home"),
        "PATH": f"{folder / 'bin'}:{os.defpath}",
        "PYTHONPATH": str(folder / "lib"),
        "PIP_NO_INDEX": "1",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    })  # fmt: skip


def others() -> Iterator[Path]:
    """What is installed beside the program itself."""
    folders = {Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")}
    for folder in folders:
        yield from (path for path in folder.iterdir() if "mkdocs_explainers" not in path.name and path.name[0] != ".")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.parametrize(
    ("printed", "output", "is_it"),
    [
        ("", "", True),
        ("", "x\n", False),
        ("a\n…\nb", "a\nb\n", True),
        ("a\n…\nb", "a\nx\ny\nb\n", True),
        ("a\n…", "a\n", True),
        ("a … files", "a 33 files\n", True),
        ("a … files", "a 33\n files\n", False),
        ("…\nb", "b\nc\n", False),
    ],
)
def test_an_ellipsis_stands_for_lines_or_for_words(printed: str, output: str, is_it: bool) -> None:
    assert Command("x", printed).is_printed_by(output) == is_it
