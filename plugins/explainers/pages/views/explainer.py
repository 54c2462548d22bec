"""An explainer's page: the article, and a row for each part of what is on record behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainers.graph.answers import is_on_all_of, on_claim
from explainers.graph.board import Cell, claims_of
from explainers.graph.chain import chain_of
from explainers.graph.figure_things import thing_of
from explainers.graph.figures import FigureGroup, figure_groups
from explainers.graph.graph import Graph
from explainers.graph.origins import Origins
from explainers.kinds.claim.model import Act, Claim, Stance
from explainers.kinds.explainer.model import Explainer, Section
from explainers.pages.views.on_record import OnRecordView, on_record_path, on_record_view
from explainers.pages.views.positions import Matrices, matrices, matrix_address
from explainers.prose import at_a_glance
from explainers.prose.site import Site


@dataclass(frozen=True, slots=True)
class RecordedPart:
    """A part of what is on record: its title, what it comes to, and the address at which all of it is."""

    title: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section, and what its editors show below it."""

    section: Section
    figures: tuple[FigureGroup, ...]
    who: Matrices | None


@dataclass(frozen=True, slots=True)
class ExplainerView:
    """What an explainer's page prints after the answer."""

    sections: tuple[SectionView, ...]
    rows: tuple[RecordedPart, ...]


def explainer_view(explainer: Explainer, site: Site) -> ExplainerView:
    """The article of one explainer, and the rows below it."""
    rows = _rows(on_record_view(explainer, site.graph), site)
    return ExplainerView(tuple(_sections(explainer, site.graph)), tuple(rows))


def _sections(explainer: Explainer, graph: Graph) -> Iterator[SectionView]:
    """A figure is shown once on a page, where it is first asked for."""
    shown: set[str] = set()
    for section in explainer.sections:
        groups = [group for group in figure_groups(_claims(section.figures, graph), graph) if group.id not in shown]
        shown |= {group.id for group in groups}
        on = _claims(section.positions, graph)
        yield SectionView(section, tuple(groups), matrices(on, graph) if on else None)


def _claims(ids: Sequence[str], graph: Graph) -> list[Claim]:
    return [claim for id in dict.fromkeys(ids) if (claim := graph.get(id, Claim))]


def _rows(view: OnRecordView, site: Site) -> Iterator[RecordedPart]:
    """A row for each part that has anything in it. What could not be established has one in any case."""
    page = site.addresses.page(on_record_path(view.explainer))
    if view.who.speakers:
        yield RecordedPart("Who says what", _who(view.who, site.graph), matrix_address(view.explainer, site))
    if view.trails:
        yield RecordedPart("Where it comes from", _ways(view.explainer, site.graph), f"{page}#origins")
    if view.figures:
        figures = sum(len(group.rows) for group in view.figures)
        words = at_a_glance.figures_counted(figures=figures, things=len(_things(view.figures)))
        yield RecordedPart("Figures", words, f"{page}#figures")
    if view.differs:
        words = at_a_glance.differences_counted(
            collisions=len(view.collisions),
            against=len(view.against),
            compared=len(view.compared),
            changed=len(view.drifts),
        )
        yield RecordedPart("Where the accounts differ", words, f"{page}#differences")
    if view.outcomes:
        yield RecordedPart("What became of it", at_a_glance.outcomes_counted(len(view.outcomes)), f"{page}#outcomes")
    heads = {group.title: group.count for group in view.unknowns}
    yield RecordedPart("What could not be established", at_a_glance.unknown(heads), f"{page}#unknown")
    if view.timeline:
        yield RecordedPart("Timeline", at_a_glance.time(entries=len(view.timeline)), f"{page}#timeline")
    if view.sources:
        words = at_a_glance.sources([source.seen for source in view.sources])
        yield RecordedPart("Sources", words, f"{page}#sources")
    yield RecordedPart("Changes", at_a_glance.changes_counted(len(view.changes)), f"{page}#changes")


def _things(groups: Sequence[FigureGroup]) -> set[tuple[str, str]]:
    """What figures count, whatever it is measured in: a part is another thing than the whole in whose chart it is."""
    found = (thing_of(row.quantity, row.claim, row.name) for group in groups for row in group.rows)
    return {(of, over) for of, _, over in found}


# Who declines, passes something on or asks about it takes no position, and who took it back has none any more.
_POSITIONS: frozenset[Stance] = frozenset({"affirms", "partly", "denies", "doubts"})


def _who(found: Matrices, graph: Graph) -> str:
    """The speakers of all tables: each has a row in every table in which it takes a position."""
    spoken: set[str] = set()
    spoken_on: set[str] = set()
    silent = {actor for actor, _ in found.silent}
    silent_on = {claim.id for _, claims in found.silent for claim in claims}
    declined: set[str] = set()
    against: dict[Stance | Act, set[str]] = {}
    for actor, cell in ((actor, cell) for table in found.tables for actor, cells in table.rows for cell in cells):
        if cell is None:
            continue
        taken = {*cell.stances, *cell.earlier}
        if taken <= {"no-position-found"}:
            silent.add(actor)
            silent_on.add(cell.claim.id)
        if _POSITIONS.intersection(cell.stances):
            spoken.add(actor)
            spoken_on.add(cell.claim.id)
        if "declines" in taken:
            declined.add(actor)
        for how in _done_with_it(actor, cell, graph):
            against.setdefault(how, set()).add(cell.claim.id)
    return at_a_glance.positions_counted(
        claims=len(spoken_on),
        speakers=len(spoken),
        against={how: len(on) for how, on in against.items()},
        declined=len(declined),
        silent=len(silent),
        silent_on=len(silent_on),
    )


def _done_with_it(actor: str, cell: Cell, graph: Graph) -> Iterator[Stance | Act]:
    """What one actor does today with all that a claim says: its stances, and that it contests it."""
    for ref in on_claim(cell.claim, graph):
        if actor in ref.attribution.by and ref.stance in cell.stances and is_on_all_of(cell.claim, ref, graph):
            yield "contest" if (ref.stance, ref.attribution.act) == ("none", "contest") else ref.stance


def _ways(explainer: Explainer, graph: Graph) -> str:
    chains = [chain for claim in claims_of(explainer, graph) if (chain := chain_of(claim, graph)).nodes]
    found = [chain.origins for chain in chains]
    return at_a_glance.ways_counted(
        claims=len(found),
        single=sum(len(origins.tellings) == 1 for origins in found),
        one_origin=sum(len(origins.tellings) > 1 and _is_one(origins) for origins in found),
        unknown=sum(not (origins.origins or origins.ended) for origins in found),
    )


def _is_one(origins: Origins) -> bool:
    """Whether all tellings surely go back to one origin."""
    if len(origins.origins) != 1 or origins.open or origins.unknown:
        return False
    ended = {root.party for end in origins.ended for root in end.roots}
    return ended <= {root.party for root in origins.origins[0].roots}
