"""Sites built into folders, and what there is to compare of them."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config.base import load_config

CONFIG = {
    "site_name": "Lakes",
    "site_url": "https://example.org/lakes/",
    "theme": {"name": "material", "font": False, "custom_dir": "overrides"},
}


LINKS = "# Links\n\n[data](data/claims/kursk-aim.json)\n"


def run(
    project: Path, site: Path, config: dict[str, Any] = CONFIG, *, command: str = "build", **options: Any
) -> list[str]:
    """A site built into a folder; what the plugin said."""
    file = project / "mkdocs.yml"
    plugins = {"plugins": ["search", {"explainers": options}]}
    file.write_text(yaml.safe_dump(plugins | config, sort_keys=False), "utf-8")
    said: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    log = logging.getLogger("mkdocs.plugins.explainers")
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    try:
        loaded = load_config(str(file), site_dir=str(site))
        loaded.plugins.on_startup(command=command, dirty=False)
        build(loaded)
    finally:
        log.removeHandler(handler)
    return said


def anew(project: Path, config: dict[str, Any] = CONFIG) -> dict[str, bytes]:
    """A site built into an empty folder."""
    site = project.with_name("anew")
    shutil.rmtree(site, ignore_errors=True)
    run(project, site, config)
    return contents(site)


def contents(site: Path) -> dict[str, bytes]:
    found = {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}
    # It holds the time of its making.
    found.pop("sitemap.xml.gz", None)
    return found


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def report_in(said: list[str]) -> str:
    """The line that tells how many pages were written."""
    [line] = [line for line in said if "pages of ours" in line]
    return line


def number(line: str, at: int) -> int:
    return [int(word) for word in line.split() if word.isdigit()][at]


def stamps(site: Path) -> dict[str, tuple[int, int]]:
    """When each file was written, and which one it is: another in the same place is seen too."""
    files = {p.relative_to(site).as_posix(): p.stat() for p in site.rglob("*") if p.is_file()}
    return {path: (found.st_mtime_ns, found.st_ino) for path, found in files.items()}
