"""`explainers build`: the whole site, or one shard of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from explainers.build.shards import ShardFault, parsed_shard
from explainers.engines.config_file import SettingsFault
from explainers.engines.running import as_shard, run_build
from explainers.engines.site_settings import PROFILE
from explainers.text.report_frame import visible


def of_a_build(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a build, under the names that MkDocs gives them."""
    for option in (
        click.option("-q", "--quiet", is_flag=True, help="Report only warnings and errors."),
        click.option("-s", "--strict", is_flag=True, help="Fail for warnings too."),
        click.option(
            "-d", "--site-dir", "site", type=click.Path(file_okay=False, path_type=Path), help="The folder to write to."
        ),
        click.option(
            "-f", "--config-file", "--config", "config", type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="The site's mkdocs.yml.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


@click.command()
@of_a_build
@click.option("--shard", metavar="NUMBER/OF", help="Make only this share of the pages: 2/8 is the second of eight.")
@click.option("--profile", is_flag=True, help="Report at the end where the time went.")
def build(
    config: Path | None, site: Path | None, shard: str | None, *, strict: bool, quiet: bool, profile: bool
) -> None:
    """Build the site, as `mkdocs build` does, or one shard of it for `merge`."""
    if shard is not None:
        try:
            parsed_shard(shard)
        except ShardFault as fault:
            raise click.BadParameter(str(fault), param_hint="'--shard'") from None
    given = {**(as_shard(shard) if shard else {}), **({PROFILE: "1"} if profile else {})}
    sys.exit(built(config, site, strict=strict, quiet=quiet, given=given))


def built(config: Path | None, site: Path | None, *, strict: bool, quiet: bool, given: Mapping[str, str]) -> int:
    """The status with which the site's engine left."""
    try:
        return run_build(config, site, strict=strict, quiet=quiet, given=given)
    except SettingsFault as fault:
        raise click.UsageError(visible(str(fault))) from None
