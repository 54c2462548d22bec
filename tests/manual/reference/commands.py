"""The commands and their options, as `--help` prints them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from explainers.cli.main import COMMANDS, explainers

_OPENING = """Every command and every option.

# Commands

`explainers COMMAND --help` prints the same. Commands that work on a site look for it in the current folder.

A command ends with the status 0; with 1 if there are mistakes, with 2 if it was called wrongly, and with 70 for a bug
of the program.
"""


def commands_page() -> str:
    """The page of all commands."""
    with click.Context(explainers, info_name="explainers") as context:
        found = {name: explainers.get_command(context, name) for name in COMMANDS}
        lines = [line for name, command in found.items() if command for line in _command(name, command, context)]
    return "\n".join([_OPENING, *lines])


def _command(name: str, command: click.Command, above: click.Context) -> Iterator[str]:
    with click.Context(command, info_name=name, parent=above) as context:
        yield f"## explainers {name}\n"
        usage = " ".join(["explainers", name, *command.collect_usage_pieces(context)])
        yield f"```text\n{usage}\n```\n"
        yield f"{inspect.cleandoc(command.help or '')}\n"
        options = [option for option in command.params if isinstance(option, click.Option)]
        yield "| Option | What it does |\n|---|---|"
        for option in options:
            first, words = option.get_help_record(context) or ("", "")
            if isinstance(option.type, click.Choice):
                # A table takes the signs between the words for its own.
                choices = ", ".join(f"`{choice}`" for choice in option.type.choices)
                first, words = first.partition(" [")[0], f"One of {choices}. {words}"
            yield f"| {_as_code(first)} | {_cell(words)} |"
        yield "| `-h`, `--help` | Show this message and exit. |\n"


def _as_code(spelling: str) -> str:
    return ", ".join(f"`{name}`" for name in spelling.split(", "))


def _cell(words: str) -> str:
    return " ".join(words.replace("[default:", "Default:").replace("]", "").split())
