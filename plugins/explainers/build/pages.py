"""All pages of a site, made in turns: a page that lists what other pages use comes after them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeAlias, TypeVar

from explainers.build.made import Made, made
from explainers.build.workers import shared_out, worthwhile
from explainers.kinds.explainer.model import Explainer
from explainers.pages import Job
from explainers.pages.plan import SOURCES, TURNS
from explainers.prose.site import Site
from explainers.prose.uses import Uses

Result = TypeVar("Result")
# Makes something of some pages of one turn, in their order, given the uses of the turns before.
Maker: TypeAlias = Callable[[Site, Sequence[Job], Uses], Iterable[tuple[Result, Uses]]]


def by_workers(workers: int) -> Maker[Made]:
    """Make pages in so many processes, or for 0 in as many as help."""

    def making(site: Site, jobs: Sequence[Job], uses: Uses) -> Iterable[tuple[Made, Uses]]:
        work, number = partial(_made, site, uses), worthwhile(workers, len(jobs))
        return [(page, page.uses) for page in shared_out(work, jobs, workers=number, together=explained_by(site))]

    return making


def _made(site: Site, uses: Uses, job: Job) -> Made:
    return made(site, job, uses)


def in_turns(site: Site, jobs: Sequence[Job], maker: Maker[Result]) -> dict[Job, tuple[Result, Uses]]:
    """What a maker makes of each page, and what the page uses. A source that others cite is made again."""
    uses = Uses()
    uses.add(site.by_hand)
    made: dict[Job, tuple[Result, Uses]] = {}
    for turn in TURNS:
        now = [job for job in jobs if job.turn == turn]
        ordered = _together(now, site)
        found = dict(zip(ordered, maker(site, ordered, uses), strict=True))
        for job in now:
            uses.add(found[job][1])
        made |= found
        if turn == SOURCES:
            for job in _cited_by_others({job.record: page_uses for job, (_, page_uses) in found.items()}, now):
                [made[job]] = maker(site, [job], uses.of_source(job.record, but=job.address))
    return made


def explained_by(site: Site) -> Callable[[Job], str]:
    """Tells by which explainer's page a page is made: those of its claims ask for what it asks for.

    Made by one process, they need not work it out twice: a seventh of the time of two processes.
    """
    names: dict[str, str] = {}
    for explainer in site.graph.of(Explainer):
        names |= {id: names.get(id, explainer.id) for id in (explainer.id, *explainer.claims)}
    return lambda job: names.get(job.record or job.explainer, "")


def _together(jobs: Sequence[Job], site: Site) -> list[Job]:
    """Jobs in an order in which those of one explainer stand side by side."""
    name = explained_by(site)
    beside: dict[object, list[Job]] = {}
    for job in jobs:
        beside.setdefault(name(job) or job, []).append(job)
    return [job for row in beside.values() for job in row]


def _cited_by_others(uses: Mapping[str, Uses], jobs: Sequence[Job]) -> list[Job]:
    """The sources that another source's page cites, in its summary or its note: they have to say so."""
    citing: dict[str, set[str]] = {}
    for id, found in uses.items():
        for cited in found.sources:
            citing.setdefault(cited, set()).add(id)
    return [job for job in jobs if citing.get(job.record, set()) - {job.record}]
