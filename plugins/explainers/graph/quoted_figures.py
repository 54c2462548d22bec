"""The figures that quoted words hold, and whether they are those of a record."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from explainers.graph.graph import Graph
from explainers.kinds.quantity import Quantity
from explainers.kinds.shared_parts import Citation
from explainers.kinds.source.model import Source
from explainers.text.numbers import Figure, figures
from explainers.text.numbers.units import PERCENT, may_be_one, unit_named

_NO_FIGURES = frozenset({"name", "year", "pronoun"})
_NO_COUNTS = _NO_FIGURES | {"compound"}
# Scales that a record has in the words of its unit: billion euros.
_SCALE_IN_UNIT = {"thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def language_of(source: str, graph: Graph) -> str:
    """The language of a source's words; that of the site, where it does not say."""
    found = graph.get(source, Source)
    return (found.csl.language if found else None) or graph.language


def in_quoted_words(citations: tuple[Citation, ...], quantity: Quantity, graph: Graph) -> Iterator[tuple[Figure, str]]:
    """The figures in quoted words that may be one without a number, each with its words and its qualifier."""
    for citation in citations:
        if citation.exact and citation.role not in {"contradicts", "context"}:
            for figure in figures_quoted(citation, graph):
                if may_count(figure, quantity, graph):
                    yield figure, _in_words(figure, citation.exact)


def may_count(figure: Figure, quantity: Quantity, graph: Graph) -> bool:
    """Whether a figure in a text may be the number of what is counted, or measured in that unit."""
    unit = unit_named(quantity.unit or "", graph.language)
    fits = figure.unit and may_be_one(figure.unit, unit) if unit else not figure.unit
    is_multiple = figure.doubt == "share" and not figure.unit
    return bool(fits) and figure.doubt not in _NO_COUNTS and figure.shape != "pair" and not is_multiple


def _in_words(figure: Figure, exact: str) -> str:
    """A figure as it is printed, with its qualifier, which may be outside the words that are quoted."""
    end = max(figure.end, figure.to)
    if figure.from_ >= 0 and end <= len(exact):
        return exact[figure.from_ : end]
    return f"{figure.words} {figure.qualifier}" if figure.to > figure.end else f"{figure.qualifier} {figure.words}"


def figures_quoted(citation: Citation, graph: Graph) -> tuple[Figure, ...]:
    """The figures in quoted words; the words around them are looked at for qualifiers only."""
    if not citation.exact:
        return ()
    return _quoted(citation.prefix, citation.exact, citation.suffix, language_of(citation.source, graph))


@lru_cache(maxsize=4096)
def _quoted(prefix: str, exact: str, suffix: str, language: str) -> tuple[Figure, ...]:
    before = f"{' '.join(prefix.split(' '))} " if prefix else ""
    text = f"{before}{exact} {suffix}".rstrip()
    end = len(before) + len(exact)
    found = (figure for figure in figures(text, language) if len(before) <= figure.start < end)
    return tuple(_moved(figure, -len(before)) for figure in found)


def _moved(figure: Figure, by: int) -> Figure:
    start, end, opens, closes = (place + by for place in (figure.start, figure.end, figure.from_, figure.to))
    return figure._replace(start=start, end=end, from_=opens, to=closes)


def is_of(figure: Figure, quantity: Quantity, language: str) -> bool:
    """Whether a figure in a text has the number of a record's figure, or one of its ends, in a unit that may be its."""
    return has_number_of(figure, quantity) and has_unit_of(figure, quantity, language)


def has_number_of(figure: Figure, quantity: Quantity) -> bool:
    """Whether a figure in a text has a number of a record's figure; of a vote, both, where the text has both."""
    pair = quantity.reading.pair if quantity.reading else ()
    if pair and figure.shape == "pair":
        return tuple(number.value for number in figure.numbers) == pair
    printed = figure.values
    if quantity.unit and not figure.unit and 0 < figure.value < 1 and unit_named(quantity.unit) == PERCENT:
        # p < .05 is fewer than one in twenty.
        printed = (*printed, figure.value * 100)
    return any(_same(number, given, figure) for given in numbers_of(quantity) for number in printed)


def has_unit_of(figure: Figure, quantity: Quantity, language: str) -> bool:
    """Whether the unit that a text prints may be that of the record; what is counted has no unit that is compared."""
    return may_be_one(figure.unit, unit_named(quantity.unit, language) if quantity.unit else "")


def numbers_of(quantity: Quantity) -> tuple[Decimal, ...]:
    """The numbers of a record's figure, with the scale in its unit and without."""
    if quantity.reading and quantity.reading.pair:
        return quantity.reading.pair
    ends = tuple(end for end in (quantity.value, quantity.min, quantity.max) if end is not None)
    scale = next((s for word, s in _SCALE_IN_UNIT.items() if word in (quantity.unit or "").casefold()), 1)
    return ends if scale == 1 else (*ends, *(end * scale for end in ends))


def _same(printed: Decimal, given: Decimal, figure: Figure) -> bool:
    """Whether two numbers are one: a share in words as far as the record gives it, a loss with its sign or without."""
    if printed == given or (given < 0 and printed == -given):
        return True
    is_share = figure.doubt == "share" or (figure.unit == PERCENT and printed != printed.to_integral_value())
    exponent = given.as_tuple().exponent
    return is_share and given != 0 and isinstance(exponent, int) and round(printed, max(0, -exponent)) == given


def held_in(citations: tuple[Citation, ...], quantity: Quantity, graph: Graph) -> bool:
    """Whether quoted words surely hold a record's figure: not in 2014, for 2,014 homes; nor 12 per cent, for 12."""
    counts = bool(quantity.unit) and not unit_named(quantity.unit or "", graph.language)
    return any(
        is_of(figure, quantity, graph.language) and figure.doubt not in _NO_FIGURES and not (counts and figure.unit)
        for figure in _all(citations, graph)
    )


def _all(citations: tuple[Citation, ...], graph: Graph) -> Iterator[Figure]:
    for citation in citations:
        if citation.role not in {"contradicts", "context"}:
            yield from figures_quoted(citation, graph)
