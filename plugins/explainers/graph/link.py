"""Records joined into a graph; links that lead nowhere, or to the wrong kind, are reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from explainers.graph.graph import Edge, Graph
from explainers.graph.replaced import replaced
from explainers.kinds.claim.model import BASES_OTHER_THAN_ATTRIBUTIONS, Claim
from explainers.model.base import Record
from explainers.model.decode import Document
from explainers.model.fields import CITATION_MARK, ID_PATTERN, MENTION, Link, Prose
from explainers.model.messages import part_in_words
from explainers.model.walk import Leaf, leaves
from explainers.text import inline
from explainers.text.diagnostic import MOST_OF_A_FILE, Diagnostic, Fix, Severity, error
from explainers.text.file_text import Span
from explainers.text.suggest import Suggestions, did_you_mean, one_of
from explainers.tree.nodes import Loc

_MOST_IDS = 20


def link(documents: Sequence[Document], language: str = "en") -> tuple[Graph, list[Diagnostic]]:
    """The graph of all records, and every reference that cannot be followed."""
    by_id = {document.id: document for document in documents}
    records = {d.id: d.record for d in documents if d.record is not None}
    linker = _Linker(by_id, records)
    for document in documents:
        if document.record is not None:
            linker.add(document, document.record)
        if document.lost:
            linker.check_lost(document)
    graph = Graph(by_id, records, tuple(linker.edges), linker.renamed, language)
    linker.bases.sort(key=lambda base: base[0].id)
    return graph, [*linker.diagnostics, *_attribution_links(graph, linker.bases)]


def published(graph: Graph, *, drafts: bool = False) -> Graph:
    """The graph without drafts, and without the links to and from them; with `drafts`, that of a preview."""
    records = {id: record for id, record in graph.records.items() if drafts or record.status != "draft"}
    if len(records) == len(graph.documents):
        # Nothing is left out: what the checks worked out from the graph is worked out.
        return graph
    edges = tuple(e for e in graph.edges if e.source in records and e.target in records)
    documents = {id: graph.documents[id] for id in records}
    renamed = {old: new for old, new in graph.renamed.items() if new in records}
    return Graph(documents, records, edges, renamed, graph.language)


def relinked(graph: Graph, now: Document, documents: Mapping[str, Document]) -> tuple[Graph, list[Diagnostic]]:
    """A published graph in which a record is another than it was; its id, its kind and its old ids are the same.

    `documents` are all there are, those that are not published too. Only the links of this record are made again.
    """
    linker = _Linker(documents, {})
    linker.renamed = dict(graph.renamed)
    record = now.record
    if record is not None:
        linker.add(now, record)
    edges = [edge for edge in linker.edges if edge.target in graph.records]
    changed = replaced(graph, now, edges)
    return changed, [*linker.diagnostics, *_attribution_links(changed, linker.bases)]


class _Places:
    """Where the links of one text are, looked up for what is wrong only: that takes longer than all the rest."""

    def __init__(self, document: Document, loc: Loc) -> None:
        self._document, self._loc = document, loc
        self._needles: list[str] = []
        self._after = 0
        self.mark = ""

    def add(self, needle: str) -> None:
        """The next link begins with these signs."""
        self._needles.append(needle)
        self.mark = needle[: len(needle) - len(needle.lstrip("@["))]

    def last(self) -> Span:
        """The place of the link that was added last. What was looked up before is not read again."""
        span, self._after = self._document.find(self._loc, self._needles, after=self._after)
        self._needles.clear()
        return span


class _Linker:
    """Collects edges, and diagnostics for those that cannot be made."""

    def __init__(self, documents: Mapping[str, Document], records: Mapping[str, Record]) -> None:
        self.documents = documents
        self.edges: list[Edge] = []
        self.bases: list[tuple[Claim, Leaf]] = []
        self.diagnostics: list[Diagnostic] = []
        self.renamed: dict[str, str] = {}
        self.suggestions = Suggestions()
        self._ids: dict[tuple[str, ...], tuple[str, ...]] = {}
        # Records of a kind have their links in the same places: of 12 a record, nearly each would be 100 bytes.
        self._places: dict[Loc, Loc] = {}
        for record in records.values():
            self._old_ids(record)

    def _old_ids(self, record: Record) -> None:
        for index, old in enumerate(record.formerly):
            span = self.documents[record.id].span(("formerly", index))
            if old in self.documents:
                self.diagnostics.append(error("old-id-in-use", f"`{old}` is the id of another record now", span))
            elif old in self.renamed:
                message = f"`{old}` is an old id of `{self.renamed[old]}` too"
                self.diagnostics.append(error("old-id-in-use", message, span))
            else:
                self.renamed[old] = record.id

    def add(self, document: Document, record: Record) -> None:
        """All links of one record, those in its prose included."""
        own, documents, edges, places = document.id, self.documents, self.edges, self._places
        for loc, meaning, value in leaves(record):
            if isinstance(meaning, Link):
                target = documents.get(value)
                # Nearly all links are good, and to ask no further for these is a tenth of the time of all.
                if target is not None and (target.kind in meaning.kinds or not meaning.kinds):
                    edges.append(Edge(own, target.id, places.setdefault(loc, loc), meaning))
                else:
                    self._edge(document, loc, value, meaning)
            elif isinstance(meaning, Prose):
                if "[[" in value or "@" in value:
                    self._prose(document, loc, value)
            elif isinstance(record, Claim) and value not in BASES_OTHER_THAN_ATTRIBUTIONS:
                self.bases.append((record, Leaf(loc, meaning, value)))

    def check_lost(self, document: Document) -> None:
        """Report the dead links in the parts that were left out of a record; no edge starts there."""
        edges, self.edges = self.edges, []
        as_written = replace(document, record=None)
        for loc, meaning, value in document.lost:
            if isinstance(meaning, Link):
                self._edge(as_written, loc, value, meaning)
            elif isinstance(meaning, Prose):
                self._prose(as_written, loc, value)
        self.edges = edges

    def _prose(self, document: Document, loc: Loc, text: str) -> None:
        places = _Places(document, loc)
        for id, cited in inline.references(text):
            places.add(f"@{id}" if cited else f"[[{id}")
            self._edge(document, loc, id, CITATION_MARK if cited else MENTION, places)

    def _edge(self, document: Document, loc: Loc, id: str, meaning: Link, places: _Places | None = None) -> None:
        """One link; in prose it is the last of `places`."""
        target = self.documents.get(id)
        if target is None or (meaning.kinds and target.kind not in meaning.kinds):
            target = self._amiss(document, loc, id, meaning, places)
            if target is None:
                return
        self.edges.append(Edge(document.id, target.id, loc, meaning))

    def _amiss(self, document: Document, loc: Loc, id: str, meaning: Link, places: _Places | None) -> Document | None:
        """The record that a wrong name leads to all the same, if any; what is wrong is reported."""
        label, mark = part_in_words(document.in_file(loc)[0]), places.mark if places else ""
        span = places.last() if places else document.span(loc)
        if id not in self.documents:
            self._unknown(id, meaning, span=span, label=label, mark=mark)
            id = self.renamed.get(id, "")
        target = self.documents.get(id)
        if target and meaning.kinds and target.kind not in meaning.kinds:
            message = f"`{id}` is {_article(target.kind)}, and `{_key(loc)}` takes {_article(one_of(meaning.kinds))}"
            self.diagnostics.append(error("wrong-kind-reference", message, span, label=label))
            return None
        return target

    def _unknown(self, id: str, meaning: Link, *, span: Span, label: str, mark: str) -> None:
        if id in self.renamed:
            now = self.renamed[id]
            fix = Fix(f"{mark}{id}", f"{mark}{now}")
            words = f"`{id}` is called `{now}` now"
            found = Diagnostic("old-id", Severity.WARNING, words, span, label, f"write `{now}`", fix=fix)
            self.diagnostics.append(found)
            return
        help = self.suggestions.did_you_mean(id, self._known(meaning.kinds))
        self.diagnostics.append(
            error("unknown-reference", f"no record has the id `{id}`", span, label=label, help=help)
        )

    def _known(self, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of the records of some kinds; of all of them where none is named."""
        if kinds not in self._ids:
            documents = self.documents.values()
            # A text that cannot be an id does not say which record it names.
            fitting = (d.id for d in documents if not kinds or d.kind in kinds)
            self._ids[kinds] = tuple(id for id in fitting if re.fullmatch(ID_PATTERN, id))
        return self._ids[kinds]


