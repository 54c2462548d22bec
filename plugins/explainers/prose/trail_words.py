"""Where the trail of a claim leads, in one sentence, and its tellings, voices and origins in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainers.graph.chain import Chain
from explainers.graph.graph import Graph
from explainers.graph.kept import once
from explainers.graph.origins import Origins
from explainers.graph.stops import Node, Step
from explainers.kinds.source.model import Source
from explainers.prose.chain_words import attributions_of, capital, page_names, publisher_of, title_of, who_stands
from explainers.prose.ends import tidied
from explainers.prose.lists import counted, few, spelled
from explainers.prose.speakers import named, speakers
from explainers.text.inline import Inline, Paragraph, RecordLink, Words


def count_in_words(chain: Chain) -> str:
    """The tellings, voices and origins in numbers: 4 tellings, 3 voices, 1 origin."""
    found = chain.origins
    numbers = [counted(len(found.tellings), "telling", "tellings")]
    if found.voices:
        numbers.append(counted(len(found.voices), "voice", "voices"))
    numbers += _origins(found)
    if found.withdrawn:
        numbers.append(f"{len(found.withdrawn):,} taken back")
    if found.replaced:
        numbers.append(f"{len(found.replaced):,} replaced")
    return ", ".join(numbers)


def _origins(found: Origins) -> Iterator[str]:
    """How many origins: at least, where several speak as one or a step is inferred; at most, where some may be one."""
    if found.origins:
        number = len(found.origins)
        if found.open:
            yield f"at least {counted(found.fewest, 'origin', 'origins')}"
        else:
            yield f"{'at most ' if found.fewest < number else ''}{counted(number, 'origin', 'origins')}"
    if found.unknown:
        yield f"{len(found.unknown):,} of unknown origin" if found.origins else "origin unknown"


@once
def trail(chain: Chain, graph: Graph) -> Paragraph:
    """From the page we explain, through whom, to whom it is traced; empty where nothing leads on."""
    starts = _starts(chain)
    if not starts:
        return ()
    own = [node for node in starts if node.origin]
    starts = [node for node in starts if not node.origin]
    said = _own_voices(own, graph)
    stops, ends = _between(starts, chain)
    if not ends:
        return (*said, *_elsewhere(own, chain, graph))
    pages = dict.fromkeys(id for node in starts for id in node.sources)
    parts: list[Inline] = [Words("Traced from "), *few(page_names(pages, graph)), Words(" to ")]
    for node in stops:
        parts += [*_on_the_way(node, ends, graph), Words(", then to " if node is not stops[-1] else ", and on to ")]
    parts += [*_ends(ends, graph), Words(".")]
    parts = [*tidied(parts), *_inferred(starts, stops, chain), *([Words(" "), *said] if said else [])]
    return (*parts, *_elsewhere([*own, *ends], chain, graph))


def _own_voices(nodes: Sequence[Node], graph: Graph) -> Paragraph:
    """Pages that say so themselves and name no source for it, and pages that pass it on without a source."""
    relays = [node for node in nodes if all(ref.attribution.passes_on for ref in node.refs)]
    own = [node for node in nodes if node not in relays]
    written = [node for node in own if all(ref.attribution.says_that_no_basis_is_stated for ref in node.refs)]
    row: list[Inline] = []
    for found, one, several in (
        (written, "says so, and names no source for it.", "say so, and name no source for it."),
        ([node for node in own if node not in written], "says so itself, and no source for it is on record.",
         "say so themselves, and no source for it is on record."),
        (relays, "passes this on without naming a source.", "pass this on without naming a source."),
    ):  # fmt: skip
        pages = dict.fromkeys(id for node in found for id in node.sources)
        if pages:
            names = capital(few(page_names(pages, graph, own_voice=True)))
            row += [*([Words(" ")] if row else []), *names, Words(f" {one if len(pages) == 1 else several}")]
    return tuple(row)


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
    # Who is named further on, or at the end, need not be named before as well: it would be a second step of theirs.
    last = {actor for node in ends for actor in node.actors}
    further = [[*map(_speaking, between[at:]), last] for at in range(1, len(between) + 1)]
    between = [node for node, later in zip(between, further, strict=True) if (_speaking(node) or node) not in later]
    on_the_way = [node for node in ahead.values() if not node.origin]
    one_by_one = all(len(chain.after(node)) == 1 for node in (*starts, *on_the_way[:-1]))
    single = len({step.far for node in starts for step in chain.after(node)}) == 1
    return (between if one_by_one and single else []), ends


def _speaking(node: Node) -> set[str] | None:
    """Who speaks in the pages of a stop, and is what it is called by; a text or an agency has a name."""
    return None if _is_unread(node) else set(node.actors)


def _elsewhere(shown: Sequence[Node], chain: Chain, graph: Graph) -> list[Inline]:
    """The origins that are counted and that the trail does not lead to."""
    known = [node.origin for node in shown if node.origin]
    counted_too = (node for node in chain.nodes if node.origin and not node.end)
    others = [node for node in counted_too if node not in shown and node.origin not in known]
    if not others:
        return []
    return [
        Words(" Elsewhere, it is traced to "),
        *tidied([*few([who_stands(node, graph) for node in others]), Words(".")]),
    ]


def _on_the_way(node: Node, ends: Sequence[Node], graph: Graph) -> list[Inline]:
    if node.kind == "agency":
        return [Words("a text of "), *few([[named(actor, graph)] for actor in node.actors])]
    if node.kind == "unread":
        source = graph.get(node.sources[0], Source)
        own = source is None or any(source.publisher in end.actors for end in ends)
        by = None if own else publisher_of(node, graph)
        return [
            Words("a text that we have not seen ("),
            *([by, Words(": ")] if by else []),
            RecordLink(node.sources[0], title_of(node.sources[0], graph)),
            Words(")"),
        ]
    return list(speakers(attributions_of(node), graph))


def _ends(ends: Sequence[Node], graph: Graph) -> list[Inline]:
    """Who is at the ends, and who took it back."""
    shown = _without_ended_doubles(ends)
    return few([_end(node, graph) for node in shown])


def _end(node: Node, graph: Graph) -> list[Inline]:
    names = who_stands(node, graph)
    if not node.end:
        return names
    *before, last = names
    closed = Words(last.text.rstrip(",")) if isinstance(last, Words) else last
    return [*before, closed, Words(f" ({_ENDED[node.end]})")]


def _without_ended_doubles(ends: Sequence[Node]) -> list[Node]:
    """The ends, without those who took it back and say it again."""
    still_said = {actor for node in ends if not node.end for actor in node.actors}
    return [node for node in ends if not (node.end and still_said.issuperset(node.actors))]


_ENDED = {
    "taken-back": "since taken back",
    "replaced": "since replaced",
    "unknown": "no source named",
}


def _is_ours(step: Step, shown: set[str], chain: Chain) -> bool:
    """Whether a step is our inference, or one of those that it stands for, up to the next stop that is named."""
    by_key = {node.key: node for node in chain.nodes}
    waiting, seen = [step], set(shown)
    while waiting:
        one = waiting.pop()
        if one.inferred:
            return True
        if one.far not in seen:
            seen.add(one.far)
            waiting += chain.after(by_key[one.far])
    return False


def _is_unread(node: Node) -> bool:
    """Whether it is no page that we read: that its words are known only from others is said where it is named."""
    return node.kind in {"unread", "agency"}


def _inferred(starts: Sequence[Node], stops: Sequence[Node], chain: Chain) -> Iterator[Inline]:
    """How many of these steps are our inference."""
    shown = {node.key for node in (*starts, *stops)}
    steps = [step for node in (*starts, *stops) for step in chain.after(node)]
    ours = sum(_is_ours(step, shown, chain) for step in steps)
    if ours:
        yield Words(f" {spelled(ours).capitalize()} {'step is' if ours == 1 else 'steps are'} our inference.")
