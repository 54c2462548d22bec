"""A site's files on disk, and what is built from them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from explainers.build.inputs import inputs
from explainers.build.settings import Settings
from explainers.build.site_build import SiteBuild, build
from explainers.pages import Page

ACTOR = "name: Mara Lind\nkind: person\nsummary: She counts otters.\n"
NAVY = "name: Navy\nkind: military-force\nsummary: It has boats.\n"
LAKE = "name: Long Lake\nkind: water\nsummary: A lake.\n"
PAPER = """
csl:
  type: article-newspaper
  title: Otters at night
publisher: mara-lind
published: {edtf: 2024-11-11, basis: stated}
accessed: {edtf: 2024-11-12, basis: stated}
role: primary
seen: excerpt
"""
CLAIM = """
label: Otters in the lake
statement: The lake holds {q1} otters.
type: measurement
about: [long-lake]
quantities:
  q1:
    of: otters in the lake
    relation: more-than
    value: 1000
attributions:
  - id: a1
    by: [mara-lind]
    act: estimate
    cites:
      - source: the-paper
        exact: a thousand otters
"""
FILES = {
    "content/actors/mara-lind.yml": ACTOR,
    "content/actors/navy.yml": NAVY,
    "content/places/long-lake.yml": LAKE,
    "content/sources/the-paper.yml": PAPER,
    "content/claims/otters.yml": CLAIM,
}
SMALL = {path: text.encode() for path, text in FILES.items()}


def written(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with some files in it."""
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data.encode() if isinstance(data, str) else data)
    return root


def built(root: Path, files: Mapping[str, str | bytes] = FILES, **settings: Any) -> SiteBuild:
    """The site of some files."""
    written(root, files)
    found = Settings(root=root, content=root / "content", docs=root / "docs", **settings)
    return build(found, inputs(found))


def page(site: SiteBuild, path: str) -> Page:
    """The page at a path without suffix: `claims/otters`."""
    [found] = [page for page in site.pages if page.path == path]
    return found


def codes(site: SiteBuild) -> list[str]:
    """The diagnostics that a site cannot be published with, as `path code`."""
    return [f"{d.span.path} {d.code}" for d in site.diagnostics if d.severity == "error"]
