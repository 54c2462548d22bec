"""Where a record's page is, and how one page leads to another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from explainers.graph.graph import Graph
from explainers.kinds import KINDS, Kinds, kind_of
from explainers.prose.glossary_pages import paths_of_terms
from explainers.prose.site_memo import Memo

GLOSSARY = "glossary"
TAGS = "tags"


@dataclass(frozen=True)
class Addresses:
    """Addresses are paths from the site's root: `claims/x/`, or `claims/x.html` without directory addresses."""

    graph: Graph
    kinds: Kinds = KINDS
    directory: bool = True
    language: str = "en"

    def page(self, path: str) -> str:
        """The address of a page by its path without suffix: `claims/x`, `glossary`; the home page is empty."""
        if self.directory:
            return f"{path}/" if path else ""
        return f"{path or 'index'}.html"

    def index(self, plural: str) -> str:
        """The address of an index page: `claims/`."""
        return f"{plural}/" if self.directory else f"{plural}/index.html"

    def record(self, id: str) -> str:
        """The address of a record: its own page, or a term's entry in the glossary."""
        return self._records.known(id) or self._records.get(id, lambda: self._record(id))

    def term_page(self, id: str) -> str:
        """The address of the page that has a term's entry."""
        path = paths_of_terms(self.language, self.graph).get(id)
        return self.page(f"{GLOSSARY}/{path}") if path else self.index(GLOSSARY)

    @cached_property
    def _records(self) -> Memo[str, str]:
        return Memo()

    def _record(self, id: str) -> str:
        id = self.graph.renamed.get(id, id)
        kind = self.graph.kind(id)
        if kind == "term":
            return f"{self.term_page(id)}#{id}"
        return self.page(f"{kind_of(self.kinds, kind).plural}/{id}")


def tag_path(tag: str) -> str:
    """The path of a tag's page."""
    return f"{TAGS}/{tag}"


def field_anchor(domain: str) -> str:
    """The anchor of a field's terms in the glossary."""
    return "-".join(["field", *"".join(c if c.isalnum() else " " for c in domain.casefold()).split()])


def relative(target: str, start: str) -> str:
    """The way from the page at address `start` to `target`, fragment kept."""
    path, hash, fragment = target.partition("#")
    if path == start:
        # A page leads to itself by its own name, its folder by `./`.
        return f"{hash}{fragment}" or start.rpartition("/")[2] or "./"
    folder, up = start[: start.rfind("/") + 1], ""
    while not path.startswith(folder):
        folder, up = folder[: folder.rfind("/", 0, -1) + 1], f"{up}../"
    return f"{f'{up}{path[len(folder) :]}' or './'}{hash}{fragment}"
