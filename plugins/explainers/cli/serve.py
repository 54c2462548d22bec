"""`explainers serve`: the site as it is being written."""

from __future__ import annotations

from pathlib import Path

import click

from explainers.engines.config_file import SettingsFault
from explainers.engines.running import serve as run_serve
from explainers.text.report_frame import visible


@click.command()
@click.option("-a", "--dev-addr", "address", metavar="IP:PORT", help="Where to serve.  [default: 127.0.0.1:8000]")
@click.option("-o", "--open", "browser", is_flag=True, help="Open it in a browser.")
@click.option(
    "-f", "--config-file", "--config", "config", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's mkdocs.yml.",
)  # fmt: skip
def serve(config: Path | None, address: str | None, *, browser: bool) -> None:
    """Show the site at a local address and follow what you save, as `mkdocs serve --livereload` does."""
    try:
        run_serve(config, address, browser=browser)
    except SettingsFault as fault:
        raise click.UsageError(visible(str(fault))) from None
