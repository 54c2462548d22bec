"""Our pages as MkDocs pages: the HTML is ready, MkDocs puts its theme around it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from explainers.pages import Page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


# MkDocs stamps the compressed sitemap with the newest date of all pages, so each needs one.
# Our sitemap leaves this one out.
UNKNOWN_DAY = "1980-01-01"


class GeneratedPage(MkDocsPage):
    """A page whose content was made before MkDocs asked for it."""

    def __init__(self, made: Page, file: File, config: MkDocsConfig, title: str = "") -> None:
        self.made = made
        # Themes print titles and descriptions as they are.
        super().__init__(escape(title or made.title), file, config)
        self.update_date = made.changed or UNKNOWN_DAY
        self.edit_url = None

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown."""
        self.markdown = ""
        self.meta = {"description": escape(self.made.description), "hide": self._hidden(config)}
        if self.made.path != "index":
            # A theme puts the site's name beside a page's title; on the home page the two are one.
            self.meta["title"] = escape(self.made.title)

    def _hidden(self, config: MkDocsConfig) -> list[str]:
        """A record's page has room to read where the navigation is in tabs; elsewhere it stays at the side."""
        return ["navigation"] if "navigation.tabs" in config.theme.get("features", []) else []

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand over what was made."""
        self.content = self.made.html
        self.toc = TableOfContents([AnchorLink(escape(h.title), h.id, 2) for h in self.made.headings])
        self.present_anchor_ids = {heading.id for heading in self.made.headings}


def generated_file(page: Page, config: MkDocsConfig) -> File:
    """The file that a page stands for. Record pages are in no navigation: a theme renders all of it on every page."""
    inclusion = InclusionLevel.NOT_IN_NAV if page.is_record else InclusionLevel.UNDEFINED
    return File.generated(config, f"{page.path}.md", content="", inclusion=inclusion)


def nav_titles(nav: object) -> dict[str, str]:
    """The titles that a site owner gave in the navigation, by path."""
    if isinstance(nav, list):
        return {path: title for item in nav for path, title in nav_titles(item).items()}
    if isinstance(nav, dict):
        titles: dict[str, str] = {}
        for title, below in nav.items():
            titles |= {below: str(title)} if isinstance(below, str) else nav_titles(below)
        return titles
    return {}
