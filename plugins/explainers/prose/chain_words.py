"""The way of a claim to its origin, in words: one sentence for the trail, and what each stop of it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainers.graph.chain import Chain, Node, Step
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution, printed_quantities
from explainers.kinds.source.model import Source
from explainers.prose.ends import capital as opened
from explainers.prose.ends import finished, tidied
from explainers.prose.lists import counted, few, joined
from explainers.prose.reference import dated, short_name
from explainers.prose.speakers import named, speakers
from explainers.prose.verbs import ACTS
from explainers.text.inline import Inline, Paragraph, RecordLink, Words, plain

_MADE = {
    "republishes": "published here again",
    "rewrites": "rewritten here",
    "translates": "translated here",
    "quotes": "quoted here",
    "cites": "cited here",
    "excerpts": "excerpted here",
}
_OUR_READING = "our reading"
_FROM_OTHERS = "known only from others"


def count(chain: Chain) -> str:
    """The tellings, voices and origins in numbers: 4 tellings, 3 voices, 1 origin."""
    found = chain.origins
    numbers = [
        counted(len(found.tellings), "telling", "tellings"),
        counted(len(found.voices), "voice", "voices"),
        counted(len(found.origins), "origin", "origins"),
    ]
    if found.withdrawn:
        numbers.append(f"{len(found.withdrawn):,} taken back")
    return ", ".join(numbers)


def trail(chain: Chain, graph: Graph) -> Paragraph:
    """Where the trail leads from the page we explain, and where it ends; empty where nothing leads on."""
    starts = _starts(chain)
    if not starts:
        return ()
    own = [node for node in starts if node.origin]
    starts = [node for node in starts if not node.origin]
    said = _own_voices(own, graph)
    stops, ends = _between(starts, chain)
    if not ends:
        return said
    one = len(_standing(ends)) == 1
    parts: list[Inline] = [Words("The trail leads from " if one else "The trails lead from ")]
    pages = dict.fromkeys(id for node in starts for id in node.sources)
    parts += few([_place(id, graph) for id in pages])
    for index, node in enumerate(stops):
        parts += [Words(", on to " if index else " to "), *_on_the_way(node, ends, graph)]
    if stops:
        parts += [Words(", and ends with " if one else ", and they end with "), *_ends(ends, graph)]
    else:
        parts += [Words(" to "), *_ends(ends, graph), Words(", and ends there" if one else ", and end there")]
    parts = [*tidied([*parts, Words(".")]), *_inferred(starts, stops, chain), *([Words(" "), *said] if said else [])]
    return (*parts, *_elsewhere([*own, *ends], chain, graph))


@once
def name(node: Node, graph: Graph) -> Paragraph:
    """What a stop is called: its pages, its title, or who stands there."""
    if node.kind == "text":
        return tuple(joined([_place(id, graph) for id in node.sources]))
    if node.kind == "unread":
        return (RecordLink(node.sources[0], _title(node.sources[0], graph)),)
    return tuple(_without_comma(_who(node, graph)))


@once
def told(node: Node, graph: Graph) -> tuple[Paragraph, ...]:
    """What a stop says, in short sentences."""
    if node.kind == "unread":
        by = _publisher(node, graph)
        who: list[Paragraph] = [tuple(tidied([Words("Published by "), by, Words(".")]))] if by else []
        return (*who, (Words("We have not seen it, and know it only from others."),))
    sentences: list[Paragraph] = []
    if node.kind == "text":
        sentences += [(Words(when),) for when in _published(node, graph)]
    if node.kind != "origin":
        sentences += [tuple(parts) for parts in _words_told(node, graph)]
    if node.origin:
        sentences += _about_the_origin(node, graph)
    return tuple(sentences)


def onwards(node: Node, chain: Chain, graph: Graph) -> Paragraph:
    """Where a stop leads; empty at an origin."""
    steps = chain.after(node)
    if not steps:
        return ()
    by_key = {other.key: other for other in chain.nodes}
    parts = joined([_led_to(node, step, by_key[step.far], graph) for step in steps])
    return finished([Words("Leads to "), *tidied(_without_comma(parts))])


def in_words(node: Node, chain: Chain, graph: Graph) -> str:
    """All that a stop says, as plain text."""
    sentences = [finished(capital(name(node, graph))), *told(node, graph), onwards(node, chain, graph)]
    return " ".join(plain(tuple(sentence)) for sentence in sentences if sentence)


def lines(node: Node, graph: Graph) -> tuple[str, ...]:
    """A stop in a few short lines, for the drawing: its name first."""
    # A drawing has no room for sixty pages; the list beside it names them all.
    pages = few([_place(id, graph) for id in node.sources]) if node.kind == "text" else name(node, graph)
    found = [plain(tuple(capital(pages)))]
    if node.explained:
        found.append("the page we explain")
    if node.kind == "unread":
        by = _publisher(node, graph)
        found.append(f"{plain((by,))}; not seen by us" if by else "not seen by us")
    elif node.kind != "origin":
        found += [f"{who}: {figure}" if who else figure for who, figure in _figures(node, graph)]
    if node.origin:
        found.append(_grounds(node, graph))
    return tuple(found)


def _own_voices(nodes: Sequence[Node], graph: Graph) -> Paragraph:
    """Pages that say so themselves and name nobody for it."""
    pages = dict.fromkeys(id for node in nodes for id in node.sources)
    if not pages:
        return ()
    names = capital(few([_place(id, graph) for id in pages]))
    one = " says so in its own voice, and names nobody for it."
    return (*names, Words(one if len(pages) == 1 else " say so in their own voice, and name nobody for it."))


def _starts(chain: Chain) -> list[Node]:
    """The pages we explain, or else those to which nothing leads."""
    explained = [node for node in chain.nodes if node.explained]
    led_to = {step.far for step in chain.steps}
    return explained or [node for node in chain.nodes if node.key not in led_to and node.kind == "text"]


def _between(starts: Sequence[Node], chain: Chain) -> tuple[list[Node], list[Node]]:
    """The stops that every trail from the start goes through, one after the other, and the ends."""
    by_key = {node.key: node for node in chain.nodes}
    ahead: dict[str, Node] = {}
    waiting = [step.far for node in starts for step in chain.after(node)]
    while waiting:
        key = waiting.pop(0)
        if key not in ahead:
            ahead[key] = by_key[key]
            waiting += [step.far for step in chain.after(by_key[key])]
    ends = [node for node in ahead.values() if node.origin]
    between = [node for node in ahead.values() if not node.origin]
    if len(ends) == 1:
        # Who stands at the end need not be named on the way as well.
        between = [node for node in between if node.kind == "unread" or set(node.actors) != set(ends[0].actors)]
    on_the_way = [node for node in ahead.values() if not node.origin]
    one_by_one = all(len(chain.after(node)) == 1 for node in (*starts, *on_the_way[:-1]))
    single = len({step.far for node in starts for step in chain.after(node)}) == 1
    return (between if one_by_one and single else []), ends


def _elsewhere(told: Sequence[Node], chain: Chain, graph: Graph) -> list[Inline]:
    """The origins that are counted and that the trail does not lead to."""
    known = [node.origin for node in told if node.origin]
    counted_too = (node for node in chain.nodes if node.origin and not node.withdrawn)
    others = [node for node in counted_too if node not in told and node.origin not in known]
    if not others:
        return []
    words = " Another trail ends with " if len(others) == 1 else " Other trails end with "
    return [Words(words), *tidied([*few([_who(node, graph) for node in others]), Words(".")])]


def _publisher(node: Node, graph: Graph) -> Inline | None:
    """Whose a text is that we did not read."""
    source = graph.get(node.sources[0], Source)
    return named(source.publisher, graph) if source and source.publisher in graph.records else None


def _on_the_way(node: Node, ends: Sequence[Node], graph: Graph) -> list[Inline]:
    if node.kind == "unread":
        source = graph.get(node.sources[0], Source)
        own = source is None or any(source.publisher in end.actors for end in ends)
        by = None if own else _publisher(node, graph)
        return [
            Words("a text that we have not seen ("),
            *([by, Words(": ")] if by else []),
            RecordLink(node.sources[0], _title(node.sources[0], graph)),
            Words(")"),
        ]
    return list(speakers(_attributions(node), graph))


def _ends(ends: Sequence[Node], graph: Graph) -> list[Inline]:
    """Who stands at the ends, and who took it back."""
    shown = _standing(ends)
    return few([[*_who(node, graph), *([Words(" (taken back)")] if node.withdrawn else [])] for node in shown])


def _standing(ends: Sequence[Node]) -> list[Node]:
    """The ends, without those who took it back and say it again."""
    standing = {actor for node in ends if not node.withdrawn for actor in node.actors}
    return [node for node in ends if not (node.withdrawn and standing.issuperset(node.actors))]


def _inferred(starts: Sequence[Node], stops: Sequence[Node], chain: Chain) -> Iterator[Inline]:
    """How many of the steps told are our inference."""
    steps = [step for node in (*starts, *stops) if node.kind != "unread" for step in chain.after(node)]
    ours = sum(not step.stated for step in steps)
    if ours:
        words = "One of the steps is" if ours == 1 else f"{ours:,} of the steps are"
        yield Words(f" {words} our inference.")


def _who(node: Node, graph: Graph) -> list[Inline]:
    """Who stands at an origin or speaks in another's text."""
    refs = node.refs
    if node.kind == "origin":
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
    return list(speakers(_attributions(node), graph))


