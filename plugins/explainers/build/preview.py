"""A previewed site: records are edited, and a page is made from them on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace

from explainers.build.check import Inputs
from explainers.build.edited import Edited, Outcome, is_about, is_another, is_in_its_place, shown_graph
from explainers.build.load import load
from explainers.build.site_build import SiteBuild, checked_sources
from explainers.graph.figure_circles import take_over_marks
from explainers.graph.graph import Graph
from explainers.graph.link import relinked
from explainers.graph.showing import showing
from explainers.model.decode import Document
from explainers.pages import Page, PageSpec, indexes, make, plan
from explainers.pages.page_spec import FIRST, SOURCES
from explainers.pages.plan import of_index, title_of_part
from explainers.prose.site import Site
from explainers.prose.titles import title_of
from explainers.prose.uses import Uses
from explainers.text.diagnostic import Diagnostic, Severity


class Preview:
    """A site that was read, and what has been edited since.

    `convert` has all other pages converted for a site, and gives what they use of it.
    """

    def __init__(self, built: SiteBuild, found: Inputs, convert: Callable[[Site], Uses] = lambda site: Uses()) -> None:
        self.site = built.site
        self._convert = convert
        self.specs = {spec.path: spec for spec in built.specs}
        self._documents = {document.path: document for document in built.linked.graph.documents.values()}
        # Files as last seen; a record with mistakes is shown in an older version.
        self._seen = dict(found.files)
        self._shown = dict(found.files)
        self._found = found
        # Of the pages of records that were made.
        self._uses = dict(built.uses)
        # Pages that may use something else since they were last made.
        self._in_doubt = {path for path, spec in self.specs.items() if spec.record and path not in self._uses}

    def last_good(self, files: Mapping[str, bytes]) -> tuple[Mapping[str, bytes], Sequence[Diagnostic]]:
        """Files for a whole build, with a broken record as it was last shown; and the mistakes."""
        others = {path: data for path, data in files.items() if self._shown.get(path, data) != data}
        _, diagnostics = load(others, self.site.kinds)
        faulty = {d.span.path for d in diagnostics if d.severity is Severity.ERROR}
        return {path: self._shown[path] if path in faulty else data for path, data in files.items()}, diagnostics

    def seen_below(self, folder: str) -> list[str]:
        """The files that were last seen in a folder, and in the folders in it."""
        return [path for path in self._seen if path.startswith(f"{folder}/")]

    def edit(self, files: Mapping[str, bytes | None]) -> Edited | None:
        """Take in files of records as they are now, None for deleted ones; None if nothing changed."""
        files = {path: data for path, data in files.items() if self._seen.get(path) != data}
        if not files:
            return None
        there = {path: data for path, data in files.items() if data is not None}
        gone = files.keys() - there.keys()
        found, diagnostics = load(there, self.site.kinds)
        faulty = {d.span.path for d in diagnostics if d.severity is Severity.ERROR}
        now = {d.path: d for d in found if d.record is not None and d.path not in faulty}
        others = {path: document for path, document in now.items() if is_another(self._documents.get(path), document)}
        edited = self._taken_in(others, gone & self._shown.keys())
        if edited.outcome == "whole":
            return edited
        self._seen.update(there)
        self._shown.update({path: there[path] for path in now})
        for path in gone:
            self._seen.pop(path, None)
            self._shown.pop(path, None)
        outcome: Outcome = "shown" if now or gone else "last good"
        broken = tuple(path for path in there if path not in now)
        unseen = tuple(path for path in broken if not ((last := self._documents.get(path)) and last.record))
        reported = (*diagnostics, *edited.diagnostics)
        return replace(edited, outcome=outcome, diagnostics=reported, broken=broken, unseen=unseen)

    def edit_by_hand(self, uses: Uses) -> None:
        """Take in what the hand-written pages use now."""
        self.site = self.site.used_by(uses)

    def page(self, path: str) -> Page:
        """A page as it is now."""
        spec = self._titled(self.specs[path])
        page, uses = make(self.site, spec, Uses() if spec.turn == FIRST else self._uses_for(spec))
        if spec.record:
            self._uses[path] = uses
            self._in_doubt.discard(path)
        return page

    def replanned(self, path: str) -> Edited | None:
        """The pages that came and went, if the list at a path needs other pages than it has."""
        spec = self.specs.get(path)
        index = spec.index if spec and not spec.explainer else None
        if index is None:
            return None
        known = {spec.path: spec.title for spec in self.specs.values() if spec.index == index and not spec.explainer}
        wanted = {spec.path: spec.title for spec in of_index(index, self.site)}
        return self._planned_anew() if wanted != known else None

    def _taken_in(self, now: Mapping[str, Document], gone: Set[str]) -> Edited:
        if not now and not gone:
            return Edited("shown")
        touched = [*now.values(), *(self._documents[path] for path in (*now, *gone) if path in self._documents)]
        ids, kinds = {document.id for document in touched}, {document.kind for document in touched}
        new = [document.id for path, document in now.items() if path not in self._documents]
        held = {d.id for path, d in self._documents.items() if path not in gone} if new else set()
        # Two records of one id, or references whose style numbers them.
        if not held.isdisjoint(new) or ("source" in kinds and self.site.references):
            return Edited("whole")
        before, drafts = self._documents, self.site.drafts
        in_place = not gone and all(is_in_its_place(before.get(path), d, drafts=drafts) for path, d in now.items())
        documents = {path: d for path, d in (before | dict(now)).items() if path not in gone}
        if in_place:
            graph, found = self._relinked(now, documents)
        else:
            graph, found = shown_graph(documents, self.site.language, drafts=drafts)
        site = self._with(graph, kinds, in_place=in_place)
        # The navigation, and the redirects from old addresses, are the same on all pages.
        if indexes(site) != indexes(self.site) or graph.renamed != self.site.graph.renamed:
            return Edited("whole")
        near = showing(ids, self.site.graph) | showing(ids, graph)
        take_over_marks(self.site.graph, graph, but=near)
        self.site, self._documents = site, documents
        edited = Edited("shown") if in_place else self._planned_anew()
        every = "term" in kinds
        self._in_doubt |= {path for path, spec in self.specs.items() if spec.record and (every or spec.record in near)}
        return replace(edited, diagnostics=tuple(d for d in found if is_about(d, now, ids)))

    def _relinked(
        self, now: Mapping[str, Document], documents: Mapping[str, Document]
    ) -> tuple[Graph, list[Diagnostic]]:
        graph, by_id = self.site.graph, {document.id: document for document in documents.values()}
        diagnostics = []
        for document in now.values():
            graph, found = relinked(graph, document, by_id)
            diagnostics += found
        return graph, diagnostics

    def _with(self, graph: Graph, kinds: Set[str], *, in_place: bool) -> Site:
        site = self.site.edited(graph, same_terms="term" not in kinds)
        if "source" in kinds:
            site = replace(site, checked=checked_sources(graph, self._found.snapshots))
        if "term" in kinds or not in_place:
            site = site.used_by(self._convert(site))
        return site

    def _planned_anew(self) -> Edited:
        before, self.specs = self.specs, {spec.path: spec for spec in plan(self.site)}
        went = tuple(spec for path, spec in before.items() if path not in self.specs)
        came = tuple(spec for path, spec in self.specs.items() if path not in before)
        for spec in went:
            self._uses.pop(spec.path, None)
        self._in_doubt &= self.specs.keys()
        self._in_doubt |= {spec.path for spec in came if spec.record}
        return Edited("shown", came=came, went=went)

    def _titled(self, spec: PageSpec) -> PageSpec:
        """The spec of a page, with its present title."""
        if spec.record:
            return replace(spec, title=title_of(self.site.graph.records[spec.record], self.site.graph))
        if spec.explainer and spec.index:
            return replace(spec, title=title_of_part(spec.kind, spec.index, self.site.graph.records[spec.explainer]))
        return spec

    def _uses_for(self, spec: PageSpec) -> Uses:
        """What all pages before this one use now; for a source, what all others use of it."""
        uses = Uses()
        uses.add(self.site.by_hand)
        if spec.turn == SOURCES:
            for path in self._citing(spec.record, but=spec.path):
                uses.add(self._uses[path])
            return uses
        before = [path for path, other in self.specs.items() if other.record and other.turn < spec.turn]
        self._settle(before)
        for path in before:
            uses.add(self._uses[path])
        return uses

    def _citing(self, source: str, *, but: str) -> list[str]:
        """The other pages of records that cite a source, in their order."""
        near = showing([source], self.site.graph)
        doubtful = [path for path in self.specs if path != but and path in self._in_doubt]
        self._settle(
            path for path in doubtful if self.specs[path].record in near or source in self._uses_of(path).sources
        )
        return [path for path in self.specs if path != but and source in self._uses_of(path).sources]

    def _uses_of(self, path: str) -> Uses:
        return self._uses.get(path) or Uses()

    def _settle(self, paths: Iterable[str]) -> None:
        """Make the pages that are in doubt, to see what they use."""
        for path in [path for path in paths if path in self._in_doubt]:
            # What a page uses does not depend on who uses what it is about.
            _, self._uses[path] = make(self.site, self._titled(self.specs[path]), Uses())
            self._in_doubt.discard(path)
