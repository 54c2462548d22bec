"""What was looked for and not found: where we looked and when, or only that the pages we read do not have it."""

from __future__ import annotations

from explainers.graph.graph import Graph
from explainers.prose.capitals import inside_a_sentence
from explainers.prose.ends import without_stop
from explainers.prose.speakers import named
from explainers.prose.when import when
from explainers.text.inline import Inline, RecordLink, Words, parse

# Words that an editor may have begun the place with.
_PREPOSITIONS = frozenset("in on at among across through throughout within".split())


def place(looked_in: str | None, graph: Graph) -> list[Inline]:
    """Where nothing was found, after a verb: in the reports of the agency, in the pages we read."""
    if not looked_in:
        return [Words("in the pages we read")]
    written = [_named(part, graph) for part in without_stop(parse(looked_in))]
    words = inside_a_sentence(written, graph) or written
    first = words[0].text.split()[:1] if words and isinstance(words[0], Words) else []
    return words if _PREPOSITIONS.intersection(first) else [Words("in "), *words]


def searched(looked_in: str | None, edtf: str, graph: Graph, *, inferred: bool = False) -> list[Inline]:
    """Where and when: in the reports of the agency (looked for on 22 November 2026).

    Without `looked_in` nobody is said to have looked: in the pages we read (as of 22 November 2026).
    """
    if not edtf:
        return place(looked_in, graph)
    sure = ", a date that is our inference" if inferred else ""
    day = f"looked for {when(edtf)}" if looked_in else _as_of(when(edtf))
    return [*place(looked_in, graph), Words(f" ({_unbracketed(day)}{sure})")]


def _named(part: Inline, graph: Graph) -> Inline:
    return named(part.id, graph) if isinstance(part, RecordLink) and not part.words else part


def _as_of(words: str) -> str:
    preposition, _, day = words.partition(" ")
    return f"as of {day}" if preposition in {"on", "in"} else words


def _unbracketed(words: str) -> str:
    """Words that go in brackets, without brackets inside: 12 November 2024, uncertain."""
    return words.replace(" (", ", ").replace("(", "").replace(")", "")
