"""The figures of a claim as pages print them, and those that one telling of it gives.

A telling gives the figures that its record gives for it, and those that its quoted words hold. If the claim has a
single figure, a telling whose words hold no number gives that one. An open figure has no number: a telling gives its
own: the one that its record gives, or else the only one that its quoted words hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.quoted_figures import held_in, in_quoted_words, is_of, language_of, may_count
from explainers.kinds.claim.model import Attribution, Claim, PrintedQuantity
from explainers.kinds.quantity import Quantity, ReadQuantity
from explainers.model.base import Date
from explainers.text.numbers import unit_named
from explainers.text.numbers.reading import Reading, read
from explainers.text.numbers.units import may_be_one
from explainers.tree.nodes import Loc

_NONE: Mapping[str, Quantity] = MappingProxyType({})
_NUMBERS = ("relation", "value", "min", "max")


@once
def claim_figures(claim: Claim, graph: Graph) -> Mapping[str, Quantity]:
    """The figures of a claim, with what is read from their words in the language of the site."""
    if not claim.quantities:
        return _NONE
    if _is_english(graph.language) and not any(q.printed or q.same_as for q in claim.quantities.values()):
        return MappingProxyType(claim.quantities)
    return MappingProxyType({name: _of_claim(quantity, claim, graph) for name, quantity in claim.quantities.items()})


@once
def telling_figures(ref: AttributionRef, graph: Graph) -> Mapping[str, Quantity]:
    """The figures that a telling gives, as it prints them; one that it does not give is not among them."""
    attribution = ref.attribution
    known = claim_figures(ref.claim, graph)
    if not known:
        return known
    own = own_quantities(attribution)
    population = attribution.as_printed.population if attribution.as_printed else None
    over = attribution.time
    if not (own or population or over or len(known) > 1 or any(q.is_open for q in known.values())):
        return known
    found = {}
    for name, quantity in known.items():
        if name in own:
            found[name] = _own(own[name], quantity, attribution, graph)
        elif quantity.is_open:
            words = counted_in_words(name, known, attribution, graph)
            if len(words) == 1:
                found[name] = _own(PrintedQuantity(printed=words[0]), quantity, attribution, graph)
        elif len(known) == 1 or _is_given(name, quantity, attribution, graph):
            found[name] = quantity
    if over:
        found = {name: _over(quantity, over) for name, quantity in found.items()}
    if population:
        found = {name: quantity.model_copy(update={"of": population}) for name, quantity in found.items()}
    return MappingProxyType(found)


def _over(quantity: Quantity, time: Date) -> Quantity:
    """A figure of another time than the claim's: of what has no time, none is another."""
    another = quantity.time is not None and quantity.time.edtf != time.edtf
    return quantity.model_copy(update={"time": time}) if another else quantity


def figure_named(name: str, claim: Claim, graph: Graph) -> tuple[Claim, str] | None:
    """The claim and the name of the figure that `q1` or `other-claim#q1` means inside a claim."""
    id, _, own = name.rpartition("#")
    found = graph.get(id, Claim) if id else claim
    return (found, own) if found and own in found.quantities else None


def own_quantities(attribution: Attribution) -> Mapping[str, PrintedQuantity]:
    """The figures that the record gives for a telling; `gives` is short for `printed`."""
    own = attribution.as_printed.quantities if attribution.as_printed else {}
    if not attribution.gives:
        return own
    given = {
        name: own[name].model_copy(update={"printed": words}) if name in own else PrintedQuantity(printed=words)
        for name, words in attribution.gives.items()
    }
    return {**own, **given}


def counted_in_words(
    name: str, known: Mapping[str, Quantity], attribution: Attribution, graph: Graph
) -> tuple[str, ...]:
    """The different figures in a telling's quoted words that may be an open one, with their qualifiers.

    None of them is another figure of the claim; one that may be of two open figures is of neither.
    """
    others = [quantity for other, quantity in known.items() if other != name]
    given = [q for q in others if not q.is_open] + [
        _own(printed, known[other], attribution, graph)
        for other, printed in own_quantities(attribution).items()
        if other != name and other in known
    ]
    also = [q for other, q in known.items() if other != name and q.is_open and other not in own_quantities(attribution)]
    found: dict[object, str] = {}
    for figure, words in in_quoted_words(attribution.cites, known[name], graph):
        is_given = any(is_of(figure, quantity, graph.language) for quantity in given)
        if not is_given and not any(may_count(figure, quantity, graph) for quantity in also):
            found.setdefault((figure.relations, figure.values), words)
    return tuple(found.values())


def conversions(ref: AttributionRef, graph: Graph) -> Mapping[str, str]:
    """What the page of a telling adds to its figures in brackets, in another unit: the page's words, and no speaker's.

    One that is written for the claim is that of its only telling, or of those whose quoted words have it.
    """
    attribution, claim = ref.attribution, ref.claim
    own = own_quantities(attribution)
    found = {}
    for name, quantity in claim.quantities.items():
        given = own[name].printed if name in own else None
        words = given or (quantity.printed if name not in own else None)
        reading = read_in_source(words, attribution, graph)[0] if words else None
        quoted = any(reading.conversion in (c.exact or "") for c in attribution.cites) if reading else False
        if reading and reading.conversion and (given or quoted or len(claim.attributions) == 1):
            found[name] = reading.conversion
    return found


