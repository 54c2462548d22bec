"""Which attributions of a claim are reported in one sentence, and in what order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from explainers.graph.answers import answered, on_claim
from explainers.graph.counts import Day, counted_first, open_figures
from explainers.graph.drift import altered
from explainers.graph.endings import Ending, ending
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.said_on import said_on
from explainers.graph.ways import read_in_own_voice
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution, Certainty, Claim, Stance
from explainers.model.base import Date
from explainers.model.extents import EARLIEST, LATEST, Clock
from explainers.prose.count_words import latest_counts
from explainers.prose.proposition import figures, figures_of, over_another_time, proposition
from explainers.text.inline import plain

_TURNS = frozenset({"affirms", "retracts"})
# Whoever affirms comes first: after them, `it` is the claim.
_ORDER: tuple[Stance, ...] = (
    "affirms",
    "denies",
    "doubts",
    "declines",
    "retracts",
    "none",
    "partly",
    "denies-other",
    "doubts-other",
    "declines-other",
    "no-position-found",
)
# Where an attribution is among the others: its stance, whether its page alters it, its moment.
_Place: TypeAlias = tuple[int, bool, tuple[Clock, ...]]
# Words in quotation marks that nearer texts do not have are the page's, and not the speaker's.
_NOT_THEIRS = frozenset({"not-found-upstream", "found-changed"})


@dataclass(frozen=True)
class Group:
    """Attributions that say the same in the same way: one stance, act, certainty, and the same figures.

    `figures` are those that the statement shows, and `population` is what they count in words of the telling's own.
    `said` is the date, where it has to say what came first; `agency` is in whose text it was said, where the
    record names no text; `altered` says that the page gives it otherwise than where it has it from, `misquoted` that
    it has words in quotation marks that nearer texts do not have; `of` is what its figures count, if it has not all;
    `over` is their time, if it is not the claim's; `given` is a statement of its own with its figures.
    Of open figures, `counted` is the day, `grown` says from which to which they went where one party alone counts
    them, and `earlier` are the counts that the latest ended.
    """

    refs: tuple[AttributionRef, ...]
    figures: tuple[str, ...]
    population: str
    said: Date | None = None
    answers: tuple[AttributionRef, ...] = ()
    ended: Ending | None = None
    agency: str = ""
    altered: bool = False
    misquoted: bool = False
    of: str = ""
    over: str = ""
    given: str = ""
    counted: Day | None = None
    grown: str = ""
    earlier: tuple[AttributionRef, ...] = ()

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """What is in it."""
        return tuple(ref.attribution for ref in self.refs)

    @property
    def reported(self) -> tuple[Attribution, ...]:
        """What is in it, and the earlier counts that it has ended."""
        return (*self.attributions, *(ref.attribution for ref in self.earlier))

    @property
    def first(self) -> Attribution:
        """The attribution that all others agree with."""
        return self.refs[0].attribution

    @property
    def stance(self) -> Stance:
        """The position that all take."""
        return self.refs[0].stance

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Everyone who speaks in it."""
        return frozenset(actor for attribution in self.attributions for actor in attribution.by)

    @property
    def certainty(self) -> Certainty:
        """How certain the speakers are; of what they do not say they cannot be."""
        return certainty(self.first)

    @property
    def statement(self) -> str:
        """What it says, where that is not what the claim says."""
        return self.first.statement or ""

    @property
    def of_page(self) -> bool:
        """Whether these are the page's words, and not known to be the speaker's."""
        return self.altered or self.misquoted

    def counts_as(self, other: Group) -> bool:
        """Whether both give the same figures for the same thing."""
        ours, theirs = (self.figures, self.population), (other.figures, other.population)
        return ours == theirs and (self.of, self.over) == (other.of, other.over)

    def is_told_as(self, other: Group) -> bool:
        """Whether both differ in nothing but their figures, and their speakers are the same."""
        ours, theirs = (*_way_of(self), self.speakers, self.said), (*_way_of(other), other.speakers, other.said)
        return ours == theirs and self.of == other.of


