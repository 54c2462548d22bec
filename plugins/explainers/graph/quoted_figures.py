"""The figures that quoted words hold, and whether they are those of a record."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from explainers.graph.graph import Graph
from explainers.kinds.parts import Citation
from explainers.kinds.quantity import Quantity
from explainers.kinds.source.model import Source
from explainers.text.numbers import Figure, figures
from explainers.text.numbers.units import PERCENT, may_be_one, unit_named

_NO_FIGURES = frozenset({"name", "year", "pronoun"})
# Scales that a record has in the words of its unit: billion euros.
_SCALE_IN_UNIT = {"thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def language_of(source: str, graph: Graph) -> str:
    """The language of a source's words; that of the site, where it does not say."""
    found = graph.get(source, Source)
    return (found.csl.language if found else None) or graph.language


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
    return tuple(figure._replace(start=figure.start - len(before), end=figure.end - len(before)) for figure in found)


def is_of(figure: Figure, quantity: Quantity, language: str) -> bool:
    """Whether a figure in a text has the number of a record's figure, or one of its ends, in a unit that may be its."""
    return has_number_of(figure, quantity) and has_unit_of(figure, quantity, language)


def has_number_of(figure: Figure, quantity: Quantity) -> bool:
    """Whether a figure in a text has a number of a record's figure."""
    return any(_same(printed, given, figure) for given in numbers_of(quantity) for printed in figure.values)


def has_unit_of(figure: Figure, quantity: Quantity, language: str) -> bool:
    """Whether the unit that a text prints may be that of the record; what is counted has none that is compared."""
    return may_be_one(figure.unit, unit_named(quantity.unit, language) if quantity.unit else "")


def numbers_of(quantity: Quantity) -> tuple[Decimal, ...]:
    """The numbers of a record's figure, with the scale in its unit and without."""
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
