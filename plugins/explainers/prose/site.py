"""A site as pages and exports see it: the published records and how they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from explainers.graph.graph import Graph
from explainers.kinds import KINDS, Kinds, kind_of
from explainers.kinds.term.model import Term
from explainers.prose.address import Addresses
from explainers.prose.terms import Matcher
from explainers.prose.uses import Uses
from explainers.prose.writer import Writer


@dataclass(frozen=True, eq=False)
class Site:
    """The published graph and the site's settings.

    `changed` is the day a record last changed (ISO, by id), and `checked` are the sources whose text was at hand,
    `by_hand` is where hand-written pages cite sources and mark terms.
    `edit_url` leads to the content folder on the repository host, `url` to the published site: each ends in a
    slash or is empty.
    """

    graph: Graph
    kinds: Kinds = KINDS
    name: str = "Explainers"
    description: str = ""
    url: str = ""
    language: str = "en"
    directory_urls: bool = True
    edit_url: str = ""
    glossary: str = "section"
    changed: Mapping[str, str] = field(default_factory=dict)
    checked: frozenset[str] = frozenset()
    by_hand: Uses = field(default_factory=Uses)

    @cached_property
    def addresses(self) -> Addresses:
        """Where every page is."""
        return Addresses(self.graph, self.kinds, self.directory_urls)

    @cached_property
    def matcher(self) -> Matcher:
        """The terms of the glossary."""
        return Matcher(self.graph.of(Term))

    def writer(self, address: str, *, subject: str = "", title: str = "") -> Writer:
        """What writes the text of the page at an address."""
        return Writer(self.graph, self.addresses, address, self.matcher, self.glossary, subject, title)

    def permalink(self, address: str) -> str:
        """The full address of a page, or its path where the site's own is not set."""
        return f"{self.url}{address}" if self.url else f"/{address}"

    def data(self, id: str) -> str:
        """The address of a record's JSON."""
        return f"data/{kind_of(self.kinds, self.graph.kind(id)).plural}/{id}.json"
