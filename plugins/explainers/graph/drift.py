"""What changed as a claim was passed on: its tellings from the origin to the page we explain.

Each telling is compared with one before it: with what it rests on; else with the telling nearest to the speaker that
gives the same text; else with what the same party said first, unless on another day. (PolNeAR source-cue-content)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from explainers.graph.ancestors import ancestors
from explainers.graph.chain import explained_in
from explainers.graph.closeness import of_telling
from explainers.graph.dates import said_on
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.origins import bases, distance
from explainers.graph.parties import party
from explainers.kinds.claim.model import Claim, PrintedQuantity, printed_quantities
from explainers.kinds.parts import QUALIFIERS, Quantity

# How much an act vouches for what is said. Ours, after the reporting-verb classes of PolNeAR.
VERB_CLASSES = {
    "say": "says", "report": "says", "relay": "passes on", "confirm": "vouches for", "estimate": "estimates",
    "suggest": "suggests", "allege": "alleges", "predict": "predicts", "promise": "promises", "order": "orders",
    "deny": "denies", "no-comment": "does not comment", "question": "questions",
}  # fmt: skip
QUOTED = frozenset({"quotation", "translated-quotation"})


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing about a telling: in words for a table, and what counts when it is compared.

    A figure is never without its qualifier in words; compared is the number alone.
    `printed` tells whether the words are those of the page, and not ours.
    """

    name: str
    value: str
    compared: object
    printed: bool = False
    changed: bool = False
    before: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of a claim, and the one with which it is compared, if there is one."""

    ref: AttributionRef
    distance: int
    aspects: tuple[Aspect, ...]
    before: AttributionRef | None
    explained: bool
    same_text: bool
    """Whether the one before gives the same text, so that the change came with the page and not with the speaker."""

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of what changed."""
        return tuple(aspect.name for aspect in self.aspects if aspect.changed)

    def aspect(self, name: str) -> Aspect:
        """The aspect of that name."""
        return next(aspect for aspect in self.aspects if aspect.name == name)


@once
def tellings(claim: Claim, graph: Graph) -> tuple[Telling, ...]:
    """All tellings that say the claim is so, from the origin to the page we explain.

    The pages we explain come last; else the nearer to the origin first; then in order of the days on which they were
    said, of how close the page and its wording are to the speaker's words, and as they are written.
    """
    articles = explained_in(claim, graph)
    refs = [AttributionRef(claim, a) for a in claim.attributions if a.stance == "affirms"]
    steps = {ref.key: distance(ref, graph) for ref in refs}
    order = sorted(
        refs, key=lambda ref: (_is_in(ref, articles), steps[ref.key], _day(ref, graph), *of_telling(ref, graph))
    )
    texts = {ref.key: _texts(ref, graph) for ref in refs}
    found: list[Telling] = []
    for index, ref in enumerate(order):
        before, same_text = _before(ref, order[:index], texts, graph)
        known = {aspect.name: aspect for aspect in _aspects(before)} if before else {}
        aspects = tuple(_compared(aspect, known.get(aspect.name)) for aspect in _aspects(ref))
        found.append(Telling(ref, steps[ref.key], aspects, before, _is_in(ref, articles), same_text))
    return tuple(found)


def path(told: Sequence[Telling], end: Telling) -> list[Telling]:
    """The tellings that a telling goes back to, the first of them first, itself last."""
    by_key = {telling.ref.key: telling for telling in told}
    found: list[Telling] = []
    here: Telling | None = end
    while here is not None and here not in found:
        found.insert(0, here)
        here = by_key.get(here.before.key) if here.before else None
    return found


def nearer(telling: Telling, told: Sequence[Telling], graph: Graph) -> list[AttributionRef]:
    """Quotations of the same party from the same text, in words closer to the speaker's."""
    texts = _texts(telling.ref, graph)
    own = _parties(telling.ref, graph)
    return [
        other.ref
        for other in told
        if other.ref.key != telling.ref.key
        and other.ref.attribution.mode in QUOTED
        and not other.explained
        and not texts.isdisjoint(_texts(other.ref, graph))
        and not own.isdisjoint(_parties(other.ref, graph))
        and of_telling(other.ref, graph) < of_telling(telling.ref, graph)
    ]


def _compared(aspect: Aspect, before: Aspect | None) -> Aspect:
    if before is None:
        return aspect
    changed = before.compared != aspect.compared
    return Aspect(aspect.name, aspect.value, aspect.compared, aspect.printed, changed, before.value)


