"""Counts of an open figure in words: the latest of each party, and from which figure to which that of one went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from explainers.graph.counts import Day, counted_on, counters, open_figures, told_on
from explainers.graph.endings import ending
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.parties import parties
from explainers.graph.telling_figures import telling_figures
from explainers.kinds.claim.model import Claim
from explainers.model.base import Date
from explainers.prose.lists import joined
from explainers.prose.proposition import figures
from explainers.prose.speakers import named
from explainers.text.inline import Paragraph, Words


class Latest(NamedTuple):
    """The latest count of a party: its day, the way there where no one else counts, and the counts that it ended.

    The day is that of the telling, also where it passes on an earlier count.
    """

    day: Day
    grown: str
    earlier: tuple[AttributionRef, ...]


_Count = tuple[Day, AttributionRef]


def latest_counts(claim: Claim, refs: Sequence[AttributionRef], graph: Graph) -> Mapping[str, Latest]:
    """The latest telling of each party that has open figures, by its key; none where all figures have numbers."""
    found = _counts(claim, refs, graph)
    by_party: dict[object, list[_Count]] = {}
    for day, ref in found:
        by_party.setdefault((ref.stance, parties(ref.attribution, graph)), []).append((day, ref))
    alone = _only_counter(found, graph)
    latest: dict[str, Latest] = {}
    for same in by_party.values():
        last = [one for one in same if not any(one[0].date.before(day.date) for day, _ in same)]
        over = tuple(ref for day, ref in same if (day, ref) not in last)
        grown = _grown(same, graph) if alone and parties(same[0][1].attribution, graph) == alone else ""
        # Who passes a count on has it from an earlier day, and says it on another day.
        latest |= {ref.key: Latest(told_on(ref, graph) or day, grown, over) for day, ref in last}
    return latest


def who_counts(claim: Claim, graph: Graph) -> Paragraph:
    """Who counts an open figure; nothing where all figures of a claim have numbers, or no one gives one."""
    refs = graph.refs(claim)
    found = _counts(claim, refs, graph)
    ids = dict.fromkeys(id for _, ref in found for id in sorted(counters(ref, graph)))
    if not ids:
        return ()
    each = "" if len(ids) == 1 else "; of each, the latest figure is given"
    return (Words("Counted by "), *joined([[named(id, graph)] for id in ids]), Words(each))


def _counts(claim: Claim, refs: Sequence[AttributionRef], graph: Graph) -> list[_Count]:
    """Those who give an open figure, or pass it on, in the order of time; what was taken back or replaced is apart."""
    names = open_figures(claim)
    found = []
    for ref in refs if names else ():
        attribution = ref.attribution
        gives = ref.claim.id == claim.id and (ref.stance == "affirms" or attribution.passes_on)
        if gives and not attribution.answers and not ending(attribution.by[0], ref, graph):
            day = counted_on(ref, graph)
            if day and not telling_figures(ref, graph).keys().isdisjoint(names):
                found.append((day, ref))
    return sorted(found, key=lambda one: one[0].date.extent.by_start)


def _only_counter(found: Sequence[_Count], graph: Graph) -> frozenset[str]:
    """The party that alone counts, if one does."""
    every = {counting for _, ref in found if (counting := counters(ref, graph))}
    only = next(iter(every)) if len(every) == 1 else frozenset()
    return only if len(only) == 1 else frozenset()


def _grown(same: Sequence[_Count], graph: Graph) -> str:
    """From which figure to which those of one party went: from at least 280 on 22 June to 1,150 on 24 June 2022."""
    (first_day, first), (last_day, last) = same[0], same[-1]
    before, after = (_figures(ref, graph) for ref in (first, last))
    if before == after or not first_day.date.before(last_day.date):
        return ""
    on = [_on(day, same) for day in (first_day, last_day)]
    day = on[1][on[1].rfind(" on ") :]
    year = on[1][-5:] if on[1][-4:].isdigit() else ""
    shared = day if on[1].startswith("at ") and on[0].endswith(day) else year
    what = "figures" if len(figures(last, graph)) > 1 else "figure"
    return f"the {what} went from {before} {on[0].removesuffix(shared)} to {after} {on[1]}"


def _figures(ref: AttributionRef, graph: Graph) -> str:
    return " and ".join(figures(ref, graph))


def _on(day: Day, same: Sequence[_Count]) -> str:
    """The day of a count, with the clock where another count is of the same day."""
    first = day.date.extent.first
    others = {other.date.edtf for other, _ in same if other.date.extent.first == first}
    plain = len(others) == 1 and "T" in day.date.edtf
    words = Date(edtf=day.date.edtf.partition("T")[0], basis=day.date.basis).placed if plain else day.date.placed
    return f"{words} (the day of the page)" if day.reported else words
