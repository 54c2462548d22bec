"""`explainers merge`: a whole site from the shards that several builds made."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from explainers.cli.build import built, of_a_build
from explainers.engines.running import of_parts


@click.command()
@click.argument("parts", nargs=-1, required=True, metavar="PART...", type=click.Path(path_type=Path))
@of_a_build
def merge(parts: tuple[Path, ...], config: Path | None, site: Path | None, *, strict: bool, quiet: bool) -> None:
    """Build the site from the shards in the folders PART.

    It is the one that a whole build makes, byte for byte. Parts of other records or settings are refused, and so are
    parts that lie in the site's repository. A page that a part has lost is made here.
    """
    sys.exit(built(config, site, strict=strict, quiet=quiet, given=of_parts(parts)))
