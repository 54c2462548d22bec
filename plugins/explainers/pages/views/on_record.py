"""All that is on record behind an explainer: ways, figures, differences, what is unknown, time, sources, changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainers.graph.board import claims_of
from explainers.graph.chain import chain_of
from explainers.graph.collisions import Collision, collisions
from explainers.graph.figures import FigureGroup, figure_groups
from explainers.graph.followed import Following, outcomes
from explainers.graph.graph import Graph
from explainers.graph.kept import once
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.pages.views.changes import RecordUpdate, changes
from explainers.pages.views.claim import Related, related
from explainers.pages.views.positions import Matrices, of_explainer
from explainers.pages.views.timeline import TimelineEntry, events_of, timeline
from explainers.pages.views.unknowns import UnknownLines, unknown_lines
from explainers.prose.drift_words import summary, worth_telling
from explainers.prose.quoted_words import not_found, put_down_to_others
from explainers.prose.trail_words import count_in_words, trail
from explainers.text.inline import Paragraph

_AGAINST = {"contradicts", "undercuts", "attacks"}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two claims that do not sit well together."""

    claim: Claim
    related: Related


@dataclass(frozen=True, slots=True)
class Trail:
    """How many tellings, voices and origins a claim has, and where its trail ends."""

    claim: Claim
    count: str
    trail: Paragraph
    single: bool
    """Whether one telling is all there is."""


@dataclass(frozen=True, slots=True)
class Drift:
    """What changed as a claim was passed on."""

    claim: Claim
    sentences: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A claim, and the claims that say what became of it."""

    claim: Claim
    found: tuple[Following, ...]


@dataclass(frozen=True, slots=True)
class OnRecordView:
    """All that is on record behind an explainer."""

    explainer: Explainer
    who: Matrices
    figures: tuple[FigureGroup, ...]
    against: tuple[Disagreement, ...]
    """Claims that are set against each other."""
    compared: tuple[Disagreement, ...]
    """Figures that should be compared, but for those in a collision."""
    collisions: tuple[Collision, ...]
    trails: tuple[Trail, ...]
    drifts: tuple[Drift, ...]
    outcomes: tuple[Outcome, ...]
    unknowns: tuple[UnknownLines, ...]
    timeline: tuple[TimelineEntry, ...]
    sources: tuple[Source, ...]
    changes: tuple[RecordUpdate, ...]

    @property
    def words(self) -> str:
        """What the page holds, in a sentence."""
        return f"Ways to the origin, figures, differences, gaps, time and sources behind “{self.explainer.question}”"

    @property
    def unknown_count(self) -> int:
        """How much could not be established."""
        return sum(group.count for group in self.unknowns)

    @property
    def differs(self) -> bool:
        """Whether there are claims or figures that do not agree."""
        return bool(self.collisions or self.against or self.compared or self.drifts)


ON_RECORD = "on-record"


def on_record_path(explainer: Explainer) -> str:
    """The path of the page of all that is on record behind an explainer."""
    return f"explainers/{explainer.id}/{ON_RECORD}"


@once
def on_record_view(explainer: Explainer, graph: Graph) -> OnRecordView:
    """Everything on record behind one explainer."""
    claims = claims_of(explainer, graph)
    sources = sources_of(claims, explainer, graph)
    colliding = collisions(claims, graph)
    differences = list(_differences(claims, colliding, graph))
    return OnRecordView(
        explainer,
        who=of_explainer(explainer, graph),
        figures=tuple(figure_groups(claims, graph)),
        against=tuple(d for d in differences if d.related.relation.type in _AGAINST),
        compared=tuple(d for d in differences if d.related.relation.type not in _AGAINST),
        collisions=colliding,
        trails=tuple(_trails(claims, graph)),
        drifts=tuple(_drifts(claims, graph)),
        outcomes=tuple(Outcome(claim, tuple(found)) for claim in claims if (found := outcomes(claim, graph))),
        unknowns=unknown_lines(claims, graph, gaps=explainer.gaps),
        timeline=tuple(timeline(claims, events_of(claims, graph), graph)),
        sources=tuple(sources),
        # An explainer's changes are those of the claims and sources that it rests on, too.
        changes=tuple(changes([explainer, *claims, *sources])),
    )


def _trails(claims: Sequence[Claim], graph: Graph) -> Iterator[Trail]:
    for claim in claims:
        chain = chain_of(claim, graph)
        if chain.nodes:
            yield Trail(claim, count_in_words(chain), trail(chain, graph), len(chain.origins.tellings) == 1)


def _drifts(claims: Sequence[Claim], graph: Graph) -> Iterator[Drift]:
    """Claims of which something changed on the way, or whose quoted words were not found nearer to the speaker."""
    for claim in claims:
        sentences = (
            *(summary(claim, graph) if worth_telling(claim, graph) else ()),
            *not_found(claim, graph),
            *put_down_to_others(claim, graph),
        )
        if sentences:
            yield Drift(claim, sentences)


def sources_of(claims: Sequence[Claim], explainer: Explainer, graph: Graph) -> list[Source]:
    """The sources that some claims rest on, in order of first use."""
    ids = [
        explainer.article or "",
        *(c.source for claim in claims for a in claim.attributions for c in a.cites),
    ]
    return [source for id in dict.fromkeys(ids) if (source := graph.get(id, Source))]


def _differences(claims: Sequence[Claim], colliding: Sequence[Collision], graph: Graph) -> Iterator[Disagreement]:
    """Relations that set claims against each other, each pair once; of figures, those in no collision."""
    ids = {claim.id for claim in claims}
    colliding_ids = [{id for side in collision.sides for id in side.claims} for collision in colliding]
    for claim in claims:
        for other in related(claim, graph):
            pair = {claim.id, other.claim.id}
            own = other.relation.to == other.claim.id
            figures = (
                other.relation.type == "compare-with"
                and claim.quantities
                and other.claim.quantities
                and not any(pair <= claims_of_it for claims_of_it in colliding_ids)
            )
            if own and other.claim.id in ids and (figures or other.relation.type in _AGAINST):
                yield Disagreement(claim, other)
