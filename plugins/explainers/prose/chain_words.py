"""The way of a claim to its origin, in words: what each stop of it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from explainers.graph.chain import Chain
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.stops import Node, Step
from explainers.graph.telling_figures import telling_figures
from explainers.graph.ways import rests_on_something_else
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution
from explainers.kinds.source.model import Source
from explainers.prose.ends import capital as opened
from explainers.prose.ends import finished, tidied
from explainers.prose.lists import joined, named_in_a_row
from explainers.prose.reference import dated, short_name
from explainers.prose.speakers import named, speakers
from explainers.prose.telling_names import is_medium
from explainers.prose.verbs import ACTS
from explainers.prose.version_words import day_beside_others
from explainers.text.inline import Inline, Paragraph, RecordLink, Words, plain

_MADE = {
    "republishes": "published here again",
    "updates": "updated here",
    "rewrites": "rewritten here",
    "translates": "translated here",
    "quotes": "quoted here",
    "cites": "cited here",
    "excerpts": "excerpted here",
}
_OUR_READING = "our inference"


@once
def name(node: Node, graph: Graph) -> Paragraph:
    """What a stop is called: its pages, its title, or who is there."""
    if node.kind == "text":
        return tuple(joined(page_names(node.sources, graph)))
    if node.kind == "unread":
        return (RecordLink(node.sources[0], title_of(node.sources[0], graph)),)
    if node.kind == "agency":
        return tuple(joined([[named(actor, graph)] for actor in node.actors]))
    return tuple(_without_comma(who_stands(node, graph)))


def told_by(node: Node, graph: Graph) -> tuple[Paragraph, ...]:
    """What a stop says, in short sentences."""
    if node.kind == "unread":
        by = publisher_of(node, graph)
        who: list[Paragraph] = [tuple(tidied([Words("Published by "), by, Words(".")]))] if by else []
        return (*who, (Words("We have not seen it, and know it only from others."),))
    if node.kind == "agency":
        return ((Words("Named as the source, but no text of it is given."),),)
    sentences: list[Paragraph] = []
    if node.kind == "text":
        sentences += [(Words(when),) for when in _published(node, graph)]
    if node.kind != "origin":
        sentences += [tuple(parts) for parts in _words_given(node, graph)]
    if node.origin:
        sentences += _about_the_origin(node, graph)
    return tuple(sentences)


class StopWords(NamedTuple):
    """A stop in words: its name with a capital, what it says, where it leads, and all of that as plain text."""

    name: Paragraph
    sentences: tuple[Paragraph, ...]
    onwards: Paragraph
    text: str


@once
def stop_words(chain: Chain, graph: Graph) -> Mapping[str, StopWords]:
    """All stops of a way in words, by their keys."""
    by_key = {node.key: node for node in chain.nodes}
    after: dict[str, list[Step]] = {}
    for step in chain.steps:
        after.setdefault(step.near, []).append(step)
    return {node.key: _in_words(node, after.get(node.key, ()), by_key, graph) for node in chain.nodes}


def in_words(node: Node, chain: Chain, graph: Graph) -> str:
    """All that a stop says, as plain text."""
    return stop_words(chain, graph)[node.key].text


def _in_words(node: Node, steps: Sequence[Step], by_key: Mapping[str, Node], graph: Graph) -> StopWords:
    called = tuple(capital(name(node, graph)))
    sentences = told_by(node, graph)
    leads = _onwards(node, steps, by_key, graph)
    whole = (finished(called), *sentences, leads)
    return StopWords(called, sentences, leads, " ".join(plain(sentence) for sentence in whole if sentence))


def _onwards(node: Node, steps: Sequence[Step], by_key: Mapping[str, Node], graph: Graph) -> Paragraph:
    """Where a stop leads, without links: those are at the stops that it leads to. Empty at an origin."""
    if not steps:
        return ()
    parts = named_in_a_row([_led_to(node, step, by_key[step.far], graph) for step in steps])
    return finished([Words("Traced to: "), Words(plain(tuple(tidied(_without_comma(parts)))))])


def publisher_of(node: Node, graph: Graph) -> Inline | None:
    """Whose a text is that we did not read."""
    source = graph.get(node.sources[0], Source)
    return named(source.publisher, graph) if source and source.publisher in graph.records else None


def who_stands(node: Node, graph: Graph) -> list[Inline]:
    """Who is at an origin or speaks in another's text."""
    refs = node.refs
    if node.kind == "origin":
        if len(node.actors) > 1 and node.party in graph.records:
            return [named(node.party, graph)]
        parts = joined([[named(actor, graph)] for actor in node.actors])
        behalf = dict.fromkeys(
            ref.attribution.speaks_for
            for ref in refs
            if ref.attribution.speaks_for and not set(ref.attribution.by).isdisjoint(node.actors)
        )
        aside = [actor for actor in behalf if actor not in node.actors]
        if aside:
            parts += [Words(", speaking for "), *joined([[named(actor, graph)] for actor in aside]), Words(",")]
        return parts
    return list(speakers(attributions_of(node), graph))


