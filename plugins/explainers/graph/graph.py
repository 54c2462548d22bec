"""All records and the links between them, followed both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from explainers.graph.generations import Generations
from explainers.kinds.claim.model import Attribution, Claim, Stance
from explainers.model.base import Record
from explainers.model.decode import Document
from explainers.model.fields import Link
from explainers.tree.nodes import Loc

R = TypeVar("R", bound=Record)
V = TypeVar("V")


# Asked three hundred times a page: `super()` would take as long as the look-up.
_get = dict.get
# Among so few attributions one is found without an index; of 100,000 claims, nearly none has more.
_FEW = 8
# A page asks for the attributions of its own claim again and again, and for those of the claims that it rests on.
_NEAR = 500


class ById(dict[str, V]):
    """Values by id; an old id finds its record too, and is none of the keys that are gone through."""

    def __init__(self, values: Mapping[str, V], renamed: Mapping[str, str]) -> None:
        super().__init__(values)
        self._renamed = renamed

    def __missing__(self, id: str) -> V:
        if id in self._renamed:
            return self[self._renamed[id]]
        raise KeyError(id)

    def __contains__(self, id: object) -> bool:
        return super().__contains__(id) or (id in self._renamed and super().__contains__(self._renamed[str(id)]))

    def get(self, key: str, default: Any = None) -> Any:
        """The value of an id, present or old."""
        found = _get(self, key)
        if found is None and key in self._renamed:
            found = super().get(self._renamed[key])
        return default if found is None else found


class Edge(NamedTuple):
    """A link from a place in one record to another record."""

    source: str
    target: str
    loc: Loc
    link: Link


@dataclass(frozen=True, slots=True)
class AttributionRef:
    """An attribution and the claim that it is in."""

    claim: Claim
    attribution: Attribution
    key: str = field(init=False, repr=False, compare=False)
    """Its name across claims: `some-claim#a2`."""
    stance: Stance = field(init=False, repr=False, compare=False)
    """The position that it takes on its claim."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", f"{self.claim.id}#{self.attribution.id}")
        object.__setattr__(self, "stance", self.claim.stance_of(self.attribution))


