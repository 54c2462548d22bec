"""Pages that are not made from records: what our Markdown has to know about them, what it finds, and their frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from mkdocs.commands.build import _populate_page
from mkdocs.structure.files import File, Files

from explainers.build.folders import shown_folder
from explainers.engines.mkdocs.files.generated_pages import UNKNOWN_DAY, GeneratedFile, GeneratedPage
from explainers.engines.mkdocs.files.snippets import included, snippet_folders
from explainers.glossary.choice import from_front_matter
from explainers.graph.graph import Graph
from explainers.markdown.extension import ExplainersExtension
from explainers.markdown.gathering import Gathering
from explainers.markdown.hand_written import ByHand, HandWritten
from explainers.pages import HandWrittenPage, framed
from explainers.prose.site import Site
from explainers.prose.uses import Uses

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


class OtherPages:
    """The pages of a site that are not made from its records, while the engine converts them."""

    def __init__(self) -> None:
        self.extension = ExplainersExtension()
        self.extension.shown_on = _shown_on
        self.begin(self.extension.site, self.extension.site.graph, root=Path())

    def begin(self, site: Site, graph: Graph, *, root: Path) -> None:
        """Take pages for a site, their paths seen from `root`; `graph` has the records that are not published, too."""
        self._root = root
        self.extension.site = site
        self.gathering = Gathering(site, graph)

    def resume(self, site: Site, gathering: Gathering) -> None:
        """Return to the state before a build that failed."""
        self.extension.site, self.gathering = site, gathering

    def prepare(self, page: Page, changed: str) -> None:
        """Announce the next page to our Markdown, and escape what the theme prints raw from its front matter."""
        choice = from_front_matter(page.meta)
        self.extension.expect(page.url, title=str(page.meta.get("title", "")), choice=choice)
        page.update_date = changed
        for key in ("title", "description"):
            if key in page.meta:
                page.meta[key] = escape(str(page.meta[key]))

    def take(self, page: Page, config: MkDocsConfig) -> None:
        """Note what the last converted page uses of the records. Drafts, which a preview shows, do not count."""
        if _is_published(page.file):
            self.gathering.take(_read(page, config, self._root), self.extension.state)

    def found(self) -> ByHand:
        """What all of them use, and what is wrong in them."""
        return self.gathering.found()

    def uses(self) -> Uses:
        """What all of them use."""
        return self.gathering.uses()

    def converted_anew(self, config: MkDocsConfig, files: Files, site: Site) -> Uses:
        """Convert all of them again for a preview, and return what they use of the site."""
        self.extension.site = site
        for file in files.documentation_pages():
            if file.page and not isinstance(file.page, GeneratedPage):
                _populate_page(file.page, config, files)
        return self.uses()


def _shown_on(md: Markdown) -> str | None:
    """The address of the page that shows an extract: Material's blog converts a post again for every list of posts."""
    if "excerpt" not in md.treeprocessors or "relpath" not in md.treeprocessors:
        return None
    links: Any = md.treeprocessors["relpath"]
    return str(links.file.url)


def _read(page: Page, config: MkDocsConfig, root: Path) -> HandWritten:
    """A page as its author wrote it, its path seen from `root`."""
    text = page.file.content_string.replace("\r\n", "\n").replace("\r", "\n")
    folders = snippet_folders(config.mdx_configs)

    def snippets() -> Iterator[tuple[str, str]]:
        yield from ((f"{shown_folder(path.parent, root)}{path.name}", found) for path, found in included(text, folders))

    return HandWritten(_path(page.file, config, root), unescape(str(page.title)), text, snippets)


def published_texts(files: Iterable[File]) -> list[tuple[str, str]]:
    """The published pages that are not made from records, by path, each with its text."""
    pages = (file for file in files if file.is_documentation_page() and not isinstance(file, GeneratedFile))
    return sorted((file.src_uri, file.content_string) for file in pages if _is_published(file))


def _is_published(file: File) -> bool:
    """Whether a page is more than a draft, which a preview shows."""
    return bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]


def with_frame(html: str, page: Page, site: Site) -> str:
    """A page's text in the frame that all our pages have."""
    changed = "" if page.update_date == UNKNOWN_DAY else page.update_date
    made = HandWrittenPage(
        page.url, unescape(str(page.title)), html, changed, page.edit_url or "",
        names_publisher=page.meta.get("publisher") is True,
    )  # fmt: skip
    return framed(made, site)


def last_changed(file: File, root: Path, days: Mapping[str, str]) -> str:
    """When a page last changed, by the `days` of the paths below the root."""
    if not file.abs_src_path:
        return UNKNOWN_DAY
    path = Path(file.abs_src_path).resolve()
    root = root.resolve()
    known = path.is_relative_to(root)
    return days.get(path.relative_to(root).as_posix(), UNKNOWN_DAY) if known else UNKNOWN_DAY


def _path(file: File, config: MkDocsConfig, root: Path) -> str:
    """The path of a page's file as messages show it; for a generated page, the path that its plugin gave."""
    path = Path(file.abs_src_path or "")
    if file.generated_by or not file.abs_src_path:
        path = Path(config.docs_dir) / file.src_uri
    return f"{shown_folder(path.parent, root)}{path.name}"
