"""A site with pages of every sort and odd words in their titles, built in this process, the fast way and the slow."""

from __future__ import annotations

import logging
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config.base import load_config

from explainers.engines.mkdocs.frames.frame_template import without_indentation
from tests.site.building import ROOT

# A name has no way to write a tag, but has to be read in the title, in an attribute, in an address and in a script.
NAMES = [
    "Smith & Sons",
    'The “Nord” "Süd" Board',
    "O'Neill <i>Ltd</i>",
    "Ask &amp; Answer",
    "100 % €uro {{ page }} \\u0026",
    "Two  spaces, 日本語",
    "xqv z, title, name",
    "</script></title><script>alert(1)</script>",
]
PAGES = {
    "about.md": "---\ntitle: About & us\ntags: [us]\n---\n\n# About\n\nSee [it](claims/index.md).\n",
    "guide/how.md": "# How\n\nText with [[nato]] and a note [@syrskyi-post].\n\n## Steps\n\nOne.\n\n### Step\n\nTwo.\n",
    "guide/tags.md": "# Tags\n",
}


# Records of ours from which others are reached, which are the site unless a test asks for all.
SOME = ("technology-helps-evade-sanctions", "kursk-aim")
WORD = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True)
class Pair:
    """Every file of a site by its path, built with `fast: true` and `fast: false`, and what the fast build said."""

    fast: dict[str, bytes]
    slow: dict[str, bytes]
    said: list[str]

    def differing(self) -> list[str]:
        """The files that are not in both, byte for byte but for indentation."""
        paths = sorted({*self.fast, *self.slow})
        return [path for path in paths if _comparable(path, self.fast) != _comparable(path, self.slow)]


def varied_site(project: Path, files: dict[str, str], *, whole: bool = False) -> Path:
    """Some of our records or all, others with odd names, and pages by hand."""
    for record in (ROOT / "content").rglob("*.yml") if whole else sorted(reached()):
        copy = project / record.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(record, copy)
    for at, name in enumerate(NAMES):
        record = {"name": name, "kind": "company", "summary": f"It is called {name}."}
        (project / f"content/actors/odd-{at}.yml").write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")
    odd = {
        "question": 'Is "it" <odd> & new?',
        "answer": "It is, as [[kursk-aim|they say]] [@syrskyi-post].",
        "claims": [*SOME],
    }
    (project / "content/explainers").mkdir(exist_ok=True)
    (project / "content/explainers/odd.yml").write_text(yaml.safe_dump(odd, allow_unicode=True), "utf-8")
    # The name of a file that every folder has, and of a folder of the theme.
    for name in ("index-html", "html", "assets", "claims-2"):
        (project / f"content/actors/{name}.yml").write_text(f"name: Named {name}\nkind: company\nsummary: A word.\n")
    for path, text in ({f"docs/{path}": text for path, text in PAGES.items()} | files).items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    return project


def reached() -> set[Path]:
    """The files of `SOME` and of all that they name, directly or not."""
    files = {path.stem: path for path in (ROOT / "content").rglob("*.yml")}
    found: set[Path] = set()
    left = [files[id] for id in SOME]
    while left:
        path = left.pop()
        if path not in found:
            found.add(path)
            left += [files[word] for word in WORD.findall(path.read_text("utf-8")) if word in files]
    return found


def both(project: Path, config: dict[str, Any], said: pytest.LogCaptureFixture) -> Pair:
    """A site built both ways. `config` is what its mkdocs.yml says beside the plugin and the site's name."""
    fast = _built(project, config, fast=True, said=said)
    lines = [line for line in said.messages if "one by one" in line]
    return Pair(fast, _built(project, config, fast=False, said=said), lines)


def _built(project: Path, config: dict[str, Any], *, fast: bool, said: pytest.LogCaptureFixture) -> dict[str, bytes]:
    given = {"site_name": 'Lakes & "Boats"', "site_url": "https://example.org/lakes/"} | config
    given["plugins"] = [*given.get("plugins", ["search"]), {"explainers": {"fast": fast}}]
    file, site = project / "mkdocs.yml", project.with_name(f"{project.name}-{'fast' if fast else 'slow'}")
    file.write_text(yaml.safe_dump(given, sort_keys=False), "utf-8")
    said.clear()
    with said.at_level(logging.INFO, logger="mkdocs"):
        loaded = load_config(str(file), site_dir=str(site))
        loaded.plugins.on_startup(command="build", dirty=False)
        build(loaded)
        loaded.plugins.on_shutdown()
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _comparable(path: str, files: dict[str, bytes]) -> bytes | None:
    """A file's bytes; of a page, without the indentation that we leave out of the theme's frame."""
    data = files.get(path)
    return without_indentation(data.decode()).encode() if data and path.endswith(".html") else data
