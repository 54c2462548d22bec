"""A site as pages and exports see it: the published records and how they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from explainers.glossary.choice import EVERYTHING, Choice, of_explainer
from explainers.glossary.matcher import Matcher
from explainers.graph.graph import Graph
from explainers.kinds import KINDS, Kinds, kind_of
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.term.model import Term
from explainers.model.base import Record
from explainers.model.declared import NOTHING_DECLARED, Declared
from explainers.prose.address import Addresses
from explainers.prose.page_terms import PageTerms
from explainers.prose.publisher import NO_PUBLISHER, Publisher
from explainers.prose.shared import Shared
from explainers.prose.site_words import label, several
from explainers.prose.uses import Uses
from explainers.prose.writer import Writer
from explainers.text.inline import Paragraph


@dataclass(frozen=True, eq=False)
class Site:
    """The published graph and the site's settings.

    `changed` is the day a record last changed (ISO, by id), and `checked` are the sources whose text was at hand,
    `by_hand` is where hand-written pages cite sources and mark terms.
    With `drafts`, it is a preview that shows them.
    `edit_url` leads to the content folder on the repository host, `url` to the published site: each ends in a
    slash or is empty. `form` is the address of the form for editors, in a preview of a site that has one.
    """

    graph: Graph
    kinds: Kinds = KINDS
    declared: Declared = NOTHING_DECLARED
    name: str = "Explainers"
    description: str = ""
    drafts: bool = False
    url: str = ""
    language: str = "en"
    directory_urls: bool = True
    edit_url: str = ""
    form: str = ""
    glossary: str = "section"
    changed: Mapping[str, str] = field(default_factory=dict)
    checked: frozenset[str] = frozenset()
    by_hand: Uses = field(default_factory=Uses)
    references: Mapping[str, Paragraph] = field(default_factory=dict)
    publisher: Publisher = NO_PUBLISHER

    @cached_property
    def addresses(self) -> Addresses:
        """Where every page is."""
        return Addresses(self.graph, self.kinds, self.directory_urls, self.language)

    @cached_property
    def previewed(self) -> str:
        """The folders of the records, of which a link opens a preview, for our script."""
        return " ".join("glossary" if issubclass(kind.model, Term) else kind.plural for kind in self.kinds)

    @cached_property
    def matcher(self) -> Matcher:
        """The terms of the glossary."""
        return Matcher(self.graph.of(Term), language=self.language)

    @cached_property
    def _shared(self) -> Shared:
        return Shared()

    def edited(self, graph: Graph, *, same_terms: bool) -> Site:
        """The site with another graph. Where its terms are the same, so is what finds them: to make that takes longer
        than to make a page.
        """
        site = replace(self, graph=graph)
        if same_terms and "matcher" in vars(self):
            vars(site)["matcher"] = self.matcher
        return site

    def used_by(self, by_hand: Uses) -> Site:
        """The site, once it is known where the other pages use it."""
        site = replace(self, by_hand=by_hand)
        vars(site).update({name: vars(self)[name] for name in {"addresses", "matcher", "_shared"} & vars(self).keys()})
        return site

    def writer(self, address: str, *, subject: str = "", title: str = "", choice: Choice | None = None) -> Writer:
        """What writes the text of the page at an address; a hand-written page has its own choice of terms."""
        explainer = self.graph.get(subject, Explainer)
        chosen = choice or (of_explainer(explainer) if explainer else EVERYTHING)
        page_terms = PageTerms(self.matcher, self.glossary, chosen, subject, self.language)
        return Writer(
            self.graph, self.addresses, address, page_terms, subject, title, self.language, self.references,
            shared=self._shared,
        )  # fmt: skip

    def word(self, record_kind: str, word: str) -> str:
        """The field `kind` of a record as pages print it."""
        return label(word, self.declared.kinds_of(record_kind))

    def words(self, record_kind: str, word: str) -> str:
        """The same over several records."""
        return several(word, self.declared.kinds_of(record_kind), language=self.language)

    def tag(self, tag: str) -> str:
        """A tag as pages print it."""
        return label(tag, self.declared.tags)

    def tags(self, record: Record) -> dict[str, str]:
        """The tags of a record, and each as pages print it."""
        return {tag: self.tag(tag) for tag in record.tags}

    def permalink(self, address: str) -> str:
        """The full address of a page, or its path where the site's own is not set."""
        return f"{self.url}{address}" if self.url else f"/{address}"

    def data(self, id: str) -> str:
        """The address of a record's JSON."""
        return f"data/{kind_of(self.kinds, self.graph.kind(id)).plural}/{id}.json"

    @staticmethod
    def bibliography(id: str = "") -> tuple[tuple[str, str], ...]:
        """The formats in which a source, or all of them, can be taken into a reference manager, and where each lies."""
        path = f"data/sources/{id}" if id else "data/sources"
        return (("BibTeX", f"{path}.bib"), ("RIS", f"{path}.ris"), ("CSL-JSON", f"{path}.csl.json"))
