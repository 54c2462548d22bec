"""Who speaks: names in a row, on whose behalf, and through whom we hear of those whom nobody names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainers.graph.graph import Graph
from explainers.graph.tellers import tellers
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution
from explainers.prose.lists import joined
from explainers.text.inline import Inline, Paragraph, RecordLink, Words


def speakers(
    attributions: Sequence[Attribution], graph: Graph, *, last: str = " and ", together: str = ""
) -> Paragraph:
    """Everyone who speaks in some attributions, each once, on whose behalf, and who tells of the unnamed ones.

    `together` stands right after the names: printed together, or each.
    """
    voices = dict.fromkeys(actor for attribution in attributions for actor in attribution.by)
    row = [*joined([_speaker(actor, graph) for actor in voices], last=last), *([Words(together)] if together else [])]
    behalf = dict.fromkeys(a.speaks_for for a in attributions if a.speaks_for and a.speaks_for not in voices)
    if behalf:
        row += [Words(", speaking for "), *joined([[named(actor, graph)] for actor in behalf]), Words(",")]
    tellers = dict.fromkeys(id for a in attributions if (id := teller(a, graph)) and id not in voices)
    if tellers:
        row += [Words(", as told by "), *joined([[named(actor, graph)] for actor in tellers]), Words(",")]
    return tuple(tidied(row))


def _speaker(id: str, graph: Graph) -> list[Inline]:
    actor = graph.get(id, Actor)
    told = (
        actor is None or actor.named or any(word in actor.in_sentence.casefold() for word in ("unnamed", "not named"))
    )
    return [named(id, graph)] if told else [named(id, graph), Words(" (not named)")]


def teller(attribution: Attribution, graph: Graph) -> str:
    """Through whom we hear of a speaker whom nobody names: who rests on it in the same source, or its publisher."""
    actors = [graph.get(actor, Actor) for actor in attribution.by]
    if attribution.stance != "affirms" or all(actor is None or actor.named for actor in actors):
        return ""
    return next(iter(tellers(attribution, graph)), "")


def named(id: str, graph: Graph) -> Inline:
    record = graph.records.get(id)
    return RecordLink(id, record.in_sentence if record else id)


def tidied(parts: list[Inline]) -> Iterator[Inline]:
    """An inserted phrase's closing comma falls away before another comma, `and`, or a colon."""
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if (
            isinstance(part, Words)
            and isinstance(following, Words)
            and part.text.endswith(",")
            and following.text[:1] in ",:"
        ):
            part = Words(part.text[:-1])
        yield part
