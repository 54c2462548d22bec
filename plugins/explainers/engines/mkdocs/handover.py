"""Our pages in the index of Material's search, without its reading each page's HTML with a slow parser."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from hashlib import blake2b
from html import escape
from typing import TYPE_CHECKING, Any

from explainers.engines.mkdocs.generated import GeneratedPage
from explainers.engines.mkdocs.search import Section, sections
from explainers.pages.views.indexes import GLOSSARY

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

log = logging.getLogger("mkdocs.plugins.explainers")
# Material's search loads its whole index, some 10 kB a page, and turns it into one of its own in the reader's browser.
MOST_WHOLE = 500
_PLUGIN = "material.plugins.search.plugin"
# The first pages of every kind are read both ways, and then one in so many.
_FIRST = 2
_ONE_IN = 256
_LONG = 100_000


def hand_over(config: MkDocsConfig, *, pages: int, fast: bool = True) -> HandedOver | None:
    """Put ours in the place of the search plugin's listener, if the site has that plugin. `pages` are those of ours.

    Where a site is read by the plugin's own reader (`fast` is false), ours only keeps the index of a large site small.
    """
    brief = pages > MOST_WHOLE
    if not (fast or brief):
        return None
    listeners = config.plugins.events["page_context"]
    for at, listener in enumerate(listeners):
        plugin = getattr(listener, "__self__", None)
        if type(plugin).__module__ == _PLUGIN and getattr(plugin, "search_index", None) is not None:
            if brief:
                log.info(
                    "the search finds pages by title and first words: more than %s are too much to load", MOST_WHOLE
                )
            found = listeners[at] = HandedOver(plugin, listener, brief=brief, fast=fast)
            return found
    return None


class HandedOver:
    """Index a page of ours from its sections; leave every other page to the search plugin.

    Where it is to be `brief`, a page of ours has a single entry: its title, and its description, which for a claim is
    its sentence. `entries` are those of the index, by the path of their page's file.
    """

    def __init__(self, plugin: Any, listener: Callable[..., Any], *, brief: bool = False, fast: bool = True) -> None:
        self._plugin = plugin
        self._listener = listener
        self.brief = brief
        self._fast = fast
        self._seen: Counter[str] = Counter()
        self._sound = True
        self.entries: dict[str, list[Any]] = {}

    def __call__(self, context: Any, *, page: Any, **others: Any) -> Any:
        before = len(self._plugin.search_index.entries)
        found = self._sections(page) if isinstance(page, GeneratedPage) else None
        if found is None:
            context = self._listener(context, page=page, **others)
        else:
            _enter(found, page, self._plugin.search_index)
        self.entries[page.file.src_uri] = self._plugin.search_index.entries[before:]
        return context

    def put_in_order(self, files: Files) -> None:
        """Give the plugin the entries of all pages, in the order in which MkDocs has them."""
        self._plugin.search_index.entries = [entry for file in files for entry in self.entries.get(file.src_uri, ())]

    def write(self, files: Files, config: MkDocsConfig) -> None:
        """Let the plugin write its index, as at the end of a build."""
        self.put_in_order(files)
        self._plugin.on_post_build(config=config)

    def _sections(self, page: GeneratedPage) -> list[Section] | None:
        # How a page wishes to be searched is for the plugin to judge.
        if "search" in page.meta:
            return None
        # In the glossary people look for the terms, which have no pages of their own.
        if self.brief and page.made and page.job.kind != GLOSSARY.path:
            return [Section("h1", title=[escape(page.made.title)], text=[escape(page.made.description)])]
        if not (self._fast and self._sound):
            return None
        found = sections(page.content or "")
        if found is not None and self._is_due(page) and not self._is_same(found, page):
            self._sound = False
            log.info("pages are read by the search plugin, one by one: it finds other words on %s", page.url)
            return None
        return found

    def _is_due(self, page: GeneratedPage) -> bool:
        # An index of thousands is made of the same pieces as a short one.
        if not page.job.is_record and len(page.content or "") > _LONG:
            return False
        self._seen[page.job.kind] += 1
        luck = int.from_bytes(blake2b(page.url.encode(), digest_size=4).digest())
        return self._seen[page.job.kind] <= _FIRST or luck % _ONE_IN == 0

    def _is_same(self, found: list[Section], page: GeneratedPage) -> bool:
        index = self._plugin.search_index
        theirs, ours = type(index)(**index.config), type(index)(**index.config)
        theirs.add_entry_from_context(page)
        _enter(found, page, ours)
        return bool(theirs.entries == ours.entries)


def _enter(found: list[Section], page: GeneratedPage, index: Any) -> None:
    for section in found:
        index.create_entry_for_section(section, page.toc, page.url, page)
