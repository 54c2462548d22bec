"""The pages of a site converted as a build converts them, and nothing built: for `explainers check`."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb
from typing import Any

from mkdocs.commands.build import _populate_page
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from explainers.engines.config_file import PLUGIN, SettingsFault, entries_of, is_trusted, read_with_names
from explainers.engines.mkdocs.plugin import ExplainersPlugin
from explainers.graph.graph import Graph
from explainers.markdown.hand_written import ByHand
from explainers.prose.site import Site


class ConversionFault(Exception):
    """The pages of a site cannot be converted; the message is for its owner."""


def converted(
    config_file: Path | None, docs: Path, site: Site, graph: Graph, *, root: Path, plugins: bool = False
) -> ByHand:
    """What the pages of a site use of its records, and what is wrong in them, with paths seen from `root`.

    The extensions that the file sets up are at work. With `plugins` its hooks and all its plugins are too, which may
    run anything that the repository has; else only those that are known to run nothing. Raises ConversionFault.
    """
    with _quiet() as errors:
        try:
            config = _whole_config(config_file) if plugins and config_file else _config(config_file, docs)
            plugin = _plugin(config)
            plugin.only_pages = True
            config.plugins.on_startup(command="build", dirty=False)
            try:
                _convert(config, plugin, site, graph, root)
            finally:
                # MkDocs keeps a plugin for the next configuration that this process reads.
                plugin.only_pages = False
                config.plugins.on_shutdown()
        except (Exception, Abort) as fault:
            if not isinstance(fault, Abort | BuildError | ConfigurationError | SettingsFault) and _is_ours(fault):
                raise
            said = " ".join(errors) or str(fault) or type(fault).__name__
            raise ConversionFault(f"the pages cannot be converted: {said}") from None
    return plugin.pages.found()


def _whole_config(config_file: Path) -> MkDocsConfig:
    return load_config(config_file=str(config_file))


def _config(config_file: Path | None, docs: Path) -> MkDocsConfig:
    """The configuration without the repository's code: without hooks, and plugins that we do not know."""
    config = MkDocsConfig(config_file_path=str((config_file or docs.parent / "mkdocs.yml").absolute()))
    given = read_with_names(config_file) if config_file else {"docs_dir": str(docs.absolute()), "plugins": [PLUGIN]}
    known = [
        entry for entry in entries_of(given) if is_trusted(str(next(iter(entry)) if isinstance(entry, dict) else entry))
    ]
    extensions = [_without_download(entry) for entry in given.get("markdown_extensions") or []]
    safe = {"plugins": known, "hooks": [], "markdown_extensions": extensions}
    config.load_dict({"site_name": "Explainers"} | given | safe)
    failed, _ = config.validate()
    if failed:
        raise ConfigurationError(str(failed[0][1]))
    return config


def _without_download(entry: Any) -> Any:
    """An extension as it is set up, but without downloads of snippets."""
    if isinstance(entry, dict) and isinstance(options := entry.get("pymdownx.snippets"), dict):
        return {**entry, "pymdownx.snippets": {**options, "url_download": False}}
    return entry


def _plugin(config: MkDocsConfig) -> ExplainersPlugin:
    """Our plugin; a site that has not enabled it yet is checked all the same."""
    found = next((p for p in config.plugins.values() if isinstance(p, ExplainersPlugin)), None)
    if found is None:
        found = ExplainersPlugin()
        found.load_config({})
        config.plugins[PLUGIN] = found
    return found


def _convert(config: MkDocsConfig, plugin: ExplainersPlugin, site: Site, graph: Graph, root: Path) -> None:
    """MkDocs' own steps, up to where a page is put into the theme."""
    config = config.plugins.on_config(config)
    plugin.pages.begin(site, graph, root=root)
    config.plugins.on_pre_build(config=config)
    files: Files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    for file in files.documentation_pages():
        _populate_page(file.page or Page(None, file, config), config, files)


def _is_ours(fault: BaseException) -> bool:
    """Whether an error arose in our own code, and not in another plugin, an extension or a hook."""
    *_, (frame, _) = walk_tb(fault.__traceback__)
    return str(frame.f_globals.get("__name__", "")).startswith("explainers.")


@contextmanager
def _quiet() -> Iterator[list[str]]:
    """Silence MkDocs and other plugins, which a build reports, and collect their errors."""
    log = logging.getLogger("mkdocs")
    errors = _Errors()
    before, log.handlers, log.propagate = log.handlers, [errors], False
    try:
        yield errors.said
    finally:
        log.handlers, log.propagate = before, True


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())
