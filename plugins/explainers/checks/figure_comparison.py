"""The figures in quoted words, held against those that the record gives for the telling. (rules, no model)"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainers.checks.gathered import gathered
from explainers.checks.record_parts import Voice, voices
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.quoted_figures import figures_quoted, has_number_of, is_of, numbers_of
from explainers.graph.telling_figures import claim_figures, gives_figures, telling_figures
from explainers.kinds.claim.model import Attribution, Claim
from explainers.kinds.quantity import Quantity
from explainers.text.numbers import Figure
from explainers.tree.nodes import Loc


@dataclass(frozen=True, slots=True)
class Quoted:
    """A citation with figures in its quoted words, and the figures that the record gives for this telling.

    `language` is that of the record; `elsewhere` says whether other words quoted from the same source hold one of them.
    """

    voice: Voice
    loc: Loc
    figures: tuple[Figure, ...]
    quantities: tuple[Quantity, ...]
    language: str
    elsewhere: bool

    @property
    def gives_its_figures(self) -> bool:
        """Whether the telling gives figures; one that denies, doubts, asks or takes back only names them."""
        return gives_figures(self.voice.attribution)

    def matching(self, figure: Figure) -> list[Quantity]:
        """The record's figures with that number, in a unit that may be the same."""
        return [quantity for quantity in self.quantities if is_of(figure, quantity, self.language)]

    @property
    def unlike(self) -> tuple[Figure, ...]:
        """The figures printed, where none of them is one of the record's; what may be no figure is not among them."""
        if self.elsewhere or any(self.matching(figure) for figure in self.figures):
            return ()
        only_votes = all(quantity.reading and quantity.reading.pair for quantity in self.quantities)
        return tuple(f for f in self.figures if not f.doubt and (f.shape == "pair" or not only_votes))

    def in_another_unit(self, figure: Figure) -> Quantity | None:
        """The record's figure with that number in another unit, if there is one."""
        return next((quantity for quantity in self.quantities if has_number_of(figure, quantity)), None)

    @property
    def misfits(self) -> Iterator[tuple[Figure, Quantity]]:
        """The figures whose qualifier is another than in the record, or is there and not here, with the record's."""
        pairs = [(figure, quantity) for figure in self.figures for quantity in self.matching(figure)]
        right = [(figure, quantity) for figure, quantity in pairs if _fits(figure, quantity)]
        for figure, quantity in pairs:
            if not any(figure is one or quantity is other for one, other in right):
                yield figure, quantity


def _fits(figure: Figure, quantity: Quantity) -> bool:
    """Whether a figure is printed with the qualifier that the record gives it, as far as that can be seen."""
    if quantity.relation == "between" or figure.shape in {"range", "pair"}:
        return True
    if figure.relations:
        return quantity.relation in figure.relations
    return quantity.relation == "unqualified" or not figure.bare


@gathered
def quoted(graph: Graph) -> Sequence[Quoted]:
    """Every citation that quotes figures for a claim that has some."""
    return tuple(_quoted(graph))


def _quoted(graph: Graph) -> Iterator[Quoted]:
    for voice in voices(graph):
        if not voice.claim.quantities:
            continue
        attribution = voice.attribution
        quantities = _held_against(voice.claim, attribution, graph)
        for index, citation in enumerate(attribution.cites if quantities else ()):
            if citation.role in {"contradicts", "context"} or not (found := figures_quoted(citation, graph)):
                continue
            others = tuple(o for o in attribution.cites if o is not citation and o.source == citation.source)
            found_there = [figure for other in others for figure in figures_quoted(other, graph)]
            elsewhere = any(is_of(figure, q, graph.language) for figure in found_there for q in quantities)
            loc = (*voice.loc, "cites", index, "exact")
            yield Quoted(voice, loc, found, quantities, graph.language, elsewhere)


def _held_against(claim: Claim, attribution: Attribution, graph: Graph) -> tuple[Quantity, ...]:
    """The figures with a number that a telling may give: its own, and the claim's where it has none."""
    found = {**claim_figures(claim, graph), **telling_figures(AttributionRef(claim, attribution), graph)}
    return tuple(q for q in found.values() if numbers_of(q))
