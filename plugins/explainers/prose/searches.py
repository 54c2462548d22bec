"""What was looked for and not found: where we looked and when, or only that the pages we read do not have it."""

from __future__ import annotations

from explainers.graph.graph import Graph
from explainers.model.edtf_dates import placed
from explainers.prose.capitals import inside_a_sentence
from explainers.prose.ends import without_stop
from explainers.prose.speakers import named
from explainers.text.inline import Inline, RecordLink, Words, parse

# Words that an editor may have begun the place with.
_PREPOSITIONS = frozenset("in on at among across through throughout within".split())
# Words for texts, with which no name begins: as the first one they lose their capital.
_COMMON = frozenset(
    "stored archived saved copies pages web websites sites reports news newspapers articles posts messages speeches "
    "statements releases transcripts minutes records archives databases books journals studies press public official "
    "online printed searches results everything".split()
)


def place(looked_in: str | None, graph: Graph) -> list[Inline]:
    """Where nothing was found, after a verb: in the reports of the agency, in the pages we read."""
    if not looked_in:
        return [Words("in the pages we read")]
    written = [_named(part, graph) for part in without_stop(parse(looked_in))]
    words = inside_a_sentence(_uncapitalised(written), graph) or written
    first = words[0].text.split()[:1] if words and isinstance(words[0], Words) else []
    return words if _PREPOSITIONS.intersection(first) else [Words("in "), *words]


def searched(looked_in: str | None, edtf: str, graph: Graph, *, inferred: bool = False) -> list[Inline]:
    """Where and when: in the reports of the agency (looked for on 22 November 2026).

    Without `looked_in` no one is said to have looked: in the pages we read (as of 22 November 2026).
    """
    if not edtf:
        return place(looked_in, graph)
    sure = ", a date that is our inference" if inferred else ""
    day = f"looked for {placed(edtf)}" if looked_in else _as_of(placed(edtf))
    return [*place(looked_in, graph), Words(f" ({_unbracketed(day)}{sure})")]


def _uncapitalised(parts: list[Inline]) -> list[Inline]:
    first = parts[0] if parts else None
    word = first.text.split(maxsplit=1)[:1] if isinstance(first, Words) else []
    if isinstance(first, Words) and word and word[0] == word[0].capitalize() and word[0].casefold() in _COMMON:
        return [Words(first.text[:1].lower() + first.text[1:]), *parts[1:]]
    return parts


def _named(part: Inline, graph: Graph) -> Inline:
    return named(part.id, graph) if isinstance(part, RecordLink) and not part.words else part


def _as_of(words: str) -> str:
    preposition, _, day = words.partition(" ")
    return f"as of {day}" if preposition in {"on", "in"} else words


def _unbracketed(words: str) -> str:
    """Words that go in brackets, without brackets inside: 12 November 2024, uncertain."""
    return words.replace(" (", ", ").replace("(", "").replace(")", "")
