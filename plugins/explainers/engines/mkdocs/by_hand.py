"""Pages written by hand: what our Markdown has to know of them, and what every page of the site has around it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from explainers.engines.mkdocs.generated import UNKNOWN_DAY
from explainers.glossary.choice import from_front_matter
from explainers.markdown.extension import ExplainersExtension
from explainers.pages import HandWrittenPage, framed
from explainers.prose.site import Site

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


def prepare(page: Page, extension: ExplainersExtension, changed: str) -> None:
    """Tell our Markdown which page comes next; the theme prints what stands in its front matter as it is."""
    extension.choice = from_front_matter(page.meta)
    extension.address = page.url
    extension.title = str(page.meta.get("title", ""))
    page.update_date = changed
    for key in ("title", "description"):
        if key in page.meta:
            page.meta[key] = escape(str(page.meta[key]))


def whole(html: str, page: Page, site: Site) -> str:
    """A page's text with what stands around that of every page of ours."""
    changed = "" if page.update_date == UNKNOWN_DAY else page.update_date
    return framed(HandWrittenPage(page.url, unescape(str(page.title)), html, changed, page.edit_url or ""), site)


def day(file: File, root: Path, days: Mapping[str, str]) -> str:
    """When a page last changed, by the `days` of the paths below the root."""
    if not file.abs_src_path:
        return UNKNOWN_DAY
    path = Path(file.abs_src_path).resolve()
    root = root.resolve()
    known = path.is_relative_to(root)
    return days.get(path.relative_to(root).as_posix(), UNKNOWN_DAY) if known else UNKNOWN_DAY