def _attribution_links(graph: Graph, bases: Sequence[tuple[Claim, Leaf]]) -> Iterator[Diagnostic]:
    unknown = ((claim, leaf) for claim, leaf in bases if graph.basis(leaf.value, claim) is None)
    for number, (claim, leaf) in enumerate(unknown):
        span = graph.documents[claim.id].span(leaf.loc)
        help = _attribution_help(leaf.value, graph, claim) if number < MOST_OF_A_FILE else ""
        message = f"no attribution is called `{leaf.value}`"
        yield error("unknown-attribution", message, span, label=part_in_words(leaf.loc), help=help)


def _attribution_help(value: str, graph: Graph, claim: Claim) -> str:
    claim_id, _, _ = value.rpartition("#")
    other = graph.get(claim_id, Claim) if claim_id else claim
    if other is None:
        return did_you_mean(claim_id, [c.id for c in graph.of(Claim)])
    ids = [a.id for a in other.attributions[:_MOST_IDS]]
    more = f" and {len(other.attributions) - len(ids)} more" if len(other.attributions) > len(ids) else ""
    return f"`{other.id}` has {one_of(ids)}{more}; or write `own-observation`, `own-estimate` or `not-stated`"


def _key(loc: Loc) -> str:
    return str(next(step for step in reversed(loc) if isinstance(step, str)))


def _article(noun: str) -> str:
    return f"{'an' if noun.strip('`')[:1] in 'aeiou' else 'a'} {noun}"
