"""A claim's label with who says so, for wherever the claim is met alone: titles, links, lists, data for programs.

`Ferries cancelled at Port Nore, according to the harbour office`. Where no one says so, what was done with the claim
follows a colon, so that a label that asserts is still a claim: `Ferries cancelled at Port Nore: a claim denied by the
harbour office`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainers.graph.board import board
from explainers.graph.drift import altered
from explainers.graph.endings import ending
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import lasting, once
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Act, Attribution, Claim, Stance
from explainers.model.base import Record
from explainers.prose.lists import named_in_a_row
from explainers.prose.speakers import speaker, teller
from explainers.text.inline import Words, plain

# What is said of a record that is not as other records are; drafts are seen in a preview alone.
MARKS = {"withdrawn": "Withdrawn", "draft": "Draft"}
# Two speakers are named, or three if there are no others, as far as there is room for their names.
_FEW, _ROOM = 2, 48
_ACCORDING = "according to"
# What was done with a claim by those who do not say so, in the order in which it is said.
_OF_THE_CLAIM = (
    "passed on by",
    "put differently by",
    "taken back by",
    "denied by",
    "contested by",
    "questioned by",
    "doubted by",
    "asked about by",
    "neither confirmed nor denied by",
    "on which {} spoke",
    "on which {} declined to comment",
    "on which {} did not answer",
    "on which {} could not be reached",
    "on which {} took no position",
    "made by {} and replaced later",
)
# What is not said of the claim itself comes after what is.
_CLOSE_TO = "close to one "
_DONE = (
    *_OF_THE_CLAIM,
    *(f"{_CLOSE_TO}{words}" for words in _OF_THE_CLAIM),
    "on which no position of {} was found",
)
_NO_ANSWER = {
    "decline": "on which {} declined to comment",
    "no-answer": "on which {} did not answer",
    "not-reached": "on which {} could not be reached",
    "neither": "neither confirmed nor denied by",
    "no-comment": "on which {} took no position",
}
_NO_SIDE = {"question": "asked about by", "contest": "contested by"}
_PAST = "made by {} and replaced later"
_SILENT = "on which no position of {} was found"
_STOP = re.compile(r"(?<=[a-z]{4})\.\Z")
_CLOSED = (".", "?", "!", "…", ":", ";", ",", "–", "—", "-")
_PLURAL = frozenset({"unnamed-group", "unnamed-source"})


@dataclass(frozen=True, slots=True)
class Label:
    """A claim's label, and who says so; `mark` says that its editors took the claim back, or that it is a draft."""

    words: str
    by: str
    mark: str

    @property
    def opening(self) -> str:
        """The label as it opens a title."""
        return f"{self.mark}: {self.words}" if self.mark else self.words

    @property
    def rest(self) -> str:
        """What follows the label in a title."""
        if self.words.endswith(_CLOSED):
            return f" ({self.by})"
        return f", {self.by}" if self.by.startswith(_ACCORDING) else f": {self.by}"

    @property
    def title(self) -> str:
        """The whole as it is alone."""
        return f"{self.opening}{self.rest}"

    @property
    def lead(self) -> str:
        """The whole before a colon."""
        return f"{self.opening} ({self.by})"

    @property
    def inside(self) -> str:
        """The whole inside a sentence."""
        return f"{self.words} ({self.by})"


@lasting
def label(claim: Claim, graph: Graph) -> Label:
    """A claim's label with those who say so, or else with what was done with the claim, and by whom."""
    said = affirming(claim, graph)
    by = f"{_ACCORDING} {in_a_row(said, graph)}" if said else f"a claim {_done(claim, graph)}"
    return Label(_STOP.sub("", " ".join(claim.label.split())), by, MARKS.get(claim.status, ""))


def called(record: Record, graph: Graph) -> str:
    """What a record is called in running text."""
    return label(record, graph).inside if isinstance(record, Claim) else record.in_sentence


@once
def affirming(claim: Claim, graph: Graph) -> tuple[Attribution, ...]:
    """The attributions that say that all of the claim is so, each by those of its speakers who still say so.

    What a page gives otherwise than where it has it from is its own: it is left out where there is any other.
    """
    said, own = [], []
    for ref in graph.refs(claim):
        attribution = ref.attribution
        by = tuple(actor for actor in attribution.by if ref.stance == "affirms" and not _has_left(actor, ref, graph))
        if by:
            whole = by == attribution.by
            still = ref if whole else AttributionRef(claim, attribution.model_copy(update={"by": by}))
            said.append(still.attribution)
            own += [] if attribution.bases and altered(still, graph) else [still.attribution]
    return tuple(own or said)