@dataclass(frozen=True, eq=False)
class Graph:
    """Records by id and edges in both directions; complete before anything reads it, and never changed.

    `language` is that of the site: of our texts, and of every source that does not say its own.
    `memo` is where `graph.memo` keeps what is worked out from it.
    """

    documents: Mapping[str, Document]
    records: Mapping[str, Record]
    edges: Sequence[Edge]
    renamed: Mapping[str, str]
    language: str = "en"
    memo: dict[Any, Any] = field(init=False, repr=False, default_factory=dict)
    _out: Mapping[str, list[Edge]] = field(init=False, repr=False)
    _in: Mapping[str, list[Edge]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "records", ById(self.records, self.renamed))
        object.__setattr__(self, "documents", ById(self.documents, self.renamed))
        out: defaultdict[str, list[Edge]] = defaultdict(list)
        into: defaultdict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            out[edge.source].append(edge)
            into[edge.target].append(edge)
        object.__setattr__(self, "_out", out)
        object.__setattr__(self, "_in", into)

    def outgoing(self, id: str) -> Sequence[Edge]:
        """The links in a record, in the order they are written."""
        return self._out.get(id, ())

    def incoming(self, id: str, inverse: str = "") -> Sequence[Edge]:
        """The links to a record; with `inverse`, only those whose other direction has that name."""
        edges = self._in.get(id, ())
        return [e for e in edges if e.link.inverse == inverse] if inverse else edges

    def of(self, model: type[R]) -> list[R]:
        """All records of a kind, by id."""
        found = self._by_model.get(model)
        if found is None:
            found = self._by_model[model] = [record for record in self._in_order if isinstance(record, model)]
        return [*found]

    def count(self, model: type[R]) -> int:
        """How many records of a kind there are."""
        return len(self.of(model))

    def get(self, id: str, model: type[R]) -> R | None:
        """The record of that id, if it is of that kind."""
        record = self.records.get(id)
        return record if isinstance(record, model) else None

    def kind(self, id: str) -> str:
        """The name of a record's kind."""
        return self.documents[id].kind

    def refs(self, claim: Claim) -> tuple[AttributionRef, ...]:
        """The attributions of a claim, in the order written: the same objects for as long as they are asked for."""
        found = self._refs.get(id(claim)) or self._refs.known(id(claim))
        if found is None:
            found = tuple(AttributionRef(claim, attribution) for attribution in claim.attributions)
            self._refs.put(id(claim), found)
        return found

    @cached_property
    def _refs(self) -> Generations[int, tuple[AttributionRef, ...]]:
        return Generations(_NEAR)

    def attribution(self, base: str, within: Claim) -> AttributionRef | None:
        """The attribution that `a4` or `other-claim#a2` means inside a claim."""
        found = self._basis(base, within)
        return self.refs(found[0])[found[1]] if found else None

    def basis(self, base: str, within: Claim) -> tuple[Claim, Attribution] | None:
        """The same as a claim and its attribution, for who does not ask for its name."""
        found = self._basis(base, within)
        return (found[0], found[0].attributions[found[1]]) if found else None

    def _basis(self, base: str, within: Claim) -> tuple[Claim, int] | None:
        """A claim, and the index of its attribution."""
        claim_id, _, id = base.rpartition("#")
        claim = self.get(claim_id, Claim) if claim_id else within
        if claim is None:
            return None
        if len(claim.attributions) > _FEW and self.records.get(claim.id) is claim:
            at = self._places_in(claim).get(id)
        else:
            at = next((at for at, attribution in enumerate(claim.attributions) if attribution.id == id), None)
        return None if at is None else (claim, at)

    def _places_in(self, claim: Claim) -> Mapping[str, int]:
        """Where the attributions of a long claim are, by id; of two with one id, the first."""
        found = self._places.get(claim.id)
        if found is None:
            found = {a.id: at for at, a in reversed([*enumerate(claim.attributions)])}
            self._places[claim.id] = found
        return found

    @cached_property
    def _places(self) -> dict[str, Mapping[str, int]]:
        return {}

    def naming(self, id: str) -> Sequence[Claim]:
        """The other claims in which an attribution rests on one of a claim's, answers or replaces it, by id."""
        return [claim for other in self._naming.get(id, ()) if (claim := self.get(other, Claim))]

    def named_in(self, claim: Claim) -> Sequence[str]:
        """The other claims whose attributions those of a claim rest on, answer or replace."""
        found = (self.get(key.rpartition("#")[0], Claim) for key in _keys_elsewhere(claim))
        return [*dict.fromkeys(other.id for other in found if other and other.id != claim.id)]

    @cached_property
    def _naming(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for claim in self.of(Claim):
            for other in self.named_in(claim):
                found.setdefault(other, []).append(claim.id)
        return found

    def resting_on(self, attribution: Attribution) -> Sequence[AttributionRef]:
        """The attributions that rest on one."""
        return self._passed_on.get(id(attribution), ())

    @cached_property
    def _passed_on(self) -> Mapping[int, list[AttributionRef]]:
        """By the identity of the attribution rested on: an attribution does not know its claim."""
        found: dict[int, list[AttributionRef]] = {}
        for claim in self.of(Claim):
            for attribution in claim.attributions:
                for base in attribution.bases:
                    below = self.basis(base, claim)
                    if below:
                        found.setdefault(id(below[1]), []).append(AttributionRef(claim, attribution))
        return found

    @cached_property
    def _in_order(self) -> Sequence[Record]:
        return [record for _, record in sorted(self.records.items())]

    @cached_property
    def _by_model(self) -> dict[type[Record], list[Any]]:
        return {}


def _keys_elsewhere(claim: Claim) -> Iterator[str]:
    """What its attributions rest on, answer or replace that is written as `other-claim#a2`."""
    for attribution in claim.attributions:
        for key in (*attribution.based_on, *attribution.answers, *attribution.replaces):
            if "#" in key:
                yield key