def place_of(attribution: Attribution, name: str) -> Loc:
    """Where a telling has its own figure."""
    return ("gives", name) if name in attribution.gives else ("as_printed", "quantities", name)


def gives_figures(attribution: Attribution) -> bool:
    """Whether somebody gives figures, or passes them on, rather than speaks of those of others."""
    return attribution.stance in {"affirms", "none"} and attribution.act not in {"question", "contest"}


def read_in_source(words: str, attribution: Attribution, graph: Graph) -> tuple[Reading | None, str]:
    """What the words of a telling's figure say, and in which language they were read: one of its sources'."""
    for tag in dict.fromkeys((*_languages(attribution, graph), graph.language)):
        found = read(words, tag)
        if found:
            return found, tag
    return None, graph.language


def _languages(attribution: Attribution, graph: Graph) -> Iterator[str]:
    for citation in attribution.cites:
        yield language_of(citation.source, graph)


def _is_given(name: str, quantity: Quantity, attribution: Attribution, graph: Graph) -> bool:
    """Whether a telling without its own figure gives the claim's; who denies or asks names all of them."""
    stated = f"{{{name}}}" in (attribution.statement or "")
    return stated or not gives_figures(attribution) or held_in(attribution.cites, quantity, graph)


def _of_claim(quantity: Quantity, claim: Claim, graph: Graph) -> Quantity:
    if quantity.is_open:
        return quantity
    if quantity.same_as:
        return _as_another(quantity, claim, graph)
    reading = read(quantity.printed, graph.language) if quantity.printed else None
    written = {name: getattr(quantity, name) for name in ("value", "min", "max", "unit")}
    return _made(quantity, reading, {"relation": quantity.written_relation, **written}, graph, shown=True)


def _as_another(quantity: Quantity, claim: Claim, graph: Graph) -> Quantity:
    """A figure whose number is that of another, with its own qualifier: more than the 8 billion offered."""
    seen: set[tuple[str, str]] = set()
    found, here = figure_named(quantity.same_as, claim, graph), quantity
    while found and (found[0].id, found[1]) not in seen:
        seen.add((found[0].id, found[1]))
        here = found[0].quantities[found[1]]
        if not here.same_as:
            other = _of_claim(here, found[0], graph)
            ends = {name: getattr(other, name) for name in ("value", "min", "max")}
            unit = quantity.unit or other.unit
            return _made(
                quantity, None, {"relation": quantity.written_relation, **ends, "unit": unit}, graph, shown=False
            )
        found = figure_named(here.same_as, found[0], graph)
    return _made(quantity, None, {"relation": quantity.written_relation, "unit": quantity.unit}, graph, shown=False)


def _own(own: PrintedQuantity, claimed: Quantity, attribution: Attribution, graph: Graph) -> Quantity:
    """The claim's figure with what a telling has otherwise."""
    written = own.model_dump(exclude_none=True, exclude={"qualifier"})
    if own.printed:
        reading, tag = read_in_source(own.printed, attribution, graph)
        same = _one_vote(reading, claimed)
        if same:
            return claimed
        kept = {"unit": claimed.unit} if reading is None or _may_be_of(claimed, reading.unit, tag, graph) else {}
        shown = _primary(tag) == _primary(graph.language)
        return _made(claimed, reading, {**kept, **written}, graph, shown=shown)
    base = {name: getattr(claimed, name) for name in (*_NUMBERS, "unit")}
    if "value" in written:
        base |= {"min": None, "max": None}
    if "min" in written or "max" in written:
        base |= {"value": None}
    return _made(claimed, None, {**base, **written}, graph, shown=False)


def _one_vote(reading: Reading | None, claimed: Quantity) -> bool:
    """Whether a telling prints the claim's vote in its own form: 52 to 48, for 52–48."""
    theirs = claimed.reading
    if not (reading and theirs and reading.pair):
        return False
    return (reading.pair, reading.relation) == (theirs.pair, theirs.relation)


def _may_be_of(claimed: Quantity, unit: str, tag: str, graph: Graph) -> bool:
    """Whether the unit that a telling prints may be that of the claim: $8 billion, of US dollars."""
    own = unit_named(claimed.unit, graph.language) if claimed.unit else ""
    return not unit or (bool(own) and may_be_one(unit_named(unit, tag), own))


def _made(
    claimed: Quantity, reading: Reading | None, written: Mapping[str, Any], graph: Graph, *, shown: bool
) -> Quantity:
    """A figure of what was read and what is written; the written goes first."""
    kept = {"of": claimed.of, "time": claimed.time, "part_of": claimed.part_of}
    found: dict[str, Any] = {**kept, "relation": "unqualified"}
    if reading:
        found |= {name: getattr(reading, name) for name in _NUMBERS} | {"unit": reading.unit or None}
    found |= {name: value for name, value in written.items() if value is not None}
    # The words of another language are not ours to print, but for both sides of a vote, which are no number.
    is_pair = reading is not None and found.get("value") is None and found.get("min") is None
    printed = reading if shown or is_pair else None
    if reading is None and _is_english(graph.language):
        return Quantity.model_validate(found)
    return ReadQuantity.model_construct(
        **{"printed": None, "value": None, "min": None, "max": None, "unit": None, **found},
        tag=graph.language, read=printed,
    )  # fmt: skip


def _is_english(language: str) -> bool:
    return _primary(language) == "en"


def _primary(language: str) -> str:
    return language.replace("_", "-").casefold().split("-")[0]