def _before(
    ref: AttributionRef, earlier: Sequence[AttributionRef], texts: Mapping[str, frozenset[str]], graph: Graph
) -> tuple[AttributionRef | None, bool]:
    """With which telling one is compared, and whether that one gives the same text."""
    own = next((base for base in bases(ref, graph) if base.claim.id == ref.claim.id), None)
    if own:
        return own, True
    if bases(ref, graph):
        return None, False
    speaks = _parties(ref, graph)
    pages = _pages(ref)
    same = [
        other for other in earlier if pages.isdisjoint(_pages(other)) and not speaks.isdisjoint(_parties(other, graph))
    ]
    of_text = next((other for other in same if not texts[ref.key].isdisjoint(texts[other.key])), None)
    of_day = (other for other in same if _may_be_one_day(ref, other, graph))
    return of_text or next(of_day, None), of_text is not None


def _may_be_one_day(ref: AttributionRef, other: AttributionRef, graph: Graph) -> bool:
    """Whether two tellings can be of one day. What a speaker says on another day is new, and not passed on."""
    dates = [said_on(each.attribution, graph) for each in (ref, other)]
    one, two = (date.extent if date and date.edtf else None for date in dates)
    if one is None or two is None:
        return True
    apart = one.last and two.first and one.last < two.first
    return not (apart or (two.last and one.first and two.last < one.first))


def _texts(ref: AttributionRef, graph: Graph) -> frozenset[str]:
    """The texts in which a telling stands: the one it was said in, else the pages and what they are made from."""
    attribution = ref.attribution
    if attribution.said_in:
        return frozenset([attribution.said_in])
    return frozenset().union(*(ancestors(id, graph) for id in _pages(ref)))


def _pages(ref: AttributionRef) -> frozenset[str]:
    return frozenset(c.source for c in ref.attribution.cites if c.role != "context")


def _parties(ref: AttributionRef, graph: Graph) -> frozenset[str]:
    return frozenset(party(actor, ref.attribution, graph) for actor in ref.attribution.by)


def _is_in(ref: AttributionRef, articles: frozenset[str]) -> bool:
    return not articles.isdisjoint(_pages(ref))


def _day(ref: AttributionRef, graph: Graph) -> str:
    said = said_on(ref.attribution, graph)
    first = said.extent.first or said.extent.last if said else None
    return first.isoformat() if first else "9999"


def _aspects(ref: AttributionRef) -> Iterator[Aspect]:
    attribution = ref.attribution
    printed = attribution.as_printed
    own = printed.quantities if printed else {}
    figures = printed_quantities(ref.claim, attribution)
    numbers = tuple(_folded(_number(q)) for q in figures.values())
    yield Aspect("figure", "; ".join(q.alone for q in figures.values()), numbers)
    qualifiers = [_qualifier(q, own.get(name)) for name, q in figures.items()]
    relations = tuple(_kind_of_qualifier(q) for q in figures.values())
    yield Aspect("qualifier", "; ".join(filter(None, qualifiers)), relations, printed=True)
    population = bool(printed and printed.population)
    yield replace(_joined("counted", [q.of or "" for q in figures.values()]), printed=population)
    predicate = (printed.predicate if printed else None) or ""
    yield Aspect("predicate", predicate, _folded(predicate), printed=bool(predicate))
    yield _joined("act", [VERB_CLASSES[attribution.act]])
    yield Aspect("quotation", _quotation(ref), attribution.mode in QUOTED)


def _joined(name: str, values: Sequence[str]) -> Aspect:
    return Aspect(name, "; ".join(values), tuple(_folded(value) for value in values))


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _number(quantity: Quantity) -> str:
    return quantity.alone if quantity.relation == "order-of-magnitude" else quantity.number


def _kind_of_qualifier(quantity: Quantity) -> str:
    """A range and an order of magnitude are figures of their own kind, not figures that lost their qualifier."""
    return "" if quantity.relation in {"unqualified", "between", "order-of-magnitude"} else quantity.relation


def _qualifier(quantity: Quantity, printed: PrintedQuantity | None) -> str:
    """The qualifier as it is printed, where the record has that word."""
    return (printed.qualifier if printed else None) or QUALIFIERS.get(quantity.relation, "").strip()


def _quotation(ref: AttributionRef) -> str:
    if ref.attribution.mode not in QUOTED:
        return f"no: {ref.attribution.mode}"
    words = {
        "found-upstream": "found nearer to the speaker",
        "not-found-upstream": "not found nearer to the speaker",
    }
    status = words.get(ref.attribution.quote_status or "", "not checked")
    translated = ", translated" if ref.attribution.mode == "translated-quotation" else ""
    return f"yes{translated} ({status})"
