"""A sitemap has at most as many addresses as search engines take; a larger one is an index of several."""

from __future__ import annotations

import gzip
from pathlib import Path
from xml.etree import ElementTree

from explainers.engines.mkdocs.finish.sitemap import split_sitemap, write_parts

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
URL = "https://example.org/lakes/"


def sitemap(pages: int) -> str:
    rows = "".join(
        f"\n    <url>\n <loc>{URL}{at}/</loc>\n <lastmod>2024-11-{at % 28 + 1:02}</lastmod>\n    </url>"
        for at in range(pages)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{SPACE[1:-1]}">{rows}\n</urlset>'


def addresses(text: str) -> list[str]:
    return [found.text or "" for found in ElementTree.fromstring(text).iter(f"{SPACE}loc")]


def test_a_small_sitemap_stays_as_it_is() -> None:
    assert split_sitemap(sitemap(3), URL, most=3) == (sitemap(3), {})


def test_a_large_one_leads_to_parts_that_have_every_address_once() -> None:
    index, parts = split_sitemap(sitemap(7), URL, most=3)
    assert addresses(index) == [f"{URL}sitemap-{at}.xml" for at in (1, 2, 3)]
    assert [address for part in parts.values() for address in addresses(part)] == addresses(sitemap(7))
    assert [day.text for day in ElementTree.fromstring(index).iter(f"{SPACE}lastmod")] == [
        "2024-11-03",
        "2024-11-06",
        "2024-11-07",
    ]


def test_the_parts_lie_beside_it_also_compressed(tmp_path: Path) -> None:
    _, parts = split_sitemap(sitemap(5), URL, most=4)
    write_parts(parts, tmp_path)
    text = (tmp_path / "sitemap-2.xml").read_bytes()
    assert addresses(text.decode()) == [f"{URL}4/"]
    assert gzip.decompress((tmp_path / "sitemap-2.xml.gz").read_bytes()) == text
