"""What changed on the way of a claim, in words: one sentence for all of it, and a few words for each telling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainers.graph.drift import Aspect, Comparison, Telling, nearer, road
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.kinds.source.model import Source
from explainers.prose.lists import joined
from explainers.prose.reference import short_name
from explainers.prose.speakers import speakers
from explainers.text.inline import Inline, Paragraph, RecordLink, Words, plain

_CLASSES = {
    "says": "a statement", "passes on": "something passed on", "vouches for": "a confirmation",
    "estimates": "an estimate", "suggests": "a suggestion", "alleges": "an allegation", "predicts": "a prediction",
    "promises": "a promise", "orders": "an order", "denies": "a denial", "does not comment": "no comment",
    "rules": "a ruling", "asks": "a question", "contests": "an objection",
}  # fmt: skip
# What a sentence tells of; a table tells of all. That words are told without quotation marks is how news is written.
_TOLD = ("qualifier", "figure", "predicate", "counted", "act")


@once
def summary(told: Sequence[Telling], graph: Graph) -> Paragraph:
    """What changed between the origin and the page we explain, in one sentence; empty where there is one telling."""
    if len(told) < 2:
        return ()
    ends = [telling for telling in told if telling.explained] or [told[-1]]
    passed_on = [end for end in ends if end.compared]
    if not passed_on:
        return ()
    changes = _changes(told, ends, graph)
    way = road(told, passed_on)
    firsts = [telling.ref.attribution for telling in way if not telling.compared] or [way[0].ref.attribution]
    row: list[Inline] = [Words("On the way from "), *speakers(firsts, graph)]
    pages = dict.fromkeys(id for end in ends for id in _pages(end.ref, graph))
    to: list[Inline] = [Words(" to "), *joined([[_named(id, graph)] for id in pages])] if pages else []
    if not changes:
        marks = any(_change(telling.aspect("quotation")) for telling in road(told, ends, "quotation"))
        nothing = "nothing but the quotation marks changed" if marks else "nothing that we compare changed"
        return (*row, *to, Words(f", {nothing}."))
    apart = len(changes) > 2 or any(" and " in plain(tuple(change)) for change in changes[:-1])
    return (*row, *to, Words(", "), *joined(changes, last=", and " if apart else " and "), Words("."))


def worth_telling(told: Sequence[Telling]) -> bool:
    """Whether anything changed that a sentence tells of."""
    return any(_change(telling.aspect(name)) for telling in told for name in _TOLD)


@once
def not_found(told: Sequence[Telling], graph: Graph) -> Sequence[Paragraph]:
    """For words in quotation marks that stand in no text nearer to the speaker: what we found, and where we looked."""
    return tuple(_not_found(told, graph))


def _not_found(told: Sequence[Telling], graph: Graph) -> Iterator[Paragraph]:
    for telling in told:
        attribution = telling.ref.attribution
        if attribution.quote_status != "not-found-upstream":
            continue
        page = next(iter(_pages(telling.ref, graph)), "")
        quoted = next((c.exact for c in attribution.cites if c.exact), None)
        looked = dict.fromkeys(id for ref in nearer(telling, told, graph) for id in _pages(ref, graph))
        row: list[Inline] = [_named(page, graph), Words(" gives words of "), *speakers([attribution], graph)]
        row.append(Words(" in quotation marks"))
        if quoted:
            row.append(Words(f" (“{quoted}”)"))
        if looked:
            places = joined([[_named(id, graph)] for id in looked])
            what = "the closer text that we read" if len(looked) == 1 else "the closer texts that we read"
            row += [Words(f". They do not stand so in {what}: "), *places, Words(".")]
        else:
            row.append(Words(". We did not find them nearer to the speaker."))
        yield tuple(row)


def changed(told: Telling | Comparison) -> list[str]:
    """What is otherwise than in one telling before, or than in all of them, each in a few words."""
    return [words for name in (*_TOLD, "quotation") if (words := _change(told.aspect(name)))]


def compared_with(telling: Telling, before: AttributionRef, graph: Graph) -> Paragraph:
    """A telling with which one is compared."""
    pages = joined([[_named(id, graph)] for id in _pages(before, graph)])
    if before.attribution.by == telling.ref.attribution.by and pages:
        return tuple(pages)
    names = list(speakers([before.attribution], graph))
    last = names[-1]
    names[-1] = Words(last.text.rstrip(",")) if isinstance(last, Words) else last
    return (*names, Words(", in "), *pages) if pages else tuple(names)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a thing became what it is."""

    after: Aspect
    where: list[Inline]
    back: bool = False
    """Whether a qualifier stands here again that was lost before."""


