"""`explainers check`: all that is wrong with the records, in one run."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Literal

import click

from explainers.build.fixes import mended
from explainers.cli.command_site import LoadedSite, on_a_site
from explainers.text import report
from explainers.text.diagnostic import Diagnostic
from explainers.text.report_frame import visible

Format = Literal["human", "json", "github"]


@click.command()
@on_a_site
@click.option("--format", "form", type=click.Choice(["human", "json", "github"]), default="human", show_default=True)
@click.option("--strict", is_flag=True, help="Fail for warnings too.")
@click.option("--fix", is_flag=True, help="Fix in the files what is certain, such as an old id, and check again.")
@click.option("--plugins", is_flag=True, help="Run the plugins and hooks of mkdocs.yml, which are code, on the pages.")
def check(site: LoadedSite, *, form: Format, strict: bool, fix: bool, plugins: bool) -> None:
    """Check the records and the links between them."""
    checked = site.checked(plugins=plugins)
    if fix and (now := mended(site.inputs.files, checked.diagnostics)):
        for path in site.write(now):
            click.echo(f"mended {visible(path)}", err=True)
        site = site.with_files(now)
        checked = site.checked(plugins=plugins)
    diagnostics = checked.diagnostics
    click.echo(_report(diagnostics, checked.texts(site.inputs), form), nl=False)
    if not plugins and (code := site.foreign_code):
        names = visible(", ".join(f"`{name}`" for name in code))
        click.echo(
            f"pages as {names} would make or change them were not checked: use --plugins where you trust these",
            err=True,
        )
    counts = report.summary(diagnostics)
    if counts.errors or (strict and counts.warnings):
        sys.exit(1)


def _report(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], form: Format) -> str:
    if form == "json":
        return report.diagnostics_as_json(diagnostics)
    if form == "github":
        return report.github(diagnostics)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return report.human(diagnostics, texts, colour=colour)
