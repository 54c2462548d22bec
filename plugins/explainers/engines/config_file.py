"""A site's mkdocs.yml, read without MkDocs and without running anything that it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

CONFIG_NAMES = ("properdocs.yml", "properdocs.yaml", "mkdocs.yml", "mkdocs.yaml")
PLUGIN = "explainers"
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
# Plugins that read the site's own files and nothing else: ours, and those of the theme.
_TRUSTED = frozenset({PLUGIN, "search", "blog", "tags", "meta"})


class SettingsFault(Exception):
    """A site's settings cannot be used; the message is for its owner."""


def find_config(folder: Path) -> Path | None:
    """The configuration file of a folder, under the names that MkDocs and ProperDocs look for."""
    return next((folder / name for name in CONFIG_NAMES if (folder / name).is_file()), None)


def has_pages(docs: Path) -> bool:
    """Whether a site has Markdown files, from which pages are made that are not records'."""
    return docs.is_dir() and any(path.suffix in _MARKDOWN for path in docs.rglob("*"))


def read_config(config_file: Path, construct: Callable[..., Any] = lambda loader, tag, node: None) -> Mapping[str, Any]:
    loader = get_yaml_loader()
    # `!!python/name:…` and the like are for the build: looking up a folder's name runs no code.
    loader.yaml_multi_constructors = {"": construct}
    try:
        with config_file.open("rb") as stream:
            site = yaml_load(stream, loader)
    except RecursionError:
        what = "it is nested too deep, or inherits itself"
        raise SettingsFault(f"{config_file} cannot be read: {what}") from None
    except (ConfigurationError, OSError, TypeError, ValueError) as fault:
        raise SettingsFault(f"{config_file} cannot be read: {fault}") from None
    if not isinstance(site, Mapping):
        raise SettingsFault(f"{config_file} must be a list of `key: value` lines")
    return site


def ensure_readable(config_file: Path) -> None:
    """Raise SettingsFault where an engine would end in a traceback, before it knows of us: nested too deep, say."""
    read_config(config_file)


def read_with_names(config_file: Path) -> dict[str, Any]:
    """A mkdocs.yml in which `!!python/name:` is what an installed package calls so; no other code is run.

    Raises SettingsFault.
    """
    root = config_file.parent.resolve()
    return dict(read_config(config_file, lambda loader, tag, node: _named(tag, root)))


def is_trusted(plugin: str) -> bool:
    """Whether a plugin is known to run nothing that is in the repository, and to fetch nothing."""
    return plugin.removeprefix("material/") in _TRUSTED


def foreign_code(config_file: Path) -> list[str]:
    """The plugins and hooks of a mkdocs.yml that may make or change pages by unknown code."""
    site = read_config(config_file)
    names = [name for entry in entries_of(site) for name in (entry if isinstance(entry, Mapping) else [entry])]
    return [*(str(name) for name in names if not is_trusted(str(name))), *map(str, site.get("hooks") or [])]


def names_our_plugin(config_file: Path) -> bool:
    """Whether a mkdocs.yml lists the plugin. Raises SettingsFault."""
    return any(
        PLUGIN in (entry if isinstance(entry, Mapping) else [entry]) for entry in entries_of(read_config(config_file))
    )


def entries_of(site: Mapping[str, Any]) -> list[Any]:
    """What `plugins` lists: names, and mappings of a name to its options."""
    plugins = site.get("plugins") or []
    if isinstance(plugins, Mapping):
        return [{name: options} for name, options in plugins.items()]
    return list(plugins) if isinstance(plugins, list) else [plugins]


def _named(tag: str, root: Path) -> Any:
    """What a dotted name refers to, unless its package is in the repository."""
    kind, found, name = tag.rpartition("python/name:")
    package = name.partition(".")[0]
    if kind != "tag:yaml.org,2002:" or not found or not package:
        return None
    spec = find_spec(package)
    places = [spec.origin or "", *(spec.submodule_search_locations or [])] if spec else []
    if not places or any(root in Path(place).resolve().parents and "site-packages" not in place for place in places):
        return None
    module, _, attribute = name.rpartition(".")
    return getattr(import_module(module), attribute, None)
