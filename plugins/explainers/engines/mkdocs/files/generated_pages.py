"""Our pages as MkDocs pages: the HTML is ours, the theme goes around it."""

from __future__ import annotations

from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from explainers.pages import Page, PageSpec
from explainers.pages.plan import HOME

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation


# MkDocs stamps the compressed sitemap with the newest date of all pages, so each needs one.
# Our sitemap leaves this one out.
UNKNOWN_DAY = "1980-01-01"
# The anchor of a page's own heading.
HEADING = "page_title"


class GeneratedPage(MkDocsPage):
    """A page whose content is ours. What was `made` may be filled in before MkDocs asks for it, or after."""

    def __init__(self, spec: PageSpec, file: File, config: MkDocsConfig, title: str = "") -> None:
        self.spec = spec
        self.made: Page | None = None
        # Themes print titles and descriptions as they are.
        super().__init__(escape(title or spec.title), file, config)
        self.update_date = UNKNOWN_DAY
        self.edit_url = None

    def _set_canonical_url(self, base: str | None) -> None:
        """A record's page has a plain path, which need not be parsed: that takes longer than all else here."""
        if not (base and self.spec.is_record):
            super()._set_canonical_url(base)
            return
        self.canonical_url = f"{base.removesuffix('/')}/{self.url}"
        self.abs_url = f"{_path(base)}{self.url}"

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown."""
        self.markdown = ""
        if self.made:
            # A theme gives the site's own description to a page that has none, and it is not about the record.
            described = self.made.description or self.made.title
            self.meta = {"description": escape(described), "hide": self._hidden(config)}
            if self.spec.path != HOME:
                # A theme appends the site's name to a page's title; on the home page the two are the same.
                self.meta["title"] = escape(self.made.title)

    def _hidden(self, config: MkDocsConfig) -> list[str]:
        """A record's page hides the navigation at the side if it is also in tabs."""
        return ["navigation"] if "navigation.tabs" in config.theme.get("features", []) else []

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Give MkDocs what was made."""
        self.content = ""
        if self.made:
            self.content = self.made.html
            below = [AnchorLink(_heading(h.title), h.id, 2) for h in self.made.headings]
            self.toc = contents(AnchorLink(str(self.title), HEADING, 1), below)
            self.present_anchor_ids = anchors_of((HEADING, *(heading.id for heading in self.made.headings)))

    def fill(self, made: Page) -> None:
        """Take what was made."""
        self.made = made
        self.update_date = made.changed or UNKNOWN_DAY

    def become(self, made: Page) -> None:
        """Become another version of the same page."""
        if self.title == escape(self.made.title if self.made else self.spec.title):
            self.title = escape(made.title)
        self.fill(made)

    def fill_late(self, made: Page, config: MkDocsConfig, files: Files) -> None:
        """Take what was made after MkDocs asked for it."""
        self.fill(made)
        self.read_source(config)
        self.render(config, files)

    def emptied(self) -> None:
        """Release what is written, so that a site need not fit in memory."""
        self.made, self.content, self.toc, self.meta = None, "", TableOfContents([]), {}


def contents(heading: AnchorLink, below: list[AnchorLink]) -> TableOfContents:
    """A page's contents below its own heading, to which a theme's skip link leads."""
    heading.children = below
    return TableOfContents([heading])


@lru_cache(maxsize=4096, typed=True)
def _heading(title: str) -> str:
    """A heading's text, escaped for themes. Most pages have the same ones."""
    return escape(title)


@lru_cache(maxsize=512)
def anchors_of(ids: tuple[str, ...]) -> set[str]:
    """The anchors of a page. Pages with the same headings share a set, which must not be changed."""
    return set(ids)


class GeneratedFile(File):
    """The file of one of our pages. If we write the page, MkDocs leaves it alone."""

    is_ours_to_write = False

    def is_documentation_page(self) -> bool:
        """Whether MkDocs is to put its theme around it."""
        return not self.is_ours_to_write and super().is_documentation_page()

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 – MkDocs calls it so
        """There is nothing to copy."""


@cache
def _path(base: str) -> str:
    """The path of a site's address, with a slash at its end."""
    return f"{urlsplit(base).path.removesuffix('/')}/"


def generated_file(spec: PageSpec, config: MkDocsConfig) -> GeneratedFile:
    """The file of a page. Record pages are in no navigation: a theme renders all of it on every page."""
    inclusion = InclusionLevel.NOT_IN_NAV if spec.is_record else InclusionLevel.UNDEFINED
    found = GeneratedFile.generated(config, f"{spec.path}.md", content="", inclusion=inclusion)
    assert isinstance(found, GeneratedFile)
    return found


def share_out(files: Files, nav: Navigation, *, all_of_ours: bool = False) -> None:
    """Record pages are ours to write, unless they are in the navigation or another file replaces them.

    With `all_of_ours`, so are the others that are made from records, the navigation's too.
    """
    in_nav = {id(page) for page in nav.pages}
    taken = {file.dest_uri for file in files if not isinstance(file, GeneratedFile)}
    for file in files:
        if isinstance(file, GeneratedFile) and isinstance(file.page, GeneratedPage):
            own_place = file.dest_uri not in taken
            is_shared = not all_of_ours and (not file.page.spec.is_record or id(file.page) in in_nav)
            file.is_ours_to_write = own_place and not is_shared


def give_back(files: Files) -> None:
    """Once all is written, MkDocs may treat our files as its own again."""
    for file in files:
        if isinstance(file, GeneratedFile):
            file.is_ours_to_write = False


def every_page(files: Files) -> list[File]:
    """The files of all pages, ours and MkDocs'."""
    return [
        file
        for file in files
        if file.is_documentation_page() or (isinstance(file, GeneratedFile) and file.is_ours_to_write)
    ]


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