def groups(claim: Claim, graph: Graph, refs: Sequence[AttributionRef] = ()) -> list[Group]:
    """Some positions on a claim, or all, by stance, else as written; of one at several times, in their order."""
    found: list[Group] = []
    refs = refs or [*on_claim(claim, graph)]
    again = _said_again(claim, graph)
    counted = latest_counts(claim, refs, graph)
    ended = {earlier.key for count in counted.values() for earlier in count.earlier}
    dated = _of_several_times(refs, graph) | {key: count.day.date for key, count in counted.items()}
    latest = [ref for ref in refs if ref.key not in ended]
    if len(latest) > 1:
        latest.sort(key=lambda ref: _place(ref, again, dated, graph))
    for ref in latest:
        new = _group(ref, again, dated, graph)
        if count := counted.get(ref.key):
            new = replace(new, counted=count.day, grown=count.grown, earlier=count.earlier)
        at = next((index for index, group in enumerate(found) if _belongs(new, group)), None)
        if at is None:
            found.append(new)
        else:
            earlier = tuple({one.key: one for one in (*found[at].earlier, *new.earlier)}.values())
            found[at] = replace(found[at], refs=(*found[at].refs, ref), earlier=earlier)
    return found


def _group(ref: AttributionRef, again: dict[str, Clock], dated: dict[str, Date], graph: Graph) -> Group:
    attribution = ref.attribution
    # Who answers a telling takes over none of its figures, and who has another statement none of the claim's.
    shown = () if attribution.answers or attribution.statement else figures(ref, graph)
    population = attribution.as_printed.population if attribution.as_printed and shown else None
    turns = ref.stance in _TURNS and not _voices(attribution).isdisjoint(again)
    said = attribution.said if turns else dated.get(ref.key)
    replaced = ending(attribution.by[0], ref, graph)
    ended = replaced if replaced and replaced.how == "replaced" else None
    agency = attribution.said_in if graph.get(attribution.said_in or "", Actor) else None
    page_s = altered(ref, graph), not_theirs(ref, graph)
    of = figures_of(ref, graph) if shown and not population else ""
    over = over_another_time(ref) if shown else ""
    given = plain(proposition(ref, graph)) if "{" in (attribution.statement or "") else ""
    return Group(
        (ref,), shown, population or "", said, answered(ref, graph), ended, agency or "", *page_s, of, over, given
    )


def bundled(found: list[Group]) -> Iterator[tuple[Group, ...]]:
    """Groups by sentence: the other figures of the same speakers are given in a row."""
    row: list[list[Group]] = []
    for group in found:
        others = (b for b in row[1:] if _gives_another_figure(b[0], found[0]) and b[0].is_told_as(group))
        other = next(others, None) if _gives_another_figure(group, found[0]) else None
        if other:
            other.append(group)
        else:
            row.append([group])
    return (tuple(bundle) for bundle in row)


def together(attribution: Attribution) -> tuple[str, frozenset[str]] | None:
    """How several speakers are joined: those printed together, or who spoke together, are no others than these."""
    if attribution.joint is None or len(attribution.by) == 1:
        return None
    return attribution.joint, frozenset(attribution.by if attribution.joint != "separate" else ())


def search(attribution: Attribution) -> tuple[str, str, bool]:
    """For a silence: where we looked, if that is recorded, when, and whether the date is inferred."""
    date = attribution.as_of
    edtf, inferred = (date.edtf, date.basis == "inferred") if date else ("", False)
    return attribution.looked_in or "", edtf, inferred


def certainty(attribution: Attribution) -> Certainty:
    """The speaker's own certainty of what they say; who declines or passes on says nothing of it."""
    silent = attribution.stance in {"declines", "none", "no-position-found"} and not attribution.passes_on
    return "unstated" if silent else attribution.certainty


def not_theirs(ref: AttributionRef, graph: Graph) -> bool:
    """Whether a page puts words in others' mouths that nearer texts do not have."""
    return _is_misquoted(ref.attribution) and not read_in_own_voice(ref, graph)


def _is_misquoted(attribution: Attribution) -> bool:
    quoted = attribution.mode in {"quotation", "translated-quotation"}
    return quoted and attribution.quote_status in _NOT_THEIRS


def way(attribution: Attribution) -> tuple[object, ...]:
    """How sure, how joint, how many, on whose behalf, in whose text, and in whose words."""
    behalf = attribution.speaks_for if attribution.speaks_for not in attribution.by else None
    number = attribution.speakers
    return certainty(attribution), together(attribution), behalf, number, _is_misquoted(attribution)


def _way_of(group: Group) -> tuple[object, ...]:
    act = group.first.act
    return group.stance, act, way(group.first), group.statement, group.answers, group.ended, group.agency, group.altered


