"""The audit of verbs in words: what a verb does, our own verb beside it, and sentences that count and do not judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainers.graph.graph import Graph
from explainers.graph.verb_audit import NO_SIDE, VerbAudit, VerbUse
from explainers.graph.verb_lexicon import Lean
from explainers.prose.event_words import hedge
from explainers.prose.lists import counted, joined
from explainers.prose.speakers import named
from explainers.prose.verbs import verb
from explainers.text.inline import Inline, Paragraph, Words, plain

# Below this many verbs nothing is said of how they are spread: the table is all there is.
ENOUGH = 5
LEAN_OF_ONE: dict[Lean, str] = {
    "belief": "leans towards belief",
    "emphasis": "adds weight",
    "neutral": "leans nowhere",
    "distance": "keeps a distance",
    "opposition": "tells of a denial or a doubt",
    "no-answer": "tells that there was no answer",
    "not-classed": "not classed",
}
_OF_SEVERAL: dict[Lean, str] = {
    "belief": "lean towards belief",
    "emphasis": "add weight",
    "neutral": "lean nowhere",
    "distance": "keep a distance",
    "opposition": "tell of a denial or a doubt",
    "no-answer": "tell that there was no answer",
    "not-classed": "are not in our list",
}
NO_SIDE_WORDS = "No side recorded"
# What is told of by side: verbs that do more than tell.
_TOLD_BY_SIDE: tuple[Lean, ...] = ("belief", "emphasis", "distance")


def our_verb(use: VerbUse) -> str:
    """The verb that we print for it."""
    return verb(use.stance, use.act).plain.that.removesuffix(" that").removesuffix(" whether")


def side_words(side: str) -> str:
    """A side as the head of its row."""
    return NO_SIDE_WORDS if side == NO_SIDE else side


def verbs_counted(audit: VerbAudit) -> str:
    """How many verbs do what, in a sentence; nothing where they are too few or not of our language."""
    if audit.total < ENOUGH or not audit.classed:
        return ""
    each = [[Words(_several(kind, number))] for kind, number in audit.leans().items()]
    return f"Of {audit.total:,} verbs of saying counted here, {plain(tuple(joined(each)))}."


def sides_told(audit: VerbAudit, event: str, graph: Graph) -> Paragraph:
    """With whom the verbs stand that lean, by the sides in an event; nothing where they are too few."""
    if audit.total < ENOUGH or not audit.classed:
        return ()
    table = audit.by_side(event)
    each = [found for kind in _TOLD_BY_SIDE if (found := _stand_with(kind, audit, table))]
    if not each:
        return ()
    row: list[Inline] = [Words("Counted by side in "), named(event, graph), Words(f"{hedge(event, graph)}: ")]
    return (*row, Words(f"{'; '.join(each)}."))


def in_no_list(audit: VerbAudit, language: str) -> str:
    """Why the verbs of a source in another language are not classed."""
    known = f"This source is in {language}" if language else "This source is in another language"
    return "" if audit.classed else f"{known}. Our list of verbs is English, so these are not classed."


def without_verb(audit: VerbAudit) -> str:
    """How many statements stand without a verb of saying."""
    found = counted(audit.without_verb, "statement recorded from it has", "statements recorded from it have")
    return f"{found} no verb of saying that we wrote down." if audit.without_verb else ""


def _several(kind: Lean, number: int) -> str:
    one = "is not in our list" if kind == "not-classed" else LEAN_OF_ONE[kind]
    return counted(number, one, _OF_SEVERAL[kind])


def _stand_with(kind: Lean, audit: VerbAudit, table: Mapping[str, dict[Lean, int]]) -> str:
    total = audit.leans().get(kind, 0)
    sides = [[Words(words)] for words in _shares(kind, total, table)]
    if not sides:
        return ""
    stand = "the verb that" if total == 1 else "verbs that"
    does = LEAN_OF_ONE[kind] if total == 1 else _OF_SEVERAL[kind]
    return f"{stand} {does} {'stands' if total == 1 else 'stand'} with {plain(tuple(joined(sides)))}"


def _shares(kind: Lean, total: int, table: Mapping[str, dict[Lean, int]]) -> Iterator[str]:
    for side, leans in table.items():
        if kind in leans:
            name = "speakers of no recorded side" if side == NO_SIDE else side
            yield f"{name} ({leans[kind]:,} of {total:,})"
