"""What is true of a story, by the definitions, and by no code of the program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tests.stories.story import Figure, Story, Telling
from tests.stories.written import prints_figure

REFUSALS = ("decline", "no-answer", "not-reached", "neither", "no-comment")
NO_POSITION = ("relay", "question", "contest")
INFINITE = 10**6


@dataclass(frozen=True)
class Change:
    """What a telling has otherwise than every ground of it; `before` as one of these has it."""

    aspect: str
    before: str
    after: str
    ground: Telling
    telling: Telling


@dataclass(frozen=True)
class Bounds:
    """How many independent origins there are at least and at most, and whether a bare number would say too much."""

    low: int
    high: int
    uncertain: str = ""


@dataclass(frozen=True)
class Truth:
    """A story, and what follows from it."""

    story: Story

    # Positions

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        return tuple(self.story.tellings.values())

    def stance(self, telling: Telling) -> str:
        """The position that somebody takes by what they do."""
        if telling.stance:
            return telling.stance
        if telling.act in REFUSALS:
            return "declines"
        return "denies" if telling.act == "deny" else "none" if telling.act in NO_POSITION else "affirms"

    def affirms(self, telling: Telling) -> bool:
        """Whether it says that all of the claim is so."""
        return self.stance(telling) == "affirms" and not telling.statement

    def of(self, actor: str) -> list[Telling]:
        """What somebody says, or a spokesperson for them."""
        return [telling for telling in self.tellings if actor in telling.by or actor == telling.speaks_for]

    def affirmers(self) -> set[str]:
        return {actor for t in self.tellings if self.affirms(t) for actor in (*t.by, t.speaks_for) if actor}

    def who_did(self, *acts: str) -> set[str]:
        return {actor for t in self.tellings if t.act in acts for actor in (*t.by, t.speaks_for) if actor}

    def who_takes(self, stance: str) -> set[str]:
        return {actor for t in self.tellings if self.stance(t) == stance for actor in (*t.by, t.speaks_for) if actor}

    @cached_property
    def spoke(self) -> set[str]:
        """Everybody of whom anything is on record."""
        return {actor for t in self.tellings for actor in (*t.by, t.speaks_for) if actor}

    # Figures

    def gives(self, actor: str, figure: Figure | int) -> bool:
        """Whether somebody gave a figure, with its qualifier where that is asked for."""
        return any(self.fits(telling.figure, figure) for telling in self.of(actor) if self.has_figure(telling))

    def has_figure(self, telling: Telling) -> bool:
        """Whether a telling has a figure that may be put in its speaker's mouth."""
        stance = self.stance(telling)
        return prints_figure(telling) and not telling.statement and stance in {"affirms", "none", "denies", "retracts"}

    @staticmethod
    def fits(figure: Figure, asked: Figure | int) -> bool:
        if isinstance(asked, int):
            return figure.value == asked
        return (figure.value, figure.relation) == (asked.value, asked.relation)

    @cached_property
    def values(self) -> set[int]:
        return {telling.figure.value for telling in self.tellings}

    # Ways

    def grounds(self, telling: Telling) -> list[Telling]:
        return [self.story.tellings[id] for id in telling.comes_from]

    def all_grounds(self, telling: Telling) -> list[Telling]:
        """What a telling comes from, step by step, the nearest first."""
        found: dict[str, Telling] = {}
        waiting = self.grounds(telling)
        while waiting:
            here = waiting.pop(0)
            if here.id not in found:
                found[here.id] = here
                waiting += self.grounds(here)
        return list(found.values())

    def steps(self, telling: Telling) -> int:
        """How many steps a telling is from the nearest origin."""
        grounds = self.grounds(telling)
        return 1 + min(self.steps(ground) for ground in grounds) if grounds else 0

    def steps_between_pages(self, telling: Telling) -> int:
        """The same, where what a page has from the speech itself is no step."""
        grounds = self.grounds(telling) if telling.recorded != "said_in" else []
        return 1 + min(self.steps_between_pages(ground) for ground in grounds) if grounds else 0

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change that a way of the story has, step by step."""
        return tuple(change for telling in self.tellings for change in self._changes_of(telling))

    def _changes_of(self, telling: Telling) -> Iterator[Change]:
        grounds = self.grounds(telling)
        if not grounds:
            return
        after = aspects(telling)
        for name, value in after.items():
            befores = [aspects(ground)[name] for ground in grounds]
            if value not in befores:
                for ground, before in zip(grounds, befores, strict=True):
                    yield Change(name, before, value, ground, telling)

    # Revisions

    @cached_property
    def ended(self) -> dict[str, Telling]:
        """The tellings that others replace, with those."""
        return {id: other for other in self.tellings for id in other.replaces}

    @cached_property
    def took_back(self) -> set[str]:
        """Those who themselves gave up what they had said."""
        found = [other for id, other in self.ended.items() if set(other.by) & set(self.story.tellings[id].by)]
        return {actor for other in found for actor in (*other.by, other.speaks_for) if actor}

    # Days

    def first_day(self, telling: Telling) -> date:
        """The day on which it was said, else the last on which it can have been."""
        return telling.said or self.story.page_of(telling).day

    @cached_property
    def days_of_acts(self) -> set[date]:
        return {self.first_day(telling) for telling in self.tellings}

    # Origins

    @cached_property
    def roots(self) -> list[Telling]:
        """Where the ways of the tellings end that say the claim is so, in order."""
        found: dict[str, Telling] = {}
        for telling in self.tellings:
            if self.affirms(telling) or telling.act == "relay":
                for here in (telling, *self.all_grounds(telling)):
                    if not here.comes_from:
                        found[here.id] = here
        return list(found.values())

    def is_unknown(self, root: Telling) -> bool:
        """Whether nothing says where it comes from: passed on, or measured by nobody who is named."""
        own_voice = root.by == (self.story.page_of(root).publisher,) and not root.said_in
        return root.act == "relay" or (own_voice and root.ground not in {"own-observation", "own-estimate"})

    @cached_property
    def unknown(self) -> list[Telling]:
        return [root for root in self.roots if self.is_unknown(root)]

    @cached_property
    def known(self) -> list[Telling]:
        return [root for root in self.roots if not self.is_unknown(root)]

    def parties(self, telling: Telling) -> tuple[str, ...]:
        if telling.joint == "together":
            return ("+".join(telling.by),)
        return (telling.speaks_for,) if telling.speaks_for else telling.by

    @cached_property
    def origin_parties(self) -> set[str]:
        """Everyone who stands at an origin that is known."""
        return {actor for root in self.known for actor in (*root.by, root.speaks_for) if actor}

    @cached_property
    def bounds(self) -> Bounds:
        """How many origins: sure merges always count as one; what may be one or several makes a range."""
        sure, perhaps = _Groups(), _Groups()
        standing = [root for root in self.known if root.id not in self.ended and not root.statement]
        everyone = [(root, party) for root in self.known for party in self.parties(root)]
        for groups in (sure, perhaps):
            for _, party in everyone:
                groups.find(party)
        reasons = dict(self._joined(perhaps, everyone))
        some = [party for root in standing for party in self.parties(root)]
        low = perhaps.count(some)
        high = sure.count([party for _, party in everyone]) + self._inferred_more()
        plural = any(self._is_plural(root) for root in standing)
        if plural:
            reasons["a plural"] = True
        return Bounds(
            low, INFINITE if plural else high, ", ".join(name for name, certain in reasons.items() if certain)
        )

    def _is_plural(self, root: Telling) -> bool:
        return root.speakers == "several" or any(self.story.cast[actor].is_plural for actor in root.by)

    def _inferred_more(self) -> int:
        """How many more origins there are if what we infer is not so."""
        return sum(len(t.by) for t in self.tellings if t.comes_from and self._is_inferred(t))

    def _is_inferred(self, telling: Telling) -> bool:
        made = self.story.page_of(telling).made_from
        return telling.basis == "inferred" or any(each.basis == "inferred" for each in made)

    def _joined(self, groups: _Groups, roots: list[tuple[Telling, str]]) -> Iterator[tuple[str, bool]]:
        """Join the parties that may be one origin; why, and whether the definitions ask for words of doubt there."""
        for root, _ in roots:
            if len(root.by) > 1 and root.joint != "separate":
                groups.join_all(self.parties(root))
                if root.joint != "together":
                    yield "speakers printed as one", True
        for one, party in roots:
            for other, second in roots:
                if one is not other and party != second and self._one_body(one, other):
                    groups.join_all([party, second])
                    yield "parts of one body", True
                if one is not other and party != second and self._may_share_a_text(one, other):
                    groups.join_all([party, second])
                    both = one.page == other.page and len(self.story.page_of(one).parents) > 1
                    yield ("a page made from several", True) if both else ("texts that share an ancestor", False)

    def _one_body(self, one: Telling, other: Telling) -> bool:
        wholes = [{self.story.cast[a].part_of or a for a in (*each.by, each.speaks_for) if a} for each in (one, other)]
        return bool(wholes[0] & wholes[1])

    def _may_share_a_text(self, one: Telling, other: Telling) -> bool:
        texts = [self._ancestors(each.page) for each in (one, other)]
        if one.page == other.page:
            return len(self.story.texts[one.page].parents) > 1
        return bool(texts[0] & texts[1])

    def _ancestors(self, text: str) -> set[str]:
        found, waiting = set(), [text]
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                waiting += self.story.texts[here].parents
        return found


def aspects(telling: Telling) -> dict[str, str]:
    """What is compared along a way."""
    return {
        "figure": f"{telling.figure.value:,}" if not telling.statement else "",
        "qualifier": telling.figure.qualifier if not telling.statement else "",
        "certainty": telling.certainty if telling.certainty != "unstated" else "",
        "act": "say" if telling.act in {"report", "relay"} else telling.act,
        "statement": telling.statement,
        "named": telling.as_named,
    }


class _Groups:
    """Parties that count as one."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        parent = self.parent.setdefault(name, name)
        return parent if parent == name else self.find(parent)

    def join_all(self, names: Iterable[str]) -> None:
        first, *others = names
        for other in others:
            self.parent[self.find(other)] = self.find(first)

    def count(self, names: Iterable[str]) -> int:
        return len({self.find(name) for name in names})
