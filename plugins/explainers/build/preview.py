"""A site while it is looked at: records are edited, and each page is made again when it is asked for."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from explainers.build.cache import Cache, name_of
from explainers.build.check import Inputs
from explainers.build.edited import Edited, Outcome, is_about, is_another, is_in_its_place, linked
from explainers.build.load import load
from explainers.build.made import Made, made
from explainers.build.site import checked_sources
from explainers.graph.carried import carry_over, reads
from explainers.graph.graph import Graph
from explainers.graph.link import relinked
from explainers.graph.memo import can_wait, functions, with_facts
from explainers.graph.trace import Fact, traced
from explainers.markdown.hand_written import HandWritten
from explainers.markdown.scan import scan
from explainers.model.decode import Document
from explainers.pages import Job, indexes, plan
from explainers.pages.plan import FIRST, SOURCES, of_index, title_of_matrix
from explainers.prose.site import Site
from explainers.prose.titles import title_of
from explainers.prose.uses import Uses
from explainers.text.diagnostic import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class _Known:
    """A page that was made between two builds: the name it is known under, what it uses, and what was read for it."""

    name: str
    uses: Uses
    facts: frozenset[Fact]


class Preview:
    """A site that was built with a cache, and what has been edited since."""

    def __init__(self, site: Site, documents: Iterable[Document], found: Inputs, cache: Cache) -> None:
        self.site = site
        self.jobs = {job.path: job for job in plan(site)}
        self._documents = {document.path: document for document in documents}
        # As they were last seen; of a record with mistakes, what is shown is older.
        self._seen = dict(found.files)
        self._shown = dict(found.files)
        self._found = found
        self._cache = cache
        self._own: dict[str, _Known] = {}
        # Pages for which something was read that is another now.
        self._stale = {path for path in self.jobs if cache.last(path) is None}
        # Pages that nobody has shown since they were made anew; and of these, those that were given to nobody.
        self._owed: set[str] = set()
        self._unseen: set[str] = set()
        self._paths = [*self.jobs]
        self._readers = self._by_fact()
        self._citing: dict[str, set[str]] = defaultdict(set)
        for path, job in self.jobs.items():
            if job.record:
                self._note_uses(path, Uses(), self._uses_of(path))

    def warm(self) -> Iterator[None]:
        """Work out, step by step, what the first edit would have to."""
        for name, function in functions().items():
            if not can_wait(name):
                with traced():
                    with_facts(function, self.site.graph)
                yield
        for job in {job.kind: job for job in self.jobs.values() if job.turn == FIRST}.values():
            # Its record may have gone since the last step.
            if job.path in self.jobs:
                with traced():
                    made(self.site, job, Uses())
            yield

    def last_good(self, files: Mapping[str, bytes]) -> tuple[Mapping[str, bytes], Sequence[Diagnostic]]:
        """Files for a whole build: in the place of a record with mistakes, as it was last shown; the mistakes."""
        others = {path: data for path, data in files.items() if self._shown.get(path, data) != data}
        _, diagnostics = load(others, self.site.kinds)
        faulty = {d.span.path for d in diagnostics if d.severity is Severity.ERROR}
        return {path: self._shown[path] if path in faulty else data for path, data in files.items()}, diagnostics

    def seen_below(self, folder: str) -> list[str]:
        """The files that were last seen in a folder, and in the folders in it."""
        return [path for path in self._seen if path.startswith(f"{folder}/")]

    def edit(self, files: Mapping[str, bytes | None]) -> Edited | None:
        """Take in files of records as they are now, None for those that are gone; None where all is as it was."""
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
        self._seen = {path: data for path, data in (self._seen | there).items() if path not in gone}
        shown = self._shown | {path: there[path] for path in now}
        self._shown = {path: data for path, data in shown.items() if path not in gone}
        outcome: Outcome = "shown" if now or gone else "last good"
        broken = tuple(path for path in there if path not in now)
        return replace(edited, outcome=outcome, diagnostics=(*diagnostics, *edited.diagnostics), broken=broken)

    def edit_by_hand(self, pages: Sequence[HandWritten]) -> None:
        """Take in the pages that are written by hand as they are now."""
        self._found = replace(self._found, pages=pages)
        self.site = replace(self.site, by_hand=scan(pages, self.site).uses)

    def page(self, path: str) -> Made | None:
        """A page as it is now, if it is not what it was when it was last asked for."""
        if path not in self.jobs:
            return None
        if path in self._owed:
            self._stale.add(path)
        self._owed.discard(path)
        self._unseen.discard(path)
        return self._refreshed(self._job(path))

    def glance(self, path: str) -> Made | None:
        """The same for who does not show the page: it is another for the next who asks, too."""
        if path in self._unseen:
            self._stale.add(path)
        self._unseen.discard(path)
        found = self._refreshed(self._job(path))
        if found:
            self._owed.add(path)
        return found

    @property
    def stale(self) -> list[str]:
        """Pages of records that may be others than they were when they were last given to anyone."""
        return [path for path in self._stale | self._unseen if self.jobs[path].record]

    def replanned(self, path: str) -> Edited | None:
        """The pages that came and went if the list at a path needs another number of pages than it has."""
        job = self.jobs.get(path)
        if job is None or job.index is None or job.explainer:
            return None
        known = {other.path for other in self.jobs.values() if other.index == job.index and not other.explainer}
        return self._planned_anew() if {other.path for other in of_index(job.index, self.site)} != known else None

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
        in_place = not gone and all(is_in_its_place(self._documents.get(path), d) for path, d in now.items())
        documents = {path: d for path, d in (self._documents | dict(now)).items() if path not in gone}
        graph, found = self._relinked(now, documents) if in_place else linked(documents)
        changed = carry_over(self.site.graph, graph, ids)
        site = self._with(graph, kinds, in_place=in_place)
        # What stands in the navigation, and what leads from an old address to a new one.
        if indexes(site) != indexes(self.site) or graph.renamed != self.site.graph.renamed:
            return Edited("whole")
        self.site, self._documents = site, documents
        edited = Edited("shown") if in_place else self._planned_anew()
        self._stale |= self._reading(changed)
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
            site = replace(site, by_hand=scan(self._found.pages, site).uses)
        return site

    def _planned_anew(self) -> Edited:
        before, self.jobs = self.jobs, {job.path: job for job in plan(self.site)}
        went = tuple(job for path, job in before.items() if path not in self.jobs)
        came = tuple(job for path, job in self.jobs.items() if path not in before)
        for job in went:
            self._note_uses(job.path, self._uses_of(job.path), Uses())
            self._own.pop(job.path, None)
        self._stale = (self._stale & self.jobs.keys()) | {job.path for job in came}
        self._owed &= self.jobs.keys()
        self._unseen &= self.jobs.keys()
        return Edited("shown", came=came, went=went)

    def _reading(self, changed: Set[Fact]) -> set[str]:
        """The pages for which something was read that is another now."""
        built = {self._paths[number] for fact in changed for number in self._readers.get(fact, ())}
        anew = {path for path, known in self._own.items() if not known.facts.isdisjoint(changed)}
        return ((built - self._own.keys()) & self.jobs.keys()) | anew

    def _by_fact(self) -> Mapping[Fact, array[int]]:
        """The numbers of the pages of the last build for which something was read: a million, in four bytes each."""
        found: dict[Fact, array[int]] = {}
        for number, path in enumerate(self._paths):
            for fact in reads([*self._cache.facts_of(path)]):
                if fact not in found:
                    found[fact] = array("I")
                found[fact].append(number)
        return found

    def _job(self, path: str) -> Job:
        """A page to be made, under the title that it has now."""
        job = self.jobs[path]
        if job.record:
            return replace(job, title=title_of(self.site.graph.records[job.record], self.site.graph))
        if job.explainer and job.index:
            return replace(job, title=title_of_matrix(job.index, self.site.graph.records[job.explainer]))
        return job

    def _refreshed(self, job: Job) -> Made | None:
        """A page made anew, if it is not as it was in the last build, or when it was last made after that."""
        uses = Uses() if job.turn == FIRST else self._uses_for(job)
        name = name_of(self.site, job, uses)
        own = self._own.get(job.path)
        if job.path not in self._stale and name == (own.name if own else self._cache.last(job.path)):
            return None
        with traced() as facts:
            found = made(self.site, job, uses)
        if job.record:
            self._note_uses(job.path, self._uses_of(job.path), found.uses)
        self._own[job.path] = _Known(name, found.uses, reads(facts))
        self._stale.discard(job.path)
        return found

    def _uses_for(self, job: Job) -> Uses:
        """What all pages that come before one use, as they are now; for a source, what all others use of it."""
        before = [path for path in self._stale if self.jobs[path].record and self.jobs[path].turn < job.turn]
        for path in sorted(before, key=lambda path: self.jobs[path].turn):
            # Made only to see what it uses: whoever asks for it is given another.
            if self._refreshed(self._job(path)):
                self._owed.add(path)
                self._unseen.add(path)
        uses = Uses()
        uses.add(self.site.by_hand)
        if job.turn == SOURCES:
            citing = self._citing[job.record] - {job.path}
            for path in [path for path in self.jobs if path in citing] if citing else ():
                uses.add(self._uses_of(path))
            return uses.of_source(job.record, but=job.address)
        for path, other in self.jobs.items():
            if other.record and other.turn < job.turn:
                uses.add(self._uses_of(path))
        return uses

    def _note_uses(self, path: str, before: Uses, now: Uses) -> None:
        """Know which pages cite a source."""
        for source in before.sources:
            self._citing[source].discard(path)
        for source in now.sources:
            self._citing[source].add(path)

    def _uses_of(self, path: str) -> Uses:
        own = self._own.get(path)
        return own.uses if own else self._cache.uses_of(path) or Uses()
