"""`explainers fmt`: records in their usual form."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import click

from explainers.build.files import record_path
from explainers.build.formatting import formatted, key_orders, order_of
from explainers.cli.command_site import LoadedSite, on_a_site
from explainers.text.report import one
from explainers.text.report_frame import visible


@click.command()
@on_a_site
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Change nothing; fail where a file would change.")
def fmt(site: LoadedSite, *, paths: tuple[Path, ...], check: bool) -> None:
    """Put the keys of each record, or of those at PATHS, in the order of its kind.

    A comment goes with the key below it. Values, lists and the way they are written stay the same. A file with a
    mistake of syntax is left alone.
    """
    orders = key_orders(site.kinds())
    now: dict[str, bytes | None] = {}
    has_failed = False
    for path in _wanted(site, paths):
        order = order_of(path, orders)
        if order is None:
            continue
        found = formatted(path, site.inputs.files[path], order)
        if found.left:
            has_failed = True
            click.echo(visible(f"{path} is left alone: {found.left}"), err=True)
            for mistake in found.mistakes:
                click.echo(one(mistake, site.inputs.texts), err=True)
        elif found.data != site.inputs.files[path]:
            now[path] = found.data
    if not check:
        site.write(now)
    for path in now:
        click.echo(visible(f"{'would format' if check else 'formatted'} {path}"))
    if has_failed or (check and now):
        sys.exit(1)


def _wanted(site: LoadedSite, paths: Sequence[Path]) -> list[str]:
    """The files of records, all or those at some paths."""
    records = [path for path in sorted(site.inputs.files) if path.endswith((".yml", ".yaml"))]
    if not paths:
        return records
    wanted = {record_path(path, Path.cwd()) if path.name else "." for path in paths}
    found = [path for path in records if not wanted.isdisjoint([path, *map(str, PurePosixPath(path).parents)])]
    for path in paths:
        if path.is_file() and record_path(path, Path.cwd()) not in found:
            raise click.UsageError(visible(f"{path} is not a record of this site"))
    return found
