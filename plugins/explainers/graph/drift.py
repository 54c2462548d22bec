"""What changed as a claim was passed on: its tellings from the origin to the page we explain, and the pages after it.

Each telling is compared with those that it comes from (`ways`), and with nothing else: two reports without a link are
two reports. A telling that comes from none is set beside the nearest telling of the same text, if there is one; there
nothing was lost or added, since neither comes from the other. (PolNeAR source-cue-content)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from explainers.graph.aspects import QUOTED, Aspect, Aspects, aspect_named, aspects
from explainers.graph.chain import explained_in
from explainers.graph.closeness import of_telling
from explainers.graph.counts import one_time
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.origins import distance
from explainers.graph.parties import parties
from explainers.graph.said_on import said_on
from explainers.graph.ways import pages, read_in_own_voice, siblings, tells, texts, ways
from explainers.kinds.claim.model import Claim
from explainers.model.extents import UNKNOWN, Clock

Link = Literal["way", "sibling"]
_FIGURES = frozenset({"unit", "figure", "qualifier"})
_SUBSTANCE = frozenset({"unit", "figure", "qualifier", "statement", "counted", "certainty"})


class Comparison(NamedTuple):
    """What a telling has otherwise than another: one that it comes from, or one of the same text."""

    before: AttributionRef
    aspects: Aspects
    link: Link
    stated: bool
    """Whether a record states that the one comes from the other, and does not infer it."""

    def aspect(self, name: str) -> Aspect:
        """The aspect of that name."""
        return aspect_named(self.aspects, name)


class ComparedTelling(NamedTuple):
    """One telling of a claim, and those with which it is compared.

    An aspect of it is changed where it is otherwise than in each of them: what one of them has did not change here.
    """

    ref: AttributionRef
    distance: int
    aspects: Aspects
    compared: tuple[Comparison, ...]
    explained: bool

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of what changed."""
        return tuple(aspect.name for aspect in self.aspects if aspect.changed)

    def aspect(self, name: str) -> Aspect:
        """The aspect of that name."""
        return aspect_named(self.aspects, name)


class Change(NamedTuple):
    """One aspect that changed between two tellings, or that two tellings of one text have otherwise."""

    aspect: Aspect
    telling: ComparedTelling
    compared: Comparison


@once
def tellings(claim: Claim, graph: Graph) -> tuple[ComparedTelling, ...]:
    """All tellings of a claim, from the origin to the page we explain.

    The pages we explain come last; else the nearer to the origin first; then in order of the time at which they were
    said, of how close the page and its wording are to the speaker's words, and as they are written.
    """
    articles = explained_in(claim, graph)
    refs = [ref for ref in graph.refs(claim) if tells(ref)]
    steps = {ref.key: distance(ref, graph) for ref in refs}
    order = sorted(refs, key=lambda ref: (_is_in(ref, articles), steps[ref.key], _when(ref, graph), _near(ref, graph)))
    return tuple(_telling(ref, steps[ref.key], _is_in(ref, articles), graph) for ref in order)


@once
def changes(claim: Claim, graph: Graph) -> tuple[Change, ...]:
    """What changed along the ways, then what differs between tellings of one text; what matters most first.

    Each aspect that changed has the telling it is compared with; what several tellings share is given for each.
    """
    found = [
        Change(one.aspect(aspect.name), telling, one)
        for telling in tellings(claim, graph)
        for aspect in telling.aspects
        if aspect.changed
        for one in telling.compared
    ]
    return tuple(sorted(found, key=lambda change: (change.compared.link == "sibling", change.aspect.weight)))


@once
def altered(ref: AttributionRef, graph: Graph) -> bool:
    """Whether a page gives a speaker's words otherwise than the telling that it has them from.

    What it gives is then the page's, and not in the speaker's mouth.
    """
    if ref.stance != "affirms":
        return False
    own = parties(ref.attribution, graph)
    found = [way.before for way in ways(ref, graph) if not own.isdisjoint(parties(way.before.attribution, graph))]
    differ = [any(a.changed and a.name in _SUBSTANCE for a in _against(ref, other, graph)) for other in found]
    return bool(differ) and all(differ) and not read_in_own_voice(ref, graph)


def nearer(telling: ComparedTelling, others: Sequence[ComparedTelling], graph: Graph) -> list[AttributionRef]:
    """Quotations of the same party from the same text, in words closer to the speaker's."""
    own_texts, own = texts(telling.ref, graph), parties(telling.ref.attribution, graph)
    return [
        other.ref
        for other in others
        if other.ref.key != telling.ref.key
        and other.ref.attribution.mode in QUOTED
        and not other.explained
        and not own_texts.isdisjoint(texts(other.ref, graph))
        and not own.isdisjoint(parties(other.ref.attribution, graph))
        and of_telling(other.ref, graph) < of_telling(telling.ref, graph)
    ]


def _telling(ref: AttributionRef, steps: int, explained: bool, graph: Graph) -> ComparedTelling:  # noqa: FBT001
    compared = tuple(_comparisons(ref, graph))
    return ComparedTelling(ref, steps, _over(aspects(ref, graph), compared), compared, explained)


def _comparisons(ref: AttributionRef, graph: Graph) -> list[Comparison]:
    """With which tellings of the claim one is compared: all that it comes from, or else the nearest of its text."""
    led_to = ways(ref, graph)
    if led_to:
        own = (way for way in led_to if way.before.claim.id == ref.claim.id)
        return [_comparison(ref, way.before, "way", way.stated, graph) for way in own]
    near = _near(ref, graph)
    closer = [other for other in siblings(ref, graph) if (_near(other, graph), other.key) < (near, ref.key)]
    if not closer:
        return []
    return [_comparison(ref, min(closer, key=lambda other: _near(other, graph)), "sibling", True, graph)]


def _comparison(ref: AttributionRef, before: AttributionRef, link: Link, stated: bool, graph: Graph) -> Comparison:  # noqa: FBT001
    return Comparison(before, _against(ref, before, graph), link, stated)


def _against(ref: AttributionRef, before: AttributionRef, graph: Graph) -> Aspects:
    """The aspects of a telling, compared with those of another; counts of two times are two figures, and no change."""
    one = one_time(ref, before, graph)
    pairs = zip(aspects(ref, graph), aspects(before, graph), strict=True)
    return tuple(own.against(other) if one or own.name not in _FIGURES else own for own, other in pairs)


def _over(found: Aspects, compared: Sequence[Comparison]) -> Aspects:
    """The aspects of a telling, compared with all that it comes from."""
    if len(compared) < 2:
        return compared[0].aspects if compared else found
    rows = zip(found, *(one.aspects for one in compared), strict=True)
    return tuple(row[0] if all(aspect.changed for aspect in row) else own for own, *row in rows)


def _is_in(ref: AttributionRef, articles: frozenset[str]) -> bool:
    return not articles.isdisjoint(pages(ref.attribution))


def _when(ref: AttributionRef, graph: Graph) -> Clock:
    said = said_on(ref.attribution, graph)
    return (said.extent if said else UNKNOWN).by_start[0]


def _near(ref: AttributionRef, graph: Graph) -> tuple[int, int]:
    """A quotation before a paraphrase, a translation before a rewriting."""
    page, mode = of_telling(ref, graph)
    return int(ref.attribution.mode not in QUOTED) + page, mode
