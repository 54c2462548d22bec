"""The real language server for YAML, with the settings and the schemas of a new site, helps who writes a record."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from explainers.cli.main import explainers
from explainers.starter.new_site import example_files
from tests.editor.language_server import LanguageServer

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "plugins/explainers/starter/site/dot_vscode/settings.json"
CLAIM = "content/claims/example-cause.yml"
OTHER = "content/claims/another.yml"
FILES = {path: content.decode() for path, content in example_files().items()}
LINES = FILES[CLAIM].splitlines()


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    folder = tmp_path_factory.mktemp("edited")
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    made = CliRunner().invoke(
        explainers, ["schema", "--content", str(folder / "content"), "--out", str(folder / "schemas")]
    )
    assert made.exit_code == 0, made.output
    package = os.environ.get("EXPLAINERS_YAML_SERVER") or subprocess.check_output(
        [ROOT / "tests/editor/install"], text=True
    )
    server = LanguageServer(Path(package.strip()), folder, json.loads(SETTINGS.read_text("utf-8")))
    yield server
    server.close()


def test_it_finds_nothing_wrong_with_what_is_right(editor: LanguageServer) -> None:
    assert {path: found for path, text in FILES.items() if (found := editor.opened(path, text))} == {}


def test_it_completes_an_actor_by_name(editor: LanguageServer) -> None:
    # The server completes the values of keys that it knows by name, which `a1` is not.
    text = FILES[CLAIM].replace("- a1: example-council", "- id: a1\n    by: [example-council]")
    editor.opened(OTHER, text)
    line = next(number for number, line in enumerate(text.splitlines()) if "by: [" in line)
    offered = editor.at("completion", OTHER, line, len("    by: ["))["items"]
    named = {item["label"]: item["documentation"]["value"] for item in offered if item.get("documentation")}
    assert named["example-council"] == r"Exampleton Council \(actor\)"
    assert "example-town" not in {item["label"] for item in offered}


def test_it_shows_what_a_field_is_for(editor: LanguageServer) -> None:
    editor.opened(CLAIM, FILES[CLAIM])
    shown = editor.at("hover", CLAIM, *place("act: suggest"))["contents"]["value"]
    assert "What they did with words" in shown
    assert "* `not-reached`" in shown


def test_it_marks_five_faults_at_their_lines(editor: LanguageServer) -> None:
    faults = {
        "type: causal": "type: casual",
        "    act: suggest": "    acts: suggest",
        "    said: 2024-03-04": "    said: {edtf: 2024-03-04}",
        "  - a2: example-power": "  - second: example-power",
        "about: [example-storm, example-power-cut]": "about: The storm at Exampleton",
    }
    text = "\n".join(faults.get(line, line) for line in LINES)
    marked = sorted(found["range"]["start"]["line"] for found in editor.opened(CLAIM, text))
    assert marked == sorted(LINES.index(line) for line in faults)


def place(words: str) -> tuple[int, int]:
    """The line and the character at which some words begin in the claim; both are counted from 0."""
    line = next(number for number, line in enumerate(LINES) if words in line)
    return line, LINES[line].index(words)
