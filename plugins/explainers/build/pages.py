"""All pages of a site, made in turns: a page that lists what other pages use comes after them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeAlias, TypeVar

from explainers.build.made import MadePage, make_page_and_file
from explainers.build.workers import shared_out, worthwhile
from explainers.kinds.explainer.model import Explainer
from explainers.pages import PageSpec
from explainers.pages.page_spec import SOURCES, TURNS
from explainers.prose.site import Site
from explainers.prose.uses import Uses

Result = TypeVar("Result")
# Makes something of the pages of one turn, in order, given the uses of earlier turns.
Maker: TypeAlias = Callable[[Site, Sequence[PageSpec], Uses], Iterable[tuple[Result, Uses]]]


def by_workers(workers: int) -> Maker[MadePage]:
    """Make pages in this many processes; 0 is as many as help."""

    def making(site: Site, specs: Sequence[PageSpec], uses: Uses) -> Iterable[tuple[MadePage, Uses]]:
        work, number = partial(_made, site, uses), worthwhile(workers, len(specs))
        return [(page, page.uses) for page in shared_out(work, specs, workers=number, together=explained_by(site))]

    return making


def _made(site: Site, uses: Uses, spec: PageSpec) -> MadePage:
    return make_page_and_file(site, spec, uses)


def in_turns(site: Site, specs: Sequence[PageSpec], maker: Maker[Result]) -> dict[PageSpec, tuple[Result, Uses]]:
    """What a maker makes of each page, and what the page uses. A source that others cite is made again."""
    uses = Uses()
    uses.add(site.by_hand)
    made: dict[PageSpec, tuple[Result, Uses]] = {}
    for turn in TURNS:
        now = [spec for spec in specs if spec.turn == turn]
        ordered = _together(now, site)
        found = dict(zip(ordered, maker(site, ordered, uses), strict=True))
        for spec in now:
            uses.add(found[spec][1])
        made |= found
        if turn == SOURCES:
            cited = _cited_by_others({spec.record: page_uses for spec, (_, page_uses) in found.items()}, now)
            made |= zip(cited, maker(site, cited, uses), strict=True)
    return made


def explained_by(site: Site) -> Callable[[PageSpec], str]:
    """A function that gives the explainer with whose page a page is made: its claims' pages need the same facts.

    Made by one process, they need not work it out twice: a seventh of the time of two processes.
    """
    names: dict[str, str] = {}
    for explainer in site.graph.of(Explainer):
        names |= {id: names.get(id, explainer.id) for id in (explainer.id, *explainer.claims)}
    return lambda spec: names.get(spec.record or spec.explainer, "")


def _together(specs: Sequence[PageSpec], site: Site) -> list[PageSpec]:
    """Pages in an order in which those of one explainer are adjacent."""
    name = explained_by(site)
    grouped: dict[object, list[PageSpec]] = {}
    for spec in specs:
        grouped.setdefault(name(spec) or spec, []).append(spec)
    return [spec for row in grouped.values() for spec in row]


def _cited_by_others(uses: Mapping[str, Uses], specs: Sequence[PageSpec]) -> list[PageSpec]:
    """The sources that another source's page cites, in its summary or its note: they have to say so."""
    citing: dict[str, set[str]] = {}
    for id, found in uses.items():
        for cited in found.sources:
            citing.setdefault(cited, set()).add(id)
    return [spec for spec in specs if citing.get(spec.record, set()) - {spec.record}]
