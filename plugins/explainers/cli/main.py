"""The command `explainers`, and what it does when the mistake is ours."""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

import click

from explainers.text.suggest import did_you_mean

COMMANDS = (
    "add",
    "build",
    "check",
    "diff",
    "fmt",
    "help",
    "import",
    "init",
    "keep",
    "list",
    "merge",
    "new",
    "rename",
    "schema",
    "serve",
    "watch",
    "why",
)
OUR_FAULT = 70  # EX_SOFTWARE in sysexits.h


class _Commands(click.Group):
    """Commands: each is a module of the same name, loaded on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            hint = did_you_mean(cmd_name, COMMANDS)
            raise click.UsageError(f"there is no command `{cmd_name}`{f': {hint}' if hint else ''}", ctx)
        # A name that Python itself uses ends in an underscore.
        module = import_module(f"explainers.cli.{cmd_name}{'_' if iskeyword(cmd_name) else ''}")
        command: click.Command = getattr(module, cmd_name, None) or getattr(module, f"{cmd_name}_")
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="mkdocs-explainers")
def explainers() -> None:
    """Who said what, according to whom: check the records of an explainer site, and build it."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its status: 1 for mistakes, 2 for a wrong call, 70 for a bug of ours."""
    # A run is short and all it makes is kept to its end: looking for garbage is a third of the time.
    gc.disable()
    try:
        explainers(arguments, prog_name="explainers")
    except Exception:
        click.echo("this is a bug in explainers: please report it with the lines below\n", err=True)
        click.echo(traceback.format_exc(), err=True)
        sys.exit(OUR_FAULT)
    finally:
        # Nor on the way out, when all of it goes at once.
        gc.freeze()
        gc.enable()
