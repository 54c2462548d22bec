"""A sentence inside a sentence: which opening words keep their capital."""

from __future__ import annotations

from functools import lru_cache

from explainers.graph.graph import Graph
from explainers.text.inline import Inline, RecordLink, Words

# A sentence may open with these; inside another sentence they lose their capital.
_SMALL = frozenset(
    "the a an some any all both no many most more few several each every this that these those its their his her it "
    "they there one in on at by for from with without after before during since until under over as if when where "
    "because another other others nearly about almost up between military soldiers troops forces weapons".split()
)  # fmt: skip


def inside_a_sentence(parts: list[Inline], graph: Graph) -> list[Inline] | None:
    """The proposition as it stands after `that`, or None where we cannot tell a name from a common word."""
    first = parts[0] if parts else None
    if not isinstance(first, Words | RecordLink):
        return None
    text = first.words if isinstance(first, RecordLink) else first.text
    word = next(iter(text.split()), "").strip(",;:")
    if not word[:1].isupper():
        return parts
    bare = word.removesuffix("'s").removesuffix("’s")
    if bare.casefold() in _SMALL:
        small = text[:1].lower() + text[1:]
        return [RecordLink(first.id, small) if isinstance(first, RecordLink) else Words(small), *parts[1:]]
    if isinstance(first, RecordLink):
        return parts
    return parts if bare in _name_words(graph) or not bare[1:].islower() else None


@lru_cache(maxsize=4)
def _name_words(graph: Graph) -> frozenset[str]:
    """The capitalised words of all names of actors, places and events."""
    kinds = {"actor", "place", "event"}
    names = (n for id, r in graph.records.items() if graph.kind(id) in kinds for n in (*r.names, r.in_sentence))
    return frozenset(
        word.strip(",()")
        for name in names
        for word in name.split()
        if word[:1].isupper() and word.casefold() not in _SMALL
    )
