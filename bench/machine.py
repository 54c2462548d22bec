"""The machine and the versions that a measurement belongs to."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from bench.tools import INSTALLED, PROJECT, tools


def facts(work: Path) -> dict[str, str]:
    """What was measured on what, in words."""
    return {
        "Machine": f"{_processor()}, {os.cpu_count()} cores, {_memory()} GiB of memory",
        "System": f"{platform.system()} {platform.release().partition('-')[0]}, files on {_filesystem(work)}",
        "Python": platform.python_version(),
        "Explainers": _ourselves(),
        "MkDocs": f"{version('mkdocs')} with Material {version('mkdocs-material')}",
        "Hugo": _hugo(),
        "Eleventy": f"{_eleventy()} on Node {_said('node', '--version')}",
        "Zensical": _theirs("zensical"),
        "mkdocs-gen-files": _theirs("mkdocs-gen-files"),
    }


def _ourselves() -> str:
    commit = _said("git", "-C", str(PROJECT), "rev-parse", "--short", "HEAD")
    return f"{version('mkdocs-explainers')} at {commit}"


def _hugo() -> str:
    said = _said(tools()["hugo"].build[0][0], "version").split()
    return next((word.lstrip("v").split("-")[0] for word in said if word.startswith("v0")), "")


def _processor() -> str:
    rows = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    return next((row.partition(":")[2].strip() for row in rows if row.startswith("model name")), platform.machine())


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def _filesystem(work: Path) -> str:
    return _said("df", "--output=fstype", str(work)).rpartition("\n")[2]


def _eleventy() -> str:
    code = "console.log(require('./node_modules/@11ty/eleventy/package.json').version)"
    return _said("node", "-e", code, folder=INSTALLED / "eleventy")


def _theirs(package: str) -> str:
    code = f"import importlib.metadata as m; print(m.version({package!r}))"
    return _said(str(INSTALLED / "tools" / "bin" / "python"), "-c", code)


def _said(*command: str, folder: Path | None = None) -> str:
    """What a command prints; nothing if it is not there."""
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""
