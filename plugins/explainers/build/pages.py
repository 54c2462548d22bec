"""All pages of a site, made in turns: a page that lists what other pages use comes after them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from explainers.build.workers import shared_out, worthwhile
from explainers.pages import Job, Page, make, plan
from explainers.pages.plan import SOURCES, TURNS
from explainers.prose.site import Site
from explainers.prose.uses import Uses

Made: TypeAlias = tuple[Page, Uses]
# Makes some pages of one turn, in their order, given the uses of the turns before.
Maker: TypeAlias = Callable[[Site, Sequence[Job], Uses], Iterable[Made]]


def one_by_one(site: Site, jobs: Sequence[Job], uses: Uses) -> Iterator[Made]:
    """Make pages in this process."""
    return (make(site, job, uses) for job in jobs)


def by_workers(workers: int) -> Maker:
    """Make pages in so many processes, or for 0 in as many as help."""

    def making(site: Site, jobs: Sequence[Job], uses: Uses) -> Iterable[Made]:
        return shared_out(lambda job: make(site, job, uses), jobs, workers=worthwhile(workers, len(jobs)))

    return making


def pages(site: Site, maker: Maker = one_by_one) -> list[Page]:
    """Every page, in the order of the plan."""
    jobs = plan(site)
    uses = Uses()
    uses.add(site.by_hand)
    made: dict[Job, Page] = {}
    for turn in TURNS:
        now = [job for job in jobs if job.turn == turn]
        found = dict(zip(now, maker(site, now, uses), strict=True))
        for _, page_uses in found.values():
            uses.add(page_uses)
        if turn == SOURCES:
            again = _cited_by_others(found)
            found.update((job, make(site, job, uses.of_source(job.record, but=job.address))) for job in again)
        made.update((job, page) for job, (page, _) in found.items())
    return [made[job] for job in jobs]


def _cited_by_others(found: dict[Job, Made]) -> list[Job]:
    """The sources that another source's page cites, in its summary or its note: they have to say so."""
    citing: dict[str, set[str]] = {}
    for job, (_, uses) in found.items():
        for id in uses.sources:
            citing.setdefault(id, set()).add(job.record)
    return [job for job in found if citing.get(job.record, set()) - {job.record}]