def _attributions(node: Node) -> list[Attribution]:
    return [ref.attribution for ref in node.refs]


def _place(id: str, graph: Graph) -> list[Inline]:
    source = graph.get(id, Source)
    return [RecordLink(id, short_name(source, graph) if source else "a source")]


def _title(id: str, graph: Graph) -> str:
    """The title of a text; the brackets of one that is our description fall away."""
    source = graph.get(id, Source)
    title = source.csl.title if source else "a source"
    return title[1:-1] if title.startswith("[") and title.endswith("]") else title


def _published(node: Node, graph: Graph) -> Iterator[str]:
    """When the pages came out, and whether one of them is the page we explain."""
    dates = list(dict.fromkeys(dated(source.published) for id in node.sources if (source := graph.get(id, Source))))
    aside = "the page that we explain" if node.explained else ""
    dates = [dates[0][:1].upper() + dates[0][1:]] if len(dates) == 1 else [f"Of {' and '.join(dates)}"]
    yield f"{', '.join(filter(None, [*dates, aside]))}."


def _words_told(node: Node, graph: Graph) -> Iterator[list[Inline]]:
    """Who tells what there: speakers, figure with its qualifier, and what sort of utterance it is."""
    own = _own_voice(node, graph)
    groups: dict[tuple[object, ...], list[AttributionRef]] = {}
    for ref in node.refs:
        groups.setdefault((ref.claim.id, ref.attribution.act, _figure(ref)), []).append(ref)
    for (_, _, figure), refs in groups.items():
        what = ", ".join(filter(None, [str(figure), ACTS[refs[0].attribution.act]]))
        if node.kind == "voice":
            # The stop has the speakers' names.
            yield capital([Words(f"{what}.")])
            continue
        who: list[Inline] = [Words("In its own voice")] if own else list(speakers([r.attribution for r in refs], graph))
        yield capital([*_without_comma(who), Words(f": {what}.")])


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


