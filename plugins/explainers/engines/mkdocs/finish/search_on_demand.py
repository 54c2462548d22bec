"""Material's search without its index on every page: the index is fetched when a reader first uses the search.

The theme's script fetches `search_index.json` with each page, and starts a worker that is given what is in it. So that
file keeps the settings alone, and the entries are in another. `assets/search.js`, which the theme loads before its own
script as it does any of `extra.polyfills`, holds the worker back and gives it the entries when they are wanted.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.explainers")
SCRIPT = "search.js"
_SEARCH, _OFFLINE = "material.plugins.search.plugin", "material.plugins.offline.plugin"
_INDEX, _DOCS = "search/search_index.json", "search/search_docs.json"


class SearchOnDemand:
    """Whether the pages of one build load the search on demand."""

    def __init__(self, config: MkDocsConfig, assets: str) -> None:
        # A hook is among the plugins too, and has no settings.
        settings = ((type(plugin).__module__, getattr(plugin, "config", {})) for plugin in config.plugins.values())
        enabled = {module for module, options in settings if options.get("enabled")}
        # Without a server, the theme has its index in a script, and loads it on demand itself.
        self._wanted = _SEARCH in enabled and _OFFLINE not in enabled
        self._script = f"{assets}/{SCRIPT}"
        if self._wanted:
            config.extra["polyfills"] = [*(config.extra.get("polyfills") or ()), self._script]

    def look_at(self, output: str) -> None:
        """Check that a finished page has the script, which a theme's own templates may leave out."""
        if self._wanted and self._script not in output:
            self._wanted = False
            log.info("every page loads the search index: the theme leaves out the scripts of `extra.polyfills`")

    def part(self, folder: Path) -> None:
        """Split the index of a finished site: what every page fetches, and what the search fetches when it is used."""
        index = folder / _INDEX
        if not self._wanted or not index.is_file():
            return
        whole = json.loads(index.read_text("utf-8"))
        _write(folder / _DOCS, whole["docs"])
        _write(index, {**whole, "docs": []})


def _write(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, separators=(",", ":")), "utf-8")
