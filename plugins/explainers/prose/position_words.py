"""Positions in words: what was done, on whose behalf, when, and where everyone stood as of a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from explainers.graph.answers import answered
from explainers.graph.as_of import AsOf, HeldStance
from explainers.graph.board import Cell
from explainers.graph.drift import altered
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.positions import Empty, Position
from explainers.graph.ways import pages_read
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Act, Attribution, Claim, Stance
from explainers.model.base import Date
from explainers.model.edtf_dates import spoken
from explainers.prose.groups import not_theirs
from explainers.prose.labels import called
from explainers.prose.lists import few, joined
from explainers.prose.searches import place
from explainers.prose.speakers import named, speaker, teller
from explainers.prose.telling_names import named_page
from explainers.prose.verbs import ACTS, ANSWERS, NO_ANSWER, STANCE_OF_ONE, position_taken
from explainers.text.inline import Inline, Paragraph, RecordLink, Words

_CERTAINTY = {"certain": "put as certain", "probable": "put as probable", "possible": "put as possible"}

# Neither a tick nor a cross: these would say who is right.
SIGNS: dict[Stance, str] = {
    "affirms": "+",
    "partly": "≠",
    "denies": "−",
    "doubts": "?",
    "declines": "◇",
    "retracts": "↶",
    "none": "→",
    "denies-other": "≠−",
    "doubts-other": "≠?",
    "declines-other": "≠◇",
    "no-position-found": "○",
}
NOT_RECORDED = "·"
# The three empties are distinguished by these words wherever there are empties.
EMPTY_WORDS: dict[Empty, tuple[str, str, str]] = {
    "declined": (
        SIGNS["declines"],
        STANCE_OF_ONE["declines"],
        "declined to comment, did not answer, could not be reached, took no position, or neither confirmed nor denied",
    ),
    "nothing-found": (
        SIGNS["no-position-found"],
        STANCE_OF_ONE["no-position-found"],
        "none in the pages we read, or none where we searched; the claim’s page says which",
    ),
    "not-recorded": (NOT_RECORDED, "not recorded", "our records say nothing either way"),
}
# In the past tense one form serves for one speaker and for several.
_STOOD: dict[Stance, str] = {
    "affirms": "said so",
    "partly": "said something else",
    "denies": "denied it",
    "doubts": "doubted it",
    "declines": "did not say whether it is so",
    "retracts": "took it back",
    "none": "took no position",
    "denies-other": "denied something else",
    "doubts-other": "doubted something else",
    "declines-other": "did not say whether something else is so",
    "no-position-found": "",
}

# What one speaker does with the words of others, and what several do.
_ON_WORDS: dict[Stance, tuple[str, str]] = {
    "denies": ("denies", "deny"),
    "doubts": ("doubts", "doubt"),
    "none": ("speaks of", "speak of"),
}
_ON_ACTS: dict[Act, tuple[str, str]] = {"contest": ("contests", "contest"), "question": ("asks about", "ask about")}


def acts(position: Position) -> str:
    """What a position's attributions did with words, and how sure their speakers were: an estimate, put as probable."""
    if position.stance == "no-position-found":
        return ""
    done = ((ACTS[ref.attribution.act], _CERTAINTY.get(ref.attribution.certainty, "")) for ref in position.refs)
    return "; ".join(dict.fromkeys(", ".join(filter(None, words)) for words in done))


def done(claim: Claim, attribution: Attribution, graph: Graph) -> Paragraph:
    """The position of one attribution, in a few words. Who answers others takes one on what these said."""
    ref = AttributionRef(claim, attribution)
    answers = answered(ref, graph)
    if not answers or ref.stance not in {*_ON_WORDS, "declines"}:
        words = position_taken(ref.stance, [attribution.act], by_several=_are_several(attribution, graph))
        return (Words(words[0].lower() + words[1:]),)
    names = _names([*dict.fromkeys(actor for other in answers for actor in other.attribution.by)], graph)
    before = f"{_on(ref.stance, attribution.act, several=_are_several(attribution, graph))} what "
    is_on_side = ref.stance != "none" or attribution.act in _ON_ACTS
    after = " said" if is_on_side else " said, without a position"
    claims = {other.claim.id: other.claim for other in answers}
    links = [[RecordLink(id, called(other, graph))] for id, other in claims.items() if claim.id not in claims]
    return (Words(before), *names, Words(after), *([Words(": "), *joined(links)] if links else []))


def _on(stance: Stance, act: Act, *, several: bool) -> str:
    """The verb before the words that are answered."""
    if stance == "declines":
        return ANSWERS[act if act in NO_ANSWER else stance]
    words = _ON_WORDS[stance]
    return (_ON_ACTS.get(act, words) if stance == "none" else words)[several]


def _are_several(attribution: Attribution, graph: Graph) -> bool:
    """Whether the names of an attribution's speakers take a verb in the plural."""
    if attribution.speakers:
        return attribution.speakers != 1
    one = graph.get(attribution.by[0], Actor)
    return len(attribution.by) > 1 or (one is not None and one.kind == "unnamed-group")