def _figures(node: Node, graph: Graph) -> Iterator[tuple[str, str]]:
    """For the drawing: the speaker, empty for the page's own voice, and the figure."""
    own = _own_voice(node, graph)
    names = [[Words(_short(actor, graph))] for actor in node.actors]
    who = "" if own or node.kind == "voice" else plain(tuple(few(names)))
    figures = list(dict.fromkeys(filter(None, (_figure(ref) for ref in node.refs))))
    if figures:
        yield who, " and ".join(figures)
    elif who:
        # The past has one form for one speaker and for several, as a name may stand for.
        yield "", f"{who} said so"


def _short(actor: str, graph: Graph) -> str:
    record = graph.records.get(actor)
    return record.title if record else "a speaker"


def _figure(ref: AttributionRef) -> str:
    figures = [q.alone for q in printed_quantities(ref.claim, ref.attribution).values()]
    return " and ".join(filter(None, [", ".join(figures[:-1]), *figures[-1:]]))


def _own_voice(node: Node, graph: Graph) -> bool:
    publishers = {source.publisher for id in node.sources if (source := graph.get(id, Source))}
    return node.kind == "text" and set(node.actors) == publishers


def _about_the_origin(node: Node, graph: Graph) -> list[Paragraph]:
    found: list[Paragraph] = [(Words(f"{_grounds(node, graph)[:1].upper()}{_grounds(node, graph)[1:]}."),)]
    others = [root.actor for root in node.origin.roots if root.actor not in node.actors] if node.origin else []
    if others:
        parts = joined([[named(actor, graph)] for actor in dict.fromkeys(others)])
        found.append(
            (
                Words("Counted as one origin with "),
                *parts,
                Words(": the texts in which we read them go back to one text."),
            )
        )
    return found


def _grounds(node: Node, graph: Graph) -> str:
    """What an origin is, and on what ground it says so."""
    if node.withdrawn:
        return "took it back, and is not counted"
    actors = [graph.get(actor, Actor) for actor in node.actors]
    open_end = any(actor is not None and not actor.named for actor in actors)
    own = {basis for ref in node.refs for basis in ref.attribution.based_on}
    grounds = [words for basis, words in _OWN.items() if basis in own]
    ground = " and ".join(grounds) if grounds else "on what ground is not stated"
    return f"origin{', not named' if open_end else ''}: {ground}"


_OWN = {"own-observation": "by own observation", "own-estimate": "by own estimate"}


def _led_to(node: Node, step: Step, far: Node, graph: Graph) -> list[Inline]:
    words = list(name(far, graph)) if far.kind != "text" else list(speakers(_attributions(far), graph))
    if far.kind == "text" and set(far.actors) != {s.publisher for id in far.sources if (s := graph.get(id, Source))}:
        words += [Words(", in "), *name(far, graph)]
    asides = [_MADE[step.how]] if step.how and step.stated else []
    if not step.stated:
        asides.append(_FROM_OTHERS if node.kind == "unread" else _OUR_READING)
    return [*words, *([Words(f" ({', '.join(asides)})")] if asides else [])]
