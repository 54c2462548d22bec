"""What is compared of two tellings: figures, units, what is counted, statements, certainty, speakers, acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.parties import parties
from explainers.graph.telling_figures import own_quantities, telling_figures
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution, PrintedQuantity
from explainers.kinds.quantity import Quantity, qualifier
from explainers.kinds.source.model import Source

# How much an act vouches for what is said. Ours, after the reporting-verb classes of PolNeAR.
VERB_CLASSES = {
    "say": "says", "report": "says", "relay": "passes on", "confirm": "vouches for", "estimate": "estimates",
    "suggest": "suggests", "allege": "alleges", "predict": "predicts", "promise": "promises", "order": "orders",
    "rule": "rules",
}  # fmt: skip
QUOTED = frozenset({"quotation", "translated-quotation"})
# What matters most comes first.
NAMES = ("unit", "figure", "qualifier", "statement", "counted", "certainty", "speakers", "role", "act", "predicate",
         "quotation")  # fmt: skip
_WEIGHTS = {name: weight for weight, name in enumerate(NAMES)}


class _Named(dict[str, object]):
    """What is compared of the figures of a telling, by their names: only what both tellings give is compared."""

    __hash__ = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Named) and all(self[name] == other[name] for name in self.keys() & other.keys())

    def __ne__(self, other: object) -> bool:
        return not self == other


# A tuple, as many are made of each telling, and as many of each comparison.
class Aspect(NamedTuple):
    """One thing about a telling: in words for a table, and what counts when it is compared.

    A figure is never without its qualifier in words; compared is the number alone. `printed` says whether the words are
    those of the page, and not ours. What is compared as None is not known, and differs from nothing. What is true `of`
    some parties is not compared with what is true of others.
    """

    name: str
    value: str
    compared: object
    printed: bool = False
    changed: bool = False
    before: str = ""
    of: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """How much it matters that it changed; 0 matters most."""
        return _WEIGHTS[self.name]

    def against(self, before: Aspect) -> Aspect:
        """The same, compared with that of another telling; one that did not change stays as it is."""
        if self.compared is None or before.compared is None or self.compared == before.compared:
            return self
        if self.of != before.of and self.of.isdisjoint(before.of):
            return self
        return self._replace(changed=True, before=before.value)


# The aspects of a telling, always the same ones, in the order of their weight.
Aspects: TypeAlias = tuple[Aspect, ...]


def aspect_named(aspects: Aspects, name: str) -> Aspect:
    """The aspect of that name."""
    return aspects[_WEIGHTS[name]]


# What most tellings have nothing to say of.
_NO_FIGURES = (Aspect("unit", "", None), Aspect("figure", "", None), Aspect("qualifier", "", None, printed=True))
_NO_STATEMENT = Aspect("statement", "", "")
_NO_PREDICATE = Aspect("predicate", "", None)
_NOT_CERTAIN = Aspect("certainty", "", "")


@once
def aspects(ref: AttributionRef, graph: Graph) -> Aspects:
    """The aspects of a telling."""
    attribution = ref.attribution
    own = own_quantities(attribution)
    # A telling with its own statement has none of the claim's figures, only those that it states.
    figures = {} if attribution.statement and not own else telling_figures(ref, graph)
    statement, predicate, certainty = attribution.statement, attribution.predicate, attribution.certainty
    act = VERB_CLASSES.get(attribution.act, "says")
    return (
        *(_of_figures(figures, own) if figures else _NO_FIGURES),
        Aspect("statement", statement, _folded(statement)) if statement else _NO_STATEMENT,
        _counted(attribution, [*figures.values()]),
        _NOT_CERTAIN if certainty == "unstated" else Aspect("certainty", certainty, certainty),
        _speakers(ref, graph),
        _role(attribution, graph),
        # What one party does with words is not what another does when it passes them on.
        Aspect("act", act, act, of=parties(attribution, graph)),
        Aspect("predicate", predicate, _predicate(ref, graph), printed=True) if predicate else _NO_PREDICATE,
        Aspect("quotation", _quotation(ref), attribution.mode in QUOTED),
    )


def _of_figures(figures: Mapping[str, Quantity], own: Mapping[str, PrintedQuantity]) -> Iterator[Aspect]:
    """The units, the numbers and the qualifiers of the figures that a telling gives."""
    units = _Named({name: _folded(q.unit) for name, q in figures.items() if q.unit})
    yield Aspect("unit", "; ".join(q.unit or "" for q in figures.values()), units)
    numbers = _Named({name: _number(q) for name, q in figures.items()})
    yield Aspect("figure", "; ".join(q.alone for q in figures.values()), numbers)
    qualifiers = [_qualifier(q, own.get(name)) for name, q in figures.items()]
    relations = _Named({name: _kind_of_qualifier(q) for name, q in figures.items()})
    yield Aspect("qualifier", "; ".join(filter(None, qualifiers)), relations, printed=True)


def _counted(attribution: Attribution, shown: list[Quantity]) -> Aspect:
    """What is counted, or of what a claim without a figure speaks."""
    population = (attribution.as_printed.population if attribution.as_printed else None) or ""
    if attribution.statement and not shown:
        return Aspect("counted", "", None)
    if not shown:
        return Aspect("counted", population, _folded(population), printed=bool(population))
    found = _joined("counted", [q.counted for q in shown], known=True)
    return found._replace(printed=bool(population))


def _speakers(ref: AttributionRef, graph: Graph) -> Aspect:
    """Who speaks, and how many they are, where a page says so."""
    attribution = ref.attribution
    names = [record.title for id in attribution.by if (record := graph.records.get(id))]
    number = attribution.speakers
    words = ", ".join(names) + (f" ({number})" if number else "")
    own = parties(attribution, graph)
    return Aspect("speakers", words, (own, number or len(attribution.by)), of=own)


def _role(attribution: Attribution, graph: Graph) -> Aspect:
    """Whose speaker a page makes of one: a mediator, or Bayer's mediator. Other descriptions come to the same."""
    printed = attribution.as_named or ""
    actor = graph.get(attribution.by[0], Actor) if len(attribution.by) == 1 else None
    if actor is None or actor.kind != "person" or not printed:
        return Aspect("role", printed, None, printed=bool(printed))
    whose = frozenset(word for word in _words(printed) if word.endswith(("'s", "s'")))
    return Aspect("role", printed, whose, printed=True, of=frozenset(attribution.by))


