"""The same number for different things, and different numbers for the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from explainers.kinds.claim.model import Claim
from explainers.kinds.parts import Quantity

CollisionKind = Literal["same-number", "different-numbers"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a claim."""

    claim: Claim
    name: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Collision:
    """Two figures that a reader could take for one, or that disagree."""

    kind: CollisionKind
    one: Figure
    other: Figure


def collisions(claims: Sequence[Claim]) -> Iterator[Collision]:
    """Pairs of figures that collide, in claims that share a subject."""
    for index, claim in enumerate(claims):
        yield from collisions_of(claim, claims[index + 1 :])


def collisions_of(claim: Claim, others: Sequence[Claim]) -> Iterator[Collision]:
    """The figures of other claims that collide with those of one."""
    if not claim.quantities:
        return
    about = set(claim.about)
    for other in others:
        if other.id != claim.id and other.quantities and not about.isdisjoint(other.about):
            for one, another in product(_figures(claim), _figures(other)):
                kind = _kind(one.quantity, another.quantity)
                if kind:
                    yield Collision(kind, one, another)


def _figures(claim: Claim) -> list[Figure]:
    return [Figure(claim, name, quantity) for name, quantity in claim.quantities.items()]


def _kind(one: Quantity, other: Quantity) -> CollisionKind | None:
    same_thing = counted(one) == counted(other)
    same_number = _number(one) == _number(other)
    if same_number and not same_thing and one.unit == other.unit:
        return "same-number"
    return "different-numbers" if same_thing and not same_number else None


def counted(quantity: Quantity) -> str:
    """What is counted, folded so that two spellings of it are one."""
    return " ".join((quantity.of or "").casefold().split())


def _number(quantity: Quantity) -> tuple[object, object, object]:
    return quantity.value, quantity.min, quantity.max
