"""A whole site: pages, files and diagnostics, from settings alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from explainers.build.check import Inputs, LinkedRecords, checked, linked_records
from explainers.build.form_setting import FORM
from explainers.build.made import MadePage
from explainers.build.pages import Maker, by_workers, in_turns
from explainers.build.settings import Settings
from explainers.build.workers import OnProgress, shared_out, worthwhile
from explainers.exports import ALL_RECORDS, ExportedFile, all_records, joint_files_and_tail, record_file
from explainers.exports.csl_style import Styled, styled
from explainers.exports.exported import Make
from explainers.graph.graph import Graph
from explainers.graph.link import published
from explainers.kinds import KINDS, Kinds, kind_of
from explainers.kinds.source.model import Source
from explainers.markdown.hand_written import ByHand
from explainers.pages import Index, Page, PageSpec, indexes, plan
from explainers.prose.site import Site
from explainers.prose.uses import Uses
from explainers.text.diagnostic import Diagnostic

T = TypeVar("T")


@dataclass(frozen=True)
class SiteBuild:
    """What an engine writes and reports. `texts` are the files that diagnostics point into.

    `specs` are the pages before they are made, and `uses` those of each page that was made, by its path. `unstyled` are
    the sources that the processor of the citation style fails at.
    """

    site: Site
    specs: tuple[PageSpec, ...]
    indexes: tuple[Index, ...]
    redirects: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]
    unstyled: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    workers: int = 0
    linked: LinkedRecords = field(default_factory=LinkedRecords.of_nothing)
    uses: dict[str, Uses] = field(default_factory=dict)

    @cached_property
    def made(self) -> tuple[MadePage, ...]:
        """All pages, each with its record's file, made when they are first asked for."""
        return tuple(found for found, _ in self.each(by_workers(self.workers)).values())

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages."""
        return tuple(found.page for found in self.made)

    @cached_property
    def files(self) -> tuple[ExportedFile, ...]:
        """Every file for programs."""
        own = {found.page.record: found.data for found in self.made if found.data}
        own |= {id: self.own_file(id) for id in self.without_page}
        together = ExportedFile(ALL_RECORDS, b"".join(all_records(self.site, lambda id: own[id].data)))
        return (together, *(own[id] for id in sorted(own)), *self.joint_files)

    @property
    def joint_files(self) -> Sequence[ExportedFile]:
        """The files for programs that belong to no single record, but for that of all records."""
        return self._joint[0]

    @property
    def tail(self) -> bytes:
        """The end of the file of all records."""
        return self._joint[1]

    @cached_property
    def _joint(self) -> tuple[Sequence[ExportedFile], bytes]:
        return joint_files_and_tail(self.site, self._each)

    @property
    def without_page(self) -> list[str]:
        """The ids of the records that have no page, in order."""
        return sorted(self.site.graph.records.keys() - {spec.record for spec in self.specs})

    def own_file(self, id: str) -> ExportedFile:
        """A record's own file."""
        return record_file(self.site.graph.records[id], self.site)

    def _each(self, makes: Sequence[Make]) -> list[list[ExportedFile]]:
        return shared_out(_called, makes, workers=worthwhile(self.workers, len(self.specs)))

    def each(self, maker: Maker[T]) -> dict[PageSpec, tuple[T, Uses]]:
        """What a maker makes of each page, in their order, and what the page uses."""
        found = in_turns(self.site, self.specs, maker)
        self.uses.update((spec.path, uses) for spec, (_, uses) in found.items())
        return {spec: found[spec] for spec in self.specs}


def build(
    settings: Settings, found: Inputs, *, changed: Mapping[str, str] | None = None, kinds: Kinds = KINDS
) -> SiteBuild:
    """Check everything and work out what is published, for a site without hand-written pages."""
    return finish_build(start_build(settings, found, changed=changed, kinds=kinds), found, ByHand())


def start_build(
    settings: Settings,
    found: Inputs,
    *,
    changed: Mapping[str, str] | None = None,
    kinds: Kinds = KINDS,
    on_progress: OnProgress = lambda done, number: None,
) -> SiteBuild:
    """Read the records and work out what is published: all that is needed to convert the other pages.

    `changed` gives the day a file last changed, by its path, and `on_progress` gets how many records are read.
    Raises StyleFault where the file of a citation style is none.
    """
    read = linked_records(found, kinds=kinds, on_progress=on_progress)
    plain = site_of(settings, read, found, changed=changed)
    own = _styled(plain, found.citation_style)
    site = replace(plain, references=own.references)
    return SiteBuild(
        site=site,
        specs=plan(site),
        indexes=tuple(indexes(site)),
        redirects=_redirects(site),
        diagnostics=read.diagnostics,
        unstyled=own.failed,
        texts=found.texts,
        workers=settings.workers,
        linked=read,
    )


def finish_build(built: SiteBuild, found: Inputs, by_hand: ByHand) -> SiteBuild:
    """The same once the hand-written pages are converted: everything is checked, and it is known what they use."""
    all_checked = checked(found, built.linked, by_hand)
    site = built.site.used_by(by_hand.uses)
    done = replace(built, site=site, diagnostics=all_checked.diagnostics, texts=all_checked.texts(found))
    # The files for programs do not depend on it.
    vars(done).update({name: made for name, made in vars(built).items() if name == "_joint"})
    return done


def _called(make: Make) -> list[ExportedFile]:
    return make()


def site_of(
    settings: Settings, read: LinkedRecords, found: Inputs, *, changed: Mapping[str, str] | None = None
) -> Site:
    """What is published of the records that were read."""
    graph, known = published(read.graph, drafts=settings.drafts), changed or {}
    days = {id: known[document.path] for id, document in graph.documents.items() if document.path in known}
    url = settings.site_url if settings.site_url.endswith("/") or not settings.site_url else f"{settings.site_url}/"
    return Site(
        graph=graph, kinds=read.kinds, declared=found.declared,
        name=settings.site_name, description=settings.site_description, url=url,
        drafts=settings.drafts,
        language=settings.language, directory_urls=settings.directory_urls, edit_url=settings.content_edit_url,
        form=FORM if settings.form and settings.drafts else "",
        publisher=settings.publisher, glossary=settings.glossary, changed=days,
        checked=checked_sources(graph, found.snapshots),
    )  # fmt: skip


def _styled(site: Site, style: bytes | None) -> Styled:
    """The references in the site's own style; none if it has no style. Raises StyleFault."""
    return Styled({}, ()) if style is None else styled(site.graph, style, site.language)


def checked_sources(graph: Graph, texts: Mapping[str, str]) -> frozenset[str]:
    """The sources whose text was available, so that every quotation from it was looked up."""
    return frozenset(s.id for s in graph.of(Source) if s.snapshot and s.snapshot.sha256 in texts)


def _redirects(site: Site) -> dict[str, str]:
    """Old addresses of renamed records, each with the new one."""
    found = {}
    for old, new in site.graph.renamed.items():
        plural = kind_of(site.kinds, site.graph.kind(new)).plural
        # A term has no page: its old anchor is kept in the glossary.
        if site.graph.kind(new) != "term":
            found[site.addresses.page(f"{plural}/{old}")] = site.addresses.record(new)
    return found
