"""The figures that a claim and its tellings give, by their records and in the words quoted for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from explainers.checks.gathered import gathered
from explainers.checks.quoted_figures import QuotedFigure, figures
from explainers.checks.spelled_figures import spelled
from explainers.glossary.quotations import inside
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Attribution, Claim, printed_quantities
from explainers.kinds.parts import Quantity

_MAY_HAVE = re.compile(r"\d|hundred|thousand|million|billion", re.IGNORECASE)
_SCALE_IN_UNIT = {"thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}


class Given(NamedTuple):
    """A number that a telling gives, by its record or in its quoted words, and the relations it has there."""

    quantity: Quantity | None
    values: tuple[Decimal, ...]
    relations: frozenset[str]


@gathered
def all_given(graph: Graph, id: str) -> list[Given]:
    """The figures of a claim and of all its tellings."""
    claim = graph.get(id, Claim)
    own = [_of_record(quantity) for quantity in claim.quantities.values()] if claim else []
    return [*own, *given_by(claim, claim.attributions)] if claim else []


def given_by(claim: Claim, tellings: Sequence[Attribution]) -> list[Given]:
    """The figures of some tellings."""
    found = [_of_record(q) for telling in tellings for q in printed_quantities(claim, telling).values()]
    for telling in tellings:
        for cited in telling.cites:
            for _, figure in figures_in(cited.exact or ""):
                relations = figure.relations or (("unqualified",) if figure.bare else ())
                found.append(Given(None, (figure.value,), frozenset(relations)))
    return found


def _of_record(quantity: Quantity) -> Given:
    ends = [end for end in (quantity.value, quantity.min, quantity.max) if end is not None]
    scale = next((s for word, s in _SCALE_IN_UNIT.items() if word in (quantity.unit or "").casefold()), 1)
    return Given(quantity, (*ends, *(end * scale for end in ends)), frozenset([quantity.relation]))


def matching(figure: QuotedFigure, given: Sequence[Given]) -> list[Given]:
    """Those that are the figure: its number, one within the range, or one of its order of magnitude."""
    return [each for each in given if _is_same(figure, each)]


def _is_same(figure: QuotedFigure, given: Given) -> bool:
    if figure.value in given.values:
        return True
    if given.quantity and given.quantity.min is not None and given.quantity.max is not None:
        return given.quantity.min <= figure.value <= given.quantity.max
    return figure.relations == ("order-of-magnitude",) and any(
        figure.value <= value < figure.value * 10 for value in given.values
    )


def figures_in(text: str) -> Iterator[tuple[int, QuotedFigure]]:
    if not _MAY_HAVE.search(text):
        return
    found = sorted(figures(text), key=lambda item: item[0])
    taken = [(start, start + len(figure.words)) for start, figure in found]
    yield from found
    yield from ((start, figure) for start, figure in spelled(text) if not inside(taken, start, start + 1))


@gathered
def all_values(graph: Graph) -> frozenset[Decimal]:
    """The numbers of all claims."""
    return frozenset(
        value for claim in graph.of(Claim) for given in all_given(graph, claim.id) for value in given.values
    )


@gathered
def mentioned(graph: Graph, id: str) -> frozenset[Decimal]:
    """The numbers that are anywhere in a claim's file, and in the names of what it is about."""
    claim = graph.get(id, Claim)
    if claim is None:
        return frozenset()
    texts = [*_texts(claim.model_dump(exclude={"gaps", "relations", "summary", "updates", "allow"}))]
    texts += [record.title for about in claim.about if (record := graph.records.get(about))]
    return frozenset(figure.value for text in texts for _, figure in figures_in(text))


def _texts(value: object) -> Iterator[str]:
    """All texts within plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(inner)