def _changes(told: Sequence[Telling], ends: Sequence[Telling], graph: Graph) -> list[list[Inline]]:
    """Each change on the way to some tellings once, with where it came in.

    What one thing became in several places stands together. What stands in a text on the way and was not taken over
    from there is not told: of several texts that a telling rests on, the way goes through those that have the same.
    """
    row = []
    for name in _TOLD:
        found: dict[str, dict[str, _Place]] = {}
        lost: set[str] = set()
        for telling in road(told, ends, name):
            for aspect in (one.aspect(name) for one in telling.towards(name)):
                if _change(aspect):
                    places = found.setdefault(aspect.before, {})
                    back = name == "qualifier" and aspect.value in lost and not aspect.before
                    places.setdefault(aspect.value, _Place(aspect, _where(telling, graph), back))
                    lost.add(aspect.before)
        row += [_became(list(places.values())) for places in found.values()]
    return row


def _became(places: Sequence[_Place]) -> list[Inline]:
    row: list[Inline] = []
    for index, place in enumerate(places):
        aspect = place.after
        words = f" and {_after(aspect)}" if index else _words(aspect)
        if place.back:
            words = f"“{aspect.value}” came back"
        row += [Words(f"{words} ("), *place.where, Words(")")]
    return row


def _change(aspect: Aspect) -> str:
    """One change in words, or nothing."""
    if not aspect.changed:
        return ""
    if aspect.name == "quotation":
        return "put in quotation marks" if aspect.value.startswith("yes") else "without quotation marks"
    if aspect.name == "act" and "passes on" in {aspect.before, aspect.value}:
        return ""
    return _words(aspect)


def _words(aspect: Aspect) -> str:
    """What one thing became: “held back” became “immobilized”."""
    name, before, after = aspect.name, aspect.before, aspect.value
    if name in {"qualifier", "predicate"}:
        if before and after:
            return f"“{before}” became “{after}”"
        gone, come = ("was lost", "was added") if name == "qualifier" else ("fell away", "came in")
        return f"“{before}” {gone}" if before else f"“{after}” {come}"
    if name == "counted":
        return f"what is counted became {_counted(aspect)}" if after else "what is counted was left open"
    if name == "act":
        return f"{_CLASSES[before]} became {_CLASSES[after]}"
    return f"{before} became {after}"


def _after(aspect: Aspect) -> str:
    """The same after another change of the same thing: only what it became."""
    if aspect.name in {"qualifier", "predicate"} and aspect.before and aspect.value:
        return f"“{aspect.value}”"
    if aspect.name == "counted" and aspect.value:
        return _counted(aspect)
    return aspect.value if aspect.name == "figure" else _words(aspect)


def _counted(aspect: Aspect) -> str:
    """What is counted: in quotation marks where the page says so, plain where it is in our words."""
    return f"“{aspect.value}”" if aspect.printed else aspect.value


def _where(telling: Telling, graph: Graph) -> list[Inline]:
    """Where a change came in: the speaker's own other text, or the page."""
    said_in = telling.ref.attribution.said_in
    if not telling.same_text and said_in:
        source = graph.get(said_in, Source)
        title = source.csl.title.removeprefix("[").removesuffix("]") if source else ""
        return [RecordLink(said_in, title)] if title else []
    pages = joined([[_named(id, graph)] for id in _pages(telling.ref, graph)])
    return [*pages, *([Words(", headline")] if telling.ref.attribution.mode == "headline" else [])]


def _pages(ref: AttributionRef, graph: Graph) -> list[str]:
    """The pages in which we read a telling."""
    cites = ref.attribution.cites
    cited = [c.source for c in cites if c.role != "context"] or [c.source for c in cites]
    sources = {id: source for id in cited if (source := graph.get(id, Source))}
    return [id for id, source in sources.items() if source.seen != "cited-only"] or list(sources)


def _named(id: str, graph: Graph) -> Inline:
    source = graph.get(id, Source)
    return RecordLink(id, short_name(source, graph) if source else "a source")