def _words(text: str) -> list[str]:
    return _folded(text.replace("’", "'").translate(str.maketrans(',;:()“”"', "        "))).split()


def _predicate(ref: AttributionRef, graph: Graph) -> str | None:
    """A printed predicate for comparing; one that was translated may have come to differ by that alone."""
    attribution = ref.attribution
    if attribution.mode == "translated-quotation" or _translates(ref, graph):
        return None
    return _folded(attribution.predicate)


def _translates(ref: AttributionRef, graph: Graph) -> bool:
    found = (graph.get(citation.source, Source) for citation in ref.attribution.cites)
    return any(step.how == "translates" for source in found if source for step in source.derived_from)


def _joined(name: str, values: list[str], *, known: bool) -> Aspect:
    return Aspect(name, "; ".join(values), tuple(_folded(value) for value in values) if known else None)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _number(quantity: Quantity) -> object:
    """What is compared of a number: its value, whatever its words."""
    ends = (quantity.value, quantity.min, quantity.max)
    if quantity.reading and quantity.reading.pair:
        return quantity.reading.pair
    is_magnitude = quantity.relation == "order-of-magnitude"
    return (is_magnitude, *ends) if any(end is not None for end in ends) else _folded(quantity.number)


def _kind_of_qualifier(quantity: Quantity) -> str:
    """A range and an order of magnitude are different kinds of figure, not figures that lost their qualifier."""
    return "" if quantity.relation in {"unqualified", "between", "order-of-magnitude"} else quantity.relation


def _qualifier(quantity: Quantity, printed: PrintedQuantity | None) -> str:
    """The qualifier as it is printed, where the record has that word."""
    read = quantity.reading.qualifier if quantity.reading else ""
    in_order = quantity.relation == "order-of-magnitude" and quantity.reading
    usual = "" if in_order else qualifier(quantity.relation, quantity.language).strip()
    return (printed.qualifier if printed else None) or read or usual


def _quotation(ref: AttributionRef) -> str:
    if ref.attribution.mode not in QUOTED:
        return f"no: {ref.attribution.mode}"
    words = {
        "found-upstream": "found closer to the speaker",
        "found-changed": "found closer to the speaker in other words",
        "not-found-upstream": "not found closer to the speaker",
    }
    status = words.get(ref.attribution.quote_status or "", "not checked")
    translated = ", translated" if ref.attribution.mode == "translated-quotation" else ""
    return f"yes{translated} ({status})"