def attributions_of(node: Node) -> list[Attribution]:
    return [ref.attribution for ref in node.refs]


def page_name(id: str, graph: Graph) -> list[Inline]:
    source = graph.get(id, Source)
    return [RecordLink(id, short_name(source, graph) if source else "a source")]


def page_names(ids: Iterable[str], graph: Graph, *, own_voice: bool = False) -> list[list[Inline]]:
    """Pages by their short names; those that share one with their days. Their `own_voice` is their publisher's."""
    names = {id: _publisher_named(id, graph) if own_voice else page_name(id, graph) for id in ids}
    if len(names) == 1:
        return [*names.values()]
    known = Counter(plain(tuple(name)) for name in names.values())
    found = []
    for id, name in names.items():
        source = graph.get(id, Source)
        day = day_beside_others(source, graph) if source and known[plain(tuple(name))] > 1 else ""
        found.append([*name, *([Words(f" ({day})")] if day else [])])
    return found


def _publisher_named(id: str, graph: Graph) -> list[Inline]:
    """A page by its publisher's name, even a book that goes by its author's."""
    source = graph.get(id, Source)
    publisher = graph.records.get(source.publisher) if source else None
    return [RecordLink(id, publisher.in_sentence)] if publisher else page_name(id, graph)


def title_of(id: str, graph: Graph) -> str:
    """The title of a text; the brackets of one that is our description fall away."""
    source = graph.get(id, Source)
    title = source.csl.title if source else "a source"
    return title[1:-1] if title.startswith("[") and title.endswith("]") else title


def _published(node: Node, graph: Graph) -> Iterator[str]:
    """When the pages came out, and whether one of them is the page we explain."""
    dates = list(dict.fromkeys(dated(source.published) for id in node.sources if (source := graph.get(id, Source))))
    aside = "the page that we explain" if node.explained else ""
    yield f"{', '.join(filter(None, [_in_a_row(dates), aside]))}."


def _in_a_row(dates: Sequence[str]) -> str:
    """Dates of pages: dated 10 November 2024 and 11 November 2024, or undated."""
    if len(dates) < 2:
        return opened("".join(dates))
    known = [date.removeprefix("dated ") for date in dates if date != "no date"]
    row = " and ".join(filter(None, [", ".join(known[:-1]), *known[-1:]]))
    return f"Dated {row}{' or undated' if len(known) < len(dates) else ''}"


def _words_given(node: Node, graph: Graph) -> Iterator[list[Inline]]:
    """Who says what there: speakers, figure with its qualifier, and what kind of utterance it is."""
    own = _own_voice(node, graph)
    groups: dict[tuple[object, ...], list[AttributionRef]] = {}
    for ref in node.refs:
        groups.setdefault((ref.claim.id, ref.attribution.act, _figure(ref, graph)), []).append(ref)
    for (_, _, figure), refs in groups.items():
        what = ", ".join(filter(None, [str(figure), ACTS[refs[0].attribution.act]]))
        if node.kind == "voice":
            # The stop has the speakers' names.
            yield capital([Words(f"{what}.")])
            continue
        if own and refs[0].attribution.passes_on:
            # If a page names no source, the origin says that it is passed on.
            if words := figure if node.end == "unknown" else what:
                yield capital([Words(f"{words}.")])
            continue
        who: list[Inline] = (
            [Words(f"In {_whose(node, graph)} own voice")]
            if own
            else list(speakers([r.attribution for r in refs], graph))
        )
        yield capital([*_without_comma(who), Words(f": {what}.")])


