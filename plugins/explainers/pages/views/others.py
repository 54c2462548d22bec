"""The pages of actors, sources, places, events and terms: what leads to them, by the name of the link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from explainers.graph.board import Taken, taken
from explainers.graph.figures import FigureGroup, figure_groups
from explainers.graph.graph import AttributionRef, Edge, Graph
from explainers.graph.verb_audit import VerbAudit, verb_audit
from explainers.graph.versions import updates, versions
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.shared_parts import Citation
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.pages.views.long_lists import MOST, MOST_FIGURES, MOST_LONG
from explainers.prose.site import Site
from explainers.prose.uses import PageUses, Uses, by_page

# So many positions, the newest, are on the page of the actor who took them.
MOST_POSITIONS = 40


class Backlinks(NamedTuple):
    """The records that lead to a record by one kind of link."""

    inverse: str
    label: str
    ids: tuple[str, ...]


class SourceUse(NamedTuple):
    """A place where a source is used: for which attribution, in which words."""

    citation: Citation | None
    ref: AttributionRef | None
    is_first: bool
    """Whether it is the first use of its attribution, which has the name, verb and note as printed."""


class UsedIn(NamedTuple):
    """A record that uses a source, and the places in it of which there is more to say."""

    record: Record
    uses: tuple[SourceUse, ...]


@dataclass(frozen=True, slots=True)
class More:
    """How many of each are left out, and the explainers in whose matrices the positions are."""

    positions: int
    claims: int
    figures: int
    uses: int
    cited_in: int
    explainers: tuple[Explainer, ...]


@dataclass(frozen=True, slots=True)
class RecordView:
    """What a record's page prints besides its own fields: as much as a page can hold."""

    backlinks: tuple[Backlinks, ...]
    claims: tuple[Claim, ...]
    positions: tuple[Taken, ...]
    figures: tuple[FigureGroup, ...]
    uses: tuple[UsedIn, ...]
    verbs: VerbAudit | None
    cited_in: tuple[PageUses, ...]
    versions: tuple[Source, ...]
    more: More


def record_view(record: Record, graph: Graph) -> RecordView:
    """Everything that leads to one record."""
    about = dict.fromkeys(e.source for e in graph.incoming(record.id, "subject_of"))
    claims = [claim for id in about if (claim := graph.get(id, Claim))]
    found = taken(record.id, graph)
    own = [one.position for one in found if not one.through]
    given = [p.claim for p in own if p.stance == "affirms" and p.claim.quantities]
    all_groups = figure_groups(list({c.id: c for c in given}.values()), graph)
    groups = [group for group in (_by(group, record.id) for group in all_groups) if group.rows]
    shown = _first_figures(groups)
    return RecordView(
        backlinks=tuple(backlinks(record.id, graph)),
        claims=tuple(claims[:MOST_LONG]),
        positions=tuple(found[:MOST_POSITIONS]),
        figures=shown,
        uses=(),
        verbs=None,
        cited_in=(),
        versions=(),
        more=More(
            positions=max(len(found) - MOST_POSITIONS, 0),
            claims=max(len(claims) - MOST_LONG, 0),
            figures=sum(len(group.rows) for group in groups[len(shown) :]),
            uses=0,
            cited_in=0,
            explainers=_explainers([one.position.claim for one in found[MOST_POSITIONS:]], graph),
        ),
    )


def source_view(source: Source, site: Site, uses: Uses) -> RecordView:
    """The same for a source, and where it is used: in records, and on pages other than those of these claims."""
    graph = site.graph
    view = record_view(source, graph)
    spots = uses.of_source(source.id, but=site.addresses.record(source.id))
    used = tuple(_uses(source, graph))
    shown = _by_record(used[:MOST_LONG])
    claims = {site.addresses.record(row.record.id) for row in shown if isinstance(row.record, Claim)}
    cited_in = [row for row in by_page(spots) if row.address not in claims]
    more = replace(view.more, uses=max(len(used) - MOST_LONG, 0), cited_in=max(len(cited_in) - MOST_POSITIONS, 0))
    return replace(
        view,
        backlinks=tuple(_without_versions(source, view.backlinks, graph)),
        uses=shown,
        verbs=verb_audit(source, graph),
        cited_in=tuple(cited_in[:MOST_POSITIONS]),
        versions=versions(source, graph),
        more=more,
    )


def _first_figures(groups: Sequence[FigureGroup]) -> tuple[FigureGroup, ...]:
    """As many as a page can hold; at least one."""
    sums = [*accumulate(1 + len(group.rows) for group in groups)]
    return tuple(groups[: max(1, sum(each <= MOST_FIGURES for each in sums))])


def _explainers(claims: Sequence[Claim], graph: Graph) -> tuple[Explainer, ...]:
    """The explainers that some claims are part of."""
    ids = dict.fromkeys(e.source for claim in claims for e in graph.incoming(claim.id, "part_of_explainer"))
    return tuple(explainer for id in ids if (explainer := graph.get(id, Explainer)))[:MOST]


def backlinks(id: str, graph: Graph) -> Iterator[Backlinks]:
    """Incoming links by name, in the order of the names; each record once."""
    named: dict[tuple[str, str], dict[str, None]] = {}
    for edge in graph.incoming(id):
        if not edge.link.shown:
            continue
        named.setdefault((edge.link.inverse, edge.link.label), {})[edge.source] = None
    for (inverse, label), ids in sorted(named.items(), key=lambda item: item[0][1]):
        yield Backlinks(inverse, label, tuple(ids))


def _without_versions(source: Source, found: Iterable[Backlinks], graph: Graph) -> Iterator[Backlinks]:
    """Later versions of a text are listed as such, and are no rewritings of it."""
    for group in found:
        ids = group.ids
        if group.inverse == "derivatives":
            ids = tuple(id for id in ids if not updates(id, source.id, graph))
        if ids:
            yield group._replace(ids=ids)


def _by(group: FigureGroup, actor: str) -> FigureGroup:
    rows = tuple(row for row in group.rows if actor in row.by)
    return replace(group, rows=rows)


def _by_record(used: Iterable[tuple[Record, SourceUse]]) -> tuple[UsedIn, ...]:
    found: dict[str, tuple[Record, list[SourceUse]]] = {}
    for record, use in used:
        uses = found.setdefault(record.id, (record, []))[1]
        if use.ref or (use.citation and (use.citation.exact or use.citation.locator)):
            uses.append(use)
    return tuple(UsedIn(record, tuple(uses)) for record, uses in found.values())


def _uses(source: Source, graph: Graph) -> Iterator[tuple[Record, SourceUse]]:
    """Every use of a source, in the order of the records that use it."""
    edges: Sequence[Edge] = [*graph.incoming(source.id, "cited_for"), *graph.incoming(source.id, "noted_in")]
    before: set[str] = set()
    for edge in edges:
        user = graph.records[edge.source]
        ref = _ref(user, edge, graph)
        yield user, SourceUse(_citation(user, edge), ref, ref is not None and ref.key not in before)
        before |= {ref.key} if ref else set()


def _citation(user: Record, edge: Edge) -> Citation | None:
    """The citation that has a link."""
    part: object = user
    for step in edge.loc[:-1]:
        part = part[step] if isinstance(part, tuple) and isinstance(step, int) else getattr(part, str(step), None)
    return part if isinstance(part, Citation) else None


def _ref(user: Record, edge: Edge, graph: Graph) -> AttributionRef | None:
    if isinstance(user, Claim) and edge.loc[0] == "attributions":
        return graph.refs(user)[int(edge.loc[1])]
    return None
