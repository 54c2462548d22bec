"""The command `explainers`, and what it does when the mistake is ours."""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Sequence

import click

from explainers.cli.check import check
from explainers.cli.help import help
from explainers.cli.new import new
from explainers.cli.schema import schema
from explainers.cli.why import why

OUR_FAULT = 70  # EX_SOFTWARE in sysexits.h


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="mkdocs-explainers")
def explainers() -> None:
    """Who said what, according to whom: check the records of an explainer site."""


for command in (check, help, new, schema, why):
    explainers.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its status: 1 for mistakes, 2 for a wrong call, 70 for a bug of ours."""
    # A run is short and all it makes is kept to its end: looking for garbage is a third of the time.
    gc.disable()
    try:
        explainers(arguments, prog_name="explainers")
    except Exception:
        click.echo("this is a bug in explainers: please report it with what stands below\n", err=True)
        click.echo(traceback.format_exc(), err=True)
        sys.exit(OUR_FAULT)
    finally:
        gc.enable()
