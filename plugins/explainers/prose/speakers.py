"""Who speaks: names in a row, on whose behalf, and through whom we hear of those without a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explainers.graph.graph import Graph
from explainers.graph.kept import once
from explainers.graph.tellers import tellers
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution
from explainers.prose.lists import joined, named_in_a_row
from explainers.text.inline import Inline, Paragraph, RecordLink, Words

# What is printed for a missing record: the check reports it, and no id is printed.
UNRECORDED_SPEAKER = "somebody not on record"
# A sentence names so many speakers; of more, so many first ones. Who they all are, the claim's board lists.
_MOST, _FIRST = 7, 5


def speakers(
    attributions: Sequence[Attribution], graph: Graph, *, last: str = " and ", together: bool = False
) -> Paragraph:
    """Everyone who speaks in some attributions, each once, on whose behalf, and who reports the unnamed ones.

    What is said about them is between commas, and the last comma is left to who goes on with the sentence.
    `together` says of them that the source runs them together. Of more than seven, the first five are named, and how
    many others there are.
    """
    if len(attributions) == 1 and last == " and " and not together:
        return _speaking(attributions[0], graph)
    return _all_speaking(attributions, graph, last, together=together)


def in_a_list(attributions: Sequence[Attribution], graph: Graph) -> Paragraph:
    """The same where no sentence follows, so that the comma that would close an aside falls away."""
    return _one_in_a_list(attributions[0], graph) if len(attributions) == 1 else _closed(speakers(attributions, graph))


@once
def _one_in_a_list(attribution: Attribution, graph: Graph) -> Paragraph:
    return _closed(_speaking(attribution, graph))


def _closed(parts: Paragraph) -> Paragraph:
    *others, last = parts
    return (*others, Words(last.text.rstrip(",")) if isinstance(last, Words) else last)


@once
def _speaking(attribution: Attribution, graph: Graph) -> Paragraph:
    return _all_speaking([attribution], graph, " and ", together=False)


def _all_speaking(attributions: Sequence[Attribution], graph: Graph, last: str, *, together: bool) -> Paragraph:
    voices = dict.fromkeys(actor for attribution in attributions for actor in attribution.by)
    behalf = dict.fromkeys(a.speaks_for for a in attributions if a.speaks_for and a.speaks_for not in voices)
    through = [(a, id) for a in attributions if (id := teller(a, graph)) and id not in voices]
    attributions_named = dict.fromkeys(id for _, id in through)
    # No one else reports those who are named: then who reports the unnamed is beside their names alone.
    aside = {actor: id for a, id in through for actor in a.by}
    aside = {} if len(aside) == len(voices) or together else aside
    cited: list[Inline] = [Words("cited together")] if together else []
    if attributions_named and not aside:
        cited = [Words("cited together by " if together else "cited by "), *_names(attributions_named, graph)]
    speaking = [Words("speaking for "), *_names(behalf, graph)] if behalf else []
    agencies = dict.fromkeys(
        a.said_in
        for a in attributions
        if a.said_in and a.said_in not in attributions_named and graph.get(a.said_in, Actor)
    )
    reported = [Words("as reported by "), *_names(agencies, graph)] if agencies else []
    shown = _first(list(voices))
    names = [speaker(actor, graph, aside.get(actor, "")) for actor in shown]
    more = _others(list(voices)[len(shown) :], graph)
    number = attributions[0].speakers if len(attributions) == 1 else None
    if number == 1 and all((actor := graph.get(id, Actor)) and actor.kind == "person" for id in shown):
        number = None
    if number and not more:
        unnamed = [actor for id in shown if (actor := graph.get(id, Actor)) and not actor.named]
        names, more = _numbered(names, number, plural=bool(unnamed))
    row = named_in_a_row([*names, *more], last=last)
    asides = [aside for aside in (cited, speaking, reported) if aside]
    if asides:
        row += [Words(", "), *joined(asides), Words(",")]
    return tuple(row)


def _numbered(
    names: list[list[Inline]], number: int | str, *, plural: bool
) -> tuple[list[list[Inline]], list[list[Inline]]]:
    """Names with how many speakers a page gives: one or two of a group, or more than are named."""
    if len(names) == 1 and (number != "several" or not plural):
        of_them = _COUNTED.get(number, f"{number} of them")
        *before, last = names[0]
        if isinstance(last, Words) and last.text == ")":
            return [[*before, Words(f"; {of_them})")]], []
        return [[*names[0], Words(f" ({of_them})")]], []
    # Several of a group that has no name are that group.
    more = len(names) > 1 and (number > len(names) if isinstance(number, int) else not plural)
    return names, [[Words("others")]] if more else []


_COUNTED: dict[int | str, str] = {1: "one of them", 2: "two of them", 3: "three of them", "several": "several of them"}


def _names(ids: Iterable[str], graph: Graph) -> list[Inline]:
    row = list(ids)
    shown = _first(row)
    left = [[Words(f"{len(row) - len(shown):,} others")]] if len(shown) < len(row) else []
    return named_in_a_row([*([named(id, graph)] for id in shown), *left])


def _first(ids: list[str]) -> list[str]:
    """Those whom a sentence names."""
    return ids if len(ids) <= _MOST else ids[:_FIRST]


def _others(ids: Sequence[str], graph: Graph) -> list[list[Inline]]:
    """How many speakers are not named here, and how many of them have no name at all."""
    unnamed = sum(1 for id in ids if (actor := graph.get(id, Actor)) and not actor.named)
    aside = f" ({f'{unnamed:,} of them ' if unnamed < len(ids) else ''}not named)" if unnamed else ""
    return [[Words(f"{len(ids):,} others{aside}")]] if ids else []


def speaker(id: str, graph: Graph, attributions_named: str = "") -> list[Inline]:
    """A name, and in brackets that it is none, and who reports it."""
    actor = graph.get(id, Actor)
    is_clear = (
        actor is None or actor.named or any(word in actor.in_sentence.casefold() for word in ("unnamed", "not named"))
    )
    aside: list[Inline] = [] if is_clear else [Words("not named")]
    if attributions_named:
        aside += [Words("; cited by " if aside else "cited by "), named(attributions_named, graph)]
    return [named(id, graph), *([Words(" ("), *aside, Words(")")] if aside else [])]


def teller(attribution: Attribution, graph: Graph) -> str:
    """Through whom we hear of a speaker without a name: who rests on it in the same source, or its publisher."""
    actors = [graph.get(actor, Actor) for actor in attribution.by]
    if attribution.stance == "no-position-found" or all(actor is None or actor.named for actor in actors):
        return ""
    return next(iter(tellers(attribution, graph)), "")


def named(id: str, graph: Graph) -> Inline:
    """A link to a record by its name in running text."""
    record = graph.records.get(id)
    return RecordLink(id, record.in_sentence) if record else Words(UNRECORDED_SPEAKER)
