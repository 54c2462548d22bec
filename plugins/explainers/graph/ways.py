"""Where a telling has its words from: the ways that records state or mark as inferred, and nothing else.

Three things lead from one telling to another: `based_on`; the text in which something was said (`said_in`), where that
text was read itself; and the one text that a page republishes, rewrites, translates, excerpts or updates. A page made
from several texts leads on by `based_on` alone. Two tellings of one text are siblings: neither comes from the other.
(MPQA nested sources; PROV wasDerivedFrom)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.memo import each
from explainers.graph.parties import parties
from explainers.kinds.claim.model import Attribution, Claim
from explainers.kinds.source.model import Source

OWN_GROUNDS = frozenset({"own-observation", "own-estimate"})
# To quote a text, or to cite it, is not to be made from it.
_MAKING = frozenset({"republishes", "rewrites", "translates", "excerpts", "updates"})


class Way(NamedTuple):
    """A step from a telling to one that it comes from; `stated` unless a record marks it as inferred."""

    before: AttributionRef
    stated: bool
    how: Literal["based-on", "said-in", "made-from"]


class TextBehind(NamedTuple):
    """A text that a page is made from, however far back, and whether every step to it is stated."""

    id: str
    stated: bool


@once
def ways(ref: AttributionRef, graph: Graph) -> tuple[Way, ...]:
    """The steps back from a telling, each to another telling, once; its written bases go before all else."""
    attribution = ref.attribution
    if attribution.bases:
        found: Iterable[Way] = _based_on(ref, graph)
    elif _states_own_ground(attribution):
        found = ()
    else:
        found = [*_said_in(ref, graph), *_made_from(ref, graph)]
    return tuple({way.before.key: way for way in found if way.before.key != ref.key}.values())


@once
def siblings(ref: AttributionRef, graph: Graph) -> tuple[AttributionRef, ...]:
    """Tellings of the same speakers on other pages that give the same text."""
    if ref.attribution.bases or _states_own_ground(ref.attribution):
        return ()
    by_text, own = _index(ref.claim, graph).by_text, pages(ref.attribution)
    found = (other for text in texts(ref, graph) for other in by_text.get(text, ()))
    found = (other for other in found if own.isdisjoint(pages(other.attribution)) and _share_a_party(ref, other, graph))
    led_to = {way.before.key for way in ways(ref, graph)}
    return tuple({other.key: other for other in found if other.key not in led_to}.values())


@once
def bases(ref: AttributionRef, graph: Graph) -> tuple[AttributionRef, ...]:
    """What a telling comes from that says the claim is so, or passes it on; of a denial or a silence, all its bases."""
    if not tells(ref):
        found = (graph.attribution(base, ref.claim) for base in ref.attribution.bases)
        return tuple(base for base in found if base)
    return tuple(way.before for way in ways(ref, graph) if carries(way.before))


def tells(ref: AttributionRef) -> bool:
    """Whether an attribution is a telling at all: it says so, says a part or something else, or passes it on."""
    return ref.attribution.stance == "affirms" or ref.attribution.passes_on


def carries(ref: AttributionRef) -> bool:
    """Whether a telling has all of the claim, even if only passed on."""
    return ref.stance == "affirms" or (ref.attribution.passes_on and not ref.attribution.is_partial)


def rests_on_something_else(ref: AttributionRef, graph: Graph) -> bool:
    """Whether the record gives a telling a basis, and that says something else than the claim."""
    found = [base for id in ref.attribution.bases if (base := graph.attribution(id, ref.claim))]
    return bool(found) and not any(carries(base) for base in found)


@once
def texts(ref: AttributionRef, graph: Graph) -> frozenset[str]:
    """The texts that a telling gives: the one it was said in, else those that its pages are made from."""
    said_in = spoken_in(ref.attribution, graph)
    if said_in:
        return frozenset([said_in])
    return frozenset(text.id for page in pages(ref.attribution) for text in made_from(page, graph))


def spoken_in(attribution: Attribution, graph: Graph) -> str:
    """The text in which something was said; where the record names an actor and no text, nothing is known of it."""
    said_in = attribution.said_in or ""
    return said_in if graph.get(said_in, Source) else ""


def pages(attribution: Attribution) -> frozenset[str]:
    """The sources in which a telling is, without what is cited as background."""
    return frozenset(citation.source for citation in attribution.cites if citation.role != "context")


@each
def made_from(source: str, graph: Graph) -> tuple[TextBehind, ...]:
    """The texts behind a page, the nearest first, as long as each is made from just one other."""
    found: dict[str, TextBehind] = {}
    here, stated = source, True
    while True:
        document = graph.get(here, Source)
        steps = [step for step in document.derived_from if step.how in _MAKING] if document else []
        others = {step.source for step in steps}
        if len(others) != 1:
            return tuple(found.values())
        here = steps[0].source
        stated = stated and steps[0].basis == "stated"
        if here in found or here == source:
            return tuple(found.values())
        found[here] = TextBehind(here, stated)


def several_texts(source: str, graph: Graph) -> bool:
    """Whether a page is made from more than one text."""
    document = graph.get(source, Source)
    return document is not None and len({s.source for s in document.derived_from if s.how in _MAKING}) > 1


def own_voice(ref: AttributionRef, graph: Graph) -> bool:
    """Whether all who speak are the publishers of the pages that have it."""
    found = (graph.get(page, Source) for page in pages(ref.attribution))
    return set(ref.attribution.by) <= {page.publisher for page in found if page}


def read_in_own_voice(ref: AttributionRef, graph: Graph) -> bool:
    """Whether each page in which we read it is a speaker's own; a text known only from others is read in theirs."""
    publishers = {source.publisher for id in pages_read(ref, graph) if (source := graph.get(id, Source))}
    return publishers == set(ref.attribution.by)


