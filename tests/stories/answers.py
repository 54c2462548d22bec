"""Scenes in which somebody says less, answers, refuses, asks, corrects or keeps silent."""

from __future__ import annotations

from tests.stories.builder import Builder
from tests.stories.story import Telling, days_after


def less(b: Builder) -> None:
    """Somebody says less than the claim does; a paper may make more of it, or less of somebody's claim."""
    grounds = b.earlier()
    statement = b.less.pop().format(town=b.story.town)
    if grounds and b.happens(0.5):
        ground = b.pick(grounds)
        b.days_pass()
        b.tell(
            ground.by,
            b.page(),
            comes_from=(ground.id,),
            statement=statement,
            said=ground.said,
            figure=ground.figure,
            joint=ground.joint,
        )
        return
    b.tell(
        b.speaker(),
        b.page(),
        statement=statement,
        figure=b.story.first_figure if b.story.tellings else None,
        **b.said(),
    )


def refusal(b: Builder) -> None:
    """Somebody does not answer, in one of four ways."""
    act = b.pick(["decline", "no-answer", "not-reached", "neither"])
    asked = b.earlier()
    page = b.pick(asked).page if asked and b.happens(0.6) else b.page()
    answers = (b.pick(asked).id,) if asked and b.happens(0.6) else ()
    day = {"said": b.story.texts[page].day} if b.happens(0.3) else {}
    b.tell(b.speaker(), page, act=act, answers=answers, **day)


def denial(b: Builder) -> None:
    """Somebody denies that it is so, or denies what somebody said."""
    grounds = b.earlier()
    answers = (b.pick(grounds).id,) if grounds and b.happens(0.6) else ()
    b.days_pass()
    figure = b.story.tellings[answers[0]].figure if answers else b.story.first_figure if b.story.tellings else None
    b.tell(b.speaker(), b.page(), act="deny", answers=answers, figure=figure, **b.said())


def answered_elsewhere(b: Builder) -> None:
    """Somebody says something else, and somebody answers to both on one page: recorded with the other claim."""
    grounds = b.earlier()
    if not grounds:
        return denial(b)
    ground = b.pick(grounds)
    b.days_pass()
    page = b.page()
    b.tell_of_something_else(b.speaker(), page)
    act = b.pick(["deny", "decline", "no-answer", "not-reached", "neither", "question", "contest"])
    b.tell(b.speaker(), page, act=act, answers=(ground.id,), figure=ground.figure, elsewhere=True, **b.said())
    return None


def asked(b: Builder) -> None:
    """Somebody asks, doubts or contests."""
    grounds = b.earlier()
    answers = (b.pick(grounds).id,) if grounds and b.happens(0.6) else ()
    b.days_pass()
    b.tell(
        b.speaker(),
        b.page(),
        **b.pick([{"act": "question"}, {"act": "question", "stance": "doubts"}, {"act": "contest"}]),
        answers=answers,
        figure=b.story.first_figure if b.story.tellings else None,
    )


def corrected(b: Builder) -> None:
    """Somebody gives another figure in place of the first."""
    old = _of_one(b)
    b.days_pass(3)
    b.today += 1
    b.tell(old.by, b.page(), said=days_after(b.today), replaces=(old.id,), speaks_for=old.speaks_for)


def retracted(b: Builder) -> None:
    """Somebody takes a figure back and gives none in its place."""
    old = _of_one(b)
    b.today += 1
    b.tell(
        old.by,
        b.page(),
        said=days_after(b.today),
        stance="retracts",
        replaces=(old.id,),
        figure=old.figure,
        speaks_for=old.speaks_for,
    )


def overruled(b: Builder) -> None:
    """A court puts another figure in the place of somebody's."""
    old = _of_one(b)
    b.today += 1
    b.tell(b.body(), b.page(), act="rule", said=days_after(b.today), replaces=(old.id,))


def headline(b: Builder) -> None:
    """A headline puts somebody's words down to somebody else."""
    who, other = b.speaker(), b.body()
    page = b.page()
    first = b.tell(who, page, **b.said())
    b.tell(
        who,
        page,
        mode="headline",
        as_named=b.story.cast[other].name,
        wrongly_named=other,
        comes_from=(first.id,),
        figure=first.figure,
        said=first.said,
    )


def silence(b: Builder) -> None:
    """The editors looked for a party and found nothing."""
    b.story.silent.append(b.body())


def _of_one(b: Builder) -> Telling:
    """A telling of one speaker to a page, which nothing else replaces."""
    found = [
        telling
        for telling in b.earlier()
        if len(telling.by) == 1 and telling.said and not b.story.cast[telling.by[0]].is_medium and not telling.clock
        and not telling.speakers and not b.story.cast[telling.by[0]].is_plural
    ]  # fmt: skip
    if found:
        return b.pick(found)
    return b.tell(b.speaker(), b.page(), said=days_after(b.today))
