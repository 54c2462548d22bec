"""Parts of a figure that make the whole, added up: 500 + 238 + 29 = 767, about 770."""

from __future__ import annotations

from explainers.graph.figure_parts import Sum, sums
from explainers.graph.figures import FigureGroup
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim
from explainers.prose.speakers import named
from explainers.text.inline import Paragraph, Words


def sums_of(claim: Claim, graph: Graph) -> tuple[Paragraph, ...]:
    """The sums that a claim's figures are, a sentence for each party."""
    return tuple(_sentence(one, graph) for name in claim.quantities for one in sums(claim, name, graph))


def sums_in(group: FigureGroup, graph: Graph) -> tuple[Paragraph, ...]:
    """The sums in a chart."""
    figures = dict.fromkeys((row.claim.id, row.name) for row in group.rows)
    found = ((graph.get(id, Claim), name) for id, name in figures)
    return tuple(_sentence(one, graph) for claim, name in found if claim for one in sums(claim, name, graph))


def added_up(one: Sum) -> str:
    """A sum in figures."""
    whole = one.whole.quantity
    total = whole.model_copy(update={"written_relation": "unqualified", "written_value": one.total, "read": None})
    qualified = "" if whole.relation == "unqualified" else f", {whole.alone}"
    return f"{' + '.join(part.quantity.alone for part in one.parts)} = {total.alone}{qualified}"


def _sentence(one: Sum, graph: Graph) -> Paragraph:
    return (Words("The parts given by "), named(one.party, graph), Words(f" make the whole: {added_up(one)}."))
