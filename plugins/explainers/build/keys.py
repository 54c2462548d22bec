"""All that a site is made from beside its records and pages by hand, as one key."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from explainers.build.releases import releases
from explainers.graph.fingerprints import mark
from explainers.kinds import Kinds
from explainers.prose.site import Site

_RUNS_ON = ("pydantic", "pydantic_core", "jinja2", "markupsafe", "citeproc-py")
_PACKAGE = Path(__file__).parents[1]


def key(site: Site) -> str:
    """The key of a site: its settings, the program and its templates, and the releases that it runs on."""
    own = (
        site.name, site.description, site.url, site.language, site.directory_urls, site.edit_url, site.glossary,
    )  # fmt: skip
    return mark(sys.version, *releases(_RUNS_ON), _program(_PACKAGE), *_kinds(site.kinds), *map(repr, own))


def _kinds(kinds: Kinds) -> Iterator[str]:
    """The kinds, whose folders may lie outside of the program."""
    for kind in kinds:
        yield f"{kind.name} {kind.plural} {kind.label} {kind.plural_label}"
        yield "" if kind.folder.is_relative_to(_PACKAGE) else _program(kind.folder)


def _program(folder: Path) -> str:
    """The contents of a folder's files: of times, a fresh copy has its own. 400 files take 15 ms."""
    made = blake2b(digest_size=16)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.parent.name != "__pycache__":
            made.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            made.update(path.read_bytes())
    return made.hexdigest()
