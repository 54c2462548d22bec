"""What is true of a story, by the definitions, and by no code of the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tests.stories.story import Figure, Story, Telling
from tests.stories.written import prints_figure

REFUSALS = ("decline", "no-answer", "not-reached", "neither", "no-comment")
NO_POSITION = ("relay", "question", "contest")


@dataclass(frozen=True)
class Change:
    """What a telling has otherwise than every ground of it; `before` as one of these has it."""

    aspect: str
    before: str
    after: str
    ground: Telling
    telling: Telling


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

    def prints(self, paper: str, figure: Figure | int) -> bool:
        """Whether a page of a paper has a figure, whoever gave it."""
        tellings = [t for t in self.tellings if self.story.page_of(t).publisher == paper and not t.statement]
        return any(self.fits(t.figure, figure) for t in tellings if prints_figure(t))

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

    def siblings(self, telling: Telling) -> list[Telling]:
        """Other accounts of the text in which it was said."""
        texts = self.story.texts
        return [t for t in self.tellings if t is not telling and t.said_in in texts and t.said_in == telling.said_in]

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

    @cached_property
    def differences(self) -> tuple[Change, ...]:
        """What a telling has otherwise than one of its grounds, or than another account of the same text."""
        pairs = [(t, other) for t in self.tellings for other in (*self.grounds(t), *self.siblings(t))]
        return tuple(
            Change(name, before, aspects(telling)[name], ground, telling)
            for telling, ground in pairs
            for name, before in aspects(ground).items()
            if before != aspects(telling)[name] and _has(name, telling, ground)
        )

    def _changes_of(self, telling: Telling) -> Iterator[Change]:
        grounds = self.grounds(telling)
        if not grounds:
            return
        for name, value in aspects(telling).items():
            befores = [aspects(ground)[name] for ground in grounds if _has(name, telling, ground)]
            if befores and value not in befores:
                for ground in grounds:
                    yield Change(name, aspects(ground)[name], value, ground, telling)

    def ancestors(self, text: str) -> set[str]:
        """A text and all that it is made from."""
        found, waiting = set(), [text]
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                waiting += self.story.texts[here].parents
        return found

    # Revisions

    @cached_property
    def ended(self) -> dict[str, Telling]:
        """The tellings that others replace, with those."""
        return {id: other for other in self.tellings for id in other.replaces}

    def given_up_on(self, telling: Telling) -> date | None:
        """The day on which it ended; what a page has of a speaker's words ends with these."""
        if telling.id in self.ended:
            return self.first_day(self.ended[telling.id])
        own = [ground for ground in self.grounds(telling) if {*ground.by} & {*telling.by}]
        days = [self.given_up_on(ground) for ground in own]
        return max(day for day in days if day) if days and all(days) else None

    def is_given_up(self, telling: Telling) -> bool:
        """Whether it was taken back or replaced, or the speaker's own words that it has were."""
        return self.given_up_on(telling) is not None

    def stands_by_it(self, actor: str, day: date = date.max) -> bool:
        """Whether somebody has said by a day that the claim is so, and has not given that up by then."""
        said = [t for t in self.of(actor) if self.affirms(t) and self.first_day(t) <= day]
        return any((ended := self.given_up_on(t)) is None or day < ended for t in said)

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
        page = self.story.page_of(root)
        own_voice = root.by == (page.publisher,) and self.story.cast[page.publisher].is_medium and not root.said_in
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


def aspects(telling: Telling) -> dict[str, str]:
    """What is compared along a way."""
    return {
        "figure": f"{telling.figure.value:,}" if not telling.statement else "",
        "qualifier": telling.figure.qualifier if not telling.statement else "",
        "unit": telling.unit if not telling.statement else "",
        "certainty": telling.certainty if telling.certainty != "unstated" else "",
        "act": "say" if telling.act in {"report", "relay"} else telling.act,
        "statement": telling.statement,
        "named": telling.as_named,
        "speakers": str(telling.speakers),
    }


def _has(name: str, telling: Telling, ground: Telling) -> bool:
    """Whether an aspect can be compared: how many speak, only where the same do; a relay has no form of its own."""
    if name == "act":
        return "relay" not in {telling.act, ground.act}
    return name != "speakers" or telling.by == ground.by
