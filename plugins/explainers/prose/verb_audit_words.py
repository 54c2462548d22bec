"""The audit of verbs in words: what a verb does, our own verb beside it, and sentences that count and do not judge."""

from __future__ import annotations

from explainers.graph.graph import Graph
from explainers.graph.verb_audit import ENOUGH, NO_SIDE, SideVerbs, VerbAudit, VerbUse
from explainers.graph.verb_lexicon import Lean
from explainers.prose.event_words import hedge
from explainers.prose.lists import counted, joined
from explainers.prose.speakers import named
from explainers.prose.verbs import verb
from explainers.text.inline import Inline, Paragraph, Words, plain

LEAN_OF_ONE: dict[Lean, str] = {
    "belief": "leans towards belief",
    "emphasis": "adds weight",
    "neutral": "is neutral",
    "distance": "keeps a distance",
    "opposition": "reports a denial or a doubt",
    "no-answer": "reports that there was no answer",
    "not-classed": "not classed",
}
_OF_SEVERAL: dict[Lean, str] = {
    "belief": "lean towards belief",
    "emphasis": "add weight",
    "neutral": "are neutral",
    "distance": "keep a distance",
    "opposition": "report a denial or a doubt",
    "no-answer": "report that there was no answer",
    "not-classed": "are not in our list",
}
NO_SIDE_WORDS = "No side recorded"
# What is given by side: verbs that do more than report.
_TOLD_BY_SIDE: tuple[Lean, ...] = ("belief", "emphasis", "distance")


def our_verb(use: VerbUse) -> str:
    """The verb that we print for it."""
    return verb(use.stance, use.act).plain.that.removesuffix(" that").removesuffix(" whether")


def side_words(side: str) -> str:
    """A side as the head of its row."""
    return NO_SIDE_WORDS if side == NO_SIDE else side


def verbs_counted(audit: VerbAudit) -> str:
    """What at least five verbs do, in a sentence; nothing where no five do the same or our list is of no use."""
    each = [[Words(_several(kind, number))] for kind, number in audit.leans().items()]
    if not each or not audit.classed:
        return ""
    return f"Of {audit.total:,} verbs of saying counted here, {plain(tuple(joined(each)))}."


def compared(audit: VerbAudit, event: str, graph: Graph) -> Paragraph:
    """What at least five verbs do with the statements of each side in an event; nothing where none can be compared."""
    if not audit.classed:
        return ()
    each = [words for side, verbs in audit.by_side(event).items() if (words := _of_side(side, verbs))]
    if not each:
        return ()
    row: list[Inline] = [Words("Counted by side in "), named(event, graph), Words(f"{hedge(event, graph)}: ")]
    return (*row, Words(f"{'; '.join(each)}."))


def in_cell(verbs: SideVerbs, kind: Lean) -> str:
    """How many verbs of a side do something, as a table has it."""
    return f"{verbs.leans[kind]:,}" if kind in verbs.leans else f"fewer than {ENOUGH}"


def what_is_counted(audit: VerbAudit) -> str:
    """What the table is made from, which is less than the source prints."""
    with_verb = counted(audit.statements - audit.without_verb, "statement", "statements")
    said = f"The table has the verbs that we noted with {with_verb} from this source, not all that it prints."
    passages = counted(audit.event_passages, "passage", "passages")
    return f"{said} Verbs in {passages} cited for events are not in it." if audit.event_passages else said


def in_no_list(audit: VerbAudit, language: str) -> str:
    """Why the verbs of a source in another language are not classed."""
    known = f"This source is in {language}" if language else "This source is in another language"
    return "" if audit.classed else f"{known}. Our list of verbs is English, so these are not classed."


def without_verb(audit: VerbAudit) -> str:
    """How many statements have no verb of saying."""
    found = counted(audit.without_verb, "statement", "statements")
    return f"For {found} recorded from it, we noted no verb of saying." if audit.without_verb else ""


def _several(kind: Lean, number: int) -> str:
    one = "is not in our list" if kind == "not-classed" else LEAN_OF_ONE[kind]
    return counted(number, one, _OF_SEVERAL[kind])


def _of_side(side: str, verbs: SideVerbs) -> str:
    """What the verbs of a side do that do more than report."""
    each = [[Words(_several(kind, verbs.leans[kind]))] for kind in _TOLD_BY_SIDE if kind in verbs.leans]
    whose = "speakers of no recorded side" if side == NO_SIDE else side
    of = counted(verbs.total, "verb", "verbs")
    return f"of {of} with statements by {whose}, {plain(tuple(joined(each)))}" if each else ""
