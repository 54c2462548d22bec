"""The pages of actors, sources, places, events and terms: what leads to them, by the name of the link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from explainers.graph.board import Taken, taken
from explainers.graph.figures import FigureGroup, figure_groups
from explainers.graph.graph import AttributionRef, Edge, Graph
from explainers.graph.verb_audit import VerbAudit, verb_audit
from explainers.graph.versions import updates, versions
from explainers.kinds.claim.model import Claim
from explainers.kinds.parts import Citation
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.prose.uses import PageUses, Uses, by_page


@dataclass(frozen=True, slots=True)
class Backlinks:
    """The records that lead to a record by one kind of link."""

    inverse: str
    label: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A place where a source is used: in which record, for which attribution, in which words."""

    record: Record
    citation: Citation | None
    ref: AttributionRef | None
    is_first: bool
    """Whether no use of the same attribution stands before it: that one has its name, verb and note as printed."""


@dataclass(frozen=True, slots=True)
class RecordView:
    """What a record's page prints beside its own fields."""

    backlinks: tuple[Backlinks, ...]
    claims: tuple[Claim, ...]
    positions: tuple[Taken, ...]
    figures: tuple[FigureGroup, ...]
    uses: tuple[SourceUse, ...]
    verbs: VerbAudit | None
    cited_in: tuple[PageUses, ...]
    versions: tuple[Source, ...]


def record_view(record: Record, graph: Graph, uses: Uses, *, language: str = "en") -> RecordView:
    """Everything that leads to one record. `language` is the site's."""
    about = dict.fromkeys(e.source for e in graph.incoming(record.id, "subject_of"))
    claims = [claim for id in about if (claim := graph.get(id, Claim))]
    found = taken(record.id, graph)
    own = [one.position for one in found if not one.through]
    given = [p.claim for p in own if p.stance == "affirms" and p.claim.quantities]
    groups = figure_groups(list({c.id: c for c in given}.values()), graph)
    return RecordView(
        backlinks=tuple(_without_versions(record, backlinks(record.id, graph), graph)),
        claims=tuple(claims),
        positions=tuple(found),
        figures=tuple(group for group in (_by(group, record.id) for group in groups) if group.rows),
        uses=tuple(_uses(record, graph)),
        verbs=verb_audit(record, graph, language=language) if isinstance(record, Source) else None,
        cited_in=by_page(uses.sources.get(record.id, ())),
        versions=versions(record, graph) if isinstance(record, Source) else (),
    )


def backlinks(id: str, graph: Graph) -> Iterator[Backlinks]:
    """Incoming links by name, in the order of the names; each record once."""
    named: dict[tuple[str, str], dict[str, None]] = {}
    for edge in graph.incoming(id):
        if not edge.link.shown:
            continue
        named.setdefault((edge.link.inverse, edge.link.label), {})[edge.source] = None
    for (inverse, label), ids in sorted(named.items(), key=lambda item: item[0][1]):
        yield Backlinks(inverse, label, tuple(ids))


def _without_versions(record: Record, found: Iterator[Backlinks], graph: Graph) -> Iterator[Backlinks]:
    """Later versions of a text are listed as such, and are no rewritings of it."""
    for group in found:
        ids = group.ids
        if isinstance(record, Source) and group.inverse == "derivatives":
            ids = tuple(id for id in ids if not updates(id, record.id, graph))
        if ids:
            yield replace(group, ids=ids)


def _by(group: FigureGroup, actor: str) -> FigureGroup:
    rows = tuple(row for row in group.rows if actor in row.by)
    return replace(group, rows=rows)


def _uses(record: Record, graph: Graph) -> Iterator[SourceUse]:
    """Every use of a source, in the order of the records that use it."""
    if not isinstance(record, Source):
        return
    edges: Sequence[Edge] = [*graph.incoming(record.id, "cited_for"), *graph.incoming(record.id, "noted_in")]
    before: set[str] = set()
    for edge in edges:
        user = graph.records[edge.source]
        ref = _ref(user, edge)
        yield SourceUse(user, _citation(user, edge), ref, ref is not None and ref.key not in before)
        before |= {ref.key} if ref else set()


def _citation(user: Record, edge: Edge) -> Citation | None:
    """The citation in which a link stands."""
    part: object = user
    for step in edge.loc[:-1]:
        part = part[step] if isinstance(part, tuple) and isinstance(step, int) else getattr(part, str(step), None)
    return part if isinstance(part, Citation) else None


def _ref(user: Record, edge: Edge) -> AttributionRef | None:
    if isinstance(user, Claim) and edge.loc[0] == "attributions":
        return AttributionRef(user, user.attributions[int(edge.loc[1])])
    return None
