"""Who publishes the site and where readers write to, at the foot of every page."""

from __future__ import annotations

from html import escape

from explainers.build.publisher import Publisher


def colophon(publisher: Publisher) -> str | None:
    """What the theme prints below every page, as HTML; nothing where the settings name nobody."""
    links = [("Contact", publisher.contact), ("Report a mistake", publisher.corrections)]
    shown = [f'<a href="{escape(to)}">{words}</a>' for words, to in links if to]
    name = [f"Published by {escape(publisher.name)}"] if publisher.name else []
    return " · ".join([*name, *shown]) or None
