"""A site's engine, run as its owner would run it: as a command, in its own process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from explainers.engines.config_file import ensure_readable, find_config
from explainers.engines.site_settings import PARTS, SHARD

# The theme's end of life is known (ARCHITECTURE.md), and its notice is of no use to an editor.
_WITHOUT_NOTICE = {"NO_MKDOCS_2_WARNING": "1"}


def run_build(
    config: Path | None, site: Path | None, *, strict: bool = False, quiet: bool = False, given: Mapping[str, str]
) -> int:
    """Build a site, and return the engine's exit status. `given` are variables that override the environment.

    Raises SettingsFault where the engine could not even read its configuration.
    """
    command = _typed("build", config)
    # An engine takes the folder relative to its configuration; people mean it relative to the current folder.
    command += ["--site-dir", str(site.absolute())] if site else []
    command += ["--strict"] if strict else []
    command += ["--quiet"] if quiet else []
    return subprocess.run(command, env={**os.environ, **_WITHOUT_NOTICE, **given}, check=False).returncode


def serve(config: Path | None, address: str | None, *, browser: bool) -> NoReturn:
    """Serve a site until interrupted; the engine replaces this process. Raises SettingsFault."""
    # `--livereload` is asked for by name: with newer releases of click, mkdocs forgets that it is the default.
    command = [*_typed("serve", config), "--livereload"]
    command += ["--dev-addr", address] if address else []
    command += ["--open"] if browser else []
    os.execve(sys.executable, command, {**os.environ, **_WITHOUT_NOTICE})


def _typed(what: str, config: Path | None) -> list[str]:
    config = config or find_config(Path()) or Path("mkdocs.yml")
    if config.is_file():
        ensure_readable(config)
    engine = "properdocs" if config.name.startswith("properdocs") else "mkdocs"
    return [sys.executable, "-m", engine, what, "--config-file", str(config)]


def as_shard(shard: str) -> Mapping[str, str]:
    """The variables that make a build one of a shard."""
    return {SHARD: shard, PARTS: ""}


def of_parts(parts: Sequence[Path]) -> Mapping[str, str]:
    """The variables that make a build merge parts."""
    return {PARTS: os.pathsep.join(map(str, parts)), SHARD: ""}
