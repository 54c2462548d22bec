"""A sitemap that search engines accept: for a large site, an index of several."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

# The format allows so many addresses a file. (sitemaps.org, protocol 0.9)
MOST = 50_000
NAME = "sitemap.xml"
_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_DAY = re.compile(r"<lastmod>(.*?)</lastmod>")
_INDEX = '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def split_sitemap(sitemap: str, url: str, *, most: int = MOST) -> tuple[str, dict[str, str]]:
    """A sitemap and its parts, by file name: none if it has few enough addresses.

    `url` is the site's own, ending in a slash.
    """
    entries = _ENTRY.findall(sitemap)
    if len(entries) <= most:
        return sitemap, {}
    head, _, _ = sitemap.partition(entries[0])
    _, _, tail = sitemap.rpartition("</url>")
    rows = [entries[at : at + most] for at in range(0, len(entries), most)]
    parts = {f"sitemap-{at}.xml": head + "".join(row) + tail for at, row in enumerate(rows, start=1)}
    return f"{_INDEX}{''.join(_listed(parts, url))}</sitemapindex>\n", parts


def _listed(parts: dict[str, str], url: str) -> Iterator[str]:
    for name, text in parts.items():
        day = max(_DAY.findall(text), default="")
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        yield f"<sitemap><loc>{url}{name}</loc>{changed}</sitemap>\n"


def write_parts(parts: dict[str, str], folder: Path) -> None:
    """Write each part, plain and compressed; the same site gives the same bytes."""
    for name, text in parts.items():
        data = text.encode("utf-8")
        (folder / name).write_bytes(data)
        (folder / f"{name}.gz").write_bytes(gzip.compress(data, mtime=0))