def asides(position: Position, graph: Graph) -> list[Paragraph]:
    """What has to be beside a speaker's name: on whose behalf, that it has no name and who reports it, with whom."""
    if position.stance == "no-position-found":
        return _searches(position, graph)
    found: list[Paragraph] = []
    answers = {other.key: other for ref in position.refs for other in answered(ref, graph)}
    if answers:
        names = dict.fromkeys(actor for ref in answers.values() for actor in ref.attribution.by)
        found.append((Words("in answer to "), *_names([*names], graph)))
    theirs = [ref for ref in position.refs if not (not_theirs(ref, graph) or altered(ref, graph))]
    if position.stance == "affirms" and not theirs:
        pages = dict.fromkeys(id for ref in position.refs for id in pages_read(ref, graph))
        found.append((Words("in the words of "), *few([[named_page(id, graph)] for id in pages])))
    if position.behalf:
        found.append((Words("speaking for "), *_names(position.behalf, graph)))
    actor = graph.get(position.actor, Actor)
    if actor and not actor.named:
        tellers = dict.fromkeys(id for ref in position.refs if (id := teller(ref.attribution, graph)))
        reported = [Words("; cited by "), *_names([*tellers], graph)] if tellers else []
        found.append((Words("not named"), *reported))
    joint = [ref.attribution for ref in position.refs if ref.attribution.joint == "as-printed"]
    others = dict.fromkeys(id for attribution in joint for id in attribution.by if id != position.actor)
    if others:
        found.append((Words("cited together with "), *_names([*others], graph)))
    return found


def _searches(position: Position, graph: Graph) -> list[Paragraph]:
    """Where no position was found, each place once."""
    places = dict.fromkeys(attribution.looked_in for attribution in position.attributions)
    return [looked_in(words, graph) for words in places]


def looked_in(words: str | None, graph: Graph) -> Paragraph:
    """Where a position was looked for; without a recorded search, that the pages we read have none."""
    return (Words("looked for " if words else "nothing "), *place(words, graph))


def before_date(stance: Stance, date: Date) -> str:
    """The word before a date: a refusal and a silence hold as of it; else none."""
    return "as of" if stance in {"declines", "declines-other", "no-position-found"} and "/" not in date.edtf else ""


def day_of(view: AsOf) -> str:
    """The day of a view in words."""
    return spoken(view.day.isoformat())


def stood(view: AsOf, graph: Graph, *, first: bool) -> Iterator[tuple[bool, Paragraph]]:
    """A view's sentences by stance, with whether they are new; in the first view nothing has to say that it is."""
    for stance, held in groupby(view.held, key=lambda one: one.stance):
        row: dict[tuple[bool, str], list[str]] = {}
        for one in sorted(held, key=lambda one: not one.new):
            row.setdefault((one.new and not first, _reserve(one, view)), []).append(one.actor)
        for (new, reserve), actors in row.items():
            names = [_unlinked(parts, linked=new or first) for parts in (speaker(actor, graph) for actor in actors)]
            yield new, _capital(_sentence(stance, names, reserve))


def stands_in(cell: Cell) -> str:
    """A cell in words: `took it back; earlier: says so`."""
    now = "; ".join(STANCE_OF_ONE[stance] for stance in cell.stances)
    before = ", ".join(STANCE_OF_ONE[stance] for stance in cell.earlier)
    return f"{now}; earlier: {before}" if before else now


def _reserve(one: HeldStance, view: AsOf) -> str:
    """What is not sure of a date: that it is inferred, where not all of the view is, and that it is the latest."""
    inferred = ["date inferred"] if one.inferred and not view.inferred else []
    earlier = ["on this day or earlier"] if one.by_then else []
    return f" ({', '.join([*earlier, *inferred])})" if one.new and (inferred or earlier) else ""


def _sentence(stance: Stance, names: Sequence[Sequence[Inline]], reserve: str) -> list[Inline]:
    if stance == "no-position-found":
        return [Words("No position of "), *joined(names, last=" or "), Words(f" was found{reserve}.")]
    return [*joined(names), Words(f" {_STOOD[stance]}{reserve}.")]


def _unlinked(parts: Sequence[Inline], *, linked: bool) -> list[Inline]:
    """An actor's name; who was named before needs no link."""
    return [Words(part.words) if isinstance(part, RecordLink) and not linked else part for part in parts]


def _names(ids: Sequence[str], graph: Graph) -> list[Inline]:
    return joined([[named(id, graph)] for id in ids])


def _capital(parts: Sequence[Inline]) -> Paragraph:
    """A sentence's first letter, which may be that of a link."""
    first = parts[0]
    if isinstance(first, Words):
        return (Words(first.text[:1].upper() + first.text[1:]), *parts[1:])
    if isinstance(first, RecordLink):
        return (RecordLink(first.id, first.words[:1].upper() + first.words[1:]), *parts[1:])
    return tuple(parts)
