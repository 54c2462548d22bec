"""Which attributions of a claim are told in one sentence, and in what order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from explainers.kinds.claim.model import Attribution, Certainty, Claim, Stance
from explainers.model.base import Date
from explainers.prose.proposition import figures

_TURNS = frozenset({"affirms", "retracts"})
# Whoever affirms comes first: after them, `it` is the claim.
_ORDER: tuple[Stance, ...] = ("affirms", "denies", "doubts", "declines", "retracts", "none", "no-position-found")


@dataclass(frozen=True, slots=True)
class Group:
    """Attributions that say the same in the same way: one stance, act, certainty, and the same figures.

    `figures` are those that the statement shows, and `population` is what they count in words of the telling's own.
    `said` is the date without which nobody could tell what came first: of speakers who took it back and said it again.
    """

    attributions: tuple[Attribution, ...]
    figures: tuple[str, ...]
    population: str
    said: Date | None = None

    @property
    def first(self) -> Attribution:
        """The attribution that all others agree with."""
        return self.attributions[0]

    @property
    def speakers(self) -> frozenset[str]:
        """Everyone who speaks in it."""
        return frozenset(actor for attribution in self.attributions for actor in attribution.by)

    @property
    def certainty(self) -> Certainty:
        """How certain the speakers are; of what they do not say they cannot be."""
        return certainty(self.first)

    @property
    def predicate(self) -> str:
        """What it says in other words than the claim, as printed."""
        return _predicate(self.first)

    def counts_as(self, other: Group) -> bool:
        """Whether both give the same figures for the same thing."""
        return (self.figures, self.population) == (other.figures, other.population)

    def is_told_as(self, other: Group) -> bool:
        """Whether both differ in nothing but their figures, and their speakers are the same."""
        return (self.first.stance, self.first.act, way(self.first), self.speakers, self.said) == (
            other.first.stance,
            other.first.act,
            way(other.first),
            other.speakers,
            other.said,
        )


def groups(claim: Claim) -> list[Group]:
    """All attributions of a claim, by stance, else as written; what is said again comes after it was withdrawn."""
    found: list[Group] = []
    again = _said_again(claim)
    for attribution in sorted(claim.attributions, key=lambda a: _place(a, again)):
        shown = figures(claim, attribution)
        population = attribution.as_printed.population if attribution.as_printed and shown else None
        turns = attribution.stance in _TURNS and not _voices(attribution).isdisjoint(again)
        new = Group((attribution,), shown, population or "", attribution.said if turns else None)
        at = next((index for index, group in enumerate(found) if _belongs(new, group)), None)
        if at is None:
            found.append(new)
        else:
            found[at] = replace(found[at], attributions=(*found[at].attributions, attribution))
    return found


def bundled(found: list[Group]) -> Iterator[tuple[Group, ...]]:
    """Groups by sentence: the other figures of the same speakers are told in a row."""
    row: list[list[Group]] = []
    for group in found:
        others = (b for b in row[1:] if not b[0].counts_as(found[0]) and b[0].is_told_as(group))
        other = next(others, None) if _gives_another_figure(group, found[0]) else None
        if other:
            other.append(group)
        else:
            row.append([group])
    return (tuple(bundle) for bundle in row)


def together(attribution: Attribution) -> tuple[str, frozenset[str]] | None:
    """How several speakers stand together: those printed together are no others than these."""
    if attribution.joint is None or len(attribution.by) == 1:
        return None
    return attribution.joint, frozenset(attribution.by if attribution.joint == "as-printed" else ())


def certainty(attribution: Attribution) -> Certainty:
    """The speaker's own certainty of what they say; who declines says nothing."""
    silent = attribution.stance in {"declines", "no-position-found"}
    return "unstated" if silent else attribution.certainty


def way(attribution: Attribution) -> tuple[str, tuple[str, frozenset[str]] | None, str | None]:
    """How sure, how joint, and on whose behalf."""
    behalf = attribution.speaks_for if attribution.speaks_for not in attribution.by else None
    return certainty(attribution), together(attribution), behalf


def _said_again(claim: Claim) -> dict[str, str]:
    """Who took it back and said it again on a later day: by id, the last day on which they first took it back."""
    taken_back: dict[str, str] = {}
    for attribution in claim.attributions:
        last = attribution.said.extent.last if attribution.said else None
        if attribution.stance == "retracts" and last:
            for id in _voices(attribution):
                taken_back[id] = min(taken_back.get(id, "9999"), last.isoformat())
    return {id: day for id, day in taken_back.items() if any(_is_later(a, {id: day}) for a in claim.attributions)}


def _is_later(attribution: Attribution, taken_back: dict[str, str]) -> bool:
    """Whether a speaker says so who took it back before."""
    days = [taken_back[id] for id in _voices(attribution) if id in taken_back]
    return attribution.stance == "affirms" and bool(days) and _day(attribution) > min(days)


def _place(attribution: Attribution, again: dict[str, str]) -> tuple[int, str]:
    """Where an attribution stands: with its stance; what is said again among what is taken back, day by day."""
    turns = attribution.stance == "retracts" and not _voices(attribution).isdisjoint(again)
    if turns or _is_later(attribution, again):
        return _ORDER.index("retracts"), _day(attribution)
    return _ORDER.index(attribution.stance), ""


def _day(attribution: Attribution) -> str:
    first = attribution.said.extent.first if attribution.said else None
    return first.isoformat() if first else ""


def _voices(attribution: Attribution) -> frozenset[str]:
    """Who speaks, and for whom."""
    return frozenset(filter(None, (*attribution.by, attribution.speaks_for)))


def _gives_another_figure(group: Group, first: Group) -> bool:
    return group.first.stance == "affirms" and bool(group.figures) and not group.counts_as(first)


def _belongs(new: Group, group: Group) -> bool:
    """Whether a telling says the same in the same way, or is its speakers' own again with less said of how sure."""
    said, first = new.first, group.first
    if (said.stance, said.act) != (first.stance, first.act) or not new.counts_as(group) or new.said != group.said:
        return False
    # Another speaker who says another thing of them does not say the same.
    if not set(said.by) <= set(first.by) and new.predicate != group.predicate:
        return False
    says_less = way(said) == ("unstated", None, None) and set(said.by) <= set(first.by)
    return says_less or way(said) == way(first)


def _predicate(attribution: Attribution) -> str:
    return (attribution.as_printed.predicate if attribution.as_printed else None) or ""
