"""A page before it is made: where it is, what it is called, what gives it its contents, and what it waits for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from explainers.prose.site import Site
from explainers.prose.uses import Uses

# Sources list the pages that cite them, and the glossary lists all pages that mark its terms.
FIRST, SOURCES, LAST = TURNS = range(3)
# What a page's template prints. The uses are those of the pages in the turns before its own.
Query: TypeAlias = Callable[[Site, "PageSpec", Uses], object]


def on_one_page(site: Site) -> Sequence[str]:
    """The pages of a list that is never cut: one, which needs no title."""
    return ("",)


@dataclass(frozen=True, slots=True)
class Index:
    """A list of the site; `kind` is the kind of record that it lists, or empty where it goes across kinds.

    `titles` says what is on each of its pages (letters or years): how it is cut.
    """

    path: str
    title: str
    query: Query = field(compare=False, repr=False)
    titles: Callable[[Site], Sequence[str]] = field(default=on_one_page, compare=False, repr=False)
    kind: str = ""
    turn: int = FIRST

    @property
    def template(self) -> str:
        """The name of its template, without a suffix."""
        return "index" if self.kind else self.path


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page to be made: of one record, by its id, or of an `index`, or of the part of an index about one `explainer`
    or one `tag`, or a later `part` of a list that needs several pages, counted from 0.

    `kind` is the record's, or the name of the page's template. A page says where on the site something is used
    only on pages whose `turn` is before its own.
    """

    path: str
    address: str
    title: str
    kind: str
    query: Query = field(compare=False, repr=False)
    record: str = ""
    explainer: str = ""
    tag: str = ""
    index: Index | None = None
    turn: int = FIRST
    part: int = 0

    @property
    def is_record(self) -> bool:
        """Whether it is the page of one record, or of one record's part of an index: no navigation lists it."""
        return self.path.rpartition("/")[2] != "index"

    @property
    def named(self) -> str:
        """The id of the record in its address, if it has one."""
        return self.record or self.explainer