def pages_read(ref: AttributionRef, graph: Graph) -> list[str]:
    """The pages in which we read a telling; if we read none of them, those in which it is said to be."""
    cites = ref.attribution.cites
    cited = [c.source for c in cites if c.role != "context"] or [c.source for c in cites]
    sources = {id: source for id in cited if (source := graph.get(id, Source))}
    return [id for id, source in sources.items() if source.seen != "cited-only"] or list(sources)


def is_of_unread_text(ref: AttributionRef, graph: Graph) -> bool:
    """Whether a telling that we read is of a text that we did not read: the one cited, or in which it was said."""
    read, texts = pages_read(ref, graph), (*pages(ref.attribution), spoken_in(ref.attribution, graph))
    unread = {id for id in texts if (source := graph.get(id, Source)) and source.seen == "cited-only"}
    return bool(unread) and unread.isdisjoint(read)


def _states_own_ground(attribution: Attribution) -> bool:
    return not OWN_GROUNDS.isdisjoint(attribution.based_on)


def _based_on(ref: AttributionRef, graph: Graph) -> Iterator[Way]:
    stated = ref.attribution.basis == "stated"
    for base in ref.attribution.bases:
        found = graph.attribution(base, ref.claim)
        if found and (not tells(ref) or tells(found)):
            yield Way(found, stated, "based-on")


def _said_in(ref: AttributionRef, graph: Graph) -> Iterator[Way]:
    """The telling in the very text in which something was said, where we read that text."""
    text = spoken_in(ref.attribution, graph)
    if text and text not in pages(ref.attribution) and _is_read(text, graph):
        for other in _index(ref.claim, graph).by_page.get(text, ()):
            if _share_a_party(ref, other, graph):
                yield Way(other, stated=True, how="said-in")


def _made_from(ref: AttributionRef, graph: Graph) -> Iterator[Way]:
    """The tellings in the text nearest behind each page: of the same speakers, or the only one, given as its own."""
    by_page, own = _index(ref.claim, graph).by_page, pages(ref.attribution)
    for page in sorted(own):
        for text in made_from(page, graph):
            there = by_page.get(text.id, ()) if text.id not in own else ()
            found = [other for other in there if _share_a_party(ref, other, graph)]
            if not found and len(there) == 1 and own_voice(ref, graph):
                found = [*there]
            yield from (Way(other, text.stated, "made-from") for other in found)
            if found:
                break


class _Index(NamedTuple):
    """A claim's tellings by the pages that have them, and by the texts that they give."""

    by_page: dict[str, list[AttributionRef]]
    by_text: dict[str, list[AttributionRef]]


@once
def _index(claim: Claim, graph: Graph) -> _Index:
    found = _Index({}, {})
    for ref in graph.refs(claim):
        if tells(ref):
            for page in sorted(pages(ref.attribution)):
                found.by_page.setdefault(page, []).append(ref)
            for text in sorted(texts(ref, graph)):
                found.by_text.setdefault(text, []).append(ref)
    return found


def _share_a_party(ref: AttributionRef, other: AttributionRef, graph: Graph) -> bool:
    return not parties(ref.attribution, graph).isdisjoint(parties(other.attribution, graph))


def _is_read(id: str, graph: Graph) -> bool:
    source = graph.get(id, Source)
    return source is not None and source.seen != "cited-only"
