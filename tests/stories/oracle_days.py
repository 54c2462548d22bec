"""Which days are printed, and where everyone stood on them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.stories import vocabulary as v
from tests.stories.names import Names
from tests.stories.oracle_positions import clauses, row_subject
from tests.stories.reading import Block, sentences
from tests.stories.story import spoken
from tests.stories.truth import Truth
from tests.stories.written import published_days


def untrue_days(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """A day that the story does not have, or that is given as the day of what has another, or none."""
    for found in v.DAY.finditer(block.text):
        if found[0] not in published_days(truth.story):
            yield f"{found[0]} is no day of the story"
    for head, cell in block.cells.items():
        if head.casefold() in {"when", "said on", "said"}:
            yield from _exact(cell, row_subject(block, names), truth)


def _exact(cell: str, who: list[str], truth: Truth) -> Iterator[str]:
    """Days that stand without “by”: somebody of the row said something on them."""
    for found in v.DAY.finditer(cell):
        before = cell[max(0, found.start() - 20) : found.start()]
        after = cell[found.end() : found.end() + 20]
        if (
            v.NOT_LATER.search(before)
            or v.NOT_LATER.search(after)
            or "looked" in before
            or " to " in f"{before}{after}"
        ):
            continue
        for actor in who:
            days = {spoken(t.said) for t in truth.of(actor) if t.said} | _own_pages(actor, truth)
            if truth.of(actor) and found[0] not in days:
                yield f"{actor} said nothing on {found[0]}, as far as the story has a day for it"


def _own_pages(actor: str, truth: Truth) -> set[str]:
    """Whoever publishes a text says on its day what it says there."""
    pages = [truth.story.page_of(t) for t in truth.of(actor)]
    return {spoken(page.day) for page in pages if page.publisher == actor}


def untrue_views(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """A view as of a day: somebody did something by then, and everyone in it had spoken."""
    if not block.day:
        return
    days = {spoken(day): day for day in truth.days_of_acts}
    if block.text.startswith("As of"):
        if block.day not in days:
            yield f"nobody did anything on {block.day}"
        return
    today = days.get(block.day)
    if today is None:
        return
    for text in sentences(block.text):
        for clause in clauses(text, v.SAYS_SO, names):
            for actor in clause.subject:
                if not truth.stands_by_it(actor, today):
                    yield f"{actor} had not said so by {block.day}, or had given it up"
        for clause in clauses(text, v.DECLINES, names):
            if not any(truth.first_day(t) <= today for t in truth.tellings if truth.stance(t) == "affirms"):
                yield f"{', '.join(clause.subject)} declined by {block.day}, before anybody spoke"
