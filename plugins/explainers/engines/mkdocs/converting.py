"""The pages of a site converted as a build converts them, and nothing built: for `explainers check`."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from mkdocs.commands.build import _populate_page
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from explainers.engines.mkdocs.plugin import ExplainersPlugin
from explainers.engines.settings import PLUGIN
from explainers.graph.graph import Graph
from explainers.markdown.hand_written import ByHand
from explainers.prose.site import Site


class ConversionFault(Exception):
    """The pages of a site cannot be converted; the message is for its owner."""


def converted(config_file: Path | None, docs: Path, site: Site, graph: Graph, *, root: Path) -> ByHand:
    """What the pages of a site use of its records, and what is wrong in them, with paths seen from `root`.

    All that is set up in the file is at work: extensions, other plugins, hooks. Raises ConversionFault.
    """
    with _quiet() as errors:
        try:
            config = _config(config_file, docs)
            plugin = _plugin(config)
            plugin.only_pages = True
            config.plugins.on_startup(command="build", dirty=False)
            try:
                _convert(config, plugin, site, graph, root)
            finally:
                config.plugins.on_shutdown()
        except (Exception, Abort) as fault:
            if not isinstance(fault, Abort | BuildError | ConfigurationError) and _is_ours(fault):
                raise
            said = " ".join(errors) or str(fault) or type(fault).__name__
            raise ConversionFault(f"the pages cannot be converted: {said}") from None
    return plugin.pages.found()


def _config(config_file: Path | None, docs: Path) -> MkDocsConfig:
    if config_file:
        return load_config(config_file=str(config_file))
    config = MkDocsConfig(config_file_path=str(docs.parent / "mkdocs.yml"))
    config.load_dict({"site_name": "Explainers", "docs_dir": str(docs.absolute()), "plugins": [PLUGIN]})
    failed, _ = config.validate()
    if failed:
        raise ConfigurationError(str(failed[0][1]))
    return config


def _plugin(config: MkDocsConfig) -> ExplainersPlugin:
    """Our plugin; a site that has not switched it on yet is checked all the same."""
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
    """Whether a fault came up in our own code, and not in that of another plugin, an extension or a hook."""
    *_, (frame, _) = walk_tb(fault.__traceback__)
    return str(frame.f_globals.get("__name__", "")).startswith("explainers.")


@contextmanager
def _quiet() -> Iterator[list[str]]:
    """What MkDocs and other plugins have to say is said by a build; given are their errors."""
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
