"""What changed as a claim was passed on: its tellings from the origin to the page we explain.

Each telling is compared with each that it rests on; else with the telling nearest to the speaker that gives the same
text; else with what the same party said first, unless on another day. (PolNeAR source-cue-content)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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
    "rule": "rules", "deny": "denies", "question": "asks", "contest": "contests", "decline": "does not comment",
    "no-answer": "does not comment", "not-reached": "does not comment", "neither": "does not comment",
    "no-comment": "does not comment",
}  # fmt: skip
QUOTED = frozenset({"quotation", "translated-quotation"})


# A tuple, as six of each telling are made, and as many of each comparison.
class Aspect(NamedTuple):
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
class Comparison:
    """What a telling has otherwise than one before it."""

    before: AttributionRef
    aspects: tuple[Aspect, ...]

    def aspect(self, name: str) -> Aspect:
        """The aspect of that name."""
        return next(aspect for aspect in self.aspects if aspect.name == name)


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of a claim, and those with which it is compared.

    An aspect of it is changed where it is otherwise than in each of them: what one of them has was not changed here.
    """

    ref: AttributionRef
    distance: int
    aspects: tuple[Aspect, ...]
    compared: tuple[Comparison, ...]
    explained: bool
    same_text: bool
    """Whether those before give the same text, so that the change came with the page and not with the speaker."""

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of what changed."""
        return tuple(aspect.name for aspect in self.aspects if aspect.changed)

    def aspect(self, name: str) -> Aspect:
        """The aspect of that name."""
        return next(aspect for aspect in self.aspects if aspect.name == name)

    def towards(self, name: str) -> Sequence[Comparison]:
        """Where an aspect comes from: the tellings before that have the same; all, where none has."""
        return [found for found in self.compared if not found.aspect(name).changed] or self.compared


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
        befores, same_text = _befores(ref, order[:index], texts, graph)
        compared = tuple(_comparison(ref, before) for before in befores)
        found.append(Telling(ref, steps[ref.key], _over(ref, compared), compared, _is_in(ref, articles), same_text))
    return tuple(found)


def road(told: Sequence[Telling], ends: Sequence[Telling], name: str = "") -> list[Telling]:
    """The tellings that some go back to, each after those before it; or those from which one aspect of them comes."""
    by_key = {telling.ref.key: telling for telling in told}
    found: list[Telling] = []
    seen: set[str] = set()
    waiting = [(end, False) for end in reversed(ends)]
    while waiting:
        here, done = waiting.pop()
        if done:
            found.append(here)
        elif here.ref.key not in seen:
            seen.add(here.ref.key)
            befores = [one.before.key for one in (here.towards(name) if name else here.compared)]
            waiting.append((here, True))
            waiting += [(by_key[key], False) for key in reversed(befores) if key in by_key]
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


def _comparison(ref: AttributionRef, before: AttributionRef) -> Comparison:
    pairs = zip(_aspects(ref), _aspects(before), strict=True)
    return Comparison(before, tuple(_compared(aspect, other) for aspect, other in pairs))


def _compared(aspect: Aspect, before: Aspect) -> Aspect:
    changed = before.compared != aspect.compared
    return Aspect(aspect.name, aspect.value, aspect.compared, aspect.printed, changed, before.value)


def _over(ref: AttributionRef, compared: Sequence[Comparison]) -> tuple[Aspect, ...]:
    """The aspects of a telling, compared with all before it."""
    if not compared:
        return tuple(_aspects(ref))
    rows = zip(*(one.aspects for one in compared), strict=True)
    return tuple(row[0]._replace(changed=all(aspect.changed for aspect in row)) for row in rows)


def _befores(
    ref: AttributionRef, earlier: Sequence[AttributionRef], texts: Mapping[str, frozenset[str]], graph: Graph
) -> tuple[Sequence[AttributionRef], bool]:
    """With which tellings one is compared, and whether they give the same text."""
    resting = bases(ref, graph)
    if resting:
        own = {base.key: base for base in resting if base.claim.id == ref.claim.id and base.key != ref.key}
        return [*own.values()], bool(own)
    speaks = _parties(ref, graph)
    pages = _pages(ref)
    same = [
        other for other in earlier if pages.isdisjoint(_pages(other)) and not speaks.isdisjoint(_parties(other, graph))
    ]
    of_text = next((other for other in same if not texts[ref.key].isdisjoint(texts[other.key])), None)
    of_day = (other for other in same if _may_be_one_day(ref, other, graph))
    found = of_text or next(of_day, None)
    return [found] if found else [], of_text is not None


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
    yield _joined("counted", [q.of or "" for q in figures.values()])._replace(printed=population)
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
