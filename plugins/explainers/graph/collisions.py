"""The same number for different things, and different numbers for the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from explainers.kinds.claim.model import Claim
from explainers.kinds.parts import Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a claim."""

    claim: Claim
    name: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Collision:
    """Two figures that a reader could take for one, or that disagree."""

    kind: Literal["same-number", "different-numbers"]
    one: Figure
    other: Figure


def collisions(claims: Sequence[Claim]) -> Iterator[Collision]:
    """Pairs of figures that collide, in claims that share a subject."""
    figures = [Figure(claim, name, q) for claim in claims for name, q in claim.quantities.items()]
    for one, other in combinations(figures, 2):
        if one.claim.id != other.claim.id and set(one.claim.about) & set(other.claim.about):
            same_thing = counted(one.quantity) == counted(other.quantity)
            same_number = _number(one.quantity) == _number(other.quantity)
            if same_number and not same_thing and one.quantity.unit == other.quantity.unit:
                yield Collision("same-number", one, other)
            elif same_thing and not same_number:
                yield Collision("different-numbers", one, other)


def counted(quantity: Quantity) -> str:
    """What is counted, folded so that two spellings of it are one."""
    return " ".join((quantity.of or "").casefold().split())


def _number(quantity: Quantity) -> tuple[object, object, object]:
    return quantity.value, quantity.min, quantity.max
