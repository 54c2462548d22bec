"""Our pages in the index of Material's search: from their records, and not from their HTML.

Read as text, a table runs its figures together and a list of links holds claims without their speakers.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from explainers.engines.mkdocs.files.generated_pages import GeneratedPage
from explainers.pages import SearchEntry, search_entries
from explainers.prose.site import Site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

log = logging.getLogger("mkdocs.plugins.explainers")
# Material's search loads its whole index and turns it into its own in the reader's browser.
MOST_WHOLE = 500
_PLUGIN = "material.plugins.search.plugin"


@dataclass(slots=True)
class _Section:
    """A section as Material's index takes it: pieces of HTML."""

    id: str | None
    title: Sequence[str]
    text: Sequence[str]


def index_records(config: MkDocsConfig, site: Callable[[], Site], *, pages: int) -> RecordIndexer | None:
    """Index our pages instead of the search plugin, if the site has it. `pages` is how many we have."""
    listeners = config.plugins.events["page_context"]
    for at, listener in enumerate(listeners):
        plugin = getattr(listener, "__self__", None)
        if type(plugin).__module__ == _PLUGIN and getattr(plugin, "search_index", None) is not None:
            brief = pages > MOST_WHOLE
            if brief:
                log.info("the search finds pages by title and summary: more than %s are too much to load", MOST_WHOLE)
            found = listeners[at] = RecordIndexer(plugin, listener, site, brief=brief)
            return found
    return None


class RecordIndexer:
    """Indexes our pages from their records; leaves all others to the search plugin.

    Where it is to be `brief`, a record's page has a single entry: its title, and its description, which for a claim is
    its sentence. `entries` are those of the index, by the path of their page's file.
    """

    def __init__(
        self, plugin: Any, listener: Callable[..., Any], site: Callable[[], Site], *, brief: bool = False
    ) -> None:
        self._plugin = plugin
        self._listener = listener
        self._site = site
        self.brief = brief
        self.entries: dict[str, list[Any]] = {}

    def __call__(self, context: Any, *, page: Any, **others: Any) -> Any:
        index = self._plugin.search_index
        before = len(index.entries)
        if not isinstance(page, GeneratedPage):
            context = self._listener(context, page=page, **others)
        elif not (page.meta.get("search") or {}).get("exclude"):
            for entry in search_entries(page.spec, self._site(), brief=self.brief):
                index.create_entry_for_section(_section(entry), page.toc, page.url, page)
        self.entries[page.file.src_uri] = index.entries[before:]
        return context

    def put_in_order(self, files: Files) -> None:
        """Give the plugin the entries of all pages, in the order in which MkDocs has them."""
        self._plugin.search_index.entries = [entry for file in files for entry in self.entries.get(file.src_uri, ())]

    def write(self, files: Files, config: MkDocsConfig) -> None:
        """Let the plugin write its index, as at the end of a build."""
        self.put_in_order(files)
        self._plugin.on_post_build(config=config)


def _section(entry: SearchEntry) -> _Section:
    text = [f"<p>{escape(words, quote=False)}</p>" for words in entry.paragraphs]
    return _Section(entry.anchor or None, [escape(entry.title, quote=False)], text)