def _of_several_times(refs: Sequence[AttributionRef], graph: Graph) -> dict[str, Date]:
    """The dates of who gave different figures at different times: only they say what came first."""
    by_speakers: dict[frozenset[str], list[tuple[AttributionRef, Date]]] = {}
    for ref in refs:
        said = said_on(ref.attribution, graph)
        if ref.stance == "affirms" and ref.claim.quantities and said and said.extent.first and said.extent.last:
            by_speakers.setdefault(_voices(ref.attribution), []).append((ref, said))
    found: dict[str, Date] = {}
    for given in by_speakers.values():
        figures_given = {figures(ref, graph) for ref, _ in given}
        if len(figures_given) > 1 and len({said.edtf for _, said in given}) > 1:
            found |= {ref.key: said for ref, said in given}
    return found


def _said_again(claim: Claim, graph: Graph) -> dict[str, Clock]:
    """Who took it back and said it again later: by id, when they had at the latest taken it back first."""
    taken_back: dict[str, Clock] = {}
    for ref in graph.refs(claim):
        said = ref.attribution.said if ref.stance == "retracts" else None
        if said and (last := said.extent.end):
            for id in _voices(ref.attribution):
                taken_back[id] = min(taken_back.get(id, LATEST), last)
    again = taken_back.items()
    return {id: moment for id, moment in again if any(_is_later(a, {id: moment}) for a in claim.attributions)}


def _is_later(attribution: Attribution, taken_back: dict[str, Clock]) -> bool:
    """Whether a speaker says so who took it back before."""
    moments = [taken_back[id] for id in _voices(attribution) if id in taken_back]
    return attribution.stance == "affirms" and bool(moments) and _moment(attribution) > min(moments)


def _place(ref: AttributionRef, again: dict[str, Clock], dated: dict[str, Date], graph: Graph) -> _Place:
    """Where an attribution is: with its stance; what is said again among what is taken back, in the order of time."""
    attribution = ref.attribution
    turns = ref.stance == "retracts" and not _voices(attribution).isdisjoint(again)
    if turns or _is_later(attribution, again):
        return _ORDER.index("retracts"), False, (_moment(attribution), LATEST)
    said = dated.get(ref.key)
    if said and open_figures(ref.claim):
        # The latest count comes first: it is the answer. Who passes one on comes after who counts.
        passed_on = altered(ref, graph) or counted_first(ref, graph).key != ref.key
        return _ORDER.index(ref.stance), passed_on, tuple(map(_backwards, said.extent.by_start))
    # What a page alters comes after what it has it from.
    return _ORDER.index(ref.stance), altered(ref, graph), said.extent.by_start if said else (EARLIEST, EARLIEST)


def _backwards(clock: Clock) -> Clock:
    return Clock(-clock.shown, None if clock.ahead is None else -clock.ahead)


def _moment(attribution: Attribution) -> Clock:
    return (attribution.said.extent.start if attribution.said else None) or EARLIEST


def _voices(attribution: Attribution) -> frozenset[str]:
    """Who speaks, and for whom."""
    return frozenset(filter(None, (*attribution.by, attribution.speaks_for)))


def _gives_another_figure(group: Group, first: Group) -> bool:
    return group.stance == "affirms" and bool(group.figures) and not group.counts_as(first)


def _belongs(new: Group, group: Group) -> bool:
    """Whether a telling says the same in the same way, or is its speakers' own again with less said of how sure."""
    said, first = new.first, group.first
    if (new.stance, said.act) != (group.stance, first.act) or not new.counts_as(group) or new.said != group.said:
        return False
    # Nothing was found in one place, on one day.
    if new.stance == "no-position-found" and search(said) != search(first):
        return False
    own, other = ((g.statement, g.given, g.answers, g.ended, g.agency, g.altered) for g in (new, group))
    if own != other:
        return False
    # Without its own statement, what says only a part of the claim is given by its words.
    if new.stance == "partly" and not new.statement and said.predicate != first.predicate:
        return False
    says_less = way(said) == ("unstated", None, None, None, False) and set(said.by) <= set(first.by)
    if (says_less and not group.of_page) or way(said) == way(first):
        # What a page puts in somebody's mouth is given page by page.
        return not group.of_page or {c.source for c in said.cites} == {c.source for c in first.cites}
    return False
