"""All parts of one type in all records, with their places: all dates, all citations, all attributions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from explainers.checks.gathered import gathered
from explainers.graph.graph import AttributionRef, Edge, Graph
from explainers.kinds.claim.model import BASES_OTHER_THAN_ATTRIBUTIONS, Attribution, Claim, PrintedQuantity
from explainers.kinds.quantity import Quantity
from explainers.model import walk
from explainers.model.base import Part, Record
from explainers.tree.nodes import Loc

P = TypeVar("P", bound=Part)
R = TypeVar("R", bound=Record)
Trait = Literal["stance", "act", "mode", "joint", "as_printed", "said_in"]


# These are tuples, as there are very many: other frozen objects take three times as long to make.
class Placed(NamedTuple, Generic[P]):
    """A part, its record, and its place there."""

    record: Record
    loc: Loc
    part: P


class Voice(NamedTuple):
    """An attribution, its claim, and its place there."""

    claim: Claim
    loc: Loc
    attribution: Attribution

    @property
    def ref(self) -> AttributionRef:
        """The attribution and its claim, as the graph has them."""
        return AttributionRef(self.claim, self.attribution)


class Resting(NamedTuple):
    """An attribution, which of the entries of its `based_on`, and the one that it names, with its claim."""

    voice: Voice
    at: int
    claim: Claim
    basis: Attribution


def all_parts(graph: Graph, wanted: type[P]) -> Sequence[Placed[P]]:
    """All parts of one type, record by record."""
    return _of_type(graph, wanted)


@gathered
def voices(graph: Graph) -> Sequence[Voice]:
    """All attributions, claim by claim."""
    return tuple(
        Voice(claim, ("attributions", index), attribution)
        for claim in graph.of(Claim)
        for index, attribution in enumerate(claim.attributions)
    )


def voices_with(graph: Graph, trait: Trait, *values: str) -> list[Voice]:
    """The attributions in which a field has one of some values; without any, those in which it has a value."""
    found = _by(graph, trait)
    return [voice for value in values or found for voice in found.get(value, ())]


@gathered
def resting(graph: Graph) -> Sequence[Resting]:
    """Every link from an attribution to one that it rests on."""
    return tuple(
        Resting(voice, index, *found)
        for voice in voices(graph)
        for index, base in enumerate(voice.attribution.based_on)
        if base not in BASES_OTHER_THAN_ATTRIBUTIONS and (found := graph.basis(base, voice.claim))
    )


@gathered
def links_by_inverse(graph: Graph, inverse: str) -> Sequence[Edge]:
    """The links between records whose other direction has that name."""
    return tuple(edge for edge in graph.edges if edge.link.inverse == inverse)


def quantities(graph: Graph) -> Iterator[Placed[Quantity] | Placed[PrintedQuantity]]:
    """All figures, those of claims and those of single tellings."""
    for claim in graph.of(Claim):
        for name, quantity in claim.quantities.items():
            yield Placed(claim, ("quantities", name), quantity)
    for voice in voices_with(graph, "as_printed"):
        for name, printed in voice.attribution.as_printed.quantities.items() if voice.attribution.as_printed else ():
            yield Placed(voice.claim, (*voice.loc, "as_printed", "quantities", name), printed)


def by_name(graph: Graph, model: type[R]) -> Mapping[str, R]:
    """The records of a kind by their ids and by those they had before, for a rule that looks up very many."""
    return _named(graph, model)


@gathered
def _of_type(graph: Graph, wanted: type[Part]) -> Sequence[Placed[Any]]:
    return tuple(
        Placed(record, loc, part) for record in graph.of(Record) for loc, part in walk.parts_of_type(record, wanted)
    )


@gathered
def _by(graph: Graph, trait: Trait) -> Mapping[str, Sequence[Voice]]:
    """By the value of a field: most rules are about a few of all attributions."""
    found: dict[str, list[Voice]] = {}
    for voice in voices(graph):
        value = getattr(voice.attribution, trait)
        if value is not None:
            found.setdefault(value if isinstance(value, str) else "", []).append(voice)
    return found


@gathered
def _named(graph: Graph, model: type[Record]) -> Mapping[str, Any]:
    found = {record.id: record for record in graph.of(model)}
    return found | {old: found[new] for old, new in graph.renamed.items() if old not in found and new in found}
