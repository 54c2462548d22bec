"""Sites built for tests: a folder of their own and a real `mkdocs build`, run as a site owner runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.site.commands import ROOT, start

# The files of this project that are the first site; all else is the generator.
OUR_SITE = ("mkdocs.yml", "docs", "content")
# What a site owner may have set for the build, and what a test has to set itself.
OWNERS_SETTINGS = {
    *("SITE_URL", "REPO_URL", "EDIT_URI", "SNAPSHOTS_DIR", "SOURCE_DATE_EPOCH"),
    *("SITE_PUBLISHER", "SITE_EDITOR", "SITE_CONTACT", "SITE_CORRECTIONS"),
}
COMMITTED = "2026-03-14"


@dataclass(frozen=True)
class Built:
    """A build that has ended: the folder of the site, the exit status, all that was printed."""

    site: Path
    status: int
    said: str

    def pages(self) -> list[Path]:
        """Every HTML file of the site."""
        return sorted(self.site.rglob("*.html"))

    def address(self, page: Path) -> str:
        """The address of a page from the site's root, as a link gives it."""
        return page.relative_to(self.site).as_posix().removesuffix("index.html")

    def page(self, address: str) -> str:
        """The HTML of the page at an address."""
        path = self.site / address
        return (path / "index.html" if address.endswith("/") or not address else path).read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        """Every file of the site by its path."""
        found = (path for path in self.site.rglob("*") if path.is_file())
        return {path.relative_to(self.site).as_posix(): path.read_bytes() for path in found}


def our_site(project: Path) -> Path:
    """A copy of the first site in a repository of its own, all of it committed on one day."""
    project.mkdir(parents=True, exist_ok=True)
    for name in OUR_SITE:
        kept = ROOT / name
        if kept.is_dir():
            shutil.copytree(kept, project / name)
        else:
            shutil.copy(kept, project / name)
    commit(project, day=COMMITTED)
    return project


def new_site(project: Path, files: Mapping[str, str]) -> Path:
    """A site of other people's, from its files by path. MkDocs asks for a folder of pages, be it empty."""
    (project / "docs").mkdir(parents=True)
    for path, text in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    return project


def commit(project: Path, *, day: str) -> None:
    """Commit all files of a folder on a day of our choice."""
    when = f"{day}T12:00:00+00:00"
    config = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"]
    told = {
        "GIT_AUTHOR_DATE": when,
        "GIT_COMMITTER_DATE": when,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    for step in (["init", "--quiet"], ["add", "--all"], [*config, "commit", "--quiet", "--message", "x"]):
        subprocess.run(["git", *step], cwd=project, env=without_gits_own() | told, check=True)


def build(project: Path, *options: str, site: Path | None = None, timeout: int = 120, **environment: str) -> Built:
    """Run `mkdocs build`; its log and its errors are one text, as in a terminal."""
    folder = site or project.with_name(f"{project.name}-site")
    words = ("build", "--site-dir", str(folder), *options)
    with tempfile.TemporaryDirectory() as aside:
        said = Path(aside) / "said.txt"
        running = start("mkdocs", *words, folder=project, environment=given(environment), out=said)
        return Built(folder, running.ended(timeout=timeout), said.read_text("utf-8"))


def build_from_the_start(engine: str, project: Path, *options: str, site: Path, **environment: str) -> Built:
    """Run an engine's `build` in a process that is new from its start."""
    done = subprocess.run(
        [sys.executable, "-m", engine, "build", "--site-dir", str(site), *options],
        cwd=project,
        env=given(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Built(site, done.returncode, done.stdout)


def given(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of a build: that of the tests without what a site owner may have set for theirs."""
    ours = {key: value for key, value in without_gits_own().items() if key not in OWNERS_SETTINGS}
    return ours | {"NO_MKDOCS_2_WARNING": "1", "COLUMNS": "200"} | environment


def without_gits_own() -> dict[str, str]:
    """The environment without what git sets for a hook: a commit made in one would land in the outer repository."""
    return {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
