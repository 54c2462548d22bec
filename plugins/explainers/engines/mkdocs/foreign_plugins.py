"""Other plugins and hooks that may change single pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_OURS = ("explainers.", "material.plugins.search.")
_OF_A_PAGE = ("pre_page", "page_read_source", "page_markdown", "page_content", "env", "page_context", "post_page")


def foreign_plugins(config: MkDocsConfig) -> list[str]:
    """The names of the plugins and hooks, other than Material's search, that listen to events of single pages."""
    found = ((event, listener) for event in _OF_A_PAGE for listener in config.plugins.events[event])
    names = (_name(event, listener, config) for event, listener in found if not _module(listener).startswith(_OURS))
    return [*dict.fromkeys(names)]


def _module(listener: Callable[..., Any]) -> str:
    owner = getattr(listener, "__self__", None)
    return str(getattr(listener if owner is None else type(owner), "__module__", ""))


def _name(event: str, listener: Callable[..., Any], config: MkDocsConfig) -> str:
    for name, plugin in config.plugins.items():
        # A hook is a module among the plugins, under the path that its owner gave.
        if getattr(plugin, f"on_{event}", None) == listener:
            return str(name)
    return _module(listener)
