"""A renamed record's old address leads to the new one, without script and without a server's help."""

from __future__ import annotations

from html import escape

from explainers.prose.address import relative
from explainers.prose.site import Site


def redirect_page(old: str, new: str, site: Site) -> str:
    """A page that sends browsers on, and names the new address for search engines."""
    way = escape(relative(new, old))
    return (
        "<!doctype html>\n"
        f'<html lang="{escape(site.language)}"><head><meta charset="utf-8"><title>Moved</title>'
        f'<meta name="robots" content="noindex"><link rel="canonical" href="{escape(site.permalink(new))}">'
        f'<meta http-equiv="refresh" content="0; url={way}"></head>'
        f'<body><p>This page has moved: <a href="{way}">here it is</a>.</p></body></html>\n'
    )
