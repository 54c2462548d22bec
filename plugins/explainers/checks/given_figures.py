"""The figures that a claim and its tellings give, by their records and in the words quoted for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from explainers.checks.gathered import gathered
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.quoted_figures import language_of, numbers_of
from explainers.graph.telling_figures import claim_figures, telling_figures
from explainers.kinds.claim.model import Attribution, Claim
from explainers.kinds.quantity import Quantity
from explainers.text.numbers import Figure, figures


class GivenNumber(NamedTuple):
    """A number that a telling gives, by its record or in its quoted words, and the relations it has there."""

    quantity: Quantity | None
    values: tuple[Decimal, ...]
    relations: frozenset[str]


@gathered
def all_given(graph: Graph, id: str) -> list[GivenNumber]:
    """The figures of a claim and of all its tellings."""
    claim = graph.get(id, Claim)
    own = [_of_record(quantity) for quantity in claim_figures(claim, graph).values()] if claim else []
    return [*own, *given_by(claim, claim.attributions, graph)] if claim else []


def given_by(claim: Claim, tellings: Sequence[Attribution], graph: Graph) -> list[GivenNumber]:
    """The figures of some tellings."""
    refs = [AttributionRef(claim, telling) for telling in tellings]
    found = [_of_record(q) for ref in refs for q in telling_figures(ref, graph).values()]
    for telling in tellings:
        for cited in telling.cites:
            for figure in figures_in(cited.exact or "", language_of(cited.source, graph)):
                relations = figure.relations or (("unqualified",) if figure.bare else ())
                found.append(GivenNumber(None, figure.values, frozenset(relations)))
    return found


def _of_record(quantity: Quantity) -> GivenNumber:
    return GivenNumber(quantity, numbers_of(quantity), frozenset([quantity.relation]))


def matching(figure: Figure, given: Sequence[GivenNumber]) -> list[GivenNumber]:
    """Those that are the figure: its number, one within the range, or one of its order of magnitude."""
    return [each for each in given if _is_same(figure, each)]


def _is_same(figure: Figure, given: GivenNumber) -> bool:
    if any(value in given.values for value in figure.values):
        return True
    if given.quantity and given.quantity.min is not None and given.quantity.max is not None:
        return given.quantity.min <= figure.value <= given.quantity.max
    return figure.relations == ("order-of-magnitude",) and any(
        figure.value <= value < figure.value * 10 for value in given.values
    )


def figures_in(text: str, language: str = "en") -> Iterator[Figure]:
    """What are certainly figures in a text: each number without its sign and unit, and each end of a range."""
    for figure in figures(text, language):
        for end in figure.ends(text):
            number = end.numbers[0]
            start, stop = number.core_start, number.core_end
            # More than a thousand are 1,150, too.
            if not number.doubt and not text[start:stop].casefold().startswith("a "):
                yield end._replace(start=start, end=stop, words=text[start:stop])


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
    texts = [*_texts(claim.model_dump(exclude={"gaps", "relations", "summary", "updates", "allow", "tags"}))]
    texts += [record.title for about in claim.about if (record := graph.records.get(about))]
    return frozenset(figure.value for text in texts for figure in figures_in(text))


def _texts(value: object) -> Iterator[str]:
    """All texts within plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(inner)