def _has_left(actor: str, ref: AttributionRef, graph: Graph) -> bool:
    """Whether a speaker took a telling back, or it was replaced, or the same speaker denies it now."""
    if ending(actor, ref, graph):
        return True
    # Most claims are denied by none of those who affirm them, and a board need not be made for their titles.
    if not any(a.stance == "denies" and actor in a.by for a in ref.claim.attributions):
        return False
    rows = {row.position.stance: row.when for row in board(ref.claim, graph) if row.position.actor == actor}
    return rows.get("affirms") == "past" and rows.get("denies") == "present"


def _done(claim: Claim, graph: Graph) -> str:
    """What was done with a claim that no one affirms: passed on by A and denied by B."""
    done: dict[str, list[Attribution]] = {}
    for attribution in claim.attributions:
        done.setdefault(_how(claim, attribution), []).append(attribution)
    first, *others = sorted(done, key=_DONE.index)
    words = _with_names(first, done[first], graph)
    second = next(iter(others), "{}")
    return words if "{}" in f"{first}{second}" else f"{words} and {_with_names(second, done[second], graph)}"


def _how(claim: Claim, attribution: Attribution) -> str:
    """What a speaker who does not say that all of it is so did instead, or did before."""
    stance, act = claim.stance_of(attribution), attribution.act
    if stance == "affirms":
        return _PAST
    if attribution.speaks_of_something_else:
        return f"{_CLOSE_TO}{_taking(attribution.stance, act)}"
    if stance == "partly":
        return "put differently by"
    if attribution.is_partial:
        return "put differently by" if stance == "none" else "on which {} spoke"
    return _taking(stance, act)


def _taking(stance: Stance, act: Act) -> str:
    """What a speaker did who takes a position other than that it is so."""
    if stance == "none":
        return _NO_SIDE.get(act, "passed on by")
    if stance == "declines":
        return _NO_ANSWER.get(act, "on which {} took no position")
    if stance == "doubts":
        return "questioned by" if act == "question" else "doubted by"
    return {"denies": "denied by", "retracts": "taken back by"}.get(stance, _SILENT)


def _with_names(how: str, attributions: Sequence[Attribution], graph: Graph) -> str:
    row = in_a_row(attributions, graph, last=" or " if how == _SILENT else " and ")
    return how.format(row) if "{}" in how else f"{how} {row}"


def in_a_row(attributions: Sequence[Attribution], graph: Graph, *, last: str = " and ") -> str:
    """The first speakers, and that there are others; if none of them is named, also who cites them."""
    ids = list(dict.fromkeys(actor for attribution in attributions for actor in attribution.by))
    names = [plain(tuple(speaker(id, graph))) for id in ids]
    more = any(_has_more(attribution) for attribution in attributions)
    shown = _shown(names, more=more)
    others = list(_others(ids[shown:], graph, more=more))
    row = plain(tuple(named_in_a_row([[Words(name)] for name in [*names[:shown], *others]], last=last)))
    cited_by = _cited_by(attributions, ids[:shown], graph)
    return f"{row} cited by {cited_by}" if cited_by else row


def _has_more(attribution: Attribution) -> bool:
    """Whether the page gives more speakers than it names."""
    number = attribution.speakers
    return number == "several" or (isinstance(number, int) and number > len(attribution.by))


def _shown(names: Sequence[str], *, more: bool) -> int:
    """How many names there is room for: one at least."""
    most = len(names) if len(names) <= _FEW + 1 and not more else _FEW
    fitting = (count for count in range(most, 1, -1) if len(", ".join(names[:count])) <= _ROOM)
    return next(fitting, 1)


def _others(ids: Sequence[str], graph: Graph, *, more: bool) -> Iterator[str]:
    actor = graph.get(ids[0], Actor) if len(ids) == 1 else None
    if actor and actor.kind not in _PLURAL and not more:
        yield "one other"
    elif ids or more:
        yield "others"


def _cited_by(attributions: Sequence[Attribution], ids: Sequence[str], graph: Graph) -> str:
    actors = [graph.get(id, Actor) for id in ids]
    if any(actor is None or actor.named for actor in actors):
        return ""
    found = next((id for attribution in attributions if (id := teller(attribution, graph))), "")
    return plain(tuple(speaker(found, graph))) if found and found not in ids else ""