def _whose(node: Node, graph: Graph) -> str:
    """The pronoun of who speaks in a text: a person's, or a publisher's."""
    actors = [graph.get(actor, Actor) for actor in node.actors]
    return "their" if len(actors) > 1 or any(actor and actor.kind == "person" for actor in actors) else "its"


def _without_comma(parts: Sequence[Inline]) -> list[Inline]:
    """The comma that would close an aside falls away at the end."""
    *others, last = parts
    return [*others, Words(last.text.rstrip(",")) if isinstance(last, Words) else last]


def capital(parts: Sequence[Inline]) -> list[Inline]:
    """Parts that open with a capital."""
    first, *others = parts
    if isinstance(first, Words):
        return [Words(opened(first.text)), *others]
    if isinstance(first, RecordLink):
        return [RecordLink(first.id, opened(first.words)), *others]
    return list(parts)


@once
def _figure(ref: AttributionRef, graph: Graph) -> str:
    figures = [q.alone for q in telling_figures(ref, graph).values()]
    return " and ".join(filter(None, [", ".join(figures[:-1]), *figures[-1:]]))


def _own_voice(node: Node, graph: Graph) -> bool:
    publishers = {source.publisher for id in node.sources if (source := graph.get(id, Source))}
    return node.kind == "text" and set(node.actors) == publishers


def _about_the_origin(node: Node, graph: Graph) -> list[Paragraph]:
    found: list[Paragraph] = [(Words(f"{_grounds(node, graph)[:1].upper()}{_grounds(node, graph)[1:]}."),)]
    others = [root.actor for root in node.origin.roots if root.actor not in node.actors] if node.origin else []
    if others:
        parts = joined([[named(actor, graph)] for actor in dict.fromkeys(others)])
        jointly = all(root.ref.attribution.joint == "together" for root in node.origin.roots) if node.origin else False
        if jointly:
            found.append((Words("Spoke together with "), *parts, Words("; counted once.")))
        else:
            why = Words(": the texts in which we read them go back to one text.")
            found.append((Words("Counted as one origin with "), *parts, why))
    return found


def _grounds(node: Node, graph: Graph) -> str:
    """What an origin is, and on what ground it says so."""
    if node.end == "taken-back":
        return "taken back, and not counted"
    if node.end == "replaced":
        return "replaced by a later statement, and not counted"
    if node.end == "unknown":
        passes_on = all(ref.attribution.passes_on for ref in node.refs)
        return "passed on without naming a source" if passes_on else "where this comes from is not on record"
    if node.refs and all(ref.attribution.act == "rule" for ref in node.refs):
        return "origin: a ruling"
    open_end = any((actor := graph.get(id, Actor)) and not actor.named for id in node.actors)
    own = {basis for ref in node.refs for basis in ref.attribution.based_on}
    ground = " and ".join(words for basis, words in _OWN.items() if basis in own) or _no_ground(node, graph)
    return f"{'unnamed ' if open_end else ''}origin: {ground}"


def _no_ground(node: Node, graph: Graph) -> str:
    if node.refs and all(rests_on_something_else(ref, graph) for ref in node.refs):
        return "what it is based on says something else"
    written = all(ref.attribution.says_that_no_basis_is_stated for ref in node.refs)
    return "no basis stated" if written else "no basis on record"


_OWN = {"own-observation": "own observation", "own-estimate": "own estimate"}


def _texts(node: Node, graph: Graph) -> list[list[Inline]]:
    """The pages of a stop after `in`: a news medium by its name, others as somebody's text."""
    names = zip(node.sources, page_names(node.sources, graph), strict=True)
    return [name if is_medium(id, graph) else [Words("the text by "), *name] for id, name in names]


def _led_to(node: Node, step: Step, far: Node, graph: Graph) -> list[Inline]:
    words = list(name(far, graph)) if far.kind != "text" else list(speakers(attributions_of(far), graph))
    if far.kind == "text" and set(far.actors) != {s.publisher for id in far.sources if (s := graph.get(id, Source))}:
        words += [Words(", in "), *joined(_texts(far, graph))]
    asides = [_MADE[step.how]] if step.how and step.stated else []
    # The stop of a text that we have not seen says that all of it is known from others.
    if step.inferred:
        asides.append(_OUR_READING)
    return [*words, *([Words(f" ({', '.join(asides)})")] if asides else [])]
