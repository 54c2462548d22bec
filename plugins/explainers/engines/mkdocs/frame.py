"""All that a theme puts around a page of ours, as one mark: while it is the same, a page that is the same stays."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import BasePlugin

from explainers.build.packs import mark_of
from explainers.build.releases import releases
from explainers.engines.mkdocs.options import ExplainersConfig
from explainers.graph.fingerprints import mark

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

_RUNS_ON = ("mkdocs", "mkdocs-material", "properdocs", "jinja2", "markupsafe")
# What a build is told on the way, and what it only warns of: no page has it.
_BESIDE = frozenset({"config_file_path", "site_dir", "strict", "validation"})
_BESIDE_OF_OURS = frozenset({"cache", "profile", "workers"})


def frame(config: MkDocsConfig, nav: Navigation) -> str:
    """The mark of a site's settings, of its navigation, of the theme's templates, and of what renders them.

    It is the same wherever the site lies, so that another machine finds the same.
    """
    root = repr(str(Path(config.config_file_path or "mkdocs.yml").resolve().parent)).strip("'\"")
    plain = _plain({key: value for key, value in config.items() if key not in _BESIDE}).replace(root, "")
    own = config.theme.custom_dir
    folders = (text for folder in config.theme.dirs if folder != own for text in _templates(folder))
    return mark(plain, _plain(config.theme), str(nav), *releases(_RUNS_ON), *folders, *(_overrides(own) if own else ()))


def _plain(value: object) -> str:
    """A setting in words that are the same in each build."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_plain(found)}' for key, found in sorted(value.items(), key=str))}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_plain, value))}]"
    if isinstance(value, set | frozenset):
        return f"[{', '.join(sorted(map(_plain, value)))}]"
    if isinstance(value, BasePlugin) and isinstance(value.config, ExplainersConfig):
        return _plain({key: found for key, found in value.config.items() if key not in _BESIDE_OF_OURS})
    if isinstance(value, BasePlugin):
        return f"{type(value).__name__} {_plain(value.config)}"
    if isinstance(value, str | int | float | None):
        return repr(value)
    return str(getattr(value, "__qualname__", type(value).__qualname__))


def _templates(folder: str) -> Iterator[str]:
    """The templates of a theme. Folders of icons and of what is only copied hold thousands of files, and none."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "assets")
        for name in sorted(names):
            if name.endswith((".html", ".jinja", ".j2", ".yml", ".xml")):
                yield os.path.relpath(f"{parent}/{name}", folder)
                yield Path(parent, name).read_text(encoding="utf-8", errors="replace")


def _overrides(folder: str) -> Iterator[str]:
    """Every file of a site's own templates, hidden ones too: any may be included, as an icon is."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield os.path.relpath(f"{parent}/{name}", folder)
            with suppress(OSError):
                yield mark_of(Path(parent, name).read_bytes())
