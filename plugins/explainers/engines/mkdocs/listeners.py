"""Who else has a hand in the pages: the plugins and hooks that listen to what MkDocs tells of each page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# What these give to the theme, if anything, is seen in the context; they leave the page alone.
_OURS = ("explainers.", "material.plugins.search.")
_OF_A_PAGE = ("pre_page", "page_read_source", "page_markdown", "page_content", "env", "page_context", "post_page")
_KNOWN = ("explainers.", "material.plugins.", "mkdocs.contrib.", "properdocs.contrib.")


def strangers(config: MkDocsConfig) -> list[str]:
    """The names of the plugins and hooks that may change a page between its content and the theme.

    What changes a page earlier is seen in the page, and what changes it later is called with the finished page.
    """
    listening = config.plugins.events["page_context"]
    return [_name(listener, config) for listener in listening if not _module(listener).startswith(_KNOWN)]


def others(config: MkDocsConfig) -> list[str]:
    """The names of the plugins and hooks, other than Material's search, that hear of the pages one by one."""
    found = [listener for event in _OF_A_PAGE for listener in config.plugins.events[event]]
    return [_name(listener, config) for listener in found if not _module(listener).startswith(_OURS)]


def _module(listener: Callable[..., Any]) -> str:
    owner = getattr(listener, "__self__", None)
    return str(getattr(listener if owner is None else type(owner), "__module__", ""))


def _name(listener: Callable[..., Any], config: MkDocsConfig) -> str:
    for name, plugin in config.plugins.items():
        # A hook is a module among the plugins, under the path that its owner gave.
        if getattr(plugin, "on_page_context", None) == listener:
            return str(name)
    return _module(listener)
