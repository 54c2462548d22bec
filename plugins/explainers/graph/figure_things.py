"""What a figure counts, and in what: by this figures are in one chart."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias
from unicodedata import normalize

from explainers.graph.graph import Graph
from explainers.graph.telling_figures import claim_figures, figure_named
from explainers.kinds.claim.model import Claim
from explainers.kinds.quantity import Quantity

Thing: TypeAlias = tuple[str, str, str]


def counted_thing(quantity: Quantity) -> str:
    """What is counted, folded so that two spellings of it are one."""
    return folded(quantity.of)


@lru_cache(maxsize=65536)
def folded(text: str | None) -> str:
    """A text without what differs between two spellings of it: capitals, spaces, composed accents."""
    return " ".join(normalize("NFC", (text or "").casefold()).split())


def thing_of(quantity: Quantity, claim: Claim, name: str) -> Thing:
    """What is counted, and in what. A figure that does not say what it counts counts the same as no other."""
    over = quantity.time.edtf if quantity.time else ""
    return counted_thing(quantity), folded(quantity.unit), over if quantity.of else f"{claim.id}-{name}"


def is_same_thing(quantity: Quantity, claimed: Quantity) -> bool:
    """Whether a telling counts what its claim counts."""
    return (counted_thing(quantity), folded(quantity.unit)) == (counted_thing(claimed), folded(claimed.unit)) and (
        quantity.time is claimed.time or (quantity.time and quantity.time.edtf) == (claimed.time and claimed.time.edtf)
    )


def charted_thing(claim: Claim, name: str, graph: Graph) -> Thing:
    """What the chart counts in which a claim's figure is: of a part, the whole, where both have one unit."""
    whole = whole_of(claim, name, graph)
    return thing_of(claim_figures(whole[0], graph)[whole[1]], *whole)


def whole_of(claim: Claim, name: str, graph: Graph) -> tuple[Claim, str]:
    """The figure of which one is a part, or a part of a part; itself, if it is none."""
    here, unit = (claim, name), folded(claim_figures(claim, graph)[name].unit)
    seen = {(claim.id, name)}
    while (part_of := here[0].quantities[here[1]].part_of) and (found := figure_named(part_of, here[0], graph)):
        other = claim_figures(found[0], graph)[found[1]]
        if (found[0].id, found[1]) in seen or folded(other.unit) != unit:
            break
        seen.add((found[0].id, found[1]))
        here = found
    return here
