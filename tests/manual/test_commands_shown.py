"""Every command and setting that the manual, the README or a new site's README shows is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from explainers.cli.main import COMMANDS, explainers
from explainers.engines.mkdocs.plugin_options import ExplainersConfig
from tests.manual.examples import pages

ROOT = Path(__file__).parents[2]
TEXTS = ["README.md", "CONTRIBUTING.md", "docs/**/*.md", "docs/**/*.yml", "plugins/explainers/starter/site/**/*"]
# At the start of a line, in a transcript, in code, or as a value; what follows two spaces explains it.
_SHOWN = re.compile(r"(?:^ *|\$ |`|: |bin/)explainers ([a-z]+)((?: [^`\s]+)*)", re.MULTILINE)
_OPTION = re.compile(r"(?<=\s)--[a-z-]+")


def shown(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each command in a text, with its options."""
    for command, rest in _SHOWN.findall(text):
        yield command, _OPTION.findall(rest)


def faults(text: str) -> list[str]:
    """The commands and options in a text that are not there."""
    found = []
    for command, options in shown(text):
        there = explainers.get_command(click.Context(explainers), command) if command in COMMANDS else None
        known = {name for option in there.params for name in option.opts} if there else set()
        found += [] if there else [command]
        found += [f"{command} {option}" for option in options if there and option not in {*known, "--help"}]
    return found


FILES = sorted({path for pattern in TEXTS for path in ROOT.glob(pattern) if path.suffix in {".md", ".yml", ".json"}})


def test_each_command_and_option_is_there() -> None:
    assert {str(path.relative_to(ROOT)): found for path in FILES if (found := faults(path.read_text("utf-8")))} == {}
    assert len({command for path in FILES for command, _ in shown(path.read_text("utf-8"))}) == len(COMMANDS)


@pytest.mark.parametrize(
    "text", ["`explainers chek`", "$ explainers diff main --strickt", "explainers list --whith ID"]
)
def test_one_that_is_not_there_is_found(text: str) -> None:
    assert len(faults(text)) == 1


def test_each_setting_is_there() -> None:
    known = {name for name, _ in ExplainersConfig._schema}
    blocks = [block for page in pages().values() for block in re.findall(r"^```yaml\n(.*?)^```", page, re.M | re.S)]
    plugins = [yaml.safe_load(block)["plugins"] for block in blocks if "- explainers:\n" in block]
    given = [key for entries in plugins for entry in entries if "explainers" in entry for key in entry["explainers"]]
    assert len(given) > 5
    assert set(given) <= known
