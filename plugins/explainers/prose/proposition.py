"""A statement with its figures in their places, as one telling has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.telling_figures import claim_figures, telling_figures
from explainers.kinds.quantity import Quantity
from explainers.prose.figure_places import FIGURE as _FIGURE
from explainers.prose.figure_places import FigurePlace
from explainers.prose.speakers import named
from explainers.text.inline import Emphasis, Inline, Paragraph, RecordLink, Words, parse

NOTHING_KNOWN = "something not on record"


def proposition(ref: AttributionRef, graph: Graph) -> Paragraph:
    """What one telling says: its own statement or the claim's, with the figures as it prints them.

    For use after a speaker only.
    """
    printed = telling_figures(ref, graph)
    claimed = claim_figures(ref.claim, graph)
    statement = ref.attribution.statement or ref.claim.statement
    parts, end = [], 0
    for match in _FIGURE.finditer(statement):
        place = FigurePlace(match, graph.language)
        words, stop = place.filled(printed.get(match["name"]), claimed.get(match["name"]))
        parts += [statement[end : match.start()], words]
        end = stop
    return parse("".join([*parts, statement[end:]]))


def said_by(ref: AttributionRef, graph: Graph) -> list[Inline]:
    """What one telling says, each link with the words that a reader sees. For use after a speaker only."""
    return [_with_its_name(part, graph) for part in proposition(ref, graph)]


def _with_its_name(part: Inline, graph: Graph) -> Inline:
    if isinstance(part, Emphasis):
        return Emphasis(tuple(_with_its_name(inner, graph) for inner in part.parts), part.strong)
    if isinstance(part, RecordLink) and not part.words:
        return named(part.id, graph) if part.id in graph.records else Words(NOTHING_KNOWN)
    return part


def figures(ref: AttributionRef, graph: Graph) -> tuple[str, ...]:
    """The figures of the statement, in its order, as one telling prints them, without a noun."""
    printed = telling_figures(ref, graph)
    return tuple(dict(_alone(ref.claim.statement, printed)).values()) if printed else ()


def figures_of(ref: AttributionRef, graph: Graph) -> str:
    """What the figures of a telling count, where it gives some of the statement's and not all of them."""
    printed = telling_figures(ref, graph)
    stated = dict.fromkeys(match["name"] for match in _FIGURE.finditer(ref.claim.statement))
    known = [name for name in stated if name in ref.claim.quantities]
    of = [printed[name].of or "" for name in known if name in printed]
    return " and ".join(of) if all(of) and len(of) < len(known) else ""


def over_another_time(ref: AttributionRef) -> str:
    """The time over which a telling has its figures, where the claim has them of another; else nothing."""
    over = ref.attribution.time
    others = [q.time for q in ref.claim.quantities.values() if q.time and over and q.time.edtf != over.edtf]
    return (over.as_stated or over.placed) if over and others else ""


def _alone(statement: str, printed: Mapping[str, Quantity]) -> Iterator[tuple[str, str]]:
    for match in _FIGURE.finditer(statement):
        if match["name"] in printed:
            quantity = printed[match["name"]]
            before, after = quantity.affixes
            unit = match["after"] or ""
            is_sign = bool(match["before"] or unit) and not unit.startswith("-")
            given = (match["before"], unit) if is_sign and not (before or after) else (before, after)
            yield match["name"], quantity.worded(*given, noun=False)
